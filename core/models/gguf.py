"""The header of a GGUF file, read by ourselves and distrusted: what it says it is, and whether it is all there.

A model file may come from anywhere. Every count and length is held against the bytes that are left before it is
believed, and every tensor must lie within the file: llama.cpp maps the file into memory, where a missing end is not
an error but a crash.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from core.frozen import Frozen
from core.models.gguf_reader import DamagedError, Reader, Value, read_value
from core.models.gguf_types import FILE_TYPES, TENSOR_TYPES
from core.system.errors import KnownError
from core.system.one_line import one_line
from core.system.regular import NoFileError, open_regular

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MOST_PAIRS = 65_536
_MOST_TENSORS = 262_144
_MOST_DIMENSIONS = 4
_LONGEST_KEY = 65_535
_TEMPLATE = "tokenizer.chat_template"
# What lies in GGUF files and is no language model, by what the file says of itself.
_OTHER_TYPES = {
    "adapter": "an adapter to another model",
    "mmproj": "the part of a model that reads images",
    "imatrix": "a table for quantising a model",
}
_OTHER_ARCHITECTURES = {
    "clip": "the part of a model that reads images",
    "controlvector": "a correction to another model",
    "wavtokenizer-dec": "a model of speech",
    "whisper": "a model of speech",
} | dict.fromkeys(
    ("aura", "cosmos", "flux", "hidream", "hyvid", "ltxv", "lumina2", "qwen_image", "sd1", "sd3", "sdxl", "wan"),
    "a model that draws",
)


class GgufHeader(Frozen):
    """What the file says of itself, each on one line but for its templates. None means that it does not say."""

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
    named_templates: tuple[str, ...] = ()


def read_header(path: Path) -> GgufHeader:
    """Read and check the header. A file that is not a whole GGUF model is a `KnownError`."""
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size == 0:
                raise DamagedError("it is empty")
            return _parse(file, size)
    except DamagedError as damage:
        raise KnownError(f"{one_line(path.name)} cannot be used as a model: {damage}. {damage.advice}") from None
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> KnownError:
    """What cannot even be opened, in a sentence."""
    name = one_line(path.name)
    if isinstance(error, IsADirectoryError):
        return KnownError(f"{name} cannot be used as a model: it is a folder. Choose a file.")
    if isinstance(error, NoFileError):
        return KnownError(f"{name} cannot be used as a model: {error.strerror}. Choose a file.")
    return KnownError(f"{name} cannot be read ({error.strerror}). Check the file and its permissions.")


def _parse(content: BinaryIO, size: int) -> GgufHeader:
    reader = Reader(content, size)
    if reader.take(4) != _MAGIC:
        raise DamagedError("it is not a GGUF file", "Choose a file in that format.")
    version = reader.number("I")
    if version not in _VERSIONS:
        raise DamagedError("it is of a GGUF version that Bedside does not know", "Convert it to version 3.")
    tensors, pairs = reader.number("Q"), reader.number("Q")
    if not 0 < tensors <= _MOST_TENSORS or pairs > _MOST_PAIRS:
        raise DamagedError("its counts make no sense")
    values = _read_pairs(reader, pairs)
    parameters, weights_by_type, end = _read_tensors(reader, tensors)
    alignment = values.get("general.alignment", 32)
    if not isinstance(alignment, int) or not 8 <= alignment <= 1 << 20 or alignment % 8:
        raise DamagedError("its alignment makes no sense")
    start = math.ceil(reader.position / alignment) * alignment
    if start + end > size:
        raise DamagedError("its end is missing")
    return _header(values, version, tensors, parameters, weights_by_type, size)


def _header(
    values: Mapping[str, Value],
    version: int,
    tensors: int,
    parameters: int,
    weights_by_type: Mapping[int, int],
    size: int,
) -> GgufHeader:
    _held_to_be_a_model(values)
    architecture = _text(values, "general.architecture")
    if not architecture or not one_line(architecture):
        raise DamagedError("it does not name its architecture")
    if _whole(values, "split.count") not in (None, 0, 1):
        raise DamagedError("it is one part of a model in several files", "Join the parts into one file first.")
    return GgufHeader(
        version=version,
        architecture=one_line(architecture),
        name=_line(values, "general.name"),
        context=_whole(values, f"{architecture}.context_length"),
        quantisation=_quantisation(values, weights_by_type),
        parameters=parameters,
        tensors=tensors,
        licence=_line(values, "general.license"),
        chat_template=_text(values, _TEMPLATE),
        named_templates=tuple(
            text for key, text in values.items() if key.startswith(f"{_TEMPLATE}.") and isinstance(text, str)
        ),
        layers=_whole(values, f"{architecture}.block_count"),
        size_bytes=size,
        embedding=_whole(values, f"{architecture}.embedding_length"),
        heads=_whole(values, f"{architecture}.attention.head_count"),
        kv_heads=_whole(values, f"{architecture}.attention.head_count_kv"),
        key_length=_whole(values, f"{architecture}.attention.key_length"),
        value_length=_whole(values, f"{architecture}.attention.value_length"),
        vocabulary=_whole(values, f"{architecture}.vocab_size"),
    )


def _held_to_be_a_model(values: Mapping[str, Value]) -> None:
    """Refuse at once what the runtime would refuse later with fewer words."""
    kind, architecture = _line(values, "general.type") or "model", _line(values, "general.architecture") or ""
    if "adapter.type" in values:
        kind = "adapter"
    what = _OTHER_ARCHITECTURES.get(architecture)
    if kind != "model":
        what = _OTHER_TYPES.get(kind, f"of the type “{kind}”")
    if what is not None:
        named = f" (architecture “{architecture}”)" if architecture else ""
        raise DamagedError(f"it is {what}{named}", "Choose a language model.")


def _quantisation(values: Mapping[str, Value], weights_by_type: Mapping[int, int]) -> str:
    declared = _whole(values, "general.file_type")
    if declared in FILE_TYPES:
        return FILE_TYPES[declared]
    heaviest = max(weights_by_type, key=lambda kind: weights_by_type[kind])
    return TENSOR_TYPES[heaviest][0]


def _text(values: Mapping[str, Value], key: str) -> str | None:
    value = values.get(key)
    return value if isinstance(value, str) else None


def _line(values: Mapping[str, Value], key: str) -> str | None:
    """For people to read: None also where nothing of it can be seen."""
    return one_line(_text(values, key) or "") or None


def _whole(values: Mapping[str, Value], key: str) -> int | None:
    value = values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _read_pairs(reader: Reader, pairs: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for _ in range(pairs):
        key = reader.text(_LONGEST_KEY)
        value = read_value(reader, reader.number("I"))
        if key in values:
            raise DamagedError("it says the same thing twice")
        if value is not None:
            values[key] = value
    return values


def _read_tensors(reader: Reader, tensors: int) -> tuple[int, dict[int, int], int]:
    """All parameters, how many bytes each tensor type takes, and where the last tensor ends within the data."""
    parameters, end = 0, 0
    weights: dict[int, int] = {}
    for _ in range(tensors):
        reader.skip(reader.number("Q"))  # its name
        dimensions = reader.number("I")
        if not 0 < dimensions <= _MOST_DIMENSIONS:
            raise DamagedError("one of its tensors has no possible shape")
        shape = [reader.number("Q") for _ in range(dimensions)]
        kind, offset = reader.number("I"), reader.number("Q")
        if kind not in TENSOR_TYPES:
            raise DamagedError(
                "it uses a number format that Bedside does not know", "Take the model in another quantisation."
            )
        _, block, block_bytes = TENSOR_TYPES[kind]
        elements = math.prod(shape)
        if elements == 0 or shape[0] % block:
            raise DamagedError("one of its tensors has no possible shape")
        size = elements // block * block_bytes
        parameters += elements
        weights[kind] = weights.get(kind, 0) + size
        end = max(end, offset + size)
    return parameters, weights, end
