"""Where the meaning of every name of a finding lies: made once by an encoder and kept beside it.

Of the encoder's 384 numbers only what differs between names is kept: the 64 directions in which they differ most, eight
bits each. 60,000 names are 4 MB, and as much is found by them as by the whole vectors (docs/encoder.md).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.knowledge.base import Knowledge
from core.models.embed import Vectors
from core.system.atomic import write_atomically

DIRECTIONS = 64
_STEPS = 127


class NameVectors(NamedTuple):
    """`rows` are the names' vectors as they are compared, all names of a finding together, those of `terms[i]` from
    `starts[i]` on. Only the encoder with the checksum `encoder` gives others like them."""

    terms: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: Vectors
    centre: Vectors
    directions: Vectors  # a column each
    encoder: str

    def likeness(self, vector: Vectors) -> Vectors:
        """How near the nearest name of each finding lies to what an encoder made of a text: 1 the same, 0 far off."""
        asked = _compared(vector[None, :], self.centre, self.directions)[0]
        nearest: Vectors = np.maximum.reduceat(self.rows @ asked, self.starts)
        return nearest


def names_of_findings(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Every English name of each finding of our vocabulary, whatever its capitals; in alphabetical order."""
    names: dict[str, dict[str, str]] = {term: {} for term in knowledge.findings}
    for _, term, name, _, _ in sorted(knowledge.names()):
        if term in names:
            names[term].setdefault(name.lower(), name)
    return {term: tuple(own.values()) for term, own in names.items() if own}


def placed(names: Mapping[str, Sequence[str]], vectors: Vectors, encoder: str) -> NameVectors:
    """The names' vectors, which come in the order of `names`, as they are kept and compared."""
    centre = vectors.mean(axis=0)
    apart = vectors - centre
    _, found = np.linalg.eigh(apart.T @ apart)
    directions = np.ascontiguousarray(found[:, ::-1][:, :DIRECTIONS])
    counts = [len(own) for own in names.values()]
    starts = np.cumsum([0, *counts[:-1]]).astype(np.int64)
    return NameVectors(tuple(names), starts, _compared(vectors, centre, directions), centre, directions, encoder)


def write_vectors(path: Path, vectors: NameVectors) -> None:
    """Keep them in a file."""
    content = io.BytesIO()
    most = np.abs(vectors.rows).max(axis=1, keepdims=True)
    small: NDArray[np.int8] = np.rint(vectors.rows * _STEPS / np.maximum(most, 1e-6)).astype(np.int8)
    np.savez_compressed(
        content,
        terms=np.array(vectors.terms),
        starts=vectors.starts,
        rows=small,
        centre=vectors.centre,
        directions=vectors.directions,
        encoder=np.array(vectors.encoder),
    )
    write_atomically(path, content.getvalue())


def read_vectors(path: Path, encoder: str | None) -> NameVectors | None:
    """What `write_vectors` kept, or None: nothing there, damaged, or made by another encoder than this one."""
    try:
        # Read whole first: numpy leaves a damaged file open.
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            made_by, terms, starts = str(kept["encoder"]), tuple(map(str, kept["terms"])), kept["starts"]
            rows, centre, directions = kept["rows"].astype(np.float32), kept["centre"], kept["directions"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    if made_by != encoder or len(terms) != len(starts):
        return None
    return NameVectors(terms, starts, _of_length_one(rows), centre, directions, made_by)


def _compared(vectors: Vectors, centre: Vectors, directions: Vectors) -> Vectors:
    turned: Vectors = ((vectors - centre) @ directions).astype(np.float32)
    return _of_length_one(turned)


def _of_length_one(rows: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    whole: Vectors = (rows / lengths).astype(np.float32)
    return whole
