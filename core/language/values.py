"""The numbers of a text as values of one analyte: with unit and relation, one by one, in series and in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.language.analytes import AnalyteIndex
from core.language.numbers import (
    AGAIN,
    ARROW,
    BARE_LINK,
    BRACKET,
    COLUMNS,
    EARLIER,
    LABEL,
    LISTED,
    NOT_BEHIND,
    NUMBER,
    UNIT,
    VALUE,
    Relation,
    relation_of,
)
from core.units.quantity import normalise_unit, parse_number

MOST_VALUES = 24  # of one series
_UNPAIRED = ("heart-rate", "respiratory-rate", "temperature", "oxygen-saturation")  # have no right and left
_YEARS = range(1990, 2040)  # "creatinine 120 (from 2019)": beside a value far below it this is no second one
_FROM_TO = re.compile(r"\d\s?[-–~]\s?\d")
_BRACKET = re.compile(r"\s*\([^)\d]{1,20}\)\s*(?:(?:of|was|is|at|level|count)\b\s*|[:=]\s*){0,3}")
_LETTERS = ("m", "s", "in", "c", "f", "g", "pg")  # a letter of the next word rather than a unit
_FIRST_NUMBERS = re.compile(
    rf"(?:\s*(?:is|was|were|are|of|at|to|:|=|,|level|levels|both))*\s*({NUMBER})", re.IGNORECASE
)
_TITRE = re.compile(
    r"(?:[\s:=(]|\b(?:is|was|were|positive|weakly|strongly|reactive|at|of|to|titres?|titers?|level)\b)*(?P<relation>[<>≥≤])?\s?"
    r"(?P<one>1\s?[:/∶]\s?(?P<dilution>\d{1,6}))(?![\d/])",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\s?/\s?")
_COMMA = re.compile(r"\s?(?:,\s?and|,|and|/)\s?")


class Number(NamedTuple):
    """A number as written: its value, unit and relation, and where it stands."""

    value: float
    unit: str | None
    relation: Relation
    start: int
    end: int


class Values:
    """Reads the numbers of one text."""

    def __init__(self, text: str, index: AnalyteIndex) -> None:
        self._text = text
        self._index = index

    def first(self, key: str, name_end: int, linked: int, end: int) -> Number | None:
        """The number that a name announces: behind the linking words, with and without times among them, or behind
        a bracket ("Temp (oral) 38.4")."""
        number = self._number(key, linked, end)
        if number is None:
            link = BARE_LINK.match(self._text, name_end, min(end, name_end + 80))
            number = self._number(key, link.end() if link else name_end, end)
        if number is None:
            between = _BRACKET.match(self._text, name_end, min(end, name_end + 30))
            number = self._number(key, between.end(), end) if between else None
        return number

    def titre(self, name_end: int, end: int) -> Number | None:
        """A dilution: "positive at 1:320" is 320."""
        match = _TITRE.match(self._text, name_end, min(end, name_end + 40))
        if match is None:
            return None
        return Number(
            float(match.group("dilution")), None, relation_of(match.group("relation")), match.start("one"), match.end()
        )

    def series(self, key: str, first: Number, end: int) -> list[Number]:
        """The value and those that follow it: behind an arrow, "previously", a comma, or in the next column."""
        found = [first]
        while len(found) < MOST_VALUES:
            following = self._following(key, found[-1], end)
            if following is None:
                break
            found.append(following)
        unit = None
        for index in range(len(found) - 1, -1, -1):  # "1.2, 1.4, 2.1 mg/dL": the unit is said once
            unit = found[index].unit or unit
            found[index] = found[index]._replace(unit=unit or first.unit)
        return found

    def _number(self, key: str, at: int, end: int) -> Number | None:
        """A number that may be a value of this analyte, with its unit."""
        text = self._text
        match = VALUE.match(text, at, end)
        if match is None:
            return None
        value = parse_number(match.group("value"))
        if value is None:
            return None
        stop = match.end("value")
        if match.group("range"):
            if not key.endswith("pressure") and text[match.end() : min(end, match.end() + 1)] in ("-", "/"):
                return None  # a date
            high = parse_number(match.group("upper"))
            stop = match.end("upper")
            if high is None or high <= value:
                return None
            value = round((value + high) / 2, 6)
        low = self._index.analytes[key].plausible[0]
        if low < 0 and at > 0 and text[at - 1] in "-−–" and (at < 2 or text[at - 2] in " :=("):
            value = -value
        unit = self._index.unit_at(key, text, stop, end)
        if unit is not None:
            stop = text.index(unit, stop) + len(unit)
        else:
            other = UNIT.match(text, stop, min(end, stop + 24)) if text[stop : stop + 1] not in ",;.)" else None
            if other is not None:
                unit = self._known_unit(other.group("unit"), key)
                if unit is not None:
                    stop = other.start("unit") + len(unit)
                elif normalise_unit(other.group("unit")) not in _LETTERS:
                    return None
            if unit is None and NOT_BEHIND.match(text, stop, min(end, stop + 24)):
                return None
        return Number(value, unit, relation_of(match.group("relation")), match.start(), stop)

    def _is_reference(self, value: Number, beside: Number) -> bool:
        """Is the number in the next column from and to, and the value none ("126  135-145")?"""
        ranged = [_FROM_TO.search(self._text, n.start, n.end) is not None for n in (value, beside)]
        return ranged == [False, True]

    def _known_unit(self, unit: str, key: str) -> str | None:
        """The unit, or the longest beginning of it, that this analyte has."""
        converter = self._index.converters[key]
        if converter.knows(unit):
            return unit
        for cut in range(len(unit) - 1, 0, -1):
            if converter.knows(unit[:cut]) and not (unit[cut].isalpha() and unit[cut - 1].isalpha()):
                return unit[:cut]
        return None

    def _following(self, key: str, last: Number, end: int) -> Number | None:
        """The next value of a series."""
        text = self._text
        place = last.end
        labelled = False
        earlier = EARLIER.match(text, place, min(end, place + 12)) if self._index.analytes[key].kind == "lab" else None
        if earlier is not None and last.unit is None:  # "CRP 41 (130)": the last one before it
            number = self._number(key, earlier.start("value"), earlier.end("value"))
            if number is not None and 1 / 8 <= (number.value or 1) / (last.value or 1) <= 8:
                return number
        for _ in range(3):
            label = LABEL.match(text, place, min(end, place + 40))
            if label is None or BRACKET.match(text, place, min(end, place + 24)):
                break
            place, labelled = label.end(), True
        for pattern in (ARROW, AGAIN, BRACKET, LISTED, COLUMNS):
            link = pattern.match(text, place, min(end, place + 60))
            if link is None or link.end() == place:
                continue
            number = self._number(key, link.end(), end)
            if number is None or self._index.converters[key].convert(number.value, number.unit or last.unit) is None:
                continue
            if number.unit is None and number.value in _YEARS and last.value * 4 < number.value:
                continue
            if pattern is COLUMNS and (number.unit is not None or labelled or self._is_reference(last, number)):
                continue
            if pattern is LISTED and not (
                self._stands_alone(number, end)
                and (number.unit or link.group("side") or labelled or self._index.analytes[key].kind == "lab")
                and (number.unit is not None or 1 / 8 <= (number.value or 1) / (last.value or 1) <= 8)
                and not (link.group("side") and key in _UNPAIRED)
            ):
                continue
            return number
        return None

    def _stands_alone(self, number: Number, end: int) -> bool:
        """Is a bare number in a list followed by nothing that makes it something else?"""
        text, place = self._text, number.end
        if number.unit is not None or place >= end or text[place] in ",.;)]\n":
            return True
        return LABEL.match(text, place, min(end, place + 24)) is not None

    def paired(self, keys: list[str], place: int, end: int, strokes: bool) -> Iterator[Number]:
        """As many numbers as there are names, behind them and parted as the names are."""
        text = self._text
        link = _FIRST_NUMBERS.match(text, place, min(end, place + 40))
        if link is None:
            return
        at = link.start(1)
        for index, key in enumerate(keys):
            match = VALUE.match(text, at, end)
            value = parse_number(match.group("value")) if match else None
            if match is None or value is None:
                return
            stop = match.end("value")
            unit = self._index.unit_at(key, text, stop, end)
            if unit is not None:
                stop = text.index(unit, stop) + len(unit)
            yield Number(value, unit, relation_of(match.group("relation")), match.start(), stop)
            if index + 1 < len(keys):
                mark = (_STROKE if strokes else _COMMA).match(text, stop, end)
                if mark is None:
                    return
                at = mark.end()
