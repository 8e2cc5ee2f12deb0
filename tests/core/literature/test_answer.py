"""Yes, no or maybe from passages, and the sentences it rests on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.literature.answer import answer

QUESTION = "Does aspirin reduce mortality after stroke?"


@pytest.mark.parametrize(
    ("contexts", "verdict"),
    [
        (["Aspirin significantly reduced mortality after stroke."], "yes"),
        (["Aspirin did not reduce mortality after stroke."], "no"),
        (["Aspirin may reduce mortality after stroke."], "maybe"),
        (["Nothing here belongs to it."], "maybe"),
        ([], "maybe"),
        (["", "  \n"], "maybe"),
    ],
)
def test_verdicts(contexts: list[str], verdict: str) -> None:
    assert answer(QUESTION, contexts).verdict == verdict


def test_it_points_at_whole_sentences() -> None:
    contexts = ["Background. Mortality was 3.5% with aspirin.  Other matters.", "Stroke mortality fell with aspirin."]
    found = [contexts[c][start:end] for c, start, end in answer(QUESTION, contexts).supporting]
    assert set(found) == {"Mortality was 3.5% with aspirin.", contexts[1]}


def test_nothing_shared_rests_on_nothing() -> None:
    assert answer("?", ["Aspirin helps."]) == ("maybe", ())
    assert answer(QUESTION, ["Milk and bread."]).supporting == ()


def test_results_and_later_passages_come_first() -> None:
    same = "Aspirin and mortality after stroke."
    assert answer(QUESTION, [same, same]).supporting[0][0] == 1


@given(st.text(max_size=60), st.lists(st.text(max_size=200), max_size=4))
@settings(max_examples=60, deadline=None)
def test_every_place_lies_inside_its_passage(question: str, contexts: list[str]) -> None:
    found = answer(question, contexts)
    assert found.verdict in ("yes", "no", "maybe")
    assert all(0 <= start < end <= len(contexts[c]) for c, start, end in found.supporting)
