"""Findings near to words that no name has: what a person may have meant, for the person to choose from.

with NearFindings.open(knowledge) as near:
    near.by_words("cant feel my toes")   # at once, needs no model
    near.find("cant feel my toes")       # with the sentence encoder too, where there is one; the first time starts it

Nothing is read into a record this way: an encoder cannot tell "names nothing" from "names something else"
(docs/encoder.md), a person can.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from core.knowledge.base import Knowledge
from core.knowledge.near_vectors import NameVectors, read_vectors
from core.knowledge.near_words import Likeness, NearWords
from core.models.embed import EmbeddingService
from core.system.cancel import CancelToken
from core.system.folders import resources

MOST = 5
# What the words weigh beside the likeness of meaning, and how near either must be: chosen on 500 held-out sayings,
# measured on 1,000 others (docs/encoder.md).
WORDS = 0.3
LEAST_WORDS = 0.4
LEAST = 0.7
NO_VECTOR = 0.3  # the likeness that a finding is credited with which is newer than the vectors (expert-estimate)
_NO_CJK = "㐀"  # from here on: the encoder reads English only


class NearFindings:
    """Words and meaning together. For one lane: the first question builds an index and starts a worker."""

    def __init__(self, knowledge: Knowledge, encoder: EmbeddingService, vectors: NameVectors | None) -> None:
        """`vectors` are those of the encoder's own making; without them, or without it, words decide alone."""
        self._knowledge, self._encoder = knowledge, encoder
        self._words: NearWords | None = None
        known = {term: row for row, term in enumerate(vectors.terms)} if vectors is not None else {}
        self._vectors = vectors
        places = [(number, known[term]) for number, term in enumerate(knowledge.findings) if term in known]
        self._there = np.array([number for number, _ in places], dtype=np.intp)
        self._rows = np.array([row for _, row in places], dtype=np.intp)

    @classmethod
    def open(cls, knowledge: Knowledge) -> Self:
        """With the encoder of this installation. Starts nothing, and never raises for a missing one."""
        encoder = EmbeddingService.open(threads=1)  # a few words at a time: a second thread would mostly wait
        model = encoder.status.model
        vectors = read_vectors(vectors_file(), model.sha256) if model is not None else None
        return cls(knowledge, encoder, vectors)

    @property
    def ready(self) -> bool:
        """Whether the encoder is loaded, so that meaning costs milliseconds and not the start of a process."""
        return self._vectors is not None and self._encoder.status.device is not None

    def prepare(self, cancel: CancelToken | None = None) -> None:
        """Start the encoder now; without one, or without its vectors, nothing."""
        if self._vectors is not None:
            self._encoder.prepare(cancel)

    def by_words(self, words: str, most: int = MOST) -> tuple[str, ...]:
        """The findings whose names have most of these words, the nearest first."""
        return self._best(self._by_words(words), LEAST_WORDS, most)

    def find(self, words: str, most: int = MOST, cancel: CancelToken | None = None) -> tuple[str, ...]:
        """The same by words and by meaning. Stopped, without an encoder, or for other scripts: by words alone."""
        likeness = self._by_words(words)
        asked = None
        if self._vectors is not None and words.strip() and all(letter < _NO_CJK for letter in words):
            asked = self._encoder.embed([words], cancel)
        if asked is None or self._vectors is None:
            return self._best(likeness, LEAST_WORDS, most)
        together = WORDS * likeness + NO_VECTOR
        together[self._there] += self._vectors.likeness(asked[0])[self._rows] - NO_VECTOR
        return self._best(together, LEAST, most)

    def _by_words(self, words: str) -> Likeness:
        if self._words is None:
            self._words = NearWords(self._knowledge)
        return self._words.likeness(words)

    def _best(self, likeness: Likeness, least: float, most: int) -> tuple[str, ...]:
        terms = tuple(self._knowledge.findings)
        order = np.argsort(-likeness, kind="stable")[:most]
        return tuple(terms[number] for number in order if likeness[number] >= least)

    def close(self) -> None:
        """Let the worker go."""
        self._encoder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def vectors_file() -> Path:
    """Where the findings' vectors lie, beside the encoder that made them."""
    return resources() / "models" / "bedside-encoder.vectors.npz"
