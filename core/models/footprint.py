"""How much memory a model needs, from its header: an estimate, held against what the worker takes in the soak tests."""

from __future__ import annotations

from core.models.gguf import GgufHeader

NOW = 4096  # tokens of context that Bedside asks for
_BATCH = 128
_NUMBER = 2  # bytes of a number in the cache of keys and values (F16)
_WIDE = 4  # bytes of a number that is being computed with
_RUNTIME = 96 << 20  # the process itself: Python, llama.cpp, its buffers
_VOCABULARY = 64_000  # where the file does not say


def memory_bytes(header: GgufHeader, context: int) -> int | None:
    """Bytes that the worker takes with this many tokens of context; None where the header does not tell enough.

    The whole file, the cache of keys and values for every layer, and the numbers of one batch. Layers that look back
    over a window only need less than is said here.
    """
    if not header.layers or not header.heads or not header.embedding:
        return None
    tokens = min(context, header.context) if header.context else context
    return header.size_bytes + cache_bytes(header, tokens) + work_bytes(header) + _RUNTIME


def cache_bytes(header: GgufHeader, tokens: int) -> int:
    """Bytes of keys and values of so many tokens in all layers; 0 where the header does not tell."""
    layers, heads, embedding = header.layers or 0, header.heads or 0, header.embedding or 0
    if not heads:
        return 0
    keys = header.key_length or embedding // heads
    values = header.value_length or embedding // heads
    return layers * (header.kv_heads or heads) * (keys + values) * _NUMBER * tokens


def work_bytes(header: GgufHeader) -> int:
    """Bytes of the numbers of one batch."""
    return _BATCH * (8 * (header.embedding or 0) + (header.vocabulary or _VOCABULARY)) * _WIDE
