"""The values of one quantity in the lists of a record (see `lists.py`)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.analytes import analyte_index
from core.language.model import Measurement
from core.scores.inputs import Number
from core.scores.lists import Listed
from core.scores.source import Source

_URINE = re.compile(r"\burin", re.IGNORECASE)
_OF_URINE = "urine-"


@lru_cache(maxsize=256)
def _named(knowledge: Knowledge, analyte: str) -> re.Pattern[str]:
    names = sorted(knowledge.analytes[analyte].names.en, key=len, reverse=True)
    # A hyphen or a blank, one or several: "high density lipoprotein-cholesterol", "triglyceride".
    listed = "|".join(re.sub(r"(?:\\ |\\-|-)", r"[ -]", re.escape(n)).removesuffix("s") + "s?" for n in names)
    return re.compile(rf"(?<![A-Za-z])(?:{listed})(?![A-Za-z])", re.IGNORECASE)


def _canonical(knowledge: Knowledge, analyte: str, one: Listed) -> float | None:
    """The value in the canonical unit; a unit that is not known ("mEql/L") is passed over only where all are alike."""
    converter, entry = analyte_index(knowledge).converters[analyte], knowledge.analytes[analyte]
    alike = len(set(entry.units.values())) == 1
    known = not one.unit or converter.knows(one.unit)
    return converter.convert(one.value, (one.unit or None) if known or not alike else entry.unit)


def from_lists(wanted: Number, source: Source) -> list[Measurement]:
    """The values that lists give for the quantity."""
    found = []
    for analyte in wanted.analytes:
        urine = analyte.startswith(_OF_URINE)
        entry = source.knowledge.analytes[analyte]
        for one in source.lists:
            if urine != bool(_URINE.search(one.head)):
                continue
            if not _named(source.knowledge, analyte.removeprefix(_OF_URINE)).search(one.name):
                continue
            value = _canonical(source.knowledge, analyte, one)
            if value is not None:
                found.append(
                    Measurement(
                        analyte=analyte,
                        label=entry.names.en[0],
                        value=value,
                        unit=entry.unit,
                        given=f"{one.value:g} {one.unit}".strip(),
                        start=one.start,
                        end=one.end,
                    )
                )
    return found
