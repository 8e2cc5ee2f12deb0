"""A worker that dies, with a scripted one: the next goes on where it stopped, one rung lower where that helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.frozen import Frozen
from core.models import ModelService
from core.models.fake import FakeScript, FakeStep, fake_launcher, fake_model, fake_service
from core.models.ladder import Ladder
from core.models.launch import Connection, Ended
from core.models.protocol import Generate
from core.models.session import Session
from tests.core.models.asking import ASK, QUICK


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
