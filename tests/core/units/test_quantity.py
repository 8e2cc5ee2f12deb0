"""Numbers and units."""

from __future__ import annotations

import doctest

import pytest

from core.units import Converter, normalise_unit, parse_number, quantity


def test_the_examples_hold() -> None:
    assert doctest.testmod(quantity).failed == 0


@pytest.mark.parametrize("unit", ["x10^9/L", "×10⁹/L", "10*9/L", "K/uL", "K/µL", "10^3/uL", "x 10^9/L", "10^9/l"])
def test_one_count_has_many_spellings(unit: str) -> None:
    assert normalise_unit(unit) == "10^9/l"


def test_numbers() -> None:
    assert parse_number("1,234,567.5") == 1234567.5
    assert parse_number("1e400") is None
    assert parse_number("") is None


def test_conversion_needs_a_known_unit_and_a_plausible_result() -> None:
    temperature = Converter("°C", {"°F": 5 / 9}, {"°F": -160 / 9}, ["°C", "°F"], (25, 45))
    assert temperature.convert(101.2, None) == pytest.approx(38.444444)
    assert temperature.convert(38.4, "C") == 38.4
    assert temperature.convert(38.4, "°F") is None
    assert temperature.convert(38.4, "mg/dL") is None
    assert temperature.convert(500, None) is None
    assert temperature.knows("degrees C")
