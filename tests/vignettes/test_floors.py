"""What the engine does on notes, patients' words, a surgery's day and long cases: no change may take it below."""

from __future__ import annotations

import pytest

from tests.vignettes.measure import figures, measure

# A little below what was measured (docs/measurements.md).
FLOORS = {
    "boards": {"top-1": 0.71, "top-3": 0.92, "urgency exact": 0.70, "emergent recognised": 0.93},
    "clinic": {"top-1": 0.79, "top-3": 0.94, "urgency exact": 0.83, "emergent recognised": 1.0},
    "plain": {"top-1": 0.85, "top-3": 0.92, "urgency exact": 0.80, "emergent recognised": 0.97},
    "surgery": {"top-1": 0.84, "top-3": 0.88, "urgency exact": 0.84, "emergent recognised": 1.0},
}
CEILINGS = {
    "boards": {"others called emergent": 0.30, "too late by urgency": 0.09},
    "clinic": {"others called emergent": 0.18, "too late by urgency": 0.05},
    "plain": {"others called emergent": 0.14, "too late by urgency": 0.03},
    "surgery": {"others called emergent": 0.10, "too late by urgency": 0.05},
}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_ranking_and_urgency_stay_where_they_are(name: str) -> None:
    found = figures(measure(name))
    below = {key: found[key] for key, floor in FLOORS[name].items() if found[key] < floor}
    above = {key: found[key] for key, ceiling in CEILINGS[name].items() if found[key] > ceiling}
    assert not below
    assert not above
