"""The blood pressure of both arms: "BP R arm 188/104, L arm 152/90" is a difference between the arms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.matching import named
from core.language.tokens import Sentence

# Systolic difference, in mmHg, that is one; what is below `_ALIKE` denies it. Basis: expert-estimate, as in the name
# "systolic difference over 20 mmHg between arms".
_DIFFERENT = 20
_ALIKE = 10
_PRESSURE = r"(?P<{0}>\d{{2,3}})\s?(?:/\s?\d{{2,3}}|systolic|mmhg)"
_SIDE = r"(?:right|left|rt|lt|r|l)"
_ARM = rf"{_SIDE}(?:\s?-?\s?(?:arm|upper limb|brachial))"
_FILL = r"[\s:=,;(-]*(?:bp|is|was|and|vs\.?|versus|against|but|in|on|the|mmhg|\)|[\s:=,;(-])*"
_PAIR = re.compile(
    rf"\b{_ARM}{_FILL}{_PRESSURE.format('one')}{_FILL}(?:{_ARM}|{_SIDE})\b{_FILL}{_PRESSURE.format('other')}|"
    rf"{_PRESSURE.format('one2')}{_FILL}{_ARM}\b{_FILL}{_PRESSURE.format('other2')}{_FILL}{_SIDE}\b|"
    rf"\bbp{_FILL}{_SIDE}\b{_FILL}{_PRESSURE.format('one3')}{_FILL}{_SIDE}\b{_FILL}{_PRESSURE.format('other3')}",
    re.IGNORECASE,
)
_CUES = frozenset(("arm", "bp", "limb", "brachial"))
_SIDES = frozenset("right left rt lt r l".split())


def arm_difference(sentence: Sentence, knowledge: Knowledge) -> Iterator[Named]:
    """Whether the pressures of the two arms that a sentence gives differ, or are alike."""
    if _CUES.isdisjoint(sentence.lowers) or _SIDES.isdisjoint(sentence.lowers):
        return
    term = _term(knowledge)
    for match in _PAIR.finditer(sentence.text, max(sentence.start, sentence.body), sentence.end) if term else ():
        one, other = (int(value) for value in match.groups() if value)
        first, last = sentence.token_range(*match.span())
        if term and abs(one - other) >= _DIFFERENT:
            yield Named(term, first, last, said="present")
        elif term and abs(one - other) < _ALIKE:
            yield Named(term, first, last, said="absent")


@lru_cache(maxsize=4)
def _term(knowledge: Knowledge) -> str | None:
    return next(iter(named(knowledge, "blood pressure difference between the arms")), None)
