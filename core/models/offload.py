"""How much of a model goes onto a graphics processor, by what is free there when it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from core.models.footprint import cache_bytes, work_bytes
from core.models.gguf import GgufHeader, read_header

_SPARE = 256 << 20  # bytes that the driver, the screen and rounding may want
_ALL = 0x7FFFFFFF  # as llama.cpp is told to take everything


class Placed(NamedTuple):
    """So many layers of all on the graphics processor. `layers` is what llama.cpp is told."""

    layers: int
    of: int

    @property
    def words(self) -> str:
        """For a person."""
        if self.of == 0:
            return "all layers" if self.layers else "no layers"
        if self.layers >= self.of:
            return f"all {self.of} layers"
        return f"{self.layers} of {self.of} layers, the rest on the processor"


def placed(path: str, context: int, free_bytes: int | None) -> Placed:
    """Where a model file's layers go, with this many bytes free (None: unknown, and llama.cpp decides)."""
    return place(read_header(Path(path)), context, free_bytes)


def place(header: GgufHeader, context: int, free_bytes: int | None) -> Placed:
    """As many layers as fit with their part of the cache, beside the numbers of a batch and something to spare.

    What is left over (the vocabulary's matrices) counts as one more layer, and goes there last."""
    layers = header.layers or 0
    if free_bytes is None or layers == 0:
        return Placed(_ALL, 0)
    tokens = min(context, header.context) if header.context else context
    each = -(-header.size_bytes // (layers + 1)) + -(-cache_bytes(header, tokens) // layers)
    room = free_bytes - work_bytes(header) - _SPARE
    return Placed(max(0, min(layers + 1, room // each)), layers + 1)
