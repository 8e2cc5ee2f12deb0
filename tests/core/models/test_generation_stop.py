"""Stopping an answer at every moment, with a scripted worker, and readers that go away."""

from __future__ import annotations

import threading
import time

from core.models.fake import FakeScript, FakeStep, fake_service
from core.system.cancel import CancelToken
from tests.core.models.asking import ASK, QUICK


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
