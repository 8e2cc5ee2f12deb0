"""A second look for a quantity that the record words more freely than the reader of measurements follows.

"Hemoglobin was on par with his previous readings at 14 g/dL", "creatinine (SCr), 7.2 mg/dl", "25.9 mg/dL blood urea
nitrogen". It needs the full name, a unit of the quantity and a plausible value; "respectively" is left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.scores.facts import Fact
from core.scores.inputs import Number
from core.scores.reading_apart import parted
from core.scores.source import Source

_SHORTEST = 3  # letters: shorter names mean too many things
_NUMBER = r"(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_OTHER = re.compile(
    r"\b(?:urin\w+|csf|cerebrospinal|pleural|ascit\w+|fluid|drain|sweat|stool|spot)\W+(?:\w+\W+)?$", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:baseline|previous|previously|prior|normal range|reference)[^\w.]+(?:\w+[^\w.]+){0,2}$", re.IGNORECASE
)
_AROUND = 30


@lru_cache(maxsize=256)
def names_of(knowledge: Knowledge, analyte: str) -> tuple[str, ...]:
    """The names of a quantity that are long enough to mean one thing, in small letters, the longest first."""
    names = {n.lower() for n in knowledge.analytes[analyte].names.en if len(n) >= _SHORTEST and n.isascii()}
    return tuple(sorted({n for m in names for n in (m, m.replace("-", " "))}, key=len, reverse=True))


@lru_cache(maxsize=256)
def _patterns(knowledge: Knowledge, analyte: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names, units = names_of(knowledge, analyte), sorted(knowledge.analytes[analyte].units, key=len, reverse=True)
    # A hyphen or a blank, as it comes: "high-density lipoprotein".
    name = "|".join(re.sub(r"\\[ -]", r"[\\s-]", re.escape(n)) for n in names)
    unit = "|".join(re.escape(u).replace("/", r"\s?/\s?") for u in units)
    after = (
        rf"\b(?P<name>{name})\b(?:\s*\([^)]{{1,12}}\))?[^.;\d\n]{{0,70}}?[\s:=,]"
        rf"{_NUMBER}\s*(?P<unit>{unit})(?![A-Za-z/])"
    )
    before = (
        rf"(?<![\d.,]){_NUMBER}\s*(?P<unit>{unit})\s+(?:(?:of|for)\s+(?:the\s+)?)?(?:serum\s+|total\s+)?(?:{name})\b"
    )
    return re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def read_loosely(wanted: Number, source: Source) -> Fact:
    """The first value that such a wording gives for one of the analytes, in the unit of the input."""
    for analyte in wanted.analytes:
        if not any(name in source.lowered for name in names_of(source.knowledge, analyte)):
            continue
        patterns = _patterns(source.knowledge, analyte)
        found = [m for p in patterns for m in p.finditer(source.text) if believable(m, source.text)]
        found = [m for m in found if not _parted(m, analyte, source)]
        for match in sorted(found, key=lambda m: m.start()):
            value = _canonical(source.knowledge, analyte, match)
            if value is not None and wanted.limits[0] <= value / wanted.divisor <= wanted.limits[1]:
                return Fact(
                    (round(value / wanted.divisor, wanted.decimals),), "=", wanted.unit, match.start(), match.end()
                )
    return Fact(unit=wanted.unit)


def believable(match: re.Match[str], text: str) -> bool:
    """Is it of the blood, of now, and no part of a list?"""
    front = text[max(0, match.start() - _AROUND) : match.start()]
    sentence = text[match.start() : match.end() + 120].split(". ")[0]
    return not (_OTHER.search(front) or _PAST.search(front) or "respectively" in sentence)


def _parted(match: re.Match[str], analyte: str, source: Source) -> bool:
    if "name" not in match.re.groupindex:
        return False
    return parted(source.text, match.end("name"), match.start("value"), analyte, source.knowledge)


def _canonical(knowledge: Knowledge, analyte: str, match: re.Match[str]) -> float | None:
    entry = knowledge.analytes[analyte]
    written = re.sub(r"\s", "", match["unit"])
    unit = next(u for u in entry.units if u.replace(" ", "").lower() == written.lower())
    value = float(match["value"].replace(",", "")) * entry.units[unit] + entry.offsets.get(unit, 0)
    low, high = entry.plausible
    return value if low <= value <= high else None
