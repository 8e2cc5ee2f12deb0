"""Writing a GGUF file: its header, its values and its tensors, matrices in half precision or quantised to Q4_0.

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
F32, F16, Q4_0 = 0, 1, 2  # the format's numbers for them
BLOCK = 32
_ALIGNMENT = 32
_STRING, _ARRAY, _BOOL, _UNSIGNED, _SIGNED, _FLOAT = 8, 9, 7, 4, 5, 6


def quantised(matrix: Array) -> NDArray[np.uint8]:
    """The bytes of a matrix in Q4_0: of each 32 numbers of a row one scale (half precision) and 32 steps of four bits.

    The number that is furthest from zero stands at step 0, which is 8 scales away from it; the first sixteen steps are
    the lower halves of the bytes.
    """
    if matrix.shape[-1] % BLOCK:
        raise BugError("A row that is to be quantised does not divide into blocks.")
    blocks = matrix.astype(np.float32).reshape(-1, BLOCK)
    furthest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=1)[:, None], axis=1)
    scale = furthest / -8.0
    # Divided by the scale as it is before it is cut to half precision, as llama.cpp does.
    turns = np.divide(1.0, scale, out=np.zeros_like(scale), where=scale != 0)
    steps = np.clip(np.floor(blocks * turns + 8.5), 0, 15).astype(np.uint8)
    halves = steps[:, :16] | (steps[:, 16:] << 4)
    return np.concatenate([scale.astype("<f2").view(np.uint8), halves], axis=1).reshape(-1)


def restored(data: NDArray[np.uint8], shape: tuple[int, ...]) -> Array:
    """What a quantised matrix stands for."""
    blocks = data.reshape(-1, BLOCK // 2 + 2)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    steps = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    values: Array = ((steps - 8.0) * scale).reshape(shape)
    return values


def write_gguf(
    path: Path,
    values: Mapping[str, Value],
    tensors: Mapping[str, Array],
    *,
    quantise: frozenset[str],
    keep: frozenset[str] = frozenset(),
) -> None:
    """Write the file. Matrices are cut to half precision, but for those of `quantise`.

    Those of `keep`, and what has one dimension, stay as they are.

    The same content gives the same bytes; the file appears whole or not at all.
    """
    head, bodies, offset = bytearray(), [], 0
    for name, array in tensors.items():
        form, body = _body(array, quantise=name in quantise, keep=name in keep)
        shape = tuple(reversed(array.shape))  # the fastest dimension first
        head += _text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        head += struct.pack("<IQ", form, offset)
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


def _body(array: Array, *, quantise: bool, keep: bool) -> tuple[int, bytes]:
    """The number of the form that a tensor is written in, and its bytes."""
    if keep or array.ndim == 1:
        return F32, array.astype("<f4").tobytes()
    return (Q4_0, quantised(array).tobytes()) if quantise else (F16, array.astype("<f2").tobytes())


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
