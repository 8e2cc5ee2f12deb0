"""Random inputs against the package `medcalc-bench` (the benchmark's own formulas). Runs where it is installed."""

from __future__ import annotations

import importlib
import random

import pytest

from core.scores import CALCULATORS, find
from tests.core.scores.notes import given
from tests.core.scores.package_equations import EQUATIONS
from tests.core.scores.package_points import POINTS
from tests.core.scores.package_rows import Row, draw
from tests.core.scores.test_registry import MEDCALC

ROWS = (*EQUATIONS, *POINTS)
ROUNDS = 300
# What cannot be compared, and why.
NOT_COMPARED = {
    "delta-ratio": "the package has no module for it; the one corrected for albumin is compared",
    "target-weight": "its module asks for a function that the package does not have",
    "framingham-hard-chd": "takes the cholesterol in mmol/L for coefficients of mg/dL and rounds the share to a tenth",
}


def test_every_calculator_of_the_benchmark_is_compared_or_says_why_not() -> None:
    ids = {calculator.id for name in MEDCALC if (calculator := find(name)) is not None}
    assert {row.id for row in ROWS} | set(NOT_COMPARED) == ids
    assert {row.id for row in ROWS}.isdisjoint(NOT_COMPARED)


@pytest.mark.soak
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_ours_and_theirs(row: Row) -> None:
    pytest.importorskip("medcalc.anion_gap", reason="medcalc-bench is not installed")
    compute = getattr(importlib.import_module(f"medcalc.{row.module}"), row.function)
    chance, half = random.Random(row.id), 0.5 * 10.0 ** -CALCULATORS[row.id].decimals
    for _ in range(ROUNDS):
        ours, theirs = draw(row, chance)
        answer = compute(dict(theirs))
        answer = answer["Answer"] if isinstance(answer, dict) else answer
        value = given(row.id, ours).value
        if isinstance(value, str):
            assert _plain(answer) == value
            continue
        assert isinstance(value, int | float)
        expected = row.correct(ours, answer) if row.correct else answer
        assert value == pytest.approx(expected, abs=half + 1e-9, rel=row.tolerance), (ours, answer)


def _plain(answer: object) -> str:
    """A date as it is; weeks and days as we write them."""
    if isinstance(answer, str):
        return answer
    weeks, days = (str(part).split()[0] for part in answer)  # type: ignore[attr-defined]
    return f"{weeks}w{days}d"
