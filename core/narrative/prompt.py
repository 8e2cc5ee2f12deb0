"""What a model is asked: to word one group of facts that are already established, with worked examples before it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from core.narrative.outline import Outline
from core.narrative.record import Record
from core.system.folders import resources

# What the model is asked to word: what the facts are called, and how its sentence begins. The beginning decides who it
# is about and whether it denies, which a small model gets wrong first.
_GROUPS = {
    "present": ("Also present", "{who} also has"),
    "absent": ("Not present", "{who} has no {first}"),
    "past": ("Past history", "{who} has a history of"),
    "family": ("Family history", "There is a family history of"),
    "medications": ("Medications", "{who} takes"),
    "allergies": ("Allergies", "{who} is allergic to"),
    "measurements": ("Abnormal values", "The"),
}
_WHO = {"male": ("Man", "He"), "female": ("Woman", "She"), "unknown": ("Patient", "The patient")}
_MOST = 5  # things: a small model loses its way in a long list, and the template tells what it leaves out


class Question(NamedTuple):
    """The conversation up to where the model writes on, and the words with which its sentence begins."""

    messages: list[dict[str, str]]
    beginning: str


def question(record: Record, outline: Outline, group: str) -> Question | None:
    """How to ask for one group; None where there is nothing to ask, or where it is not a model's to word."""
    items = getattr(outline, group)
    if group not in _GROUPS or not items:
        return None
    heading, beginning = _GROUPS[group]
    noun, pronoun = _WHO[record.assessment.patient.sex]
    told = ", ".join(item.words.removeprefix("history of ") for item in items[:_MOST])
    return Question(
        [*_examples(), _turn("user", f"{noun}. {heading}: {told}")], beginning.format(who=pronoun, first=items[0].words)
    )


@lru_cache(maxsize=1)
def _examples() -> tuple[dict[str, str], ...]:
    """The instruction, and pairs of facts and sentences, a line each."""
    folder = resources() / "prompts"
    turns = [_turn("system", (folder / "sentence-instruction.txt").read_text(encoding="utf-8").strip())]
    lines = (folder / "sentence-examples.txt").read_text(encoding="utf-8").split("\n")
    for place, line in enumerate(line for line in lines if line):
        turns.append(_turn("assistant" if place % 2 else "user", line))
    return tuple(turns)


def _turn(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}
