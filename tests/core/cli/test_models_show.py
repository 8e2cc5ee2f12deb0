"""`bedside models show`, and the memory that `list` and `add` tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.models import Achieved, LaneResult, room
from core.models.achievement import keep
from core.models.machine import Memory
from tests.core.cli.conftest import Bedside
from tests.core.models import gguf_files as files

PLACED = {**files.PLAIN, "llama.attention.head_count": ("I", 4, 2), "llama.embedding_length": ("I", 4, 32)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.gguf"
    path.write_bytes(files.gguf(PLACED))
    return path


def test_a_card_tells_what_nobody_stated(bedside: Bedside, file: Path) -> None:
    bedside("models", "add", file, "--no-bench")
    said = bedside("models", "show", "mine").out
    for words in ("validated by others: not stated", "fairness in its making: not stated", "purpose: not stated"):
        assert words in said
    assert "badge: unvalidated" in said
    assert "measured here: no" in said
    document = bedside("models", "show", "mine", "--json").document
    assert (document["id"], document["achieved"]) == ("mine", None)


def test_what_was_measured_stands_with_the_card(bedside: Bedside) -> None:
    sha256 = bedside("models", "show", "smollm2-135m-instruct", "--json").document["sha256"]
    lanes = {"writer": LaneResult(what="its sentences passed the check", right=9, of=21)}
    keep(sha256, Achieved(when="2026-11-22T12:00:00+00:00", cases=35, device="processor", quantisation="Q4_1",
                          lanes=lanes, may=(), sentences=("It may not write.",)))  # fmt: skip
    said = bedside("models", "show", "smollm2-135m-instruct").out
    assert "its sentences passed the check: 9 of 21" in said
    assert "It may not write." in said
    assert "Patients: any whose record is in English" in " ".join(said.split())


def test_a_model_that_is_not_there(bedside: Bedside) -> None:
    assert "no model “nothing”" in bedside("models", "show", "nothing").sentence


def test_memory_at_its_context_and_a_caution(bedside: Bedside, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "memory", lambda: Memory(total_bytes=1_000_000, available_bytes=1_000_000))
    said = bedside("models", "add", file, "--no-bench").out
    assert "of memory at" in said
    assert "this machine has 1 MB: it may not run here" in said
