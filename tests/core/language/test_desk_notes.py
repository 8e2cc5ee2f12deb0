"""Forty-two notes of the kinds that lie on desks: what must be read of them and what must not."""

from __future__ import annotations

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from tests.core.language.desk import holds, notes

# What held when the failures had been read. It may rise, and never fall.
LEAST_SAID, MOST_WRONGLY_SAID = 408, 1


def test_the_notes_of_the_desk_are_read() -> None:
    knowledge = default_knowledge()
    said, wrong, missed = 0, [], []
    for note in notes():
        reading = read(Case(id="x", text=note["text"]), knowledge)
        held = [s for s in note["said"] if holds(reading, s, knowledge)]
        said += len(held)
        missed += [f"{note['kind']}: {s}" for s in note["said"] if s not in held]
        wrong += [f"{note['kind']}: {s}" for s in note["unsaid"] if holds(reading, s, knowledge)]
    assert said >= LEAST_SAID, missed
    assert len(wrong) <= MOST_WRONGLY_SAID, wrong
