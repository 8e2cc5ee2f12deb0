"""A text cut into tokens once, for everything that reads it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from core.knowledge.words import DESIGNATOR, carries_meaning, is_prefix, stem

_TOKEN = re.compile(DESIGNATOR + r"|[^\W_]+(?:['’][^\W\d_]+)?|[^\w\s]|_+")


class Token(NamedTuple):
    """One word or mark. `stem` is empty for marks and for words that carry no finding."""

    lower: str
    stem: str
    start: int
    end: int


class Sentence:
    """A stretch of text that is understood on its own: its tokens, and the section it stands in."""

    __slots__ = ("body", "end", "kind", "lowers", "start", "starts", "text", "tokens")

    def __init__(self, text: str, start: int, end: int, kind: str, body: int, tokens: Sequence[Token]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.kind = kind
        self.body = body  # where the text behind a heading begins
        self.tokens = tokens
        self.lowers = [t.lower for t in tokens]
        self.starts = [t.start for t in tokens]

    def raw(self, token: int) -> str:
        """A token as it is written."""
        found = self.tokens[token]
        return self.text[found.start : found.end]

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that overlap these characters: first, and one past the last."""
        first = max(0, bisect_right(self.starts, start) - 1)
        if first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self.starts, end))


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, in order.

    >>> [t.stem for t in tokenise("No fevers, chest pain.")]
    ['no', 'fever', '', 'chest', 'pain', '']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        lower = word.lower()
        known = word[0].isalnum() and carries_meaning(text, match.start(), word)
        known_stem = stem(word) if known else ""
        if known and len(found) > 1 and found[-1].lower == "-" and is_prefix(found[-2].lower) and word.isalpha():
            prefix = found[-2]
            if prefix.end == match.start() - 1:  # "pre-auricular" is one word, as the names have it
                known_stem = stem(prefix.lower + word)
                found[-2] = prefix._replace(stem="")
        found.append(Token(lower, known_stem, match.start(), match.end()))
    return found
