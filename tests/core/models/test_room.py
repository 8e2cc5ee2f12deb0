from __future__ import annotations

import pytest

from core.models.fake import fake_model
from core.models.machine import Memory
from core.models.room import caution, memory_words

MODEL = fake_model().model_copy(
    update={"name": "Small", "context": 8192, "memory_now_bytes": 321_000_000, "memory_full_bytes": 415_000_000}
)


def _here(total: int | None, free: int | None) -> Memory:
    return Memory(total_bytes=total, available_bytes=free)


def test_memory_says_at_which_context() -> None:
    assert memory_words(MODEL) == "321 MB of memory at 4,096 tokens, 415 MB at all 8,192"
    short = MODEL.model_copy(update={"context": 512})
    assert memory_words(short) == "321 MB of memory at 512 tokens"
    assert memory_words(MODEL.model_copy(update={"memory_now_bytes": None})) == ""


@pytest.mark.parametrize(
    ("total", "free", "said"),
    [
        (8_000_000_000, 4_000_000_000, ""),
        (None, None, ""),
        (300_000_000, 100_000_000, "needs about 321 MB of memory and this machine has 300 MB: it may not run"),
        (8_000_000_000, 100_000_000, "needs about 321 MB of memory and 100 MB are free now: close other programs"),
    ],
)
def test_a_caution_where_there_is_no_room(total: int | None, free: int | None, said: str) -> None:
    words = caution(MODEL, _here(total, free))
    assert (said in words) if said else words == ""


def test_what_its_file_does_not_tell_is_no_caution() -> None:
    assert caution(MODEL.model_copy(update={"memory_now_bytes": None}), _here(1, 1)) == ""
