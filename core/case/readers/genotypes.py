"""Gene results in a file of their own: a PharmCAT report in JSON, or a table with a gene and its result a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.case.readers.decoding import decode
from core.system.errors import KnownError

MAX_FILE = 20 * 1024 * 1024
MAX_GENES = 500
_CPIC_FIRST = ("CPIC", "DPWG", "FDA")
# What PharmCAT writes for a gene it could not call.
_NOT_CALLED = re.compile(r"^(?:unknown|not called|uncalled|no call|n/?a|none)?(?:/(?:unknown|n/?a))?$", re.IGNORECASE)
_HEADER = re.compile(r"^(?:gene|symbol|基因)\b", re.IGNORECASE)


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
    found = dict(_of_report(text) if text.startswith("{") else _of_table(text))
    if not found:
        raise KnownError(
            "no genotypes were found: give a PharmCAT report (JSON), or lines of a gene, a tab and a result"
        )
    if len(found) > MAX_GENES:
        raise KnownError(f"the file lists more than {MAX_GENES} genes: give the results that concern drugs")
    return found


def _of_report(text: str) -> Iterator[tuple[str, str]]:
    try:
        report = json.loads(text)
    except (ValueError, RecursionError):
        raise KnownError("the file of genotypes is not valid JSON: give the report as PharmCAT wrote it") from None
    genes = report.get("genes", report.get("genotypes", report))
    if not isinstance(genes, dict):
        raise KnownError("the file of genotypes has no genes in it: give the report as PharmCAT wrote it")
    # Older reports part the genes by source; where the sources differ CPIC's reading comes first.
    parts = [genes[source] for source in _CPIC_FIRST if isinstance(genes.get(source), dict)] or [genes]
    seen: set[str] = set()
    for part in parts:
        for gene, called in part.items():
            result = called if isinstance(called, str) else _of_gene(called)
            if result and gene not in seen and not _NOT_CALLED.match(result):
                seen.add(gene)
                yield gene, result


def _of_gene(called: Any) -> str | None:
    """The diplotype that the recommendation rests on, with the phenotype and score that the report gives it."""
    if not isinstance(called, dict):
        return None
    pairs = called.get("recommendationDiplotypes") or called.get("sourceDiplotypes") or []
    results = [_of_diplotype(pair) for pair in pairs if isinstance(pair, dict)]
    return " or ".join(dict.fromkeys(result for result in results if result)) or None


def _of_diplotype(pair: dict[str, Any]) -> str | None:
    label = str(pair.get("label") or "")
    phenotypes = [str(p) for p in pair.get("phenotypes") or [] if not _NOT_CALLED.match(str(p))]
    score = str(pair.get("activityScore") or "")
    if "/" in label and not phenotypes and not _NOT_CALLED.match(label):
        return label
    if not phenotypes:
        return None
    scored = f" (activity score {score})" if re.fullmatch(r"[≥>]?\s?\d+(?:\.\d+)?", score) else ""
    return "; ".join(phenotypes) + scored


def _of_table(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split(r"\t|\s*[|,，=：]\s*|:(?=\s)|\s{2,}", line.strip(), maxsplit=1)]
        if len(cells) < 2 and len(parts := line.split(maxsplit=1)) == 2:
            cells = parts
        if len(cells) == 2 and all(cells) and not line.lstrip().startswith("#") and not _HEADER.match(cells[0]):
            yield cells[0], " ".join(cells[1].split("\t")[0].split())
