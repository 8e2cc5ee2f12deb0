"""A level whose drug was named before it: "Took 40 paracetamol 500 mg tablets. Level 180 mg/L at 4 h"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.tokens import Sentence
from core.language.unnamed import Unnamed

_LEVEL = re.compile(
    r"(?:^|(?<=[.;,:(\n])|\b(?:the|a|plasma|serum|blood|drug|trough|hour|hours|h|hr|hrs))\s*\blevels?\b"
    r"(?:\s*(?:[:=]|\b(?:was|is|of|at|came back|taken|post[- ]ingestion|after|now|today|just|"
    r"\d{1,2}(?:\.\d)?\s?(?:h|hrs?|hours?)\b)))*\s*"
    r"(?P<value>\d{1,4}(?:\.\d{1,2})?)\s?(?P<unit>[mµμun]?(?:g|cg|mol)/(?:d|m)?[lL])\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]{3,}")
_NAMED = re.compile(r" level$")


def bare_levels(sentence: Sentence, knowledge: Knowledge) -> Iterator[Unnamed]:
    """The levels of a sentence that are of the drug last named in it or before it; one without a unit is of nothing."""
    if "level" not in sentence.lowers and "levels" not in sentence.lowers:
        return
    begin = sentence.start
    for match in _LEVEL.finditer(sentence.text[begin : sentence.end]):
        analyte = _last_drug(sentence, begin + match.start(), knowledge)
        if analyte is not None:
            start, end = begin + match.start("value"), begin + match.end("unit")
            yield Unnamed(analyte, float(match.group("value")), match.group("unit"), start, end)


def _last_drug(sentence: Sentence, place: int, knowledge: Knowledge) -> str | None:
    measured = _measured(knowledge)
    earlier: Sentence | None = sentence
    while earlier is not None:
        stop = place if earlier is sentence else earlier.end
        for match in reversed(list(_WORD.finditer(earlier.text, earlier.start, stop))):
            word = match.group().lower()
            drug = measured.get(word) or _part(word, knowledge, measured)
            if drug is not None:
                return drug
        earlier = earlier.before
    return None


@lru_cache(maxsize=10_000)
def _part_of(word: str, knowledge: Knowledge) -> tuple[str, ...]:
    drug = knowledge.drug(word)
    return (drug, *knowledge.drugs.product(drug)) if drug else ()


def _part(word: str, knowledge: Knowledge, measured: dict[str, str]) -> str | None:
    return next((measured[part] for part in _part_of(word, knowledge) if part in measured), None)


@lru_cache(maxsize=4)
def _measured(knowledge: Knowledge) -> dict[str, str]:
    """The analyte of each drug whose level is measured, by its names and its generic name."""
    found: dict[str, str] = {}
    for key, analyte in knowledge.analytes.items():
        if not key.endswith("-level"):
            continue
        for name in analyte.names.en:
            word = _NAMED.sub("", name.lower())
            if word != name.lower():
                found.setdefault(word, key)
                if drug := knowledge.drug(word):
                    found.setdefault(drug, key)
    return found
