"""Two pupils told apart: "L pupil 5 mm sluggish, R 3 mm", "pupils L 5 R 3", "left pupil fixed and dilated"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.matching import named
from core.language.tokens import Sentence

# From this difference of the diameters on, in mm, pupils are unequal. Basis: expert-estimate.
_DIFFERENT = 1.0
_LARGE = 8.5  # no pupil is larger, in mm: what is more is something else
_EYE = r"(?:left|right|l|r|lt|rt|od|os)"
_SIZE = r"(?P<{0}>\d(?:\.\d)?)\s?(?:mm\b)?"
_BETWEEN = r"[^.;\n\d]{0,30}?"
_PAIR = re.compile(
    rf"\bpupils?\b[\s:=-]*(?:{_EYE}\b)?[\s:=-]*{_SIZE.format('one')}{_BETWEEN}\b{_EYE}\b(?:\s?(?:pupil|eye|side))?"
    rf"[\s:=-]*{_SIZE.format('other')}(?![\d/])|"
    rf"\b{_EYE}\s?(?:pupil|eye)?[\s:=-]*{_SIZE.format('one2')}{_BETWEEN}\b{_EYE}\s(?:pupil|eye)?[\s:=-]*"
    rf"{_SIZE.format('other2')}(?![\d/])",
    re.IGNORECASE,
)
_WIDE = (
    r"(?:(?:fixed|sluggish|unreactive|non-?reactive|unresponsive|large|larger|bigger|wider)(?:\s(?:and|&|,)\s|\s?[,&]\s?)"
    r"(?:dilated|widely dilated|unreactive|non-?reactive|sluggish|fixed)|fixed|blown|dilated|widely dilated|larger|"
    r"bigger|wider)"
)
_ONE = re.compile(
    rf"\b(?:(?<!and )(?<!& ){_EYE}|one|single)\s(?:sided?\s)?pupil"
    rf"(?:\s(?:is|was|now|looks|appears|has become|became|has))*\s(?:\w+\s)?{_WIDE}\b|"
    rf"\b(?:fixed|blown|dilated|larger|bigger)(?:(?:\s(?:and|&)|,)?\s(?:fixed|dilated))?\s(?<!and ){_EYE}\spupil\b|"
    rf"\bpupil (?:on the |of the )?(?:left|right) (?:side )?(?:is |was )?(?:\w+\s)?{_WIDE}\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|bilateral\w*|each|equal|drops|tropicamide|cyclopentolate|atropine|after dilat\w+|mid-?\s?dilated|"
    r"painful|red eye)\b",
    re.IGNORECASE,
)
_CUES = frozenset(("pupil", "pupils"))


def unequal_pupils(sentence: Sentence, knowledge: Knowledge) -> Iterator[Named]:
    """Where a sentence gives the two pupils different sizes, or says of one that it is wide."""
    if _CUES.isdisjoint(sentence.lowers):
        return
    term = _term(knowledge)
    if term is None:
        return
    text, body = sentence.text, max(sentence.start, sentence.body)
    for match in _PAIR.finditer(text, body, sentence.end):
        sizes = sorted(float(size) for size in match.groups() if size)
        if len(sizes) == 2 and sizes[1] <= _LARGE and sizes[1] - sizes[0] >= _DIFFERENT:
            yield Named(term, *sentence.token_range(*match.span()))
            return
    wide = _ONE.search(text, body, sentence.end)
    if wide is not None and not _BOTH.search(text, body, sentence.end):
        yield Named(term, *sentence.token_range(*wide.span()))


@lru_cache(maxsize=4)
def _term(knowledge: Knowledge) -> str | None:
    return next(iter(named(knowledge, "unequal pupils")), None)


@lru_cache(maxsize=4)
def of_both(knowledge: Knowledge) -> str | None:
    """The finding of pupils that are both wide, which one wide pupil is not."""
    return next(iter(named(knowledge, "dilated pupils")), None)
