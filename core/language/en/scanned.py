"""Words of a scanned letter in which letters were taken for others: "breatb", "ank1e", "lschaemic", "rnurrnur"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from core.language.respelt import Change

# What a scanner wrote, and what stood on the paper.
_TAKEN_FOR = (
    ("rn", "m"), ("1", "l"), ("1", "i"), ("l", "i"), ("I", "l"), ("0", "o"), ("5", "s"), ("vv", "w"), ("cl", "d"),
              ("b", "h"), ("h", "b"), ("c", "e"), ("f", "t"), ("ii", "n"))  # fmt: skip
# What hardly ever stands in a word that was typed. Only a text with several of them is looked at word by word.
# Each begins with the letters it is about, which are quickly looked for.
_SUSPECT = (
    re.compile(r"[01](?<=[a-z].)(?=[a-z])"),
    re.compile(r"[lI](?<![A-Za-z].)(?=[bcdfghkmnpqrstvxz][a-z])"),
    re.compile(r"rn(?=[a-z])"),
)
_WORD = re.compile(r"\b[A-Za-z][A-Za-z0-9]{2,}\b")
_FEWEST = 2
_SHORTEST = 5  # letters of a word that is mended


def scanned_words(text: str, is_word: Callable[[str], bool]) -> Iterator[Change]:
    """The words that a scanner misread, each with what it must have been; `is_word` says which words there are."""
    suspects = {_word_at(text, m.start()) for pattern in _SUSPECT for m in pattern.finditer(text)}
    if len(suspects) < _FEWEST or sum(_meant(word, is_word) is not None for word in suspects) < _FEWEST:
        return
    known: dict[str, str | None] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        if word not in known:
            known[word] = _meant(word, is_word)
        if (meant := known[word]) is not None:
            yield Change(*match.span(), meant)


def _word_at(text: str, place: int) -> str:
    """The word that a place lies in."""
    start, end = place, place + 1
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _meant(word: str, is_word: Callable[[str], bool]) -> str | None:
    """The one word that this must have been; None where it is one, or where there is none, or two."""
    if len(word) < _SHORTEST or is_word(word.lower()):
        return None
    found = set()
    for wrong, right in _TAKEN_FOR:
        at = word.find(wrong)
        while at >= 0:
            once = word[:at] + right + word[at + len(wrong) :]
            found |= {one for one in (once, word.replace(wrong, right)) if is_word(one.lower())}
            at = word.find(wrong, at + 1)
    return found.pop() if len(found) == 1 else None
