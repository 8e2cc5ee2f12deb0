"""Which steroid is taken, and which one the question wants it converted to."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.reading_doses import doses, doses_now
from core.scores.source import Source

STEROIDS = (
    "betamethasone", "cortisone", "dexamethasone", "hydrocortisone", "methylprednisolone", "prednisolone",
    "prednisone", "triamcinolone",
)  # fmt: skip
_NAMED = "|".join(STEROIDS)
_EQUIVALENT = re.compile(rf"\b(?:equivalent|convert\w*|equals?)\b[^.?]{{0,60}}?\b({_NAMED})\b", re.IGNORECASE)
_TARGET = re.compile(rf"\b(?:to|into|in|of)\s+(?:oral\s+|iv\s+)?({_NAMED})\b", re.IGNORECASE)


def read_steroid(source: Source) -> Fact:
    """The steroid that is taken: the first with a dose."""
    found = [(d.start, d.end, name) for name in STEROIDS for d in doses_now(name, source)]
    found = found or [(d.start, d.end, name) for name in STEROIDS for d in doses(name, source.text)]
    if not found:
        return Fact(tuple(STEROIDS))
    start, end, name = min(found)
    return Fact((name,), start=start, end=end)


def read_steroid_dose(source: Source) -> Fact:
    """Its dose in a day, in mg."""
    steroid = read_steroid(source)
    if not steroid.known:
        return Fact(unit="mg")
    name = str(steroid.possible[0])
    taken = doses_now(name, source) or doses(name, source.text)
    return Fact((sum(d.amount * d.times for d in taken),), unit="mg", start=taken[0].start, end=taken[-1].end)


def read_target_steroid(source: Source) -> Fact:
    """The steroid that the question asks for, or else the record: not the one that is taken."""
    taken = read_steroid(source)
    named = [n.lower() for n in re.findall(rf"\b({_NAMED})\b", source.question, re.IGNORECASE)]
    others = {n for n in named if taken.known and n != taken.possible[0]}
    if len(others) == 1:
        return Fact((others.pop(),))
    for pattern in (_EQUIVALENT, _TARGET):
        for text in (source.question, source.text):
            names = [m.group(1).lower() for m in pattern.finditer(text)]
            other = next((n for n in names if not taken.known or n != taken.possible[0]), None)
            if other is not None:
                return Fact((other,))
            if names and pattern is _EQUIVALENT and text is source.question:
                return Fact((names[0],))  # another way of giving the same drug
    return Fact(tuple(STEROIDS))
