"""The real worker process: what it is given, what it gives up, how it dies, and that nothing of it stays behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from core.models.fake import FakeScript, FakeStep, fake_launcher, fake_service
from core.models.ladder import Ladder
from core.models.launch import Ended, PipeConnection, command, start_process
from core.models.protocol import Describe, Description, Hello
from core.models.session import Timings
from core.system.cancel import CancelToken

ASK = [{"role": "user", "content": "What is it?"}]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def _hello(connection: PipeConnection) -> Hello:
    report = connection.receive(20)
    assert isinstance(report, Hello)
    return report


def _end(connection: PipeConnection) -> Ended:
    connection.kill()
    while not isinstance(report := connection.receive(20), Ended):
        assert report is not None
    return report


def _started() -> PipeConnection:
    connection = fake_launcher(FakeScript(), process=True)("processor-extra")
    assert isinstance(connection, PipeConnection)
    return connection


@pytest.mark.parametrize("lowered", ["processor-extra"])
def test_a_real_segmentation_fault_at_decode_leaves_an_answer(tmp_path: Path, lowered: str) -> None:
    file = tmp_path / "ladder.json"
    script = FakeScript(rungs={"gpu": "unavailable", "processor-extra": "dies-at-decode"})
    with fake_service(script, process=True, ladder_file=file) as service:
        result = service.generate(ASK)
        assert (result.text, result.finished) == ("Nothing to add.", "stop")
        assert "SIGSEGV" in result.notes[0]
    ladder = Ladder("Scripted model", "f" * 64, file=file, runtime="fake")
    assert (ladder.rung, ladder.proven) == ("processor-plain", True)


@pytest.mark.parametrize("then", ["die", "leave", "garbage", "half-message", "hang"])
def test_every_way_to_die_in_the_middle(then: str) -> None:
    first = FakeStep.model_validate({"text": "One two three.", "after": 2, "then": then})
    script = FakeScript(steps=(first, FakeStep(text=" three.")))
    patient = Timings(load=60, hang=0.3 if then == "hang" else 60, idle=0)
    with fake_service(script, process=True, timings=patient) as service:
        service.prepare()
        result = service.generate(ASK)
        assert (result.text, result.finished) == ("One two three.", "stop")
        assert len(result.notes) == 1


def test_stop_ends_even_a_worker_that_does_not_hear_it() -> None:
    token = CancelToken()
    script = FakeScript(steps=(FakeStep(text="again ", then="loop", word_s=0.001, deaf=True),))
    with fake_service(script, process=True) as service:
        stream = service.stream(ASK, max_tokens=100_000, cancel=token)
        next(stream)
        began = time.monotonic()
        token.cancel()
        list(stream)
        assert time.monotonic() - began < 1
        assert stream.result.finished == "cancelled"


def test_a_secret_in_our_environment_does_not_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDSIDE_PASSPHRASE", "correct horse")
    connection = _started()
    try:
        hello = _hello(connection)
        assert "an environment of allowed variables only" in hello.isolation.had
        if sys.platform == "linux":
            environment = _environment(hello.pid)
            assert environment is None or b"BEDSIDE" not in environment
    finally:
        _end(connection)


def _environment(pid: int) -> bytes | None:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except PermissionError:  # closed to us too, which is what it wants
        return None


@LINUX
def test_what_is_had_and_what_is_missing_is_told() -> None:
    inheritable = os.open(os.devnull, os.O_RDONLY)
    os.set_inheritable(inheritable, True)
    connection = _started()
    try:
        isolation = _hello(connection).isolation
        assert "no handle inherited besides its own pipes" in isolation.had
        assert "a session of its own" in isolation.had
        assert "ends when the program ends" in isolation.had
        assert "no core dumps" in isolation.had
        everything = [*isolation.had, *isolation.missing]
        for part in ("namespace", "Landlock", "seccomp"):
            assert sum(part in words for words in everything) == 1
        assert isolation.network_closed == any("no way out to a network" in words for words in isolation.had)
        assert any("reading other files" in words for words in isolation.missing)
    finally:
        os.close(inheritable)
        _end(connection)


@LINUX
def test_it_ends_with_the_program() -> None:
    program = (
        "import os, sys; sys.path.insert(0, os.getcwd())\n"
        "from core.models.fake import FakeScript, fake_launcher\n"
        "hello = fake_launcher(FakeScript(), process=True)('gpu').receive(20)\n"
        "print(hello.pid, flush=True); os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=root, timeout=60, check=False)
    pid = int(done.stdout)
    until = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < until:
        time.sleep(0.005)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@LINUX
def test_it_outlives_the_thread_that_asked_for_it() -> None:
    found: list[PipeConnection] = []
    asking = threading.Thread(target=lambda: found.append(_started()))
    asking.start()
    asking.join()
    connection = found[0]
    _hello(connection)
    connection.send(Describe())
    assert isinstance(connection.receive(20), Description)
    _end(connection)


def test_closing_its_pipe_ends_it() -> None:
    connection = _started()
    _hello(connection)
    connection._outbox.put(None)
    ended = connection.receive(20)
    assert isinstance(ended, Ended)
    assert ended.code == 0
    assert ended.words == "its process ended by itself (code 0)"


def test_a_message_that_cannot_be_sent_is_dropped_when_it_is_gone() -> None:
    connection = _started()
    _end(connection)
    connection.send(Describe())


def test_an_unknown_start_is_an_early_end() -> None:
    connection = start_process(("processor",))
    ended = connection.receive(20)
    assert isinstance(ended, Ended)
    assert ended.code == 1
    assert not ended.crashed


def test_in_a_bundle_the_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command(("gpu", "llama")) == [sys.executable, "--model-worker", str(os.getpid()), "gpu", "llama"]


@pytest.mark.parametrize(
    ("code", "crashed", "words"),
    [
        (-11, True, "its process crashed (SIGSEGV)"),
        (-4, True, "its process crashed (SIGILL)"),
        (-9, False, "its process was killed, perhaps because memory ran out"),
        (-15, False, "its process crashed (SIGTERM)"),
        (-200, False, "its process crashed (signal 200)"),
        (0xC0000005, True, "its process ended by itself (code 3221225477)"),
    ],
)
def test_how_an_end_is_told(code: int, crashed: bool, words: str) -> None:
    assert Ended(code).crashed == crashed
    assert Ended(code).words == words


def test_garbage_is_told_as_such() -> None:
    assert Ended(-9, garbled=True).words == "its process sent what is not a message"
