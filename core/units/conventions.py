"""In which unit a quantity is shown: that of whoever computes with it, or that of the reader's part of the world."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from core.units.quantity import normalise_unit

Units = Literal["as_given", "si", "us"]

# Quantities that the two conventions write differently: (SI or what is usual beside it, United States). What is not
# here keeps its unit; so does urea, which the United States measure as urea nitrogen.
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


class Quantity(Protocol):
    """What is computed with: the canonical value of one of `analytes`, divided by `divisor`, is in `unit`."""

    @property
    def analytes(self) -> tuple[str, ...]: ...
    @property
    def unit(self) -> str: ...
    @property
    def divisor(self) -> float: ...


class Convertible(Protocol):
    """An analyte of the knowledge base: its canonical unit, and the factors and offsets of others."""

    @property
    def unit(self) -> str: ...
    @property
    def units(self) -> Mapping[str, float]: ...
    @property
    def offsets(self) -> Mapping[str, float]: ...


@dataclass(frozen=True)
class Scale:
    """From the unit that is computed in to the one shown: own = shown × `factor` + `offset`."""

    unit: str = ""
    factor: float = 1.0
    offset: float = 0.0

    def shown(self, own: float) -> float:
        return (own - self.offset) / self.factor

    def own(self, shown: float) -> float:
        return shown * self.factor + self.offset


PLAIN = Scale()


def scale_of(quantity: Quantity, analytes: Mapping[str, Convertible], units: Units, words: str = "") -> Scale:
    """How a quantity is shown; `as_given` means in the unit of its `words` in the record.

    Where none of these says, it is its own. A quantity that may be one of several analytes keeps its unit.
    """
    plain = Scale(unit=quantity.unit)
    if len(quantity.analytes) != 1 or quantity.analytes[0] not in _CONVENTIONS:
        return plain
    analyte = analytes.get(quantity.analytes[0])
    both = _CONVENTIONS[quantity.analytes[0]]
    unit = _as_written(words, both) if units == "as_given" else both[units == "us"]
    if analyte is None or unit is None or unit == quantity.unit:
        return plain
    factor = 1.0 if unit == analyte.unit else analyte.units.get(unit)
    if factor is None:
        return plain
    return Scale(unit, factor / quantity.divisor, analyte.offsets.get(unit, 0.0) / quantity.divisor)


def _as_written(words: str, units: tuple[str, str]) -> str | None:
    """The one of two units that stands behind the number in the record."""
    behind = normalise_unit(_UP_TO_NUMBER.sub("", words))
    return next((unit for unit in units if normalise_unit(unit) == behind), None)
