"""Pairs that must be graded gravely, and pairs that must not interrupt, with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.knowledge.base import default_knowledge
from core.language.model import Medication
from core.treatment.model import SafetyItem
from core.treatment.safety import check_drugs
from tests.core.treatment.safety.panel_pairs import EVERYDAY, GRAVE, LONG_QT
from tests.core.treatment.ward import ward


def pairs(listed: str) -> list[tuple[str, str]]:
    lines = [line.split(": ") for line in listed.strip().splitlines()]
    return [(one, other) for one, others in lines for other in others.split(", ")]


def together(one: str, other: str) -> list[SafetyItem]:
    """What is said of the pair itself."""
    knowledge = default_knowledge()
    drugs = [Medication(name=name, drug=knowledge.drug(name)) for name in (one, other)]
    assert all(drug.drug for drug in drugs)
    _, items = check_drugs(ward(knowledge, *drugs))
    return [item for item in items if len(item.drugs) == 2]


@pytest.mark.parametrize(("one", "other"), pairs(GRAVE) + pairs(LONG_QT))
def test_what_a_panel_would_call_grave(one: str, other: str) -> None:
    assert min(item.rank for item in together(one, other)) <= 1


@pytest.mark.parametrize(("one", "other"), pairs(EVERYDAY))
def test_everyday_pairs_interrupt_nobody(one: str, other: str) -> None:
    assert not any(item.interruptive for item in together(one, other))


def test_there_are_enough_of_them() -> None:
    assert len(pairs(GRAVE)) + len(pairs(LONG_QT)) >= 200
    assert len(pairs(EVERYDAY)) >= 110
