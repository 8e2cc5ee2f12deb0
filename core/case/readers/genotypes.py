"""Gene results in a file of their own: a PharmCAT report in JSON or TSV, a table of genes or variants, a VCF."""

from __future__ import annotations

import json
from pathlib import Path

from core.case.readers.decoding import decode
from core.case.readers.gene_reports import results_in
from core.case.readers.gene_tables import results_in_lines
from core.system.errors import KnownError

MAX_FILE = 20 * 1024 * 1024
MAX_GENES = 500


def read_genotype_file(path: Path) -> dict[str, str]:
    """Results by gene. Raises KnownError with one sentence where the file cannot be read or holds none."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except (OSError, ValueError):
        raise KnownError("the file of genotypes cannot be read: check its name and who may open it") from None
    if len(data) > MAX_FILE:
        raise KnownError("the file of genotypes is larger than 20 MB: give the report, not the sequences")
    return read_genotypes(decode(data))


def read_genotypes(text: str) -> dict[str, str]:
    """Results by gene from the text of a report or a table."""
    text = text.lstrip("\ufeff").strip()
    if not text.startswith(("{", "[")):
        return _counted(dict(results_in_lines(text)))
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise KnownError("the file of genotypes is not valid JSON: give the report as PharmCAT wrote it") from None
    return genotypes_of(given)


def genotypes_of(given: object) -> dict[str, str]:
    """Results by gene from parsed JSON: a report, or genes and results. Raises KnownError where it holds none."""
    return _counted(dict(results_in(given)))


def _counted(found: dict[str, str]) -> dict[str, str]:
    if not found:
        raise KnownError(
            "no genotypes were found: give a PharmCAT report (JSON or TSV), lines of a gene, a tab and a result, or "
            "rs numbers with their two bases"
        )
    if len(found) > MAX_GENES:
        raise KnownError(f"the file lists more than {MAX_GENES} genes: give the results that concern drugs")
    return found
