from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.models import machine
from core.models.machine import processor_from

_TWO_CORES_FOUR_THREADS = """
processor\t: 0
model name\t: A Processor
physical id\t: 0
core id\t: 0
flags\t\t: fpu avx2 sse4_2 amx_tile
processor\t: 1
model name\t: A Processor
physical id\t: 0
core id\t: 0
flags\t\t: fpu avx2 sse4_2 amx_tile
processor\t: 2
physical id\t: 0
core id\t: 1
processor\t: 3
physical id\t: 0
core id\t: 1
"""


def test_real_cores_and_telling_features(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_usable", lambda: 4)
    found = processor_from(_TWO_CORES_FOUR_THREADS)
    assert found.name == "A Processor"
    assert found.features == ("sse4_2", "avx2", "amx_tile")
    assert (found.cores, found.logical) == (2, 4)


def test_no_more_cores_than_we_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_usable", lambda: 1)
    assert processor_from(_TWO_CORES_FOUR_THREADS).cores == 1


def test_a_system_without_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "Path", lambda name: Path("/nowhere" + name))
    machine.processor.cache_clear()
    try:
        assert machine.processor().features == ()
        assert machine.processor().cores >= 1
        assert machine.threads() >= 1
        assert machine.memory().total_bytes is None
    finally:
        machine.processor.cache_clear()


def test_this_machine() -> None:
    assert machine.processor().name
    total = machine.memory().total_bytes
    assert total is None or total > 1 << 28


def test_a_system_without_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert machine._usable() == (os.cpu_count() or 1)
