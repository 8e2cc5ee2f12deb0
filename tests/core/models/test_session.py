"""The rarer turns of a session, with a connection that says what it is told to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.models import ModelService
from core.models.fake import FakeScript, FakeStep, fake_launcher, fake_model, fake_service
from core.models.ladder import Ladder
from core.models.launch import Ended, PipeConnection, Wake
from core.models.protocol import Alive, Counted, Done, Failed, Loaded, Piece, Rung
from core.models.session import Session, Timings
from core.system.cancel import CancelToken
from core.system.errors import BugError

ASK = [{"role": "user", "content": "What is it?"}]
_LOADED = Loaded(device="scripted", context=9, seconds=0)
_DONE = Done(id=1, finished="stop", tokens=0, prompt_tokens=1, prompt_seconds=0, seconds=0)


class _Tells:
    """One connection: what it tells, in order, then silence."""

    def __init__(self, *events: Any) -> None:
        self._events = list(events)
        self.killed = False

    def send(self, message: object) -> None: ...

    def receive(self, timeout: float) -> Any:
        if timeout == 0:  # the look at an idle worker: nothing has been said there yet
            return None
        return self._events.pop(0) if self._events else None

    def wake(self) -> None: ...

    def kill(self) -> None:
        self.killed = True


def _session(tmp_path: Path, *connections: Any) -> Session:
    queue = list(connections)
    return Session(
        fake_model(),
        launcher=lambda rung: queue.pop(0),
        ladder=lambda sha256: Ladder("Small", sha256, file=tmp_path / "ladder.json", runtime="fake"),
        timings=Timings(load=0.1, hang=0.1, stop=0.1, idle=0),
        context=9,
        threads=1,
        checksum=lambda model: "0" * 64,
    )


def test_what_belongs_to_another_answer_is_passed_over(tmp_path: Path) -> None:
    stale = (Piece(id=99, text="old"), Done(**{**_DONE.model_dump(), "id": 99}), Alive(done=0.5), Wake())
    session = _session(tmp_path, _Tells(_LOADED, *stale, Piece(id=1, text="new"), _DONE))
    with ModelService(fake_model(), session) as service:
        assert service.generate(ASK).text == "new"


def test_counting_that_fails_is_no_number(tmp_path: Path) -> None:
    session = _session(
        tmp_path,
        _Tells(_LOADED, Counted(id=7, tokens=3), Failed(id=1, why="broken", sentence="It failed.")),
    )
    with ModelService(fake_model(), session) as service:
        assert service.count_tokens("x") is None


def test_a_missing_runtime_is_told_and_not_remembered(tmp_path: Path) -> None:
    missing = Failed(why="no-runtime", sentence="The runtime is not installed.")
    session = _session(tmp_path, _Tells(missing))
    with ModelService(fake_model(), session) as service:
        assert service.generate(ASK).sentence == "The runtime is not installed."
    assert not (tmp_path / "ladder.json").exists()


def test_a_bad_grammar_is_our_mistake(tmp_path: Path) -> None:
    session = _session(tmp_path, _Tells(_LOADED, Failed(id=1, why="grammar", sentence="The grammar is not valid.")))
    with ModelService(fake_model(), session) as service, pytest.raises(BugError, match="grammar"):
        service.generate(ASK, grammar="root")


def test_an_end_without_a_beginning_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(BugError, match="never been started"):
        _session(tmp_path)._fell(Ended(-11), 1.0)


def test_a_worker_that_ends_while_idle_is_replaced_without_a_word() -> None:
    started: list[Rung] = []
    real = fake_launcher(FakeScript(steps=(FakeStep(text="One."), FakeStep(text="Two."))))

    def launcher(rung: Rung) -> Any:
        started.append(rung)
        return real(rung)

    session = fake_service()._session
    assert session is not None
    session._launcher = launcher
    with ModelService(fake_model(), session) as service:
        service.generate(ASK)
        connection = session._connection
        assert isinstance(connection, PipeConnection)
        connection.kill()
        connection._outbox.put(None)
        while not isinstance(event := connection.receive(10), Ended):
            assert event is not None
        connection._inbox.put(event)
        result = service.generate(ASK)
        assert (result.text, result.notes, result.device) == ("Two.", (), "scripted processor-extra")
    assert started == ["gpu", "processor-extra", "processor-extra"]


def test_a_worker_that_dies_as_the_reader_goes_away(tmp_path: Path) -> None:
    connection = _Tells(_LOADED, Piece(id=1, text="one"), Alive(done=1.0), Ended(-11))
    with ModelService(fake_model(), _session(tmp_path, connection)) as service:
        stream = service.stream(ASK)
        next(stream)
        stream.close()
        assert connection.killed
        assert service.status.notes == ()


def test_stop_before_anything_was_asked(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with ModelService(fake_model(), _session(tmp_path)) as service:
        assert service.generate(ASK, cancel=token).finished == "cancelled"
        assert service.status.notes == ()
