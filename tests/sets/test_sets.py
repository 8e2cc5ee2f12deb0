"""The sets of fresh eyes: what was reached is the floor."""

from __future__ import annotations

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from tests.sets import measure_prescriptions, measure_sentences
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


@pytest.mark.parametrize("unsafe", [True, False])
def test_prescriptions(unsafe: bool) -> None:
    judged = [j for j in measure_prescriptions.judge() if j.unsafe is unsafe]
    assert sum(j.right for j in judged) / len(judged) >= 0.96


def test_corrupted_sentences() -> None:
    """What is corrupted is withheld, what is true is shown; of four kinds none may pass."""
    figures = measure_sentences.figures(list(measure_sentences.judge()))
    for kind in ("wrong-person", "wrong-side", "dropped-negation", "swapped-drug"):
        caught, corrupted = figures[kind]
        assert caught == corrupted == 25, kind
    caught, corrupted = figures["caught"]
    assert corrupted == 200
    assert caught >= 199
    withheld, true = figures["true"]
    assert withheld / true <= 0.05
