"""For `dev.py soak`: workers killed at random moments, and Stop at random moments, hundreds of times each.

What is asked of each death: the document is complete, the record is stored, the window has heard of the end, and no
operation is left standing. Nothing here waits for a fixed time; the moments are drawn from a seeded generator.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.assessment import Sentence
from core.models import ModelService
from core.models.fake import FakeScript, FakeStep, fake_service
from core.narrative import narrate, with_prose
from core.records import Records, vault
from core.system.cancel import CancelToken
from desktop.operations import Job, Operations
from tests.core.models.test_real_model import _THERE
from tests.core.narrative.cases import CHEST_PAIN, assessed
from tests.core.records.samples import PASSPHRASE, a_case, a_summary

pytestmark = pytest.mark.soak

KILLS = 500
REAL_KILLS = 60
STOPS = 220
_PATIENCE_MS = 180_000  # for one document on a machine that has other work, too
_REPORT = Path(os.environ.get("BEDSIDE_SOAK_REPORT", os.devnull))
_SCRIPT = FakeScript(
    steps=(
        FakeStep(text="The patient has no fever and sweats. The pain is in the chest.", word_s=0.004, prompt_s=0.02),
    )
)


class _Killer:
    """Ends whatever worker a service has, again and again, at random moments, as the system does when memory is out."""

    def __init__(self, service: ModelService, moments: random.Random, longest_s: float) -> None:
        self._service, self._moments, self._longest_s = service, moments, longest_s
        self._over = threading.Event()
        self.kills = 0
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> _Killer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        killed: set[int] = set()
        while not self._over.wait(self._moments.uniform(0, self._longest_s)):
            session = self._service._session
            process = session.process if session is not None else None
            if process is None or process in killed:
                continue
            killed.add(process)
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
            self.kills += 1


@cache
def _plain_text() -> tuple[str, ...]:
    """The document as it is without any model: what must be told in every other, too."""
    case, assessment = assessed(CHEST_PAIN)
    return tuple(s.text for s in narrate(case, assessment, None, lang="en") if isinstance(s, Sentence))


def _write(service: ModelService, cancel: CancelToken) -> str:
    """One whole document by the service; its JSON."""
    case, assessment = assessed(CHEST_PAIN)
    told = with_prose(assessment, narrate(case, assessment, service, lang="en", cancel=cancel))
    shown = [sentence.text for sentence in told.narrative]
    assert shown[0] == _plain_text()[0]  # it begins and ends as it does without a model
    assert shown[-1] == _plain_text()[-1]
    assert told.narrative
    return told.model_dump_json()


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    Records.create(tmp_path / "records", PASSPHRASE)[0].close()
    key = vault.unlock(tmp_path / "records", PASSPHRASE)
    with Records.open_with_key(tmp_path / "records", bytearray(key)) as opened:
        yield opened


@pytest.fixture
def operations(qtbot: QtBot) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.close()


def _soak(
    kills: int,
    longest_s: float,
    opened: Callable[[], ModelService],
    records: Records,
    operations: Operations,
    qtbot: QtBot,
) -> None:
    moments = random.Random(20261122)
    done = rounds = 0
    slowest_s = 0.0
    began = time.monotonic()
    while done < kills:
        stored: list[str] = []
        failures: list[str] = []
        number, service = f"case-{rounds}", opened()

        def work(job: Job, number: str = number, service: ModelService = service) -> str:
            prose = _write(service, job)
            case_id = records.save_case(a_case(number))
            records.save_assessment(case_id, prose, a_summary())
            return case_id

        with service, _Killer(service, moments, longest_s) as killer:
            start = time.monotonic()
            operations.start(work, lane="prose", done=stored.append, failed=failures.append, key="prose", words="x")
            qtbot.waitUntil(lambda: operations.idle, timeout=_PATIENCE_MS)
            slowest_s = max(slowest_s, time.monotonic() - start)
        assert failures == []
        assert len(stored) == 1
        assert operations.waited_for == []
        assert records.load_assessment(stored[0]) is not None
        done += killer.kills
        rounds += 1
    assert len(records.list_cases(limit=10_000)) == rounds
    seconds = time.monotonic() - began
    _tell(f"{done} kills in {rounds} documents, {seconds:.0f} s; slowest document {slowest_s:.1f} s")


def test_killed_at_random_moments(records: Records, operations: Operations, qtbot: QtBot) -> None:
    """A real worker process with a scripted model: most moments are those of starting, reading and writing."""
    _soak(KILLS, 0.9, lambda: fake_service(_SCRIPT, process=True), records, operations, qtbot)


@pytest.mark.skipif(not _THERE, reason="the embedded model or llama-cpp-python has not been installed")
def test_the_real_model_killed_at_random_moments(
    own_home: Path, records: Records, operations: Operations, qtbot: QtBot
) -> None:
    _soak(REAL_KILLS, 4.0, ModelService.open, records, operations, qtbot)


@pytest.mark.skipif(not _THERE, reason="the embedded model or llama-cpp-python has not been installed")
@pytest.mark.parametrize("phase", ["reading", "writing"])
def test_stop_is_heard_within_a_second(own_home: Path, phase: str) -> None:
    """From Stop to stopped, in real native code: at most a second in 99 of 100."""
    moments = random.Random(20261122)
    waits: list[float] = []
    heard = 0
    with ModelService.open() as service:
        assert service.prepare().available
        for turn in range(STOPS):
            text = f"{turn} " + ("The patient coughs. " * 700 if phase == "reading" else "Tell a long story.")
            token = CancelToken()
            stream = service.stream([{"role": "user", "content": text}], max_tokens=2000, cancel=token)
            timer = threading.Timer(moments.uniform(0, 0.6), token.cancel)
            if phase == "writing":
                next(stream)
            timer.start()
            for _ in stream:
                pass
            ended = time.monotonic()
            timer.cancel()
            assert stream.result.finished in ("cancelled", "stop", "length")
            if token.cancelled_at is None or stream.result.finished != "cancelled":
                continue
            waits.append(ended - token.cancelled_at)
            heard += service.status.device is not None  # not killed for not hearing it
    assert len(waits) >= 200
    worst = statistics.quantiles(waits, n=100)[-1]
    _tell(
        f"Stop while {phase}: n = {len(waits)}, median {statistics.median(waits) * 1000:.0f} ms, 99th of 100 "
        f"{worst * 1000:.0f} ms, slowest {max(waits) * 1000:.0f} ms, {len(waits) - heard} ended by a kill"
    )
    assert worst <= 1


def _tell(line: str) -> None:
    """A figure for the documentation, where the caller wants one."""
    with _REPORT.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
