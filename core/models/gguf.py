"""The header of a GGUF file, read by ourselves and distrusted: what it says it is, and whether it is all there.

A model file may come from anywhere. Every count and length is held against the bytes that are left before it is
believed, and every tensor must lie within the file: llama.cpp maps the file into memory, where a missing end is not
an error but a crash.
"""

from __future__ import annotations

import io
import math
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from core.frozen import Frozen
from core.models.gguf_types import FILE_TYPES, TENSOR_TYPES
from core.system.errors import KnownError

Value = int | float | bool | str
_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MOST_PAIRS = 65_536
_MOST_TENSORS = 262_144
_MOST_DIMENSIONS = 4
_LONGEST_KEY = 65_535
_LONGEST_TEXT = 1 << 20  # of a value that we keep; templates are some kilobytes
_DEEPEST = 3
_STRING, _ARRAY, _BOOL = 8, 9, 7
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 10: "Q", 11: "q", 12: "d"}


class GgufHeader(Frozen):
    """What the file says of itself. None means that it does not say."""

    version: int
    architecture: str
    name: str | None
    context: int | None
    quantisation: str
    parameters: int
    tensors: int
    licence: str | None
    chat_template: str | None
    layers: int | None
    size_bytes: int
    embedding: int | None = None
    heads: int | None = None
    kv_heads: int | None = None
    key_length: int | None = None
    value_length: int | None = None
    vocabulary: int | None = None


class _DamagedError(Exception):
    """Not a whole GGUF file; the message ends a sentence."""


def read_header(path: Path) -> GgufHeader:
    """Read and check the header. A file that is not a whole GGUF model is a `KnownError`."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size == 0:
                raise _DamagedError("it is empty")
            return _parse(file, size)
    except _DamagedError as damage:
        raise KnownError(f"{path.name} cannot be used as a model: {damage}. Fetch the file again.") from None
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> KnownError:
    return KnownError(f"{path.name} cannot be read ({error.strerror}). Check the file and its permissions.")


def _parse(content: BinaryIO, size: int) -> GgufHeader:
    reader = _Reader(content, size)
    if reader.take(4) != _MAGIC:
        raise _DamagedError("it is not a GGUF file")
    version = reader.number("I")
    if version not in _VERSIONS:
        raise _DamagedError("it is of a GGUF version that Bedside does not know")
    tensors, pairs = reader.number("Q"), reader.number("Q")
    if not 0 < tensors <= _MOST_TENSORS or pairs > _MOST_PAIRS:
        raise _DamagedError("its counts make no sense")
    values = _read_pairs(reader, pairs)
    parameters, weights_by_type, end = _read_tensors(reader, tensors)
    alignment = values.get("general.alignment", 32)
    if not isinstance(alignment, int) or not 8 <= alignment <= 1 << 20 or alignment % 8:
        raise _DamagedError("its alignment makes no sense")
    start = math.ceil(reader.position / alignment) * alignment
    if start + end > size:
        raise _DamagedError("its end is missing")
    return _header(values, version, tensors, parameters, weights_by_type, size)


def _header(
    values: Mapping[str, Value],
    version: int,
    tensors: int,
    parameters: int,
    weights_by_type: Mapping[int, int],
    size: int,
) -> GgufHeader:
    architecture = _text(values, "general.architecture")
    if not architecture:
        raise _DamagedError("it does not name its architecture")
    if _whole(values, "split.count") not in (None, 0, 1):
        raise _DamagedError("it is one part of a model in several files, which Bedside does not read; join them first")
    return GgufHeader(
        version=version,
        architecture=architecture,
        name=_text(values, "general.name"),
        context=_whole(values, f"{architecture}.context_length"),
        quantisation=_quantisation(values, weights_by_type),
        parameters=parameters,
        tensors=tensors,
        licence=_text(values, "general.license"),
        chat_template=_text(values, "tokenizer.chat_template"),
        layers=_whole(values, f"{architecture}.block_count"),
        size_bytes=size,
        embedding=_whole(values, f"{architecture}.embedding_length"),
        heads=_whole(values, f"{architecture}.attention.head_count"),
        kv_heads=_whole(values, f"{architecture}.attention.head_count_kv"),
        key_length=_whole(values, f"{architecture}.attention.key_length"),
        value_length=_whole(values, f"{architecture}.attention.value_length"),
        vocabulary=_whole(values, f"{architecture}.vocab_size"),
    )


def _quantisation(values: Mapping[str, Value], weights_by_type: Mapping[int, int]) -> str:
    declared = _whole(values, "general.file_type")
    if declared in FILE_TYPES:
        return FILE_TYPES[declared]
    heaviest = max(weights_by_type, key=lambda kind: weights_by_type[kind])
    return TENSOR_TYPES[heaviest][0]


def _text(values: Mapping[str, Value], key: str) -> str | None:
    value = values.get(key)
    return value if isinstance(value, str) else None


def _whole(values: Mapping[str, Value], key: str) -> int | None:
    value = values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


class _Reader:
    """Bytes in order, never past the end."""

    def __init__(self, content: BinaryIO, size: int) -> None:
        self._content = content
        self._size = size
        self.position = 0

    @property
    def left(self) -> int:
        return self._size - self.position

    def skip(self, count: int) -> None:
        if count <= io.DEFAULT_BUFFER_SIZE:
            self.take(count)
            return
        if count > self.left:
            raise _DamagedError("it ends before its header does")
        self.position += count
        self._content.seek(self.position)

    def take(self, count: int) -> bytes:
        content = self._content.read(count) if count <= self.left else b""
        if len(content) != count:
            raise _DamagedError("it ends before its header does")
        self.position += count
        return content

    def skip_texts(self, count: int) -> None:
        """Walk over a vocabulary: hundreds of thousands of short texts, so without a call for each."""
        read, position, size = self._content.read, self.position, self._size
        for _ in range(count):
            length = int.from_bytes(read(8), "little")
            position += 8 + length
            if position > size or len(read(length)) != length:
                raise _DamagedError("it ends before its header does")
        self.position = position

    def number(self, kind: str) -> int:
        return int(struct.unpack("<" + kind, self.take(struct.calcsize("<" + kind)))[0])

    def text(self, longest: int) -> str:
        length = self.number("Q")
        if length > longest:
            raise _DamagedError("one of its texts is too long to be true")
        return self.take(length).decode("utf-8", errors="replace")


def _read_pairs(reader: _Reader, pairs: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for _ in range(pairs):
        key = reader.text(_LONGEST_KEY)
        value = _read_value(reader, reader.number("I"))
        if key in values:
            raise _DamagedError("it says the same thing twice")
        if value is not None:
            values[key] = value
    return values


def _read_value(reader: _Reader, kind: int) -> Value | None:
    """A plain value; an array (the vocabulary) is walked over and gives None."""
    if kind == _STRING:
        return reader.text(_LONGEST_TEXT)
    if kind == _BOOL:
        return reader.take(1) != b"\0"
    if kind == _ARRAY:
        _skip_array(reader, 1)
        return None
    if kind not in _NUMBERS:
        raise _DamagedError("it holds a kind of value that does not exist")
    width = struct.calcsize("<" + _NUMBERS[kind])
    value: int | float = struct.unpack("<" + _NUMBERS[kind], reader.take(width))[0]
    return value


def _skip_array(reader: _Reader, depth: int) -> None:
    kind, count = reader.number("I"), reader.number("Q")
    if depth > _DEEPEST or count > reader.left:
        raise _DamagedError("one of its lists is too long to be true")
    if kind == _STRING:
        reader.skip_texts(count)
    elif kind == _ARRAY:
        for _ in range(count):
            _skip_array(reader, depth + 1)
    elif kind == _BOOL:
        reader.skip(count)
    elif kind in _NUMBERS:
        reader.skip(count * struct.calcsize("<" + _NUMBERS[kind]))
    else:
        raise _DamagedError("it holds a kind of list that does not exist")


def _read_tensors(reader: _Reader, tensors: int) -> tuple[int, dict[int, int], int]:
    """All parameters, how many bytes each tensor type takes, and where the last tensor ends within the data."""
    parameters, end = 0, 0
    weights: dict[int, int] = {}
    for _ in range(tensors):
        reader.skip(reader.number("Q"))  # its name
        dimensions = reader.number("I")
        if not 0 < dimensions <= _MOST_DIMENSIONS:
            raise _DamagedError("one of its tensors has no possible shape")
        shape = [reader.number("Q") for _ in range(dimensions)]
        kind, offset = reader.number("I"), reader.number("Q")
        if kind not in TENSOR_TYPES:
            raise _DamagedError("it uses a number format that Bedside does not know")
        _, block, block_bytes = TENSOR_TYPES[kind]
        elements = math.prod(shape)
        if elements == 0 or shape[0] % block:
            raise _DamagedError("one of its tensors has no possible shape")
        size = elements // block * block_bytes
        parameters += elements
        weights[kind] = weights.get(kind, 0) + size
        end = max(end, offset + size)
    return parameters, weights, end
