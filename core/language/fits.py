"""How long a fit lasted, by the minutes that are said of it: "seizure ongoing 10 min", "a 3-minute convulsion"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.matching import named
from core.language.tokens import Sentence

# The limits are those in the names themselves: a fit of five minutes is treated as status, one of fifteen is complex.
_SHORT, _STATUS, _LONG = (
    "fit lasting less than fifteen minutes",
    "seizure lasting more than five minutes",
    "fit over fifteen minutes or repeated",
)
STATUS_MINUTES, LONG_MINUTES = 5.0, 15.0
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
          "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "half an": 0.5, "an": 1, "a": 1}  # fmt: skip
_IN_MINUTES = {"s": 1 / 60, "m": 1.0, "h": 60.0}
_LONG_AGO = r"(?!\s*(?:ago|apart|later|earlier|before|after|prior|back|since|into|of arriv|post))"
_LASTED = rf"(?P<n>\d{{1,3}}(?:\.\d)?|{'|'.join(_WORDS)})[\s-]*(?P<unit>secs?|seconds?|mins?|minutes?|hours?|hrs?)"
_FIT = r"(?:seizures?|seizing|seized|fits?|fitting|fitted|convuls\w+|tonic[\s-]clonic)"
_PATTERNS = (
    re.compile(
        rf"\b{_FIT}\b(?P<between>(?:\s+(?!ago\b|every\b|in\b|within\b|after\b|before\b)[a-z-]+|"
        rf"\s*[:(,~-]){{0,5}}?)\s*~?"
        rf"{_LASTED}\b{_LONG_AGO}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_LASTED}[\s-]+(?:long\s+|of\s+)?(?:(?:generali[sz]ed|tonic[\s-]clonic|febrile|focal|continuous|gtc|"
        rf"gtcs)\s+)"
        rf"*{_FIT}\b",
        re.IGNORECASE,
    ),
)
_CUES = frozenset("seizure seizures seizing seized fit fits fitting fitted tonic".split())
_GOES_ON = frozenset("ongoing still continuing continuous now not been".split())
_AGAIN = frozenset("second two three four multiple several recurrent repeated more again cluster clusters day".split())


def timed_fits(sentence: Sentence, knowledge: Knowledge, found: list[Named]) -> list[Named]:
    """The names with those of a fit put right by the minutes that it lasted."""
    if _CUES.isdisjoint(sentence.lowers) and not any(word.startswith("convuls") for word in sentence.lowers):
        return found
    terms = _terms(knowledge)
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence.text, max(sentence.start, sentence.body), sentence.end):
            minutes = _minutes(match)
            first, last = sentence.token_range(*match.span())
            found = [n for n in found if not _is_other_length(sentence, n, first, last, terms)]
            over = _GOES_ON.isdisjoint(sentence.lowers)
            found += [Named(terms[name], first, last) for name in _names_of(minutes, over) if name in terms]
    return found


def _minutes(match: re.Match[str]) -> float:
    number = match.group("n").lower()
    count = float(number) if number[0].isdigit() else float(_WORDS[number])
    return count * _IN_MINUTES[match.group("unit")[0].lower()]


def _names_of(minutes: float, over: bool) -> Iterable[str]:
    """What a fit of so many minutes is called; one that is not yet over is not short."""
    if minutes >= STATUS_MINUTES:
        yield _STATUS
    if minutes >= LONG_MINUTES:
        yield _LONG
    elif over:
        yield _SHORT


def _is_other_length(sentence: Sentence, name: Named, first: int, last: int, terms: dict[str, str]) -> bool:
    """Does a name in these tokens speak of how long the fit was, and not of how often?"""
    return (
        name.term in terms.values()
        and name.first < last
        and first < name.last
        and _AGAIN.isdisjoint(sentence.lowers[name.first : name.last])
    )


@lru_cache(maxsize=4)
def _terms(knowledge: Knowledge) -> dict[str, str]:
    return {name: term for name in (_SHORT, _STATUS, _LONG) if (term := next(named(knowledge, name), None))}
