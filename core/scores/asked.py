"""Which of several values a question asks for ("at discharge", "before contrast", "today", "at 14:05"), and which stand
back unless it asks for them: those of somebody else, of the past, of a later course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from core.scores.facts import Fact
from core.scores.occasion import STEM, Occasion, Setting
from core.scores.source import Source

_BACK = {
    Occasion.OTHER: 12,
    Occasion.PAST: 6,
    Occasion.AIM: 6,
    Occasion.LATER: 3,
    Occasion.DISCHARGE: 3,
    Occasion.AFTER: 3,
}
_NAMED, _CLOCK, _OTHER_CLOCK, _STILL_NOW, _OF_THE_COURSE = 5, 8, 3, 2, 1
_MOST_WORDS = 3
_COURSE = frozenset((Occasion.LATER, Occasion.AFTER, Occasion.DISCHARGE))
_LAST = frozenset((Occasion.NOW, Occasion.DISCHARGE, Occasion.AFTER, Occasion.LATER))
# The words of a question that say what is computed, not when or where.
_EMPTY = frozenset(
    w[:STEM]
    for w in "patient patients weight height body mass index dose doses based terms risk score calculation value values"
    " mortality major cardiac pulmonary embolism cirrhosis pneumonia venous thromboembolism strep pharyngitis atrial"
    " fibrillation hard coronary heart disease quantity number what which with using their that from this creatinine"
    " sodium glucose pressure rate mean arterial clearance corrected correction formula actual points unit units many"
    " criteria daily equation should adjusted instead current today".split()
)


class Placed(Protocol):
    """Something that stands at a place of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def fitness(asked: Setting, found: Setting) -> int:
    """How well a value of this setting answers what is asked; 0 where nothing speaks for it or against it."""
    occasions = found.occasions
    if occasions & {Occasion.NOW, Occasion.ARRIVAL}:
        occasions -= {Occasion.PAST, Occasion.LATER, Occasion.AFTER} - asked.occasions
    late = bool(asked.occasions & _LAST)
    points = 0
    for occasion in occasions:
        if occasion in asked.occasions:
            points += _NAMED
        elif late and occasion in _COURSE:
            points += _OF_THE_COURSE
        else:
            points -= _BACK.get(occasion, 0)
    if late and (occasions - asked.occasions) & {Occasion.ARRIVAL, Occasion.BEFORE}:
        points -= _STILL_NOW
    if Occasion.BEFORE in asked.occasions and Occasion.AFTER in occasions - asked.occasions:
        points -= _STILL_NOW
    if asked.clocks:
        points += _CLOCK if asked.clocks & found.clocks else -_OTHER_CLOCK if found.clocks else 0
    return points + min(_MOST_WORDS, len((asked.stems & found.stems) - _EMPTY))


def fit(source: Source, one: Placed | Fact) -> int:
    """How well one value answers the question; 0 where the record has no text or the value no place."""
    if not source.text or one.start is None or one.end is None:
        return 0
    return fitness(source.occasion, source.setting(one.start, one.end))


def fitting(source: Source, several: Sequence[P]) -> list[tuple[int, P]]:
    """Each of several values with how well it answers the question."""
    return [(fit(source, one) if len(several) > 1 else 0, one) for one in several]
