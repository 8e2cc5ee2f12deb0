"""How well an encoder knows what means the same: held-out names, looked for among all names that it has seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.frozen import Frozen
from core.training.encoder_texts import Text

Vectors = NDArray[np.float32]
_AT_ONCE = 512
_NEAREST = 60  # names, among which five terms are looked for


class Recall(Frozen):
    """Of `n` held-out names: how many have their own term nearest, and how many among the five nearest terms."""

    n: int
    first: float
    five: float


class Gain(Frozen):
    """What training brought for one kind of held-out text."""

    kind: str
    before: Recall
    after: Recall

    @property
    def sentence(self) -> str:
        """As the card of the model has it."""
        return (
            f"held-out {self.kind}s ({self.after.n}): own term first {self.after.first:.3f}, among five "
            f"{self.after.five:.3f}, before training {self.before.first:.3f} and {self.before.five:.3f}"
        )


def looked_up(
    queries: Sequence[Text], vectors: Vectors, names: Sequence[Text], index: Vectors
) -> list[list[tuple[str, float]]]:
    """For each query the five nearest terms with their likeness, the nearest first."""
    keys = np.array([name.key for name in names])
    found = []
    nearest = min(_NEAREST, len(names))
    for at in range(0, len(queries), _AT_ONCE):
        likeness = vectors[at : at + _AT_ONCE] @ index.T
        best = np.argpartition(-likeness, nearest - 1, axis=1)[:, :nearest]
        for row, columns in zip(likeness, best, strict=True):
            terms: dict[str, float] = {}
            for column in columns[np.argsort(-row[columns], kind="stable")]:
                terms.setdefault(str(keys[column]), float(row[column]))
            found.append(list(terms.items())[:5])
    return found


def recall(queries: Sequence[Text], found: Sequence[Sequence[tuple[str, float]]]) -> Recall:
    """The share that was found; a name that two terms share counts for its own."""
    first = sum(hits[0][0] == query.key for query, hits in zip(queries, found, strict=True))
    five = sum(any(key == query.key for key, _ in hits) for query, hits in zip(queries, found, strict=True))
    return Recall(n=len(queries), first=first / len(queries), five=five / len(queries))
