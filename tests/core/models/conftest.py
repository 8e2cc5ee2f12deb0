from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.models.launch import PipeConnection

_OURS = ("scripted-model", "requests", "model-reports", "model-requests")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a Bedside of its own, with nothing remembered."""
    home = tmp_path / "home"
    monkeypatch.setenv("BEDSIDE_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_worker_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers that a test started end with it, and their threads with them."""
    opened: list[PipeConnection] = []
    make = PipeConnection.__init__

    def remember(self: PipeConnection, *given: Any) -> None:
        make(self, *given)
        opened.append(self)

    monkeypatch.setattr(PipeConnection, "__init__", remember)
    before = set(threading.enumerate())
    yield
    for connection in opened:
        connection.kill()
    for thread in set(threading.enumerate()) - before:
        if thread.name in _OURS:
            thread.join(timeout=10)
            assert not thread.is_alive(), f"a thread of a worker is left: {thread.name}"
