from __future__ import annotations

import pytest

from tests.core.scores.notes import note, score


@pytest.mark.parametrize(
    ("systolic", "diastolic", "mean"),
    [(120, 80, 93.3), (120, 60, 80.0), (90, 60, 70.0), (80, 45, 56.7), (200, 110, 140.0), (60, 60, 60.0)],
)
def test_the_mean_pressure(systolic: float, diastolic: float, mean: float) -> None:
    values = {"systolic-blood-pressure": systolic, "diastolic-blood-pressure": diastolic}
    result = score("MAP", note(values=values))
    assert (result.value, result.unit, result.category) == (mean, "mmHg", None)


def test_half_a_pressure_is_not_enough() -> None:
    result = score("MAP", note(values={"systolic-blood-pressure": 120.0}), assume_absent=True)
    assert (result.value, result.range, result.missing) == (None, None, ("diastolic blood pressure",))
