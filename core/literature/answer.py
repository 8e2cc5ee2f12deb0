"""A yes, no or maybe to a question, read off given passages, with the sentences it rests on.

Lexical only: the sentence that shares most with the question, preferring the ones that state results, and the words of
agreement, denial and doubt in it. No model takes part; what cannot be told is "maybe".
"""

from __future__ import annotations

import re
from collections import Counter
from math import log
from typing import Literal, NamedTuple

from core.knowledge.words import stems

Verdict = Literal["yes", "no", "maybe"]

_SENTENCE = re.compile(r"[^.!?。！？]+(?:\.(?=\d)[^.!?。！？]*)*[.!?。！？]*")
_DENIAL = re.compile(
    r"\b(no|not|neither|nor|without|lack(?:ed|s)?|fail(?:ed|s)?|unaffected|unchanged|similar|comparable|"
    r"did not|does not|do not|cannot|no (?:significant|statistically))\b|无|未|没有|不",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(may|might|unclear|inconclusive|uncertain|further (?:studies|research)|controversial|limited)\b", re.IGNORECASE
)
_RESULT = re.compile(
    r"\b(significant(?:ly)?|associated|correlat\w+|increased?|decreased?|higher|lower|predict\w*|improv\w+|p ?[<=])",
    re.IGNORECASE,
)
_SUPPORTING = 2
_LATE_BONUS = 0.5


class Answer(NamedTuple):
    """`supporting` are (context, start, end) in characters."""

    verdict: Verdict
    supporting: tuple[tuple[int, int, int], ...]


class _Sentence(NamedTuple):
    context: int
    start: int
    end: int
    text: str
    words: frozenset[str]


def answer(question: str, contexts: list[str]) -> Answer:
    """Answer from the passages. Where no passage shares a word with the question: "maybe", resting on nothing."""
    sentences = [s for n, text in enumerate(contexts) for s in _sentences(n, text)]
    asked = frozenset(stems(question))
    counts = Counter(word for s in sentences for word in s.words)
    scored = [(_worth(s, asked, counts, len(sentences), len(contexts)), s) for s in sentences]
    best = [s for worth, s in sorted(scored, key=lambda pair: -pair[0]) if worth > 0][:_SUPPORTING]
    if not best:
        return Answer("maybe", ())
    denied = sum(bool(_DENIAL.search(s.text)) for s in best)
    doubted = sum(bool(_DOUBT.search(s.text)) for s in best)
    verdict: Verdict = "maybe" if doubted == len(best) else "no" if denied == len(best) else "yes"
    return Answer(verdict, tuple((s.context, s.start, s.end) for s in best))


def _sentences(context: int, text: str) -> list[_Sentence]:
    found = []
    for match in _SENTENCE.finditer(text):
        body = match.group().strip()
        if body:
            start = match.start() + match.group().index(body)
            found.append(_Sentence(context, start, start + len(body), body, frozenset(stems(body))))
    return found


def _worth(sentence: _Sentence, asked: frozenset[str], counts: Counter[str], total: int, contexts: int) -> float:
    """Shared words by rarity, for a sentence of ordinary length; results count more, and so do later passages."""
    shared: float = sum(log(1 + total / counts[word]) for word in asked & sentence.words)
    if not shared:
        return 0.0
    length = max(8, len(sentence.words)) ** 0.5
    weight = 1.0 + (0.5 if _RESULT.search(sentence.text) else 0.0) + _LATE_BONUS * sentence.context / max(1, contexts)
    return float(shared / length * weight)
