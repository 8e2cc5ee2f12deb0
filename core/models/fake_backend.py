"""The worker's side of `core.models.fake`: a backend that does what a script says."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable, Mapping
from typing import BinaryIO, Literal

from core.frozen import Frozen
from core.models.backend import Backend, BackendError, StopFlag
from core.models.protocol import Description, Done, Finished, Generate, Load, Loaded, Rung
from core.models.stops import StopText

Behaviour = Literal[
    "works", "unavailable", "nonsense", "no-memory", "dies-at-load", "dies-at-trial", "dies-at-decode", "hangs-at-load"
]
Then = Literal["end", "loop", "hang", "die", "leave", "garbage", "half-message", "fail"]

_KILLED = 9


class FakeStep(Frozen):
    """One answer: `text` word by word, up to `after` words of it where that is given, and what happens `then`."""

    text: str = "Nothing to add."
    then: Then = "end"
    after: int | None = None
    signal: int = int(signal.SIGSEGV)
    word_s: float = 0.0
    prompt_s: float = 0.0
    deaf: bool = False  # to Stop


class FakeScript(Frozen):
    """Answers in order (the last one for ever), and how each rung of the ladder behaves. `real` decodes for real."""

    steps: tuple[FakeStep, ...] = (FakeStep(),)
    rungs: Mapping[Rung, Behaviour] = {"gpu": "unavailable"}
    context: int = 4096
    real: bool = False


class Died(BaseException):
    """In a thread, what in a process is its end."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class FakeBackend:
    """`end` ends the worker with a signal (negative) or an exit code; `dead` says that it was killed meanwhile."""

    def __init__(
        self, script: FakeScript, writer: BinaryIO, end: Callable[[int], None], dead: Callable[[], bool]
    ) -> None:
        self._script = script
        self._writer = writer
        self._end = end
        self._dead = dead
        self._behaviour: Behaviour = "works"

    def describe(self) -> Description:
        return Description(version="fake", build="scripted", gpu=False, devices=("CPU: scripted",))

    def load(self, request: Load, alive: Callable[[float], None], stop: StopFlag) -> Loaded:
        self._behaviour = self._script.rungs.get(request.rung, "works")
        alive(0.5)
        if self._behaviour == "unavailable":
            raise BackendError("rung-unavailable", "The script has no such device.")
        if self._behaviour == "no-memory":
            raise BackendError("memory", "There is not enough memory for the model.")
        if self._behaviour == "nonsense" and request.trial:
            raise BackendError("trial", "The kernels of this step compute nonsense on this processor.")
        if self._behaviour == "dies-at-load" or (self._behaviour == "dies-at-trial" and request.trial):
            self._end(-signal.SIGSEGV)
        if self._behaviour == "hangs-at-load":
            self._hang()
        context = min(request.context, self._script.context)
        return Loaded(device=f"scripted {request.rung}", context=context, seconds=0.0)

    def count(self, text: str) -> int:
        return len(text.split())

    def generate(
        self, request: Generate, emit: Callable[[str], None], alive: Callable[[float], None], stop: StopFlag
    ) -> Done:
        step = self._script.steps[min(request.id, len(self._script.steps)) - 1]
        prompt = sum(self.count(message.content) for message in request.messages) + self.count(request.prompt)
        if prompt > self._script.context:
            raise BackendError("too-long", f"The text is too long for this model: {prompt} tokens.")
        if self._behaviour == "dies-at-decode":
            self._end(-signal.SIGSEGV)
        self._pause(step.prompt_s, step, stop)
        alive(1.0)
        written, finished = self._say(step, request, emit, stop)
        return Done(
            id=request.id,
            finished=finished,
            tokens=written,
            prompt_tokens=prompt,
            prompt_seconds=step.prompt_s,
            seconds=0.01 * written,
        )

    def _say(
        self, step: FakeStep, request: Generate, emit: Callable[[str], None], stop: StopFlag
    ) -> tuple[int, Finished]:
        text = StopText(request.stop, emit)
        words = _words(step.text)[: step.after]
        written = 0
        while words:
            for word in words:
                if stop.is_set and not step.deaf:
                    text.flush()
                    return written, "cancelled"
                if written == request.max_tokens:
                    text.flush()
                    return written, "length"
                self._pause(step.word_s, step, stop)
                written += 1
                if text.add(word):
                    return written, "stop"
            if step.then != "loop":
                break
        text.flush()
        self._misbehave(step)
        return written, "stop"

    def _misbehave(self, step: FakeStep) -> None:
        if step.then == "die":
            self._end(-step.signal)
        if step.then == "leave":
            self._end(3)
        if step.then == "hang":
            self._hang()
        if step.then == "fail":
            raise BackendError("broken", "The script says that this fails.")
        if step.then in ("garbage", "half-message"):
            self._writer.write(b"\x00\x00\x00\x04{:-(" if step.then == "garbage" else b"\x00\x00\x01\x00{")
            self._writer.flush()
            self._end(0)

    def _pause(self, seconds: float, step: FakeStep, stop: StopFlag) -> None:
        until = time.monotonic() + seconds
        self._live()
        while time.monotonic() < until and (step.deaf or not stop.is_set):
            time.sleep(0.001)
            self._live()

    def _hang(self) -> None:
        while True:
            time.sleep(0.001)
            self._live()

    def _live(self) -> None:
        if self._dead():
            self._end(-_KILLED)


def _words(text: str) -> list[str]:
    """Words with the space before them, as tokens mostly are."""
    parts = text.split(" ")
    return [part if index == 0 else " " + part for index, part in enumerate(parts)]


def backend_from_script(script: str, writer: BinaryIO) -> Backend:
    """In the worker process."""
    parsed = FakeScript.model_validate_json(script)
    if parsed.real:
        from core.models.llama_backend import LlamaBackend

        return _Crashing(LlamaBackend(), parsed)
    return FakeBackend(parsed, writer, _end_process, lambda: False)


class _Crashing:
    """The real runtime, with a real fault in native code at the first decode of the rungs that the script names."""

    def __init__(self, real: Backend, script: FakeScript) -> None:
        self._real, self._script = real, script
        self._behaviour: Behaviour = "works"
        self.describe, self.count = real.describe, real.count

    def load(self, request: Load, alive: Callable[[float], None], stop: StopFlag) -> Loaded:
        self._behaviour = self._script.rungs.get(request.rung, "works")
        loaded = self._real.load(request, alive, stop)
        if self._behaviour == "dies-at-trial" and request.trial:
            _end_process(-signal.SIGSEGV)
        return loaded

    def generate(
        self, request: Generate, emit: Callable[[str], None], alive: Callable[[float], None], stop: StopFlag
    ) -> Done:
        if self._behaviour == "dies-at-decode":
            _end_process(-signal.SIGSEGV)
        return self._real.generate(request, emit, alive, stop)


def _end_process(code: int) -> None:
    if code == -signal.SIGSEGV:
        ctypes.string_at(0)  # a real fault, as the kernels have it
    if code < 0:
        os.kill(os.getpid(), -code)
    os._exit(code)
