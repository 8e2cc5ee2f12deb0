"""One model's attempt: its sentences, checked one by one, without those that say again what was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from core.assessment import Sentence
from core.narrative.broken import CUT_OFF, REPEATS
from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from core.narrative.outline import Item
from core.narrative.record import Record, content_tokens
from core.narrative.stream import sentences
from core.narrative.words import GLUE

_PATIENCE = 2  # sentences in a row that say nothing new: it goes round in circles


class Told:
    """What has been said so far, in facts and in words."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self._numbers: set[str] = set()
        self._words: set[str] = set()
        self._seen: set[str] = set()

    def add(self, sentence: Sentence) -> None:
        """This has been said."""
        self.facts |= set(sentence.facts)
        self._words |= _words(sentence.text)
        self._numbers |= _numbers(sentence.text)

    def has(self, item: Item) -> bool:
        """Has this been told, with every number that belongs to it?"""
        return bool(self.facts & set(item.facts)) and _numbers(item.words) <= self._numbers

    def repeated(self, text: str) -> bool:
        """Has this very sentence come before, shown or withheld?"""
        plain = " ".join(text.lower().split())
        seen = plain in self._seen
        self._seen.add(plain)
        return seen

    def nothing_new(self, sentence: Sentence) -> bool:
        """Does it rest on facts that were told, in words that were used?"""
        return set(sentence.facts) <= self.facts and _words(sentence.text) <= self._words


def tell(
    pieces: Iterable[str], record: Record, told: Told, ran_out: Callable[[], bool] = lambda: False
) -> Iterator[Sentence | Withheld]:
    """Check what a model writes, as it writes; stop listening when it goes round in circles.

    `ran_out` is asked once the pieces have ended: was it the length that ended them? The last sentence is then taken
    for cut off, full stop or not ("her temperature was 37." of 37.1)."""
    idle = 0
    ended: list[bool] = []
    for text, whole in sentences(_watched(pieces, ended)):
        checked = _checked(text, whole and not (ended and ran_out()), record, told)
        idle = idle + 1 if isinstance(checked, Withheld) and checked.reasons == (REPEATS,) else 0
        if isinstance(checked, Sentence):
            told.add(checked)
        yield checked
        if idle == _PATIENCE:
            return


def _watched(pieces: Iterable[str], ended: list[bool]) -> Iterator[str]:
    """The same pieces; `ended` is no longer empty behind the last."""
    yield from pieces
    ended.append(True)


def _checked(text: str, whole: bool, record: Record, told: Told) -> Sentence | Withheld:
    if told.repeated(text):
        return Withheld(text=text, reasons=(REPEATS,))
    if not whole:
        return Withheld(text=text, reasons=(CUT_OFF,))
    checked = check_sentence(text, record)
    if isinstance(checked, Sentence) and told.nothing_new(checked):
        return Withheld(text=text, reasons=(REPEATS,))
    return checked


def _words(text: str) -> set[str]:
    return {token.stem for token in content_tokens(text)} - GLUE


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))
