"""Results told as multiples of the upper limit: "metanephrines 6x ULN" is raised, and no value in a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.language.analytes import WORD, analyte_index
from core.language.model import Finding
from core.language.tokens import Sentence

_TIMES = re.compile(
    r"(?<![\w.])(?P<times>\d{1,3}(?:\.\d)?)(?:\s?-\s?\d{1,3})?\s?(?:[x×]|times|-?\s?fold)\s?(?:(?:the|above|of)\s)*"
    r"(?:ULN|upper (?:limit|reference)|normal limit)",
    re.IGNORECASE,
)
_NEAR = 50  # characters between the name and the multiple


def times_limit(text: str) -> float | None:
    """How many times the upper limit a stretch of text states; None where it states no multiple."""
    match = _TIMES.search(text)
    return float(match.group("times")) if match is not None else None


def multiples(sentence: Sentence, knowledge: Knowledge) -> Iterator[Finding]:
    """The findings of the high side of each quantity that a sentence gives as more than its upper limit."""
    if "uln" not in sentence.lowers and "limit" not in sentence.lowers and "upper" not in sentence.lowers:
        return
    text, index = sentence.text, analyte_index(knowledge)
    for match in _TIMES.finditer(text, max(sentence.start, sentence.body), sentence.end):
        if float(match.group("times")) <= 1:
            continue
        named = None
        for word in WORD.finditer(text, max(sentence.start, match.start() - _NEAR), match.start()):
            hit = index.name_at(text, word.start(), word.group())
            if hit is not None and not hit[0].hint and hit[1] <= match.start():
                named = (hit[0].analyte, word.start())
        if named is None or named[0] not in knowledge.analytes:
            continue
        for term in knowledge.analytes[named[0]].findings.high:
            label = knowledge.label(term)
            yield Finding(concept=term, label=label.en, label_zh=label.zh, start=named[1], end=match.end())
