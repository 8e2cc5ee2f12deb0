"""Every way an answer can go, with a scripted worker behind the real messages (in a thread, so that it is quick)."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from core.frozen import Frozen
from core.models import ModelService, generation
from core.models.fake import FakeScript, FakeStep, fake_launcher, fake_model, fake_service
from core.models.ladder import Ladder
from core.models.launch import Connection, Ended
from core.models.protocol import Generate, Rung
from core.models.session import Session, Timings
from core.system.cancel import CancelToken
from core.system.errors import BugError, KnownError

ASK = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "What is it?"}]
QUICK = Timings(load=0.2, hang=0.2, stop=0.05, idle=0)


def _says(*texts: str) -> FakeScript:
    return FakeScript(steps=tuple(FakeStep(text=text) for text in texts))


def test_an_answer_comes_in_pieces_and_as_a_whole() -> None:
    with fake_service(_says("It is a cough.", "It is a fever.")) as service:
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
    with fake_service(_says("One two")) as service:
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
    with fake_service(_says("x")) as service:
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
        launcher=fake_launcher(_says("x")),
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


# ── Death ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_death_at_decode_goes_one_rung_lower_and_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "ladder.json"
    script = FakeScript(rungs={"gpu": "unavailable", "processor-extra": "dies-at-decode"})
    with fake_service(script, ladder_file=file) as service:
        result = service.generate(ASK)
        assert (result.finished, result.text) == ("stop", "Nothing to add.")
        assert result.device == "scripted processor-plain"
        assert len(result.notes) == 1
        assert "its process crashed (SIGSEGV)" in result.notes[0]
        assert "to the processor without extra kernels" in result.notes[0]
        assert service.status.notes == result.notes
    with fake_service(script, ladder_file=file) as service:
        result = service.generate(ASK)
        assert (result.notes, result.device) == ((), "scripted processor-plain")


@pytest.mark.parametrize(
    ("behaviour", "words", "remembered"),
    [
        ("dies-at-load", "crashed", True),
        ("dies-at-trial", "crashed", True),
        ("nonsense", "compute nonsense", True),
        ("no-memory", "not enough memory", False),
        ("hangs-at-load", "no sign of life", False),
    ],
)
def test_failure_before_the_first_word(tmp_path: Path, behaviour: str, words: str, remembered: bool) -> None:
    file = tmp_path / "ladder.json"
    script = FakeScript.model_validate({"rungs": {"gpu": "unavailable", "processor-extra": behaviour}})
    with fake_service(script, timings=QUICK, ladder_file=file) as service:
        status = service.prepare()
        assert status.available
        assert status.device == "scripted processor-plain"
        assert words in status.notes[0]
    there = Ladder("Scripted model", "f" * 64, file=file, runtime="fake")
    assert there.rung == ("processor-plain" if remembered else "processor-extra")


def test_a_model_that_dies_everywhere_is_unavailable_and_stays_so(tmp_path: Path) -> None:
    file = tmp_path / "ladder.json"
    script = FakeScript.model_validate(
        {"rungs": dict.fromkeys(["gpu", "processor-extra", "processor-plain"], "dies-at-load")}
    )
    for _ in range(2):
        with fake_service(script, ladder_file=file) as service:
            result = service.generate(ASK)
            assert result.finished == "unavailable"
            assert result.sentence == (
                "Scripted model does not run on this machine (its process crashed (SIGSEGV)); Bedside works without it."
            )
            assert not service.status.available
            assert service.status.given_up


def test_what_is_remembered_can_be_forgotten_while_the_program_runs(tmp_path: Path) -> None:
    file = tmp_path / "ladder.json"
    script = FakeScript(
        steps=(FakeStep(text="One", then="die"), FakeStep(text="One", then="die"), FakeStep(text="Two"))
    )
    with fake_service(script, ladder_file=file) as service:
        assert service.generate(ASK).finished == "failed"
        assert service.status.given_up
        assert service.generate(ASK).finished == "unavailable"
        assert Ladder("Scripted model", "f" * 64, file=file, runtime="fake").forget()
        assert service.generate(ASK).text == "Two"
        assert not service.status.given_up


def test_a_disk_that_takes_no_note_does_not_make_it_fall_again_and_again(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where a folder should be")
    script = FakeScript(steps=(FakeStep(text="One", then="die"),))
    with fake_service(script, ladder_file=tmp_path / "file" / "ladder.json") as service:
        assert service.generate(ASK).finished == "failed"
        assert service.generate(ASK).finished == "unavailable"
        assert len(service.status.notes) == 2


def test_too_little_memory_on_the_lowest_rung_is_tried_again_next_time() -> None:
    script = FakeScript.model_validate(
        {"rungs": dict.fromkeys(["gpu", "processor-extra", "processor-plain"], "no-memory")}
    )
    with fake_service(script) as service:
        for _ in range(2):
            result = service.generate(ASK)
            assert result.finished == "unavailable"
            assert result.sentence == (
                "There is not enough memory for Scripted model: close other programs, or use a smaller model."
            )


@pytest.mark.parametrize("then", ["die", "leave", "garbage", "half-message", "hang"])
def test_the_next_worker_goes_on_where_the_last_one_stopped(then: str) -> None:
    first = FakeStep.model_validate({"text": "One two three.", "after": 2, "then": then})
    with fake_service(FakeScript(steps=(first, FakeStep(text=" three."))), timings=QUICK) as service:
        pieces = list(stream := service.stream(ASK))
        assert "".join(pieces) == stream.result.text == "One two three."
        assert stream.result.finished == "stop"
        assert len(stream.result.notes) == 1


def test_what_was_written_is_the_beginning_of_the_next_attempt() -> None:
    asked: list[Frozen] = []

    class Spy:
        def __init__(self, real: Connection) -> None:
            self._real = real
            self.receive, self.wake, self.kill = real.receive, real.wake, real.kill

        def send(self, message: Frozen) -> None:
            asked.append(message)
            self._real.send(message)

    real = fake_launcher(FakeScript(steps=(FakeStep(text="One two", then="die"), FakeStep(text=" three"))))
    session = Session(
        fake_model(),
        launcher=lambda rung: Spy(real(rung)),
        ladder=lambda sha256: Ladder("Small", sha256, runtime="fake"),
        timings=QUICK,
        context=10,
        threads=1,
        checksum=lambda model: "0" * 64,
    )
    with ModelService(fake_model(), session) as service:
        assert service.generate(ASK, prefix="So: ", max_tokens=10).text == "One two three"
    generates = [message for message in asked if isinstance(message, Generate)]
    assert [(ask.prefix, ask.max_tokens) for ask in generates] == [("So: ", 10), ("So: One two", 8)]


def test_a_second_death_ends_the_answer_in_words() -> None:
    with fake_service(FakeScript(steps=(FakeStep(text="One", then="die"),))) as service:
        result = service.generate(ASK)
        assert (result.finished, result.text) == ("failed", "OneOne")
        assert result.sentence == (
            "Scripted model stopped twice (its process crashed (SIGSEGV)), so its text ends here."
        )
        assert len(result.notes) == 2


def test_a_kill_on_the_lowest_rung_starts_it_again() -> None:
    script = FakeScript(
        steps=(FakeStep(text="One", then="die", signal=9), FakeStep(text=" two")),
        rungs={"gpu": "unavailable", "processor-extra": "unavailable"},
    )
    with fake_service(script) as service:
        result = service.generate(ASK)
        assert (result.finished, result.text) == ("stop", "One two")
        assert "was killed, perhaps because memory ran out; it was started again" in result.notes[0]


def test_a_kill_whenever_it_is_loaded_says_why_it_does_not_run() -> None:
    class Killed:
        send = wake = kill = lambda *_: None

        def receive(self, timeout: float) -> Ended:
            return Ended(-9)

    session = Session(
        fake_model(),
        launcher=lambda rung: Killed(),
        ladder=lambda sha256: Ladder("Small", sha256, runtime="fake"),
        timings=QUICK,
        context=10,
        threads=1,
        checksum=lambda model: "0" * 64,
    )
    with ModelService(fake_model(), session) as service:
        assert service.generate(ASK).sentence == (
            "Scripted model does not run on this machine (its process was killed, perhaps because memory ran out); "
            "Bedside works without it."
        )
        assert not service.status.given_up  # a kill is not remembered


def test_death_on_every_rung_in_the_middle_of_an_answer() -> None:
    script = FakeScript(
        steps=(FakeStep(text="One", then="die"),), rungs={"gpu": "unavailable", "processor-extra": "unavailable"}
    )
    with fake_service(script) as service:
        result = service.generate(ASK)
        assert (result.finished, result.text) == ("failed", "One")
        assert "does not run on this machine" in result.sentence


def test_what_the_worker_could_not_do_is_a_result() -> None:
    with fake_service(FakeScript(steps=(FakeStep(text="One", then="fail"),))) as service:
        result = service.generate(ASK)
        assert (result.finished, result.text, result.sentence) == ("failed", "One", "The script says that this fails.")
    with fake_service(FakeScript(context=3)) as service:
        assert "too long for this model: 5 tokens" in service.generate(ASK).sentence


# ── Stop ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_stop_while_writing() -> None:
    token = CancelToken()
    with fake_service(FakeScript(steps=(FakeStep(text="again ", then="loop", word_s=0.001),))) as service:
        stream = service.stream(ASK, max_tokens=100_000, cancel=token)
        next(stream)
        began = time.monotonic()
        token.cancel()
        list(stream)
        assert time.monotonic() - began < 1
        assert stream.result.finished == "cancelled"
        assert stream.result.text.startswith("again")
        assert service.status.device is not None  # the worker heard it and lives


def test_stop_while_reading_the_prompt() -> None:
    token = CancelToken()
    with fake_service(FakeScript(steps=(FakeStep(prompt_s=60.0), FakeStep(text="Next.")))) as service:
        service.prepare()
        threading.Timer(0.01, token.cancel).start()
        began = time.monotonic()
        result = service.generate(ASK, cancel=token)
        assert time.monotonic() - began < 1
        assert (result.finished, result.text) == ("cancelled", "")
        assert service.generate(ASK).text == "Next."


def test_stop_of_a_worker_that_does_not_hear_it() -> None:
    token = CancelToken()
    script = FakeScript(steps=(FakeStep(text="again ", then="loop", word_s=0.001, deaf=True), FakeStep(text="Next.")))
    with fake_service(script, timings=QUICK) as service:
        stream = service.stream(ASK, max_tokens=100_000, cancel=token)
        next(stream)
        began = time.monotonic()
        token.cancel()
        list(stream)
        assert time.monotonic() - began < 1
        assert stream.result.finished == "cancelled"
        assert service.status.device is None  # it was ended
        after = service.generate(ASK)
        assert (after.text, after.notes) == ("Next.", ())
        assert after.device == "scripted processor-extra"  # our own kill is no failure


def test_stop_while_loading() -> None:
    token = CancelToken()
    script = FakeScript(rungs={"gpu": "hangs-at-load"})
    with fake_service(script) as service:
        threading.Timer(0.01, token.cancel).start()
        began = time.monotonic()
        assert service.generate(ASK, cancel=token).finished == "cancelled"
        assert time.monotonic() - began < 1
        assert service.status.notes == ()
        again = CancelToken()
        threading.Timer(0.01, again.cancel).start()
        service.prepare(again)


def test_stop_before_the_start() -> None:
    token = CancelToken()
    token.cancel()
    with fake_service() as service:
        assert service.generate(ASK, cancel=token).finished == "cancelled"


def test_a_reader_that_goes_away_frees_the_model() -> None:
    with fake_service(FakeScript(steps=(FakeStep(text="again ", then="loop"), FakeStep(text="Next.")))) as service:
        stream = service.stream(ASK, max_tokens=1_000_000)
        next(stream)
        stream.close()
        assert stream.result.finished == "cancelled"
        assert service.generate(ASK).text == "Next."


def test_a_reader_that_goes_away_from_a_deaf_worker_ends_it() -> None:
    steps = (FakeStep(text="again ", then="loop", deaf=True, word_s=0.001), FakeStep(text="Next."))
    with fake_service(FakeScript(steps=steps), timings=QUICK) as service:
        stream = service.stream(ASK, max_tokens=1_000_000)
        next(stream)
        stream.close()
        assert service.status.device is None
        assert service.generate(ASK).text == "Next."


def test_closing_from_another_thread_ends_the_answer() -> None:
    service = fake_service(FakeScript(steps=(FakeStep(text="again ", then="loop", word_s=0.001),)))
    stream = service.stream(ASK, max_tokens=100_000)
    next(stream)
    threading.Thread(target=service.close).start()
    list(stream)
    assert stream.result.finished == "cancelled"
    assert service.generate(ASK).finished == "unavailable"


# ── Turns ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_two_threads_take_turns() -> None:
    with fake_service(_says("One two three four")) as service:
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
    with fake_service(_says("One two")) as service:
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
    with fake_service(_says("Fine.")) as service:
        assert service.generate([{"role": "user", "content": "a\ud83d b"}]).text == "Fine."
        assert service.count_tokens("a \ud83d b") == 3


def test_counting_survives_death() -> None:
    with fake_service(FakeScript(rungs={"gpu": "unavailable"})) as service:
        assert service.count_tokens("one two") == 2


def test_an_idle_model_is_unloaded() -> None:
    base = fake_service(_says("One."))
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
