"""In what standing a thing stands in an English text: it is, it is over, it is yet to come, or it is only spoken of.

The record is read strictly: a mark stands at the thing. The sentence that retells it is read generously: a mark stands
somewhere in what is said of the thing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from core.narrative.standing_marks import (
    AHEAD_BEFORE,
    AHEAD_BEHIND,
    CHRONIC,
    ENDED_BEFORE,
    ENDED_BEHIND,
    LASTING_ON,
    OVER_BEFORE,
    OVER_BEHIND,
    RESOLVED_BEHIND,
    SPOKEN_BEFORE,
    SPOKEN_BEHIND,
    TIMED_BEHIND,
)

Kind = Literal["over", "ahead", "spoken"]
Span = tuple[int, int]
_PIECE = re.compile(
    r",(?!\d{3})|[;:()]|\s[–-]\s|(?<!\b[A-Z])\.(?=\s|$)|\n"
    r"|\b(?:but|although|while|whereas)\b"
    r"|\band\s+(?=(?:he|she|his|her|it|they|takes?|has|had|have|was|is|are|were|now|then|remains?|started|stopped|began"
    r"|continues?|currently|collects?|works?|fears?|feels?)\b)"
    r"|\b(?=now\s+(?:on|takes?|taking|has|with)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|plus|with)\b", re.IGNORECASE)
_ITEMS = re.compile(r"(?:,\s*[\w-]+(?:\s[\w-]+)?){0,4},?\s*(?:and|or)\s+[\w-]+(?:\s[\w-]+)?", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\s*(?:\w+ed|better|worse|improving|while|during|not|no|never|from|after|with|on|in|at|by|until|for|then|given|which)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|no|partly|partially|incompletely|hardly|before|until|if|when|once)\s+(?:\w+\s+)?$", re.I
)
_IT = re.compile(r"\s*(?:it|this|they|these|that|both|all)\s+", re.IGNORECASE)
_IT_OR_NOTHING = re.compile(r"\s*(?:(?:so|and|but|then|which|course|since|now|it|this|they|she|he)\s+)*", re.IGNORECASE)
_REACH = 12  # words between a thing and the mark behind it, at most
_REACH_SPOKEN = 3


class Stretch(NamedTuple):
    """Characters of the record of which a standing holds. `timed` by a date alone: what lasts outlives its date."""

    start: int
    end: int
    kind: Kind
    drugs: bool  # of drugs alone
    timed: bool


class _Marks(NamedTuple):
    """What the words of one pattern say, and whether of drugs alone."""

    kind: Kind
    pattern: re.Pattern[str]
    drugs: bool


_BEFORE = (
    _Marks("over", OVER_BEFORE, False),
    _Marks("over", ENDED_BEFORE, True),
    _Marks("ahead", AHEAD_BEFORE, True),
    _Marks("spoken", SPOKEN_BEFORE, False),
)
_BEHIND = (
    _Marks("over", OVER_BEHIND, False),
    _Marks("over", TIMED_BEHIND, False),
    _Marks("over", RESOLVED_BEHIND, False),
    _Marks("over", ENDED_BEHIND, True),
    _Marks("ahead", AHEAD_BEHIND, True),
    _Marks("spoken", SPOKEN_BEHIND, False),
)
_DATES = (OVER_BEHIND, TIMED_BEHIND)
_ENDS = (_Marks("over", ENDED_BEHIND, True), _Marks("over", RESOLVED_BEHIND, False))


@lru_cache(maxsize=8)
def stretches(text: str, segments: tuple[Span, ...]) -> tuple[Stretch, ...]:
    """Where what the record says is not so now."""
    found: list[Stretch] = []
    for place, (start, end) in enumerate(segments):
        if place:
            found += _of_the_last(text, start, end, segments[place - 1])
        pieces = _pieces(text, start, end)
        for number, (a, b) in enumerate(pieces):
            found += _before(text, a, b, end)
            found += _behind(text, pieces, number)
    return tuple(found)


def _of_the_last(text: str, start: int, end: int, last: Span) -> list[Stretch]:
    """ "On methotrexate. This was stopped in June.": of what was said before."""
    match = _IT.match(text, start, end)
    marks = [m for m in _ENDS if match and m.pattern.match(text, match.end(), end)]
    return [Stretch(*last, m.kind, m.drugs, timed=False) for m in marks]


def _pieces(text: str, start: int, end: int) -> list[Span]:
    cuts = [start, *(m.end() for m in _PIECE.finditer(text, start, end)), end]
    return [(a, b) for a, b in pairwise(cuts) if b > a]


def _before(text: str, a: int, b: int, end: int) -> list[Stretch]:
    """Marks that hold of what follows them in their piece: "used to take", "worried about"."""
    found = []
    for kind, pattern, drugs in _BEFORE:
        for match in pattern.finditer(text, a, b):
            if kind == "over" and _NOT.search(text, a, match.start()):
                continue
            last = b
            if kind == "spoken" and (items := _ITEMS.match(text, max(b - 1, match.end()), end)):
                last = items.end()  # "vaccinated against measles, mumps and rubella"
            joint = _AND.search(text, match.end(), b) if pattern is OVER_BEFORE else None
            if joint:  # "previous stroke and hypertension"
                found.append(Stretch(joint.end(), b, kind, drugs, timed=True))
                last = joint.start()
            found.append(Stretch(match.end(), last, kind, drugs, timed=False))
    return found


def _behind(text: str, pieces: list[Span], number: int) -> list[Stretch]:
    """Marks that hold of what stands before them: "until March", "was stopped", "as a child"; at the head of a piece,
    of the piece before it ("Asthma as a boy, none since")."""
    a, b = pieces[number]
    found = []
    for kind, pattern, drugs in _BEHIND:
        for match in pattern.finditer(text, a, b):
            began = pattern in _DATES and LASTING_ON.search(text, a, match.start())
            if began or _NOT.search(text, a, match.start()):
                continue
            first = a
            if kind != "spoken" and _IT_OR_NOTHING.fullmatch(text, a, match.start()):
                first = _head(text, pieces, number)
            elif pattern in _DATES:
                first = max((m.end() for m in _AND.finditer(text, a, match.start())), default=a)
            words = list(re.finditer(r"\S+", text[first : match.start()]))
            reach = _REACH_SPOKEN if kind == "spoken" else _REACH
            if len(words) > reach:
                first += words[-reach].start()
            found.append(Stretch(first, match.start(), kind, drugs, timed=pattern is TIMED_BEHIND))
            if pattern is TIMED_BEHIND and number and _NO_SUBJECT.match(text, a, b):  # "a cyst, drained in 2018"
                found.append(Stretch(_head(text, pieces, number), a, kind, drugs, timed=True))
    return found


def _head(text: str, pieces: list[Span], number: int) -> int:
    """Where the piece begins that a bare ", resolved" is said of: participles and places between are passed over."""
    before = number - 1
    while before > 0 and _NO_SUBJECT.match(text, *pieces[before]):
        before -= 1
    return pieces[max(before, 0)][0]


def piece_of(text: str, segments: list[Span], place: int) -> Span:
    """The piece of the text in which this place lies."""
    start, end = next((s for s in segments if s[0] <= place < s[1]), (place, place))
    return next(((a, b) for a, b in _pieces(text, start, end) if a <= place < b), (place, place))


def lasts(name: str) -> bool:
    """Is this an illness that is commonly for life, so that its date is when it began?"""
    return CHRONIC.search(name) is not None
