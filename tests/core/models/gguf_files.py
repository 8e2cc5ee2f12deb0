"""Small GGUF files, whole or broken in one place."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

Tensor = tuple[str, Sequence[int], int, int]  # name, shape, type, offset

PLAIN: dict[str, Any] = {
    "general.architecture": "llama",
    "general.name": "Small",
    "general.license": "apache-2.0",
    "general.file_type": ("I", 4, 3),
    "llama.context_length": ("I", 4, 2048),
    "llama.block_count": ("I", 4, 2),
    "tokenizer.chat_template": "{{ messages }}",
    "tokenizer.ggml.tokens": ["a", "bc", "def"],
}
ONE_TENSOR: tuple[Tensor, ...] = (("weights", (32, 4), 3, 0),)
ITS_BYTES = 4 * 20


def text(value: str) -> bytes:
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def value(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, bool):
        return struct.pack("<IB", 7, content)
    if isinstance(content, str):
        return struct.pack("<I", 8) + text(content)
    if isinstance(content, list):
        return struct.pack("<IIQ", 9, 8, len(content)) + b"".join(text(entry) for entry in content)
    kind, number, plain = content
    return struct.pack("<I", number) + struct.pack("<" + kind, plain)


def gguf(
    pairs: Mapping[str, Any] | None = None,
    tensors: Sequence[Tensor] = ONE_TENSOR,
    *,
    data: int = ITS_BYTES,
    magic: bytes = b"GGUF",
    version: int = 3,
    alignment: int = 32,
    more: bytes = b"",
    pair_count: int | None = None,
    tensor_count: int | None = None,
) -> bytes:
    pairs = PLAIN if pairs is None else pairs
    head = magic + struct.pack("<IQQ", version, tensor_count or len(tensors), pair_count or len(pairs))
    body = b"".join(text(key) + value(content) for key, content in pairs.items()) + more
    for name, shape, kind, offset in tensors:
        body += text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape) + struct.pack("<IQ", kind, offset)
    start = len(head) + len(body)
    return head + body + b"\0" * (-start % alignment) + b"\1" * data
