"""What a record speaks of in its own words, so that nobody is asked for it, though no finding was read from them.

A question about weight loss is no question beside "wt loss 8 kg", however the reader of findings took it. It only keeps
a question back: what is not understood speaks for and against nothing.
"""

from __future__ import annotations

import re

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
        self._sentences = [words for words in sentences if words]

    def speaks_of(self, term: str, knowledge: Knowledge) -> bool:
        """Do the words of one of a finding's names stand together in a sentence?"""
        entry = knowledge.findings[term]
        if any(len(name) > 1 and name in self._text for name in entry.names.zh):
            return True
        for name in entry.names.en[:_NAMES]:
            wanted = _words(name.lower()) - _EMPTY
            if wanted and any(_holds(words, wanted) for words in self._sentences):
                return True
        return False


def _words(text: str) -> frozenset[str]:
    return frozenset(_SHORT.get(word, word) for word in _WORD.findall(text))


def _holds(words: frozenset[str], wanted: frozenset[str]) -> bool:
    return all(word in words or any(_alike(word, other) for other in words) for word in wanted)


def _alike(one: str, other: str) -> bool:
    """
    >>> _alike("smoker", "smokes"), _alike("loss", "los"), _alike("fever", "feverfew"), _alike("rash", "rush")
    (True, True, True, False)
    """
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST and (long.startswith(short) if len(short) < _STEM else one[:_STEM] == other[:_STEM])
