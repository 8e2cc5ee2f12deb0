"""An age in words or in a place that the reader of the patient's particulars does not look at."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.source import Source

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_WORDS = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(list(_ONES)[:9])}))?|({'|'.join(_ONES)}))"
    r"[- ]years?(?:[- ]old|[- ]of[- ]age)\b",
    re.IGNORECASE,
)
_PERSON = r"(?:man|woman|male|female|lady|gentleman|patient|resident|pt|mr|mrs|ms|boy|girl)"
_PLACES = re.compile(
    rf"\b{_PERSON}\W{{1,3}}(?:aged?|of|is)?\W{{0,2}}(\d{{1,3}})(?:\s*(?:y|yo|yrs?|years?))?\b(?!\s*(?:kg|cm|mg|lb|%|/|\.\d))"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [\w'’-]+\.?(?: [\w'’-]+\.?)?(?:, | \()(\d{2,3})(?=[,)])"
    rf"|\baged?\s*:?\s*(\d{{1,3}})\b|\b(\d{{1,3}})\s*-?(?:y/?o?|yrs?|[FM])\b(?=[ ,.;])|{_PERSON}\s+(\d{{2}})\s?y\b",
    re.IGNORECASE,
)
_ABOUT_TO_BE = re.compile(
    r"\b(?:turning|turns|will (?:be|turn))\s+(\d{2,3})\s+(?:in|next|this|on)\b|\b(?:short of|before) (?:his|her) "
    r"(\d{2,3})(?:th|st|nd|rd) birthday",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:husband|wife|brother|sister|father|mother|son|daughter|partner|cousin|uncle|aunt|friend)\b", re.IGNORECASE
)
_NEAR = 25


def read_age(source: Source) -> Fact:
    """The age in years: as the reading has it, else in words ("seventy-one-year-old"), else as "man of 36", "68F"."""
    known = source.reading.patient.age_years
    if known is not None:
        start, end = source.reading.patient_spans.get("age_years", (None, None))
        return Fact((known,), unit="years", start=start, end=end)
    for pattern in (_WORDS, _PLACES, _ABOUT_TO_BE):
        for found in pattern.finditer(source.text):
            if _KIN.search(source.text[max(0, found.start() - _NEAR) : found.start()]):
                continue
            years = _years(found) - (pattern is _ABOUT_TO_BE)
            if years <= 115:
                return Fact((years,), unit="years", start=found.start(), end=found.end())
    return Fact(unit="years")


def _years(found: re.Match[str]) -> float:
    if found.re is not _WORDS:
        return float(next(g for g in found.groups() if g))
    tens, ones, small = (g.lower() if g else "" for g in found.groups())
    return float(_ONES[small] if small else _TENS[tens] + _ONES.get(ones, 0))
