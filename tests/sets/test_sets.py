"""The two sets of fresh eyes: what was reached is the floor."""

from __future__ import annotations

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from tests.sets.measure import assertion_figures, measurement_figure, measurement_lines, read_targets

FLOORS = {
    "family or other": 0.97,
    "hypothetical": 0.97,
    "hypothetical alone": 0.97,
    "conditional": 0.97,
    "possible": 0.97,
    "absent": 0.96,
    "historical": 0.90,
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The knowledge base that comes with the program."""
    return default_knowledge()


def test_sentences(knowledge: Knowledge) -> None:
    figures = assertion_figures(read_targets(knowledge))
    assert {name: round(figures[name].f1, 3) for name, floor in FLOORS.items() if figures[name].f1 < floor} == {}


def test_measurement_lines(knowledge: Knowledge) -> None:
    assert measurement_figure(list(measurement_lines(knowledge))).f1 >= 0.97
