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
    layers, heads, embedding = header.layers, header.heads, header.embedding
    if not layers or not heads or not embedding:
        return None
    tokens = min(context, header.context) if header.context else context
    kv_heads = header.kv_heads or heads
    keys = header.key_length or embedding // heads
    values = header.value_length or embedding // heads
    cache = layers * kv_heads * (keys + values) * _NUMBER * tokens
    work = _BATCH * (8 * embedding + (header.vocabulary or _VOCABULARY)) * _WIDE
    return header.size_bytes + cache + work + _RUNTIME
