"""Writing a GGUF file: its header, its values and its tensors, of which matrices may be quantised to Q8_0.

The form is the one that `core.models.gguf` reads: version 3, little endian, tensors on boundaries of 32 bytes.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.system.errors import BugError

Value = str | bool | int | float | Sequence[str] | Sequence[int]
Array = NDArray[np.float32]
F32, Q8_0 = 0, 8
BLOCK = 32
_ALIGNMENT = 32
_STRING, _ARRAY, _BOOL, _UNSIGNED, _SIGNED, _FLOAT = 8, 9, 7, 4, 5, 6


def quantised(matrix: Array) -> NDArray[np.uint8]:
    """The bytes of a matrix in Q8_0: of each 32 numbers of a row one scale (half precision) and 32 signed bytes."""
    if matrix.shape[-1] % BLOCK:
        raise BugError("A row that is to be quantised does not divide into blocks.")
    blocks = matrix.astype(np.float32).reshape(-1, BLOCK)
    scale = np.abs(blocks).max(axis=1, keepdims=True) / 127.0
    # Rounded by the scale as it is before it is cut to half precision, as llama.cpp does.
    steps = np.divide(blocks, scale, out=np.zeros_like(blocks), where=scale > 0)
    whole = (np.sign(steps) * np.floor(np.abs(steps) + 0.5)).astype(np.int8)
    return np.concatenate([scale.astype("<f2").view(np.uint8), whole.view(np.uint8)], axis=1).reshape(-1)


def restored(data: NDArray[np.uint8], shape: tuple[int, ...]) -> Array:
    """What a quantised matrix stands for."""
    blocks = data.reshape(-1, BLOCK + 2)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    values: Array = (blocks[:, 2:].copy().view(np.int8).astype(np.float32) * scale).reshape(shape)
    return values


def write_gguf(path: Path, values: Mapping[str, Value], tensors: Mapping[str, Array], wide: frozenset[str]) -> None:
    """Write the file. Matrices are quantised, but for those of `wide`; what has one dimension stays as it is.

    The same content gives the same bytes; the file appears whole or not at all.
    """
    head, bodies, offset = bytearray(), [], 0
    for name, array in tensors.items():
        narrow = array.ndim > 1 and name not in wide
        body = quantised(array).tobytes() if narrow else array.astype("<f4").tobytes()
        shape = tuple(reversed(array.shape))  # the fastest dimension first
        head += _text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        head += struct.pack("<IQ", Q8_0 if narrow else F32, offset)
        bodies.append(body + bytes(-len(body) % _ALIGNMENT))
        offset += len(bodies[-1])
    pairs = b"".join(_text(key) + _value(value) for key, value in values.items())
    start = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(values)) + pairs + bytes(head)
    scratch = path.with_suffix(f".{os.getpid()}.writing")
    with scratch.open("wb") as file:
        file.write(start + bytes(-len(start) % _ALIGNMENT))
        for body in bodies:
            file.write(body)
    scratch.replace(path)


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack("<Q", len(raw)) + raw


def _value(value: Value) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _text(value)
    if isinstance(value, bool):
        return struct.pack("<IB", _BOOL, value)
    if isinstance(value, int):
        return struct.pack("<II", _UNSIGNED, value)
    if isinstance(value, float):
        return struct.pack("<If", _FLOAT, value)
    if value and isinstance(value[0], int):
        return struct.pack(f"<IIQ{len(value)}i", _ARRAY, _SIGNED, len(value), *value)
    return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + b"".join(_text(str(entry)) for entry in value)
