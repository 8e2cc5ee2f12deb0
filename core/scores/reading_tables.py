"""The measurements in the tables of a record (see `tables.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.language.analytes import PRESSURE, WORD, analyte_index
from core.language.model import Measurement
from core.scores.tables import Cell

_VALUE = re.compile(
    r"(?P<sign>[<>])?\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:/(?P<lower>\d{2,3}))?\s*(?P<unit>[^\s()\d]\S*)?\s*\Z"
)
_UNIT_OF_HEAD = re.compile(r"[\s(\[,]+(?P<unit>[A-Za-zµμ°%][^\s()\[\]]*)[)\]]?\s*$")
_PARTS = ("systolic-blood-pressure", "diastolic-blood-pressure")


def from_cells(cells: tuple[Cell, ...], knowledge: Knowledge) -> Iterator[Measurement]:
    """What the cells say of quantities that the knowledge base has."""
    for cell in cells:
        analyte, unit = _analyte(knowledge, cell.name)
        value = _VALUE.match(cell.value) if analyte else None
        if analyte is None or value is None:
            continue
        pressure = analyte in (PRESSURE, *_PARTS)
        parts = (
            zip(_PARTS, (value["number"], value["lower"]), strict=True) if pressure else ((analyte, value["number"]),)
        )
        for one, written in parts:
            number = _canonical(knowledge, one, written, value["unit"] or unit)
            if number is not None:
                entry = knowledge.analytes[one]
                yield Measurement(
                    analyte=one,
                    label=entry.names.en[0],
                    value=number,
                    unit=entry.unit,
                    given=cell.value,
                    relation=value["sign"] or "=",
                    start=cell.start,
                    end=cell.end,
                )


def _analyte(knowledge: Knowledge, name: str) -> tuple[str | None, str | None]:
    """The analyte that a head names, and the unit that stands behind it."""
    first = WORD.match(name)
    named = analyte_index(knowledge).name_at(name, 0, first.group()) if first else None
    if named is None:
        return None, None
    unit = _UNIT_OF_HEAD.search(name, named[1])
    return named[0].analyte, unit["unit"] if unit else None


def _canonical(knowledge: Knowledge, analyte: str, written: str | None, unit: str | None) -> float | None:
    if not written:
        return None
    converter, number = analyte_index(knowledge).converters[analyte], float(written.replace(",", ""))
    # "Temp C": a unit that is not spelled as the knowledge base has it says no more than none.
    return converter.convert(number, unit if unit and converter.knows(unit) else None)
