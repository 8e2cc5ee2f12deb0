"""The worker's loop, within this process."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from typing import Any

import pytest

from core.models.backend import BackendError, StopFlag
from core.models.protocol import (
    Alive,
    Count,
    Counted,
    Describe,
    Description,
    Done,
    Failed,
    Generate,
    Hello,
    Load,
    Loaded,
    Piece,
    Report,
    Stop,
    receive_report,
    send,
)
from core.models.worker import Worker, _backend
from core.system.isolation import Isolation

_ISOLATION = Isolation(had=(), missing=(), network_closed=False)
_LOAD = Load(path="x", rung="gpu", context=1, threads=1, trial=False)


class _Backend:
    """Does what it is told, or raises what it is given."""

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error
        self.stopped: list[bool] = []
        self.let_go = threading.Event()

    def _maybe(self) -> None:
        if self._error is not None:
            raise self._error

    def describe(self) -> Description:
        self._maybe()
        return Description(version="1", build="", gpu=False, devices=())

    def load(self, request: Load, alive: Callable[[float], None], stop: StopFlag) -> Loaded:
        for share in (0.0, 0.5, 1.0):
            alive(share)
        return Loaded(device="d", context=1, seconds=0.0)

    def generate(self, request: Generate, emit: Callable[[str], None], alive: Any, stop: StopFlag) -> Done:
        emit("a")
        while stop.is_set != (request.seed == 1):  # seed 1 waits to be stopped
            pass
        self.stopped.append(stop.is_set)
        return Done(id=request.id, finished="stop", tokens=1, prompt_tokens=1, prompt_seconds=0, seconds=0)

    def count(self, text: str) -> int:
        self._maybe()
        return len(text)


def _generate(number: int, seed: int = 0) -> Generate:
    return Generate(id=number, prompt="x", max_tokens=1, seed=seed, temperature=0)


def _converse(backend: _Backend, *requests: Any) -> list[Report]:
    """Send all, close the pipe when as many answers have come, and return what came after Hello."""
    to_worker, ours = os.pipe()
    theirs, from_worker = os.pipe()
    worker = Worker(os.fdopen(to_worker, "rb"), os.fdopen(from_worker, "wb"), backend, _ISOLATION, gone=lambda: None)
    thread = threading.Thread(target=worker.run)
    thread.start()
    reports: list[Report] = []
    with os.fdopen(ours, "wb") as writer, os.fdopen(theirs, "rb") as reader:
        assert isinstance(receive_report(reader), Hello)
        for request in requests:
            send(writer, request)
        wanted = sum(not isinstance(request, Stop) for request in requests)
        while wanted:
            report = receive_report(reader)
            assert report is not None
            reports.append(report)
            wanted -= isinstance(report, Done | Failed | Counted | Description | Loaded)
    thread.join(timeout=10)
    worker._writer.close()
    return reports


def test_each_request_has_its_answer() -> None:
    reports = _converse(_Backend(), Describe(), _LOAD, Count(id=4, text="abc"), _generate(5))
    kinds = [type(report) for report in reports]
    assert kinds == [Description, Alive, Loaded, Counted, Piece, Done]  # signs of life are not sent faster than needed


def test_a_stop_reaches_the_one_it_is_meant_for() -> None:
    backend = _Backend()
    _converse(backend, _generate(1, seed=1), Stop(id=1), _generate(2))
    assert backend.stopped == [True, False]


def test_a_stop_that_comes_first_counts_too() -> None:
    backend = _Backend()
    _converse(backend, Stop(id=7), _generate(7, seed=1), _generate(8))
    assert backend.stopped == [True, False]


@pytest.mark.parametrize(
    ("error", "why", "words"),
    [
        (BackendError("too-long", "Too long."), "too-long", "Too long."),
        (MemoryError(), "memory", "not enough memory"),
        (ValueError("Jane Doe has a cough"), "broken", "an error of its own (ValueError)"),
    ],
)
def test_what_goes_wrong_is_told_without_the_text(error: Exception, why: str, words: str) -> None:
    (report,) = _converse(_Backend(error), Count(id=3, text="x"))
    assert isinstance(report, Failed)
    assert (report.id, report.why) == (3, why)
    assert words in report.sentence
    assert "Jane" not in report.sentence


def test_garbage_from_the_program_ends_it() -> None:
    gone = threading.Event()
    writer = io.BytesIO()
    Worker(io.BytesIO(b"\0\0\0\1x"), writer, _Backend(), _ISOLATION, gone.set).run()
    assert gone.wait(10)


def test_the_backends() -> None:
    assert type(_backend("llama", [], io.BytesIO())).__name__ == "LlamaBackend"
    assert type(_backend("fake", ["{}"], io.BytesIO())).__name__ == "FakeBackend"
    assert type(_backend("fake", ['{"real": true}'], io.BytesIO())).__name__ == "_Crashing"
