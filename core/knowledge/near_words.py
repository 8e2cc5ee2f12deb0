"""Findings by the words of all their names, for somebody who types what no single name holds: "can't feel toes".

A finding's names and sayings together make one text; a word that few findings have weighs more, and one that many of a
finding's names have counts for more there (BM25, as in `wording`). Needs no model.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from core.knowledge.base import Knowledge
from core.knowledge.wording import K1, B
from core.knowledge.words import stems

Likeness = NDArray[np.float32]


class NearWords:
    """The index. Made once (half a second); safe to share between threads that only ask."""

    def __init__(self, knowledge: Knowledge) -> None:
        texts: dict[str, Counter[str]] = {term: Counter() for term in knowledge.findings}
        for written, term, *_ in knowledge.names():
            if term in texts:
                texts[term].update(set(written.split(" ")))
        self.terms = tuple(texts)
        lengths = [text.total() for text in texts.values()]
        mean = sum(lengths) / max(1, len(lengths))
        holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, text in enumerate(texts.values()):
            for word, count in text.items():
                holders[word].append((number, count))
        self._rarity = {word: self._rare(len(found)) for word, found in holders.items()}
        self._holders: dict[str, tuple[NDArray[np.intp], Likeness]] = {}
        for word, found in holders.items():
            numbers = np.array([number for number, _ in found], dtype=np.intp)
            parts = [
                self._rarity[word] * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[number] / mean))
                for number, count in found
            ]
            self._holders[word] = numbers, np.array(parts, dtype=np.float32)

    def likeness(self, words: str) -> Likeness:
        """How much of what was typed each of `terms` has in its names: 0 none of it, about 2 where all of its words are
        in most names. Words that no name has count against all."""
        out: Likeness = np.zeros(len(self.terms), dtype=np.float32)
        whole = 0.0
        for word in set(stems(words)):
            whole += self._rarity.get(word, self._rare(0))
            if word in self._holders:
                numbers, parts = self._holders[word]
                out[numbers] += parts
        return out / whole if whole else out

    def _rare(self, holders: int) -> float:
        total = len(self.terms)
        return math.log(1 + (total - holders + 0.5) / (holders + 0.5))
