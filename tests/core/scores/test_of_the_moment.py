"""Of several values the last counts for a score of the moment, unless a question asks for another."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.language import read
from core.scores import compute, find
from tests.core.scores.notes import KNOWLEDGE

THEN_NOW = "BP 150/90 on arrival; now BP 118/70."
AFTER = "BP 150/90, pulse 110 at triage. After a litre of saline BP 128/70."
MARKED_BEFORE = "Two hours later BP 88/52. On arrival it had been: BP 120/60."


def _mean(text: str, question: str | None = None) -> object:
    calculator = find("map")
    assert calculator is not None
    return compute(calculator, read(Case(id="x", text=text), KNOWLEDGE), KNOWLEDGE, question, text=text).value


@pytest.mark.parametrize(
    ("text", "expected"), [(THEN_NOW, 86.0), (AFTER, 89.3), (MARKED_BEFORE, 64.0), ("BP 120/60.", 80.0)]
)
def test_now_comes_before_the_arrival(text: str, expected: float) -> None:
    assert _mean(text) == expected


def test_a_question_may_ask_for_the_arrival() -> None:
    assert _mean(THEN_NOW, "What was the mean arterial pressure on arrival?") == 110.0


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Given aspirin 300 mg in the ambulance.", True),
        ("Allergic to aspirin.", None),
        ("Aspirin allergy (urticaria).", None),
        ("Aspirin-exacerbated respiratory disease.", None),
    ],
)
def test_an_allergy_to_aspirin_is_no_use_of_it(text: str, taken: bool | None) -> None:
    calculator = find("timi-ua-nstemi")
    assert calculator is not None
    text = f"A 60-year-old man with chest pain. {text}"
    result = compute(calculator, read(Case(id="x", text=text), KNOWLEDGE), KNOWLEDGE, text=text)
    inputs = {i.name: i.value for i in result.inputs}
    assert inputs.get("aspirin in the last 7 days") == taken


@pytest.mark.parametrize(
    "text",
    [
        "Blood cultures: Staphylococcus aureus in 3 of 3 bottles.",
        "Blood cultures grew S. gallolyticus.",
        "Bacteraemia.",
    ],
)
def test_cultures_that_name_their_germ(text: str) -> None:
    calculator = find("duke")
    assert calculator is not None
    result = compute(calculator, read(Case(id="x", text=text), KNOWLEDGE), KNOWLEDGE, text=text)
    assert any(i.name.startswith("positive blood cultures") and i.value is True for i in result.inputs)
