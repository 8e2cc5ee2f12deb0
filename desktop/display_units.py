"""In which unit a number is shown: the calculator's own, or that of the user's part of the world."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.units.quantity import normalise_unit

if TYPE_CHECKING:
    from core.knowledge.base import Knowledge
    from core.scores.inputs import Number

# Quantities that the two conventions write differently: (SI or what is usual beside it, United States). What is not
# here keeps the unit of its calculator; so does urea, which the United States measure as urea nitrogen.
_CONVENTIONS: dict[str, tuple[str, str]] = {
    "albumin": ("g/L", "g/dL"),
    "albumin-creatinine-ratio": ("mg/mmol", "mg/g"),
    "bilirubin": ("µmol/L", "mg/dL"),
    "blood-urea-nitrogen": ("mmol/L", "mg/dL"),
    "calcium": ("mmol/L", "mg/dL"),
    "cholesterol": ("mmol/L", "mg/dL"),
    "creatinine": ("µmol/L", "mg/dL"),
    "direct-bilirubin": ("µmol/L", "mg/dL"),
    "fibrinogen": ("g/L", "mg/dL"),
    "glucose": ("mmol/L", "mg/dL"),
    "haemoglobin": ("g/L", "g/dL"),
    "hdl-cholesterol": ("mmol/L", "mg/dL"),
    "height": ("cm", "in"),
    "ldl-cholesterol": ("mmol/L", "mg/dL"),
    "magnesium": ("mmol/L", "mg/dL"),
    "phosphate": ("mmol/L", "mg/dL"),
    "temperature": ("°C", "°F"),
    "total-protein": ("g/L", "g/dL"),
    "triglycerides": ("mmol/L", "mg/dL"),
    "urate": ("µmol/L", "mg/dL"),
    "weight": ("kg", "lb"),
}

_UP_TO_NUMBER = re.compile(r"^.*\d\s*(?=[^\d\s])(?!\d)", re.DOTALL)


@dataclass(frozen=True)
class Scale:
    """From the calculator's unit to the one shown: own = shown × `factor` + `offset`."""

    unit: str = ""
    factor: float = 1.0
    offset: float = 0.0

    def shown(self, own: float) -> float:
        return (own - self.offset) / self.factor

    def own(self, shown: float) -> float:
        return shown * self.factor + self.offset


PLAIN = Scale()


def scale_of(number: Number, knowledge: Knowledge, units: str, words: str = "") -> Scale:
    """How an input is shown: `units` is `si`, `us`, or `as_given` (that of its `words` in the record).

    Where none of these says, it is the calculator's own. The knowledge base has the factors; an input of several
    quantities keeps its unit.
    """
    plain = Scale(unit=number.unit)
    if len(number.analytes) != 1 or number.analytes[0] not in _CONVENTIONS:
        return plain
    analyte = knowledge.analytes.get(number.analytes[0])
    both = _CONVENTIONS[number.analytes[0]]
    unit = _as_written(words, both) if units == "as_given" else both[units == "us"]
    if analyte is None or unit is None or unit == number.unit:
        return plain
    factor = 1.0 if unit == analyte.unit else analyte.units.get(unit)
    if factor is None:
        return plain
    return Scale(unit, factor / number.divisor, analyte.offsets.get(unit, 0.0) / number.divisor)


def _as_written(words: str, units: tuple[str, str]) -> str | None:
    """The one of two units that stands behind the number in the record."""
    behind = normalise_unit(_UP_TO_NUMBER.sub("", words))
    return next((unit for unit in units if normalise_unit(unit) == behind), None)
