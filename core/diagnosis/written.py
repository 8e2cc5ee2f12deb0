"""What a record speaks of in its own words, so that nobody is asked for it, though no finding was read from them.

A question about weight loss is no question beside "wt loss 8 kg", however the reader of findings took it. It only keeps
a question back: what is not understood speaks for and against nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge

_SENTENCE = re.compile(r"[.;!?](?:\s|$)|[\n。；！？]")
_WORD = re.compile(r"[a-z]{3,}|\bwt\b|\b[bdnv]\b")
_SHORT = {
    "wt": "weight", "temp": "temperature", "sob": "breathless", "doe": "breathless", "palps": "palpitations",
    "preg": "pregnant", "abdo": "abdominal", "hx": "history", "yest": "yesterday",
}  # fmt: skip
# Words that say nothing of what a finding is.
_EMPTY = frozenset(
    "with from that this have has had was were been being after before into over under within than then them they "
    "their his her your the and for not but when while without more less very much some any all one two only also just "
    "still lately recent recently new current currently since during about pain".split()
)
# So many letters of two words agree: smoker and smokes, vomiting and vomited; "los" for loss.
_STEM, _LEAST = 5, 3
# More names than these of a finding are rarely its plainest.
_NAMES = 12


class Written:
    """The words of a record, sentence by sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        sentences = (_words(part) for part in _SENTENCE.split(text.lower()))
        self._sentences = [_Said(words) for words in sentences if words]
        self._all = _Said(frozenset().union(*(said.words for said in self._sentences)))

    def speaks_of(self, term: str, knowledge: Knowledge) -> bool:
        """Do the words of one of a finding's names stand together in a sentence?"""
        entry = knowledge.findings[term]
        if any(len(name) > 1 and name in self._text for name in entry.names.zh):
            return True
        for name in entry.names.en[:_NAMES]:
            wanted = _wanted(name)
            if wanted and self._all.holds(wanted) and any(said.holds(wanted) for said in self._sentences):
                return True
        return False


class _Said:
    """Words, and the beginnings by which others are like them."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words
        self._begun = {word[:length] for word in words for length in range(_LEAST, _STEM + 1) if len(word) >= length}

    def holds(self, wanted: frozenset[str]) -> bool:
        """Is each of them here, or a word like it?"""
        return all(word in self.words or self._has_like(word) for word in wanted)

    def _has_like(self, word: str) -> bool:
        """One of the same first letters; a short word is like every longer one that begins with it.

        >>> said = _Said(frozenset(("smokes", "los", "fever", "rush")))
        >>> [said._has_like(word) for word in ("smoker", "loss", "feverfew", "rash")]
        [True, True, True, False]
        """
        if len(word) < _LEAST:
            return False
        return word[:_STEM] in self._begun or any(word[:n] in self.words for n in range(_LEAST, min(_STEM, len(word))))


@lru_cache(maxsize=8192)
def _wanted(name: str) -> frozenset[str]:
    return _words(name.lower()) - _EMPTY


def _words(text: str) -> frozenset[str]:
    return frozenset(_SHORT.get(word, word) for word in _WORD.findall(text))
