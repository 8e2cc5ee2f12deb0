from __future__ import annotations

import hashlib
from pathlib import Path

from core.models.describe import machine_report, retry_model, verify_models
from core.models.fake import FakeScript, fake_launcher
from core.models.ladder import Ladder
from core.models.launch import Connection, Ended
from core.models.protocol import Failed, Rung
from core.models.registry import find_model
from tests.core.models import gguf_files as files


class _Answers:
    """A connection with one thing to say."""

    def __init__(self, report: Failed | Ended | None) -> None:
        self._report = report
        self.killed = False

    def send(self, message: object) -> None: ...

    def receive(self, timeout: float) -> Failed | Ended | None:
        return self._report

    def wake(self) -> None: ...

    def kill(self) -> None:
        self.killed = True


def _report(answer: Failed | Ended | None) -> str:
    connection = _Answers(answer)
    report = machine_report(lambda rung: connection)
    assert connection.killed
    assert report.runtime is None
    return report.sentence


def test_the_machine_as_a_worker_found_it() -> None:
    report = machine_report(fake_launcher(FakeScript()))
    assert report.runtime is not None
    assert report.runtime.version == "fake"
    assert report.isolation is not None
    assert "without support for a graphics processor" in report.sentence
    assert report.processor.name
    assert report.threads >= 1


def test_a_runtime_that_is_missing_or_broken_is_told() -> None:
    assert _report(Failed(why="no-runtime", sentence="It is not installed.")) == "It is not installed."
    assert _report(Ended(-4)) == "The runtime does not work here: its process crashed (SIGILL)."
    assert "no sign of life" in _report(None)


def test_a_worker_that_cannot_be_started_is_told() -> None:
    def launcher(rung: Rung) -> Connection:
        raise OSError(12, "Cannot allocate memory")

    report = machine_report(launcher)
    assert report.isolation is None
    assert "could not be started (Cannot allocate memory)" in report.sentence


def test_how_each_model_stands_here() -> None:
    info = find_model(model="smollm2-135m-instruct")
    assert info is not None
    assert info.sha256 is not None

    def standing() -> tuple[bool, str, tuple[str, ...]]:
        report = machine_report(lambda rung: _Answers(None))
        (one,) = (each for each in report.standings if each.model == info.id)
        return one.tried, one.sentence, one.steps

    assert standing() == (False, f"{info.name} has not been tried here yet.", ())
    ladder = Ladder(info.name, info.sha256)
    step = ladder.step_down("its process crashed (SIGSEGV)", remember=True)
    ladder.confirm()
    runs = f"{info.name} runs on the processor with its extra kernels, not on the graphics processor: {step.because}."
    assert standing() == (True, runs, (step.sentence,))
    ladder.step_down("it failed", remember=True)
    tried = f"{info.name} will be tried on the processor without extra kernels, not on the processor with its extra"
    assert standing()[:2] == (False, f"{tried} kernels: it failed.")
    ladder.step_down("it failed", remember=True)
    assert standing()[:2] == (True, f"{info.name} does not run here: it failed.")
    assert retry_model(info)
    assert standing() == (False, f"{info.name} has not been tried here yet.", ())
    Ladder(info.name, info.sha256).step_down("no such device", remember=True, failed=False)
    assert standing()[1] == f"{info.name} has not been tried here yet."


def test_a_file_without_a_card_is_tried_afresh_too(own_home: Path) -> None:
    folder = own_home / "models"
    folder.mkdir(parents=True)
    (folder / "mine.gguf").write_bytes(files.gguf())
    info = find_model(model="mine")
    assert info is not None
    assert not retry_model(info)  # nothing was remembered
    Ladder(info.name, hashlib.sha256(files.gguf()).hexdigest()).step_down("it failed", remember=True)
    assert retry_model(info)


def test_every_model_is_verified() -> None:
    assert {verification.model for verification in verify_models()} >= {"smollm2-135m-instruct"}
