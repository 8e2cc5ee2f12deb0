"""Numbers with a meaning: vital signs and laboratory values, in their canonical units, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.language.analytes import PRESSURE, WORD, Name, analyte_index
from core.language.en.quantities import SIBLINGS
from core.language.model import Measurement
from core.language.numbers import (
    AGAIN,
    ARROW,
    BARE_LINK,
    BRACKET,
    COLUMNS,
    LABEL,
    LINK,
    LISTED,
    NEXT_PRESSURE,
    NOT_BEHIND,
    NUMBER,
    UNIT,
    VALUE,
    Relation,
    relation_of,
)
from core.language.numbers import PRESSURE as PRESSURE_VALUE
from core.language.ranges import flag
from core.language.specimens import Fluids
from core.language.tables import table_cells
from core.language.unnamed import Unnamed, unnamed_values
from core.units.quantity import normalise_unit, parse_number

_UNPAIRED = ("heart-rate", "respiratory-rate", "temperature", "oxygen-saturation")  # have no right and left
MOST_VALUES = 24  # of one series
_BRACKET = re.compile(r"\s*\([^)\d]{1,20}\)\s*(?:(?:of|was|is|at|level|count)\b\s*|[:=]\s*){0,3}")
_LEVEL = re.compile(r"\b(?:levels?|trough|random|peak|pre-dose|C0|concentration)\b|<", re.IGNORECASE)
_LETTERS = ("m", "s", "in", "c", "f", "g", "pg")  # a letter of the next word rather than a unit
_PAIRED = re.compile(r"\s?(?:/|&|,|\band\b)\s?")
_FIRST_NUMBERS = re.compile(rf"(?:\s*(?:is|was|were|are|of|at|:|=|,|level|levels|both))*\s*({NUMBER})", re.IGNORECASE)


class Number(NamedTuple):
    """A number as written: its value, unit and relation, and where it stands."""

    value: float
    unit: str | None
    relation: Relation
    start: int
    end: int


class Reader:
    """Finds the measurements of one text, for a patient of a certain age and sex."""

    def __init__(self, text: str, knowledge: Knowledge, patient: Patient) -> None:
        self._text = text
        self._index = analyte_index(knowledge)
        self._patient = patient
        self.found: list[Measurement] = []

    def read(self, stretches: Iterable[tuple[int, int]]) -> list[Measurement]:
        """All measurements that stand in these stretches of the text, in order."""
        for start, end in stretches:
            self._stretch(start, end)
        self.found.sort(key=lambda m: (m.start, m.end))
        return self.found

    def read_tables(self) -> list[Measurement]:
        """The values of the tables of the text, but for those that were already read in their line."""
        taken = {m.end for m in self.found}
        for cell in table_cells(self._text, 0, len(self._text), self._named):
            written = self._text[cell.start : cell.end]
            value = parse_number(written.strip("<>"))
            if value is not None and cell.end not in taken:
                relation = relation_of(written[0] if written[0] in "<>" else None)
                self._keep(cell.analyte, Number(value, None, relation, cell.start, cell.end), cell.start)
        return self.found

    def _named(self, cell: str) -> str | None:
        """The analyte that has just this name."""
        word = WORD.match(cell)
        hit = self._index.name_at(cell, 0, word.group()) if word else None
        return (
            hit[0].analyte if hit and hit[1] == len(cell) and not hit[0].hint and hit[0].analyte != PRESSURE else None
        )

    def _stretch(self, start: int, end: int) -> None:
        place = start
        text = self._text
        before_all = len(self.found)
        fluids: Fluids | None = None
        while place < end:
            match = WORD.search(text, place, end)
            if match is None:
                break
            place = match.end()
            before = text[match.start() - 1] if match.start() > start else " "
            if before.isascii() and before.isalnum() and match.group().isascii():
                continue
            hit = self._index.name_at(text, match.start(), match.group())
            if hit is None or hit[1] > end:
                continue
            name, name_end = hit
            if name.analyte == PRESSURE:
                done = self._pressure(match.start(), name_end, end)
            elif name.written == "CO2" and not any(
                m.analyte in ("sodium", "chloride") for m in self.found[before_all:]
            ):
                continue  # only in a panel of electrolytes is it bicarbonate
            else:
                fluids = fluids or Fluids(text, start, end)
                key = fluids.analyte(name.analyte, match.start(), name_end, self._index.analytes)
                done = self._paired(name, match.start(), name_end, end) or self._value(
                    key, name, match.start(), name_end, end
                )
            place = max(place, done or match.end())
        found_here = self.found[before_all:]
        for item in unnamed_values(text, start, end, found_here):
            self._keep_unnamed(item)

    def _keep_unnamed(self, item: Unnamed) -> None:
        if item.analyte in self._index.analytes:
            self._keep(item.analyte, Number(item.value, item.unit, "=", item.start, item.end), item.start)

    def _pressure(self, name_start: int, name_end: int, end: int) -> int | None:
        match = None
        for gap in range(name_end, min(end, name_end + 60)):
            if self._text[gap].isdigit():
                match = PRESSURE_VALUE.match(self._text, gap, end)
                break
            if self._text[gap] in ";\n。；":
                break
        if match is None:
            return None
        stop = None
        for _ in range(MOST_VALUES):
            self._keep_pressure(match, name_start)
            stop = match.end()
            following = NEXT_PRESSURE.match(self._text, stop, end)
            later = PRESSURE_VALUE.match(self._text, following.start("pair"), end) if following else None
            if later is None or not 50 <= float(later.group("systolic")) > float(later.group("diastolic")):
                break
            match = later
        return stop

    def _keep_pressure(self, match: re.Match[str], start: int) -> None:
        for key, part in (("systolic-blood-pressure", "systolic"), ("diastolic-blood-pressure", "diastolic")):
            if key in self._index.analytes:
                number = Number(
                    float(match.group(part)), match.group("unit"), "=", match.start("systolic"), match.end()
                )
                self._keep(key, number, start)

    def _value(self, key: str | None, name: Name, name_start: int, name_end: int, end: int) -> int | None:
        text = self._text
        link = LINK.match(text, name_end, min(end, name_end + 80))
        if name.hint and not (link and link.group().strip()):
            return None
        for candidate in (key or name.analyte, SIBLINGS.get(key or "")):
            if candidate is None or candidate not in self._index.analytes:
                continue
            if candidate != key and text[max(0, name_start - 2) : name_start].strip() == "%":
                break  # "12% neutrophils, 70% lymphs": the number stands before
            first = self._first(candidate, name_end, link.end() if link else name_end, end)
            if first is not None and self._index.converters[candidate].convert(first.value, first.unit) is not None:
                if name.guarded and first.unit is None and not _LEVEL.search(text, name_end, first.start):
                    return None
                return self._series(candidate, first, name_start, end, keep=key is not None)
        return None

    def _first(self, key: str, name_end: int, linked: int, end: int) -> Number | None:
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

    def _series(self, key: str, first: Number, name_start: int, end: int, keep: bool) -> int:
        series = [first]
        while len(series) < MOST_VALUES:
            following = self._following(key, series[-1], end)
            if following is None:
                break
            series.append(following)
        if keep:
            unit = None
            for number in reversed(series):  # "1.2, 1.4, 2.1 mg/dL": the unit is said once
                unit = number.unit or unit
                start = name_start if number is first else number.start
                self._keep(key, number._replace(unit=unit or first.unit), start)
        return series[-1].end

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
            other = UNIT.match(text, stop, min(end, stop + 24))
            if other is not None:
                unit = self._known_unit(other.group("unit"), key)
                if unit is not None:
                    stop = other.start("unit") + len(unit)
                elif normalise_unit(other.group("unit")) not in _LETTERS:
                    return None
            if unit is None and NOT_BEHIND.match(text, stop, min(end, stop + 12)):
                return None
        return Number(value, unit, relation_of(match.group("relation")), match.start(), stop)

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
        """The next value of a series: behind an arrow, "previously", a comma, or in the next column."""
        text = self._text
        place = last.end
        labelled = False
        for _ in range(3):
            label = LABEL.match(text, place, min(end, place + 24))
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
            if pattern is COLUMNS and (number.unit is not None or labelled):
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

    def _paired(self, name: Name, name_start: int, name_end: int, end: int) -> int | None:
        """ "Na/K 139/4.1", "AST and ALT were 210 and 156", "H/H 10.1/30.4": several names, then as many numbers."""
        text = self._text
        keys = [name.analyte]
        place = name_end
        stroke = ""
        if name.written == "H/H":
            keys, stroke = ["haemoglobin", "haematocrit"], "/"
        while len(keys) < 5 and not (stroke and name.written == "H/H"):
            link = _PAIRED.match(text, place, min(end, place + 6))
            word = WORD.match(text, link.end(), end) if link else None
            hit = self._index.name_at(text, word.start(), word.group()) if word else None
            if link is None or hit is None or hit[0].hint or hit[0].guarded or hit[0].analyte == PRESSURE:
                break
            stroke = stroke or link.group().strip()
            keys.append(hit[0].analyte)
            place = hit[1]
        if len(keys) < 2 or any(k not in self._index.analytes for k in keys):
            return None
        numbers = list(self._numbers(keys, place, end, stroke in ("/", "&")))
        if len(numbers) != len(keys):
            return None
        for key, number in zip(keys, numbers, strict=True):
            self._keep(key, number, name_start)
        return numbers[-1].end

    def _numbers(self, keys: list[str], place: int, end: int, strokes: bool) -> Iterator[Number]:
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
                mark = re.compile(r"\s?/\s?" if strokes else r"\s?(?:,\s?and|,|and|/)\s?").match(text, stop, end)
                if mark is None:
                    return
                at = mark.end()

    def _keep(self, key: str, number: Number, start: int) -> None:
        value = self._index.converters[key].convert(number.value, number.unit)
        if value is None:
            return
        analyte = self._index.analytes[key]
        self.found.append(
            Measurement(
                analyte=key,
                label=analyte.names.en[0],
                value=value,
                unit=analyte.unit,
                given=self._text[number.start : number.end].strip(),
                flag=flag(analyte, value, self._patient, number.relation),
                relation=number.relation,
                start=start,
                end=number.end,
            )
        )
