"""A text in plain words, where it is not: dictated marks, broken and misread words, the other language among them."""

from __future__ import annotations

import re

from core.case.model import Language
from core.knowledge.base import Knowledge
from core.language.en.broken import broken_words
from core.language.en.dictated import spoken_marks
from core.language.en.scanned import scanned_words
from core.language.en.segments import segments
from core.language.en.spoken_numbers import spoken_numbers
from core.language.lexicon import lexicon_of
from core.language.respelt import Respelt
from core.language.zh.inside import english_for
from core.language.zh.latin import chinese_for

_LATIN = re.compile(r"[A-Za-z]{2}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def in_plain_words(text: str, language: Language, knowledge: Knowledge) -> Respelt | None:
    """A text of this language as it is to be read, with the way back; None where it is plain, as most are."""
    if language == "zh":
        foreign = list(chinese_for(text, knowledge)) if _LATIN.search(text) else []
        return Respelt(text, foreign) if foreign else None
    knows = lexicon_of(knowledge).knows
    changes = [
        *segments(text), *spoken_marks(text), *spoken_numbers(text), *broken_words(text, knows),
        *scanned_words(text, knows),
    ]  # fmt: skip
    if _CHINESE.search(text):
        changes += english_for(text, knowledge)
    return Respelt(text, changes) if changes else None
