"""A third look for a quantity: behind the name of what its value shows ("hyponatraemia of 128 mmol/L"), and in its
usual unit where the one that is written cannot be ("sodium 136 mg/dL").

A value that no unit of its own explains is taken in the usual unit when exactly one of these makes it possible, and
then with a caution.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.analytes import analyte_index
from core.scores.facts import Fact
from core.scores.inputs import Number
from core.scores.reading_loose import believable, names_of
from core.scores.source import Source

_POWER = r"(?:[x×*]\s*(?:10\s*\^?\s*[³⁶⁹\d]{1,2}|1,?000)\s*)?"
_UNIT = (
    rf"(?P<unit>{_POWER}(?:[A-Za-zµμ]{{1,6}}\s?(?:/|per\s)\s?[A-Za-zµμ]{{1,6}}\d?|/\s?[A-Za-zµμ]{{1,6}}[\d³]?|%))"
    r"(?![A-Za-z/])"
)
_VALUE = rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)\s*{_UNIT}"
_LINK = r"\s*(?:(?:levels?|count|of|at|was|is|about|approximately|around|[(:=,])\s*){0,3}"
_BEHIND = re.compile(_LINK + _VALUE, re.IGNORECASE)
# "Tachycardia to 120", "hypothermia (34.9C)": a vital sign is told without its unit, or with a bare letter.
_SIGN = re.compile(
    r"\s*(?:to|of|at|[(:])\s*(?P<value>\d{2,3}(?:\.\d)?)\s*(?P<unit>(?:°\s?)?[CF]\b|bpm\b)?"
    r"(?![\d.]*\d|\s*[-–/%]|\s*(?:to|h|hours?|days?|weeks?|months?|years?|min\w*|s|sec\w*)\b)",
    re.IGNORECASE,
)
_SIGNS = ("temperature", "heart-rate")


@lru_cache(maxsize=256)
def _named(knowledge: Knowledge, analyte: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in names_of(knowledge, analyte))
    return re.compile(rf"\b(?:{names})s?{_LINK}{_VALUE}", re.IGNORECASE)


def read_beyond_names(wanted: Number, source: Source) -> Fact:
    """The first value that stands behind the name of a finding that it shows, or behind its own name with a unit that
    it cannot have, in the unit of the input."""
    for analyte in wanted.analytes:
        shows = source.knowledge.analytes[analyte].findings
        shown = source.findings(*shows.low, *shows.high, *shows.critical_low, *shows.critical_high)
        own = [f for f in shown if f.experiencer == "patient" and f.temporality == "recent" and f.end is not None]
        behind = (_BEHIND, _SIGN) if analyte in _SIGNS else (_BEHIND,)
        places = [m for f in own for pattern in behind if (m := pattern.match(source.text, f.end or 0))]
        if any(name in source.lowered for name in names_of(source.knowledge, analyte)):
            named = _named(source.knowledge, analyte).finditer(source.text)
            places += [m for m in named if believable(m, source.text)]
        for place in places:
            fact = _in_unit(place, analyte, wanted, source.knowledge)
            if fact is not None:
                return fact
    return Fact(unit=wanted.unit)


def _in_unit(place: re.Match[str], analyte: str, wanted: Number, knowledge: Knowledge) -> Fact | None:
    converter, entry = analyte_index(knowledge).converters[analyte], knowledge.analytes[analyte]
    number = float(place["value"].replace(",", ""))
    low, high = (limit * wanted.divisor for limit in wanted.limits)
    written = converter.convert(number, place["unit"])
    usual = {converter.convert(number, unit) for unit in entry.assumed_units}
    possible = [written] if written is not None else [v for v in usual if v is not None and low <= v <= high]
    if len(possible) != 1 or not low <= possible[0] <= high:
        return None
    value = round(possible[0] / wanted.divisor, wanted.decimals)
    caution = None if written is not None else _caution(wanted, place["unit"], value)
    return Fact((value,), "=", wanted.unit, place.start(), place.end(), caution=caution)


def _caution(wanted: Number, written: str, value: float) -> tuple[str, str]:
    return (
        f"The unit written for {wanted.en} ({written}) cannot be: taken as {value:g} {wanted.unit}. Check it.",
        f"记录的{wanted.zh}单位（{written}）不可能：按{value:g} {wanted.unit}计算，请核对。",
    )
