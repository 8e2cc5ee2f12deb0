"""Gene results out of JSON: PharmCAT's report, phenotypes and matches, and objects or lists of genes and results.

PharmCAT has written the genes in several shapes: by gene, by source and gene, or as a list (the examples in its
documentation, versions 1 to 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# Where the sources differ CPIC's reading comes first.
_SOURCES = ("CPIC", "DPWG", "FDA")
_WRAPPERS = ("geneReports", "genes", "genotypes", "results", "geneResults", "diplotypes", "pharmcat")
_GENE = ("gene", "geneSymbol", "gene_symbol", "symbol", "Gene", "name")
_RESULT = ("diplotype", "genotype", "result", "star_allele", "starAllele", "variant", "haplotypes", "Diplotype")
_PHENOTYPE = ("phenotype", "Phenotype", "metabolizer_status", "function")
_SCORE = ("activity_score", "activityScore", "score", "Activity Score")
# What is written for a gene that could not be called.
_NOT_CALLED = re.compile(
    r"^(?:unknown|indeterminate|not called|uncalled|no call|no result|n/?a|none|null)?(?:/(?:unknown|n/?a))?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[≥>]?\s?\d+(?:\.\d+)?")


def is_report(given: Mapping[str, Any]) -> bool:
    """Is a JSON object a report of genes rather than a record?"""
    return any(key in given for key in ("geneReports", "genes", "geneResults")) or (
        "results" in given and isinstance(given["results"], list) and any(map(_gene_of, given["results"]))
    )


def results_in(given: object) -> Iterator[tuple[str, str]]:
    """The genes and their results in parsed JSON, each gene once, those that were not called left out."""
    seen: set[str] = set()
    for gene, called in _entries(given, depth=0):
        result = result_of(called)
        if result and gene not in seen:
            seen.add(gene)
            yield gene, result


def is_called(result: str) -> bool:
    """Does a result say anything, or only that there is none?"""
    return _NOT_CALLED.match(result.strip()) is None


def with_score(said: str, score: object) -> str:
    """A phenotype with its activity score, where it has one."""
    number = "" if score is None else str(score).strip()
    return f"{said} (activity score {number})" if said and _NUMBER.fullmatch(number) else said


def _entries(given: object, depth: int) -> Iterator[tuple[str, object]]:
    if isinstance(given, list):
        for entry in given:
            if (gene := _gene_of(entry)) is not None:
                yield gene, entry
        return
    if not isinstance(given, dict):
        return
    wrapped = next((key for key in _WRAPPERS if isinstance(given.get(key), dict | list)), None)
    if wrapped is not None and depth < 3:
        yield from _entries(given[wrapped], depth + 1)
        return
    sources = [given[source] for source in _SOURCES if isinstance(given.get(source), dict | list)]
    if sources:
        for part in sources:
            yield from _entries(part, depth + 1)
        return
    yield from ((str(gene), called) for gene, called in given.items())


def _gene_of(entry: object) -> str | None:
    if not isinstance(entry, dict):
        return None
    gene = next((str(entry[key]) for key in _GENE if isinstance(entry.get(key), str) and entry[key].strip()), None)
    allele = entry.get("allele")
    return f"{gene}{allele}" if gene and isinstance(allele, str) and allele.startswith("*") else gene


def result_of(called: object) -> str | None:
    """What one gene's entry says: words as they are, of PharmCAT the diplotype that its advice rests on."""
    if isinstance(called, str):
        return called.strip() if is_called(called) else None
    if not isinstance(called, dict):
        return None
    pairs = called.get("recommendationDiplotypes") or called.get("sourceDiplotypes")
    if isinstance(pairs, list):
        return _joined(_of_diplotype(pair) for pair in pairs if isinstance(pair, dict))
    pairs = called.get("diplotypes")
    if isinstance(pairs, list):  # the matcher gives names alone
        return _joined(
            str(pair.get("name") or pair.get("label") or "") if isinstance(pair, dict) else str(pair) for pair in pairs
        )
    said = next((str(called[key]).strip() for key in _RESULT if _is_said(called.get(key))), "")
    phenotype = next((str(called[key]).strip() for key in _PHENOTYPE if _is_said(called.get(key))), "")
    score = next((called[key] for key in _SCORE if called.get(key) not in (None, "")), None)
    if phenotype:
        return with_score(phenotype, score)
    if said and score is not None:
        return with_score(said, score)
    return said or None


def _is_said(value: object) -> bool:
    return isinstance(value, str) and is_called(value)


def _of_diplotype(pair: Mapping[str, Any]) -> str | None:
    label = str(pair.get("label") or "")
    phenotypes = [str(p) for p in pair.get("phenotypes") or [] if is_called(str(p))]
    if phenotypes:
        return with_score("; ".join(phenotypes), pair.get("activityScore"))
    return label if "/" in label and is_called(label) else None


def _joined(results: Iterable[str | None]) -> str | None:
    """Several possible results as one, to be judged together."""
    return " or ".join(dict.fromkeys(result for result in results if result and is_called(result))) or None
