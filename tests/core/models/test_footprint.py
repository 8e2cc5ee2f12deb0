from __future__ import annotations

from core.models.footprint import memory_bytes
from core.models.gguf import GgufHeader

_SMOL = GgufHeader(
    version=3,
    architecture="llama",
    name="Small",
    context=8192,
    quantisation="Q4_1",
    parameters=134_515_008,
    tensors=272,
    licence="apache-2.0",
    chat_template=None,
    layers=30,
    size_bytes=98_362_432,
    embedding=576,
    heads=9,
    kv_heads=3,
)


def test_memory_grows_by_the_cache_of_each_token() -> None:
    small, large = memory_bytes(_SMOL, 1024), memory_bytes(_SMOL, 2048)
    assert small is not None
    assert large is not None
    assert large - small == 1024 * 30 * 3 * (64 + 64) * 2
    assert small > _SMOL.size_bytes


def test_no_more_context_is_reckoned_with_than_the_model_reads() -> None:
    assert memory_bytes(_SMOL, 1 << 20) == memory_bytes(_SMOL, 8192)


def test_a_header_that_does_not_tell_gives_no_number() -> None:
    assert memory_bytes(_SMOL.model_copy(update={"heads": None}), 1024) is None
