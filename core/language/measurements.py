"""Numbers with a meaning: vital signs and laboratory values, in their canonical units, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.language.analytes import PRESSURE, WORD, Name, analyte_index
from core.language.en.quantities import SIBLINGS
from core.language.measured import Measured
from core.language.model import Measurement
from core.language.numbers import NEXT_PRESSURE, link_behind, relation_of
from core.language.numbers import PRESSURE as PRESSURE_VALUE
from core.language.small_letters import small_names
from core.language.specimens import Fluids
from core.language.tables import table_cells
from core.language.unnamed import Unnamed, unnamed_values
from core.language.values import MOST_VALUES, Number, Values
from core.units.quantity import parse_number

_DIGIT = re.compile(r"\d")
_COMPOUND = re.compile(r"[A-Za-z]{3,}-$")
_LEVEL = re.compile(r"\b(?:levels?|trough|random|peak|pre-dose|C0|concentration)\b|<", re.IGNORECASE)
_PAIRED = re.compile(r"\s?(?:/|&|,|\band\b)\s?")


class Reader:
    """Finds the measurements of one text, for a patient of a certain age and sex."""

    def __init__(self, text: str, knowledge: Knowledge, patient: Patient) -> None:
        self._text = text
        self._index = analyte_index(knowledge)
        self._values = Values(text, self._index)
        self._measured = Measured(text, self._index, patient)
        self._found = self._measured.found

    def read(self, start: int, end: int) -> list[Measurement]:
        """The measurements between two places, in order."""
        if not _DIGIT.search(self._text, start, end):
            return []
        before = len(self._found)
        self._stretch(start, end)
        self._found[before:] = sorted(self._found[before:], key=lambda m: (m.start, m.end))
        return self._found[before:]

    def read_tables(self, taken: Container[int]) -> list[Measurement]:
        """The values of the tables of the text, but for those that were already read in their line: `taken` are the
        places where such a one ends."""
        before = len(self._found)
        for cell in table_cells(self._text, 0, len(self._text), self._named):
            written = self._text[cell.start : cell.end]
            if cell.analyte == PRESSURE:
                pressure = PRESSURE_VALUE.match(self._text, cell.start, cell.end)
                if pressure is not None and cell.end not in taken:
                    self._measured.keep_pressure(pressure, cell.start)
                continue
            value = parse_number(written.strip("<>"))
            if value is not None and cell.end not in taken:
                relation = relation_of(written[0] if written[0] in "<>" else None)
                self._measured.keep(cell.analyte, Number(value, None, relation, cell.start, cell.end), cell.start)
        return self._found[before:]

    def keep(self, items: Iterable[Unnamed]) -> list[Measurement]:
        """The measurements that values are whose analyte is known by what stands elsewhere."""
        before = len(self._found)
        for item in items:
            self._measured.keep_unnamed(item)
        return self._found[before:]

    def names(self, start: int, end: int) -> bool:
        """Is what stands between two places the name of a quantity, and of no state ("febrile")?"""
        word = WORD.match(self._text, start)
        hit = self._index.name_at(self._text, start, word.group()) if word else None
        return hit is not None and hit[1] == end and not hit[0].hint

    def _named(self, cell: str) -> str | None:
        """The analyte that has just this name."""
        word = WORD.match(cell)
        hit = self._index.name_at(cell, 0, word.group()) if word else None
        return hit[0].analyte if hit and hit[1] == len(cell) and not hit[0].hint else None

    def _stretch(self, start: int, end: int) -> None:
        place = start
        text = self._text
        names = self._index.by_word
        before_all = len(self._found)
        fluids: Fluids | None = None
        small = small_names(text, start, end)
        while place < end:
            match = WORD.search(text, place, end)
            if match is None:
                break
            place = match.end()
            if match.start() not in small and match.group().lower() not in names:
                continue
            before = text[match.start() - 1] if match.start() > start else " "
            if before.isascii() and before.isalnum() and match.group().isascii():
                continue
            if before == "-" and _COMPOUND.search(text, max(start, match.start() - 12), match.start()):
                continue  # "low-density lipoprotein-cholesterol" is not the cholesterol
            row = small.get(match.start())
            hit = self._index.name_at(text, match.start(), match.group()) or row
            if hit is None or hit[1] > end:
                continue
            name, name_end = hit[:2]
            if name.analyte == PRESSURE:
                done = self._pressure(match.start(), name_end, end)
            elif name.written == "CO2" and not any(
                m.analyte in ("sodium", "chloride") for m in self._found[before_all:]
            ):
                continue  # only in a panel of electrolytes is it bicarbonate
            else:
                fluids = fluids or Fluids(text, start, end)
                key = fluids.analyte(name.analyte, match.start(), name_end, self._index.analytes)
                done = self._paired(name, match.start(), name_end, end) or self._value(
                    key, name, match.start(), name_end, row.stop if row else end
                )
            place = max(place, done or match.end())
        found_here = self._found[before_all:]
        for item in unnamed_values(text, start, end, found_here):
            self._measured.keep_unnamed(item)

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
            self._measured.keep_pressure(match, name_start if stop is None else self._named_again(stop, match))
            stop = match.end()
            following = NEXT_PRESSURE.match(self._text, stop, end)
            later = PRESSURE_VALUE.match(self._text, following.start("pair"), end) if following else None
            if later is None or not 50 <= float(later.group("systolic")) > float(later.group("diastolic")):
                break
            match = later
        return stop

    def _named_again(self, stop: int, match: re.Match[str]) -> int:
        """Where a later pair of a series begins: at its own name, where it has one ("BP 150/90, now BP 118/70")."""
        place = match.start("systolic")
        for word in WORD.finditer(self._text, stop, place):
            hit = self._index.name_at(self._text, word.start(), word.group())
            if hit is not None and hit[0].analyte == PRESSURE:
                return word.start()
        return place

    def _value(self, key: str | None, name: Name, name_start: int, name_end: int, end: int) -> int | None:
        text = self._text
        link = link_behind(text, name_end, end)
        # "fever 38.9 C": without "of" or "to" a word that only announces needs the unit, or a fraction, to be believed.
        unannounced = name.hint and not (link and link.group().strip())
        for candidate in (key or name.analyte, SIBLINGS.get(key or "")):
            if candidate is None or candidate not in self._index.analytes:
                continue
            if candidate != key and text[max(0, name_start - 2) : name_start].strip() == "%":
                break  # "12% neutrophils, 70% lymphs": the number stands before
            titre = self._index.analytes[candidate].unit == "titre"
            first = self._values.titre(name_end, end) if titre else None
            first = first or self._values.first(candidate, name_end, link.end() if link else name_end, end)
            if first is not None and self._index.converters[candidate].convert(first.value, first.unit) is not None:
                if name.guarded and first.unit is None and not _LEVEL.search(text, name_end, first.start):
                    return None
                if unannounced and first.unit is None and "." not in text[first.start : first.end]:
                    return None
                series = self._values.series(candidate, first, end)
                if key is not None:
                    self._measured.keep(candidate, series[0], name_start)
                    for number in series[1:]:
                        self._measured.keep(candidate, number, number.start)
                return series[-1].end
        return None

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
        numbers = list(self._values.paired(keys, place, end, stroke in ("/", "&")))
        if len(numbers) != len(keys):
            return None
        for key, number in zip(keys, numbers, strict=True):
            self._measured.keep(key, number, name_start)
        return numbers[-1].end
