"""A quantity is shown in the unit of the reader's part of the world, or in that of the record."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from core.units.conventions import PLAIN, Scale, Units, scale_of


@dataclass(frozen=True)
class Analyte:
    unit: str
    units: dict[str, float]
    offsets: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Quantity:
    analytes: tuple[str, ...]
    unit: str
    divisor: float = 1


ANALYTES = {
    "creatinine": Analyte("µmol/L", {"mg/dL": 88.4}),
    "haemoglobin": Analyte("g/L", {"g/dL": 10}),
    "temperature": Analyte("°C", {"°F": 5 / 9}, {"°F": -160 / 9}),
    "weight": Analyte("kg", {"lb": 0.45359237}),
    "sodium": Analyte("mmol/L", {}),
    "calcium": Analyte("mmol/L", {}),  # without the factor of the other unit
}


@pytest.mark.parametrize(
    ("analyte", "unit", "divisor", "units", "words", "own", "shown", "shown_unit"),
    [
        ("creatinine", "mg/dL", 88.4, "si", "", 1.0, 88.4, "µmol/L"),
        ("creatinine", "mg/dL", 88.4, "us", "", 1.0, 1.0, "mg/dL"),
        ("creatinine", "mg/dL", 88.4, "as_given", "creatinine 96 umol/L", 1.0, 88.4, "µmol/L"),
        ("creatinine", "mg/dL", 88.4, "as_given", "creatinine 96", 1.0, 1.0, "mg/dL"),
        ("haemoglobin", "g/L", 1, "us", "", 141, 14.1, "g/dL"),
        ("temperature", "°C", 1, "us", "", 37.0, 98.6, "°F"),
        ("weight", "kg", 1, "us", "", 80, 176.37, "lb"),
        ("sodium", "mmol/L", 1, "us", "", 140, 140, "mmol/L"),
        ("calcium", "mmol/L", 1, "us", "", 2.2, 2.2, "mmol/L"),
    ],
)
def test_units(
    analyte: str, unit: str, divisor: float, units: Units, words: str, own: float, shown: float, shown_unit: str
) -> None:
    scale = scale_of(Quantity((analyte,), unit, divisor), ANALYTES, units, words)
    assert scale.unit == shown_unit
    assert scale.shown(own) == pytest.approx(shown, rel=1e-4)
    assert scale.own(scale.shown(own)) == pytest.approx(own)


def test_what_may_be_one_of_several_keeps_its_unit() -> None:
    assert scale_of(Quantity(("creatinine", "sodium"), "mg/dL"), ANALYTES, "si") == Scale(unit="mg/dL")
    assert PLAIN.shown(3.0) == 3.0
