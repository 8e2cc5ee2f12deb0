"""The service that makes vectors of texts, over a connection that does what a script says."""

from __future__ import annotations

import base64
import queue
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.frozen import Frozen
from core.models.embed import AT_ONCE, EmbeddingService, EmbeddingSession
from core.models.fake import fake_model
from core.models.ladder import Ladder
from core.models.launch import Ended, Wake
from core.models.protocol import Embed, Embedded, Failed, Load, Loaded, Report, Rung, Stop
from core.models.session import Timings
from core.system.cancel import CancelToken

Answer = Callable[[Embed], Report | Ended | None]


class _Connection:
    """Loads at once, and answers requests for vectors by `answer`."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._inbox: queue.SimpleQueue[Report | Ended | Wake] = queue.SimpleQueue()
        self.sent: list[Frozen] = []

    def send(self, message: Frozen) -> None:
        self.sent.append(message)
        if isinstance(message, Load):
            self._inbox.put(Loaded(device="scripted", context=message.context, seconds=0))
        elif isinstance(message, Embed):
            report = self._answer(message)
            if report is not None:
                self._inbox.put(report)
        elif isinstance(message, Stop):
            self._inbox.put(Embedded(id=message.id, width=2, vectors="", finished="cancelled"))

    def receive(self, timeout: float) -> Report | Ended | Wake | None:
        try:
            return self._inbox.get(timeout=max(timeout, 0))
        except queue.Empty:
            return None

    def wake(self) -> None:
        self._inbox.put(Wake())

    def kill(self) -> None:
        self._inbox.put(Ended(-9))


def lengths(request: Embed) -> Embedded:
    """Vectors that tell which text each is of."""
    rows = np.array([[len(text), 1.0] for text in request.texts], dtype="<f4")
    packed = base64.b64encode(rows.tobytes()).decode()
    return Embedded(id=request.id, width=2, vectors=packed, finished="stop")


def service(answer: Answer, tmp_path: Path) -> tuple[EmbeddingService, list[_Connection]]:
    started: list[_Connection] = []

    def launch(_rung: Rung) -> _Connection:
        started.append(_Connection(answer))
        return started[-1]

    info = fake_model()
    session = EmbeddingSession(
        info,
        launcher=launch,
        ladder=lambda sha256: Ladder(info.name, sha256, file=tmp_path / "ladder.json", runtime="fake"),
        timings=Timings(idle=0),
        context=64,
        threads=1,
        checksum=lambda model: "0" * 64,
    )
    return EmbeddingService(info, session), started


def test_rows_come_in_the_order_of_the_texts_over_several_messages(tmp_path: Path) -> None:
    opened, started = service(lengths, tmp_path)
    texts = ["x" * (number % 50) for number in range(AT_ONCE + 3)]
    vectors = opened.embed(texts)
    assert vectors is not None
    assert vectors[:, 0].tolist() == [len(text) for text in texts]
    asked = [message for message in started[0].sent if isinstance(message, Embed)]
    assert [len(message.texts) for message in asked] == [AT_ONCE, 3]


def test_no_texts_need_no_worker(tmp_path: Path) -> None:
    opened, started = service(lengths, tmp_path)
    vectors = opened.embed([])
    assert vectors is not None
    assert len(vectors) == 0
    assert not started


def test_half_characters_of_a_damaged_record_travel(tmp_path: Path) -> None:
    opened, _ = service(lengths, tmp_path)
    assert opened.embed(["cough \ud83d"]) is not None


def test_one_death_is_survived_and_a_second_tells(tmp_path: Path) -> None:
    deaths = 1

    def dying(request: Embed) -> Report | Ended:
        nonlocal deaths
        deaths -= 1
        return Ended(-9) if deaths >= 0 else lengths(request)

    opened, started = service(dying, tmp_path)
    assert opened.embed(["cough"]) is not None
    assert len(started) == 2
    deaths = 2
    assert opened.embed(["cough"]) is None
    assert opened.status.notes


@pytest.mark.parametrize("rows", [np.ones((2, 2)), np.full((1, 2), np.nan)], ids=["too many", "no numbers"])
def test_a_worker_that_sends_something_else_is_not_believed(rows: np.ndarray, tmp_path: Path) -> None:
    packed = base64.b64encode(rows.astype("<f4").tobytes()).decode()
    opened, _ = service(lambda r: Embedded(id=r.id, width=2, vectors=packed, finished="stop"), tmp_path)
    assert opened.embed(["cough"]) is None
    assert "something else than vectors" in opened.status.sentence


def test_a_refusal_is_told_in_the_workers_words(tmp_path: Path) -> None:
    opened, _ = service(lambda r: Failed(id=r.id, why="broken", sentence="It could not."), tmp_path)
    assert opened.embed(["cough"]) is None
    assert opened.status.sentence == "It could not."
    assert not opened.status.available


def test_stop_is_sent_to_the_worker_and_gives_nothing(tmp_path: Path) -> None:
    token = CancelToken()

    def silent(_request: Embed) -> None:
        token.cancel()

    opened, started = service(silent, tmp_path)
    assert opened.embed(["cough"], token) is None
    assert not any(isinstance(message, Embedded) for message in started[0].sent)


def test_without_an_encoder_nothing_is_raised() -> None:
    with EmbeddingService.open(model="no-such-encoder") as opened:
        assert opened.embed(["cough"]) is None
        assert not opened.status.available
