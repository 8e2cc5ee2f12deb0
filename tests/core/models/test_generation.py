"""Answers and whose turn it is, with a scripted worker behind the real messages (in a thread, so that it is quick)."""

from __future__ import annotations

import threading

import pytest

from core.models import ModelService, generation
from core.models.fake import FakeScript, FakeStep, fake_launcher, fake_model, fake_service
from core.models.ladder import Ladder
from core.models.launch import Connection
from core.models.protocol import Rung
from core.models.session import Session
from core.system.cancel import CancelToken
from core.system.errors import BugError, KnownError
from tests.core.models.asking import ASK, QUICK, says


def test_an_answer_comes_in_pieces_and_as_a_whole() -> None:
    with fake_service(says("It is a cough.", "It is a fever.")) as service:
        stream = service.stream(ASK, seed=7)
        assert list(stream) == ["It", " is", " a", " cough."]
        result = stream.result
        assert (result.text, result.finished, result.sentence, result.notes) == ("It is a cough.", "stop", "", ())
        assert (result.model, result.sha256, result.seed) == ("Scripted model", "f" * 64, 7)
        assert result.device == "scripted processor-extra"
        assert (result.tokens, result.prompt_tokens) == (4, 5)
        assert result.tokens_per_second == pytest.approx(100)
        assert result.time_to_first_word_ms is not None
        assert service.generate(ASK).text == "It is a fever."


def test_pieces_are_told_as_they_come() -> None:
    told: list[str] = []
    with fake_service(says("One two")) as service:
        service.generate(ASK, on_token=told.append)
    assert told == ["One", " two"]


def test_length_stop_text_and_looping() -> None:
    script = FakeScript(steps=(FakeStep(text="again and again ", then="loop"),))
    with fake_service(script) as service:
        result = service.generate(ASK, max_tokens=9)
        assert (result.finished, result.tokens) == ("length", 9)
        result = service.generate(ASK, stop=["again and again again"], max_tokens=99)
        assert (result.finished, result.text) == ("stop", "")


def test_the_status_tells_what_is_loaded() -> None:
    with fake_service(says("x")) as service:
        assert service.status.available
        assert service.status.device is None
        status = service.prepare()
        assert status.device == "scripted processor-extra"
        assert status.sentence == "Scripted model is loaded: scripted processor-extra."
        assert service.unload()
        assert service.status.device is None


def test_no_model_is_a_result() -> None:
    service = ModelService(None, None, missing="No model is installed.")
    assert not service.status.available
    assert not service.prepare().available
    stream = service.stream(ASK)
    assert list(stream) == []
    assert (stream.result.finished, stream.result.sentence) == ("unavailable", "No model is installed.")
    assert service.count_tokens("x") is None
    assert not service.unload()
    service.close()


def test_a_model_that_is_not_as_on_its_card_is_a_result() -> None:
    def refuse(_model: object) -> str:
        raise KnownError("The file is not the one on its card.")

    session = Session(
        fake_model(),
        launcher=fake_launcher(says("x")),
        ladder=lambda sha256: Ladder("Small", sha256),
        timings=QUICK,
        context=10,
        threads=1,
        checksum=refuse,
    )
    with ModelService(fake_model(), session) as service:
        assert service.status.available
        result = service.generate(ASK)
        assert (result.finished, result.sentence) == ("unavailable", "The file is not the one on its card.")
        assert not service.status.available
        assert service.status.sentence == result.sentence
        assert service.count_tokens("x") is None


def test_a_worker_that_cannot_be_started_is_a_result() -> None:
    def launcher(_rung: Rung) -> Connection:
        raise OSError(12, "Cannot allocate memory")

    session = Session(
        fake_model(),
        launcher=launcher,
        ladder=lambda sha256: Ladder("Small", sha256),
        timings=QUICK,
        context=10,
        threads=1,
        checksum=lambda model: "0" * 64,
    )
    with ModelService(fake_model(), session) as service:
        assert "could not be started (Cannot allocate memory)" in service.prepare().sentence


def test_two_threads_take_turns() -> None:
    with fake_service(says("One two three four")) as service:
        results: list[str] = []
        threads = [threading.Thread(target=lambda: results.append(service.generate(ASK).text)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=10)
        assert results == ["One two three four"] * 4


def test_waiting_for_a_turn_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generation, "_LOOK_EVERY_S", 0.001)
    with fake_service(FakeScript(steps=(FakeStep(text="again ", then="loop"),))) as service:
        first = service.stream(ASK, max_tokens=1_000_000)
        next(first)
        token = CancelToken()
        results = []
        waiting = threading.Thread(target=lambda: results.append(service.generate(ASK, cancel=token).finished))
        waiting.start()
        token.cancel()
        waiting.join(timeout=10)
        assert results == ["cancelled"]
        assert not service.unload()  # it is at work
        first.close()


def test_asking_again_in_the_middle_of_an_answer_is_our_mistake() -> None:
    with fake_service(says("One two")) as service:
        stream = service.stream(ASK)
        next(stream)
        with pytest.raises(BugError, match="asked again"):
            service.generate(ASK)
        list(stream)


def test_an_unread_stream_has_no_result() -> None:
    with fake_service() as service, pytest.raises(BugError, match="before the stream had ended"):
        _ = service.stream(ASK).result


def test_a_role_that_does_not_exist_is_our_mistake() -> None:
    with fake_service() as service, pytest.raises(BugError, match="role"):
        service.stream([{"role": "doctor", "content": "x"}])


def test_half_characters_do_not_stop_an_answer() -> None:
    with fake_service(says("Fine.")) as service:
        assert service.generate([{"role": "user", "content": "a\ud83d b"}]).text == "Fine."
        assert service.count_tokens("a \ud83d b") == 3


def test_counting_survives_death() -> None:
    with fake_service(FakeScript(rungs={"gpu": "unavailable"})) as service:
        assert service.count_tokens("one two") == 2


def test_an_idle_model_is_unloaded() -> None:
    base = fake_service(says("One."))
    with ModelService(fake_model(), base._session, idle_s=0.01) as service:
        assert service.generate(ASK).text == "One."
        timer = service._timer
        assert timer is not None
        timer.join(timeout=10)
        assert service.status.device is None
        assert service.generate(ASK).text == "One."


def test_the_clinicians_choice_and_a_missing_role() -> None:
    assert not ModelService.open(role="second-opinion").status.available
    service = ModelService.open(model="smollm2-135m-instruct")
    assert service.status.model is not None
    assert service.status.model.id == "smollm2-135m-instruct"
