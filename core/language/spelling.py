"""Misspelt words: the one known word that lies a single slip away.

Two slips are not forgiven: within two letters of "gastrectomy" lies "gastrostomy".
"""

from __future__ import annotations

from collections.abc import Iterable

from core.knowledge.words import stem

SHORTEST = 6  # a shorter word is too often another word
CERTAIN = 9  # from this length on, any one letter may be another
_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(("ck", "cs", "ks", "fv", "gj", "mn", "sz"))  # letters that sound alike


class Speller:
    """Known words by first letter and length, each with the set of its letters as bits: few are ever compared."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._words: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1:
                self._words.setdefault((word[0], len(word)), []).append((_letters(word), word))

    def correct(self, word: str) -> str:
        """The stem that a misspelt word must mean; empty when none is near, or two are.

        >>> speller = Speller(["diarrhea", "pneumonia", "migraine", "serous"])
        >>> [speller.correct(w) for w in ("diarhea", "pnuemonia", "migrane", "migrant", "sirous", "sepous")]
        ['diarrhea', 'pneumonia', 'migrain', '', 'serous', '']
        """
        if len(word) < SHORTEST or word in self._known:
            return ""
        letters = _letters(word)
        near = {
            stem(known)
            for length in (len(word) - 1, len(word), len(word) + 1)
            for mask, known in self._words.get((word[0], length), ())
            if (mask ^ letters).bit_count() <= 2 and _one_slip(word, known)
        }
        return near.pop() if len(near) == 1 else ""


def _letters(word: str) -> int:
    mask = 0
    for c in word:
        mask |= 1 << (ord(c) & 31)
    return mask


def _one_slip(one: str, other: str) -> bool:
    """Is it one letter left out, added or changed, or two neighbours swapped?"""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    a, b = one[start : len(one) - end], other[start : len(other) - end]
    if len(a) == len(b) == 1:
        return len(one) >= CERTAIN or (a in _VOWELS and b in _VOWELS) or min(a, b) + max(a, b) in _ALIKE
    return len(a) + len(b) == 1 or (len(a) == 2 and a == b[::-1])
