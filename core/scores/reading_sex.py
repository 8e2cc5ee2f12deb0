"""The sex where the reader of the patient's particulars does not find it: "A male arrived", "Young man, 23", "she"."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.occasion import KIN
from core.scores.source import Source

_NOUN = re.compile(
    r"\b(?:(?P<female>woman|female|lady|girl|housewife)|(?P<male>man|male|gentleman|boy))\b(?!-)", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:(?P<female>she|her|hers|herself)|(?P<male>he|him|his|himself))\b", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(rf"\b{KIN}\b", re.IGNORECASE)
_OPENING = 200
_BOTH = Fact(("female", "male"))


def read_sex(source: Source) -> Fact:
    """As the reading has it; else by the first noun for the patient at the opening; else by the pronouns, where the
    record has those of one sex alone and speaks of nobody else."""
    known = source.reading.patient.sex
    if known in ("female", "male"):
        start, end = source.reading.patient_spans.get("sex", (None, None))
        return Fact((known,), start=start, end=end)
    noun = _NOUN.search(source.text[:_OPENING])
    if noun is not None and not _SOMEBODY_ELSE.search(source.text[: noun.start()]):
        return Fact((noun.lastgroup or "",), start=noun.start(), end=noun.end())
    pronouns = list(_PRONOUN.finditer(source.text))
    if len({p.lastgroup for p in pronouns}) == 1 and not _SOMEBODY_ELSE.search(source.text):
        return Fact((pronouns[0].lastgroup or "",), start=pronouns[0].start(), end=pronouns[0].end())
    return _BOTH
