"""Tables of a score: what the points are where everything is known, cut-off by cut-off."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.scores import find
from core.scores.inputs import Age, Flag, Number, Sex, Told
from tests.core.scores.notes import given

Values = Mapping[str, float | bool | str]


def rows(name: str, base: Values, *changed: tuple[Values, float | str]) -> list[object]:
    """One case for each row: the base with these changes, and the value that follows."""
    return [
        pytest.param(name, {**base, **changes}, value, id=f"{name}-{'-'.join(f'{k}={v}' for k, v in changes.items())}")
        for changes, value in changed
    ]


def check(name: str, values: Values, expected: float | str, tolerance: float = 0.006) -> None:
    """All is known, nothing is assumed, and the value is this."""
    result = given(name, values, assume_absent=False)
    if isinstance(expected, str):
        assert result.value == expected
    else:
        assert result.value == pytest.approx(expected, abs=tolerance)
    assert result.missing == ()


def labels(name: str, *totals: float) -> list[str | None]:
    """The categories of these totals."""
    calculator = find(name)
    assert calculator is not None
    found = [calculator.category(t, (t,)) for t in totals]
    return [c.en if c else None for c in found]


def harmless(name: str) -> dict[str, float | bool | str]:
    """Values of every input that bring no points, as far as `False`, 0 and usual figures do."""
    calculator = find(name)
    assert calculator is not None
    usual = {
        "age": 40.0, "systolic": 125.0, "diastolic": 75.0, "heart-rate": 70.0, "respiratory-rate": 14.0,
        "temperature": 37.0, "saturation": 98.0, "white-cells": 7.0, "platelets": 250.0, "haemoglobin": 14.5,
        "haematocrit": 44.0, "creatinine": 0.9, "sodium": 140.0, "glucose": 95.0, "albumin": 4.2, "inr": 1.0,
        "urea-nitrogen": 12.0, "bmi": 22.0, "height": 175.0, "weight": 70.0, "ast": 20.0, "ldh": 150.0, "ph": 7.4,
        "po2": 95.0, "fio2": 21.0, "gcs": 15.0, "calcium": 9.4,
    }  # fmt: skip
    values: dict[str, float | bool | str] = {}
    for wanted in calculator.inputs:
        if isinstance(wanted, Sex):
            values[wanted.id] = "female"
        elif isinstance(wanted, Number | Age):
            values[wanted.id] = usual.get(wanted.id, 0.0)
        elif isinstance(wanted, Flag):
            values[wanted.id] = False
        elif isinstance(wanted, Told):
            values[wanted.id] = False if wanted.absent is False else usual.get(wanted.id, 0.0)
    return values
