"""A text cut into tokens once, for everything that reads it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.words import DESIGNATOR, carries_meaning, is_prefix, stem

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|[^\w\s]|_+")
_TYPED = re.compile(DESIGNATOR + "|" + _TOKEN.pattern)  # slower, and needed only where types are spoken of


# Who writes in haste leaves the apostrophe out: "my back doesnt hurt".
_SHORTENED = {
    word.replace("'", ""): word
    for word in "don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't wouldn't "
    "shouldn't won't ain't".split()
} | {f"{verb}nae": f"{verb}n't" for verb in ("is", "was", "has", "does", "did", "have")}


class Token(NamedTuple):
    """One word or mark. `stem` is empty for marks and for words that carry no finding."""

    lower: str
    stem: str
    start: int
    end: int


class Sentence:
    """A stretch of text that is understood on its own: its tokens, and the section it stands in."""

    __slots__ = ("_earlier", "body", "end", "kind", "lowers", "start", "starts", "text", "tokens")

    def __init__(
        self, text: str, start: int, end: int, kind: str, body: int, earlier: tuple[tuple[str, int], ...] = ()
    ) -> None:
        """`earlier`: the words of those before it in its section, the nearest first, and where the body of each begins:
        "It" speaks of what stands there."""
        self.text = text
        self.start = start
        self.end = end
        self.kind = kind
        self.body = body  # where the text behind a heading begins
        self.tokens: Sequence[Token] = tokenise(text, start, end)
        self.lowers = [t.lower for t in self.tokens]
        self.starts = [t.start for t in self.tokens]
        self._earlier = earlier

    @property
    def before(self) -> Sentence | None:
        """The sentence before it in its section, as far as it is known; made when asked for, which is seldom."""
        if not self._earlier:
            return None
        text, body = self._earlier[0]
        return Sentence(text, 0, len(text), self.kind, body, self._earlier[1:])

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


def tokenise(text: str, first: int = 0, last: int | None = None) -> list[Token]:
    """The tokens of a text, or of a stretch of it, in order.

    >>> [t.stem for t in tokenise("No fevers, chest pain.")]
    ['no', 'fever', '', 'chest', 'pain', '']
    """
    found: list[Token] = []
    last = len(text) if last is None else last
    typed = text.find("ype ", first, last) >= 0
    before = ""
    for match in (_TYPED if typed else _TOKEN).finditer(text, first, last):
        word = match.group()
        start, end = match.span()
        lower, known_stem = _word(word)
        if typed and word == "A" and carries_meaning(text, start, word):
            known_stem = stem(word)
        if before == "-" and known_stem and len(found) > 1 and is_prefix(found[-2].lower) and word.isalpha():
            prefix = found[-2]
            if prefix.end == start - 1:  # "pre-auricular" is one word, as the names have it
                known_stem = stem(prefix.lower + word)
                found[-2] = prefix._replace(stem="")
        found.append(Token(lower, known_stem, start, end))
        before = lower
    return found


@lru_cache(maxsize=50_000)
def _word(word: str) -> tuple[str, str]:
    """A word in small letters, and its stem, empty where it carries no finding."""
    word = _SHORTENED.get(word.lower(), word)
    return word.lower().replace("’", "'"), stem(word) if word[0].isalnum() and carries_meaning("", 0, word) else ""
