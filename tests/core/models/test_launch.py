"""Both ends of the pipes when they break."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import IO, Any

import pytest

from core.models import launch
from core.models.launch import Ended, PipeConnection, Wake, start_process
from core.models.protocol import Describe


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def test_writing_to_one_that_is_gone() -> None:
    theirs, ours = _pipes()
    reports, telling = _pipes()
    connection = PipeConnection(reports, ours, lambda: None, lambda: -9)
    theirs.close()
    connection.send(Describe())
    telling.close()
    assert connection.receive(10) == Ended(-9)


def test_garbage_ends_it() -> None:
    theirs, ours = _pipes()
    reports, telling = _pipes()
    killed: list[bool] = []
    connection = PipeConnection(reports, ours, lambda: killed.append(True), lambda: -9)
    telling.write(b"\0\0\0\2no")
    telling.close()
    assert connection.receive(10) == Ended(-9, garbled=True)
    assert killed == [True]
    theirs.close()


def test_waking_and_silence() -> None:
    theirs, ours = _pipes()
    reports, telling = _pipes()
    connection = PipeConnection(reports, ours, lambda: None, lambda: 0)
    assert connection.receive(-1) is None
    connection.wake()
    assert isinstance(connection.receive(1), Wake)
    telling.close()
    assert connection.receive(10) == Ended(0)
    theirs.close()


def test_one_that_closes_its_pipe_and_lives_on_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import os, time; os.close(1); time.sleep(600)"
    monkeypatch.setattr(launch, "command", lambda arguments: [sys.executable, "-I", "-c", program])
    monkeypatch.setattr(launch, "_LINGER_S", 0.01)
    connection = start_process(())
    ended = connection.receive(30)
    assert isinstance(ended, Ended)
    assert ended.code != 0


def test_a_process_without_pipes_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd:
        stdin = stdout = None

    def popen(*arguments: Any, **options: Any) -> Odd:
        return Odd()

    monkeypatch.setattr(subprocess, "Popen", popen)
    with pytest.raises(OSError, match="no pipes"):
        start_process(())
