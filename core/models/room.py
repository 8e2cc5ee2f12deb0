"""How much memory a model takes, and whether this machine has it, in words."""

from __future__ import annotations

from core.models.footprint import NOW
from core.models.info import ModelInfo
from core.models.machine import Memory, memory

_MEGABYTE = 1_000_000


def megabytes(size: int) -> str:
    """A size as a person reads it."""
    return f"{size / _MEGABYTE:,.0f} MB"


def context_now(info: ModelInfo) -> int:
    """Tokens that it is asked to hold at once: what Bedside asks for, or all that it can read."""
    return min(NOW, info.context) if info.context else NOW


def memory_words(info: ModelInfo) -> str:
    """What it takes as it is used here and at all that it can read; empty where its file does not tell."""
    now, full = info.memory_now_bytes, info.memory_full_bytes
    if now is None:
        return ""
    words = f"{megabytes(now)} of memory at {context_now(info):,} tokens"
    if full is None or info.context is None or info.context <= context_now(info):
        return words
    return f"{words}, {megabytes(full)} at all {info.context:,}"


def caution(info: ModelInfo, here: Memory | None = None) -> str:
    """What to know before a model is used that needs more memory than this machine has, or has free; else empty."""
    here, need = here or memory(), info.memory_now_bytes
    if need is None:
        return ""
    needs = f"{info.name} needs about {megabytes(need)} of memory"
    if here.total_bytes is not None and need > here.total_bytes:
        return f"{needs} and this machine has {megabytes(here.total_bytes)}: it may not run here, or only very slowly."
    if here.available_bytes is not None and need > here.available_bytes:
        return f"{needs} and {megabytes(here.available_bytes)} are free now: close other programs before it is used."
    return ""
