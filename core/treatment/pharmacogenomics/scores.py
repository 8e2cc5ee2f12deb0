"""Activity scores as results write them: "activity score 1.5", "AS ≥3", "1.25-2.25"."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.knowledge.pgx_base import GeneBase

_NUMBER = r"(?P<sign>[≥>≤<]=?)?\s*(?P<low>\d+(?:\.\d+)?)(?:\s*(?:-|to|~|至)\s*(?P<high>\d+(?:\.\d+)?))?"
_NAMED = re.compile(
    r"(?:activity\s*(?:score|value)|\bA\.?S\.?(?=[\s:=≥>≤<\d])|(?:酶)?活性(?:评分|分数|分值|得分|值))"
    rf"\s*(?:of|is|为|[:：=])?\s*{_NUMBER}",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^{_NUMBER}$")
# Scores come in steps of a quarter: what is more than 2.25 is at least a little more.
_LITTLE = 0.01
_MOST = 99.0


class Score(NamedTuple):
    """The least and the most a score can be, and where its words stand."""

    least: float
    most: float
    start: int
    end: int


def read_score(text: str) -> Score | None:
    """The activity score in a result, or the result that is nothing but a number."""
    match = _NAMED.search(text) or _ALONE.match(text)
    if match is None:
        return None
    low, sign = float(match.group("low")), match.group("sign") or ""
    high = float(match.group("high")) if match.group("high") else low
    if sign.startswith(("≥", ">")):
        high = _MOST
        low += _LITTLE if sign == ">" else 0.0
    elif sign:
        low, high = 0.0, low - (_LITTLE if sign == "<" else 0.0)
    return Score(low, high, *match.span())


def phenotype_of_score(gene: str, least: float, most: float, genes: GeneBase) -> str | None:
    """The phenotype of a score; None where the gene has no scores, or the two ends are different phenotypes."""
    name = genes.of_score(gene, least)
    return name if name is not None and name == genes.of_score(gene, most) else None
