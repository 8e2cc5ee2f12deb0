"""Writes the pharmacogenomic tables: of the package pypgx (CPIC), and our own rows for what they lack."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from core.knowledge.pgx_classes import advice_class
from core.knowledge.pgx_names import plain_allele, plain_phenotype
from core.knowledge.pharmacogenes import Alleles, PharmacogeneFile
from core.knowledge.sources import Problem, read_entry

SCHEMA = """
CREATE TABLE pgx_diplotype (
    gene TEXT NOT NULL, diplotype TEXT NOT NULL, phenotype TEXT NOT NULL, PRIMARY KEY (gene, diplotype)
) WITHOUT ROWID;
-- `score` is the activity score, NULL where the gene has none or it is not known.
CREATE TABLE pgx_allele (
    gene TEXT NOT NULL, allele TEXT NOT NULL, score REAL, function TEXT NOT NULL, PRIMARY KEY (gene, allele)
) WITHOUT ROWID;
-- Other names of alleles, without spaces and in lower case.
CREATE TABLE pgx_same (
    gene TEXT NOT NULL, name TEXT NOT NULL, allele TEXT NOT NULL, PRIMARY KEY (gene, name)
) WITHOUT ROWID;
-- Phenotypes in the words of results, in lower case.
CREATE TABLE pgx_word (
    gene TEXT NOT NULL, word TEXT NOT NULL, phenotype TEXT NOT NULL, PRIMARY KEY (gene, word)
) WITHOUT ROWID;
-- The phenotypes of activity scores: from `least` up to and without `most`.
CREATE TABLE pgx_score (gene TEXT NOT NULL, phenotype TEXT NOT NULL, least REAL NOT NULL, most REAL NOT NULL);
-- Advice by drug name: conditions on genes as JSON ({gene: [[phenotypes], [least, most] or null]}).
CREATE TABLE pgx_advice (
    drug TEXT NOT NULL, position INTEGER NOT NULL, conditions TEXT NOT NULL, say TEXT NOT NULL, say_zh TEXT,
    class TEXT NOT NULL, severity TEXT, strength TEXT NOT NULL, basis TEXT NOT NULL, source TEXT NOT NULL
);
CREATE INDEX pgx_advice_drug ON pgx_advice (drug);
"""
_SCORES = {
    # Gene: phenotype from its least score on. CPIC's consensus: CYP2D6 (2020), CYP2C9 and DPYD (2017 to 2020).
    "CYP2D6": (("poor metabolizer", 0.0), ("intermediate metabolizer", 0.25), ("normal metabolizer", 1.25),
               ("ultrarapid metabolizer", 2.26)),
    "CYP2C9": (("poor metabolizer", 0.0), ("intermediate metabolizer", 1.0), ("normal metabolizer", 2.0)),
    "DPYD": (("poor metabolizer", 0.0), ("intermediate metabolizer", 1.0), ("normal metabolizer", 2.0)),
}  # fmt: skip
_PUBLISHED = "CPIC guideline tables (package pypgx 0.27.0)"


def read_pharmacogenes(folder: Path) -> tuple[tuple[PharmacogeneFile, ...], tuple[Problem, ...]]:
    """Our own files, and what is wrong with them."""
    problems: list[Problem] = []
    files: list[PharmacogeneFile] = []
    meant: dict[tuple[str, str], str] = {}
    for path in sorted(folder.glob("*.yaml")):
        file = read_entry(path, PharmacogeneFile, problems)
        if file is None:
            continue
        files.append(file)
        for gene, word, phenotype in _words(file):
            if meant.setdefault((gene, word), phenotype) != phenotype:
                problems.append(Problem(path.name, 1, f"{gene}: {word!r} cannot mean two phenotypes"))
    return tuple(files), tuple(problems)


def _words(file: PharmacogeneFile) -> Iterator[tuple[str, str, str]]:
    """Gene, word and phenotype of every word, as they are compared."""
    for part in file.words:
        for phenotype, words in part.phenotypes.items():
            for gene in part.genes:
                yield from ((gene, plain_phenotype(word), plain_phenotype(phenotype)) for word in {*words, phenotype})


def write_pharmacogenes(db: sqlite3.Connection, tables: Path, files: tuple[PharmacogeneFile, ...]) -> None:
    """Write all tables. `tables` is the package's data folder; the drug names must have been written before."""
    db.executescript(SCHEMA)
    db.executemany(
        "INSERT OR IGNORE INTO pgx_diplotype VALUES (?, ?, ?)",
        (
            (row["Gene"], row["Diplotype"], plain_phenotype(row["Phenotype"]))
            for row in _rows(tables / "diplotype-table.csv")
        ),
    )
    alleles = [
        (row["Gene"], name, _number(row["ActivityScore"]), row["Function"])
        for row in _rows(tables / "allele-table.csv")
        for name in _allele_names(row["StarAllele"])
    ]
    own = [part for file in files for part in file.alleles]
    alleles += [(part.gene, name, score, "") for part in own for name, score in part.scores.items()]
    db.executemany("INSERT OR REPLACE INTO pgx_allele VALUES (?, ?, ?, ?)", alleles)
    _same(db, [(gene, name) for gene, name, _, _ in alleles], own)
    scores = _SCORES | {
        part.gene: tuple((plain_phenotype(name), least) for name, least in part.steps.items())
        for part in own
        if part.steps
    }
    for gene, steps in scores.items():
        ends = [least for _, least in steps[1:]] + [1000.0]
        rows = ((gene, phenotype, least, most) for (phenotype, least), most in zip(steps, ends, strict=True))
        db.executemany("INSERT INTO pgx_score VALUES (?, ?, ?, ?)", rows)
    db.executemany(
        "INSERT OR IGNORE INTO pgx_word VALUES (?, ?, ?)",
        (row for file in files for row in _words(file)),
    )
    _ours(db, files)
    _published(db, tables / "recommendation-table.csv", files)


def _same(db: sqlite3.Connection, alleles: Iterable[tuple[str, str]], own: Iterable[Alleles]) -> None:
    """Every name of an allele; of those in a row ("Canton, Taiwan-Hakka") each stands for the row."""
    for gene in {gene for gene, allele in alleles if allele == "Reference"}:
        db.execute("INSERT INTO pgx_same VALUES (?, '*1', 'Reference')", (gene,))
    for gene, allele in alleles:
        for name in {allele, *allele.split(",")}:
            db.execute("INSERT OR IGNORE INTO pgx_same VALUES (?, ?, ?)", (gene, plain_allele(name), allele))
    for part in own:
        for name, allele in part.same.items():
            db.execute("INSERT OR REPLACE INTO pgx_same VALUES (?, ?, ?)", (part.gene, plain_allele(name), allele))


def _ours(db: sqlite3.Connection, files: tuple[PharmacogeneFile, ...]) -> None:
    place = 0
    for advice in (a for file in files for a in file.advice):
        for key in advice.drugs:
            for row in advice.rows:
                conditions = {
                    gene: [[plain_phenotype(p) for p in phenotypes], row.score.get(gene)]
                    for gene, phenotypes in row.when.items()
                }
                values = (json.dumps(conditions), row.say.en, row.say.zh, row.advice, row.severity, row.strength)
                db.execute(
                    "INSERT INTO pgx_advice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (_drug(db, key), place, *values, advice.basis, advice.source or "expert estimate"),
                )
                place += 1


def _published(db: sqlite3.Connection, table: Path, files: tuple[PharmacogeneFile, ...]) -> None:
    sayings = {en: zh for file in files for en, zh in file.sayings.items()}
    grave = {
        (_drug(db, g.drug), g.gene, plain_phenotype(p)) for file in files for g in file.grave for p in g.phenotypes
    }
    for place, row in enumerate(_rows(table), 1_000_000):
        text = "".join(c for c in row["Recommendation"] if c.isprintable())
        if text in ("None", ""):
            continue
        drug = _drug(db, row["Drug"])
        found = {
            row[f"Gene{n}"]: plain_phenotype(row[f"Phenotype{n}"])
            for n in (1, 2)
            if row[f"Gene{n}"] not in ("None", "")
        }
        conditions = {gene: [[phenotype], None] for gene, phenotype in found.items()}
        severity = "contraindicated" if any((drug, g, p) in grave for g, p in found.items()) else None
        db.execute(
            "INSERT INTO pgx_advice VALUES (?, ?, ?, ?, ?, ?, ?, 'none', 'guideline', ?)",
            (
                drug,
                place,
                json.dumps(conditions),
                text,
                chinese(text, row["Drug"], sayings),
                advice_class(text),
                severity,
                _PUBLISHED,
            ),
        )


def chinese(text: str, drug: str, sayings: Mapping[str, str]) -> str | None:
    """The Chinese of a recommendation: the saying with the longest beginning that it shares, or None."""
    plain = re.sub(r"^Based (?:on )?\S+(?: status)?, ", "", text, flags=re.IGNORECASE).lower()
    fitting = [en for en in sayings if plain.startswith(en.replace("{drug}", drug).lower())]
    return sayings[max(fitting, key=len)] if fitting else None


def _drug(db: sqlite3.Connection, key: str) -> str:
    """The name of a drug by an entry's id or any of its names; what has no entry keeps the published name."""
    row = db.execute("SELECT name FROM drug WHERE id = ?", (key,)).fetchone()
    row = row or db.execute("SELECT drug FROM drug_name WHERE variant = ?", (key.lower(),)).fetchone()
    return str(row[0]) if row else key.lower().replace("-", " ")


def _allele_names(allele: str) -> tuple[str, ...]:
    """ "c.1905+1G>A (*2A)" goes by both names, and the reference allele of a gene without stars by "*1" too."""
    if allele == "Reference":
        return allele, "*1"
    return tuple(allele.removesuffix(")").split(" ("))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
