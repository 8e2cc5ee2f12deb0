"""What a sample of urine holds, where the sample is named at the head: "spot urine showed a sodium of 14 mmol/L"."""

from __future__ import annotations

import re

from core.language.analytes import analyte_index
from core.scores.facts import Fact
from core.scores.reading_phrases import Reader
from core.scores.source import Source

# Up to the next sample, of whatever else, and not what is made of it in a day.
_URINE = r"\burin(?:e|ary)\b(?! output)(?:(?!\b(?:serum|blood|plasma|venous|output)\b|\.\s)[^;\n]){0,90}?"
_VALUE = (
    r"(?:\s+(?:concentration|level|value))?\s*(?:of|was|is|:|=|at)?\s*"
    r"(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[µμ]?[A-Za-z]+/d?[lL])"
)


def of_urine(analyte: str, name: str, unit: str, divisor: float = 1) -> Reader:
    """A reader of a quantity by its plain `name`; a `unit` of the input is `divisor` of the analyte's own."""
    wanted = re.compile(rf"{_URINE}\b{name}{_VALUE}", re.IGNORECASE)

    def read(source: Source) -> Fact:
        found = wanted.search(source.text)
        value = None
        if found is not None:
            converter = analyte_index(source.knowledge).converters[analyte]
            value = converter.convert(float(found["value"]), found["unit"])
        if found is None or value is None:
            return Fact(unit=unit)
        return Fact((round(value / divisor, 1),), unit=unit, start=found.start("value"), end=found.end())

    return read
