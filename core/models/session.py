"""One model in one worker: started when wanted, taken down the ladder when it fails, talked with under time limits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from core.frozen import Frozen
from core.models.ladder import RUNGS, Ladder
from core.models.launch import Connection, Ended, Wake, start_process
from core.models.protocol import Count, Counted, Done, Failed, Generate, Hello, Load, Loaded, Piece, Report, Rung, Stop
from core.models.refusals import does_not_run, not_loaded
from core.models.registry import ModelInfo, checked_for_use
from core.system.cancel import CancelToken
from core.system.errors import BugError, KnownError
from core.system.isolation import Isolation

Launcher = Callable[[Rung], Connection]


class Timings(Frozen):
    """How long to wait, in seconds: for a sign of life while loading and while writing, and for a Stop to be heard."""

    load: float = 120.0
    hang: float = 60.0
    stop: float = 0.5
    idle: float = 300.0


class UnavailableError(Exception):
    """There is no model to ask; the message is a sentence for a person."""


class CancelledError(Exception):
    """Stopped by whoever asked."""


class GoneError(Exception):
    """The worker died or hung; the session stands one rung lower and can be asked again. The message says why."""


def start_real(rung: Rung) -> Connection:
    return start_process(("gpu" if rung == "gpu" else "processor", "llama"))


class Session:
    """Not for several threads at once: `ModelService` sees to that."""

    def __init__(
        self,
        model: ModelInfo,
        *,
        launcher: Launcher,
        ladder: Callable[[str], Ladder],
        timings: Timings,
        context: int,
        threads: int,
        checksum: Callable[[ModelInfo], str] = checked_for_use,
    ) -> None:
        self._model = model
        self._launcher, self._make_ladder = launcher, ladder
        self._timings = timings
        self._context, self._threads = context, threads
        self._checksum = checksum
        self._ladder: Ladder | None = None
        self._connection: Connection | None = None
        self._number = 0
        self.device: str | None = None
        self.context: int | None = None
        self.sha256: str | None = None
        self.process: int | None = None
        self.isolation: Isolation | None = None
        self.trouble: str | None = None
        self.notes: list[str] = []
        self._because = "it was stopped"  # what it fell of last, if it fell
        self._closed = False

    @property
    def given_up(self) -> bool:
        """Whether it failed in every way it can run here, which is remembered until somebody asks for another try."""
        return self._ladder is not None and self._ladder.rung is None

    def ready(self, cancel: CancelToken) -> Connection:
        """The worker with the model loaded and proven by a decode."""
        if self._connection is not None and self._still_there(self._connection):
            return self._connection
        try:
            connection = self._start(cancel)
        except UnavailableError as reason:
            self.trouble = str(reason)
            raise
        self.trouble = None
        return connection

    def exchange(self, request: Generate, cancel: CancelToken) -> Iterator[Piece | Done | Failed]:
        """Send the request and yield what comes of it; the last is `Done` or `Failed`."""
        connection = self.ready(cancel)
        self._number += 1
        request = request.model_copy(update={"id": self._number})

        def stop() -> None:
            connection.send(Stop(id=request.id))
            connection.wake()

        connection.send(request)
        take_back = cancel.on_cancel(stop)
        settled = False
        try:
            while not settled:
                report = self._next(connection, cancel, self._timings.hang)
                if isinstance(report, Piece | Done | Failed) and report.id == request.id:
                    settled = not isinstance(report, Piece)
                    yield report
        except (GoneError, CancelledError):
            settled = True
            raise
        finally:
            take_back()
            if not settled:  # the reader went away in the middle
                self._settle(connection, request.id)

    def count(self, text: str) -> int:
        """The length of a text in tokens."""
        connection = self.ready(CancelToken())
        self._number += 1
        connection.send(Count(id=self._number, text=text))
        while True:
            report = self._next(connection, CancelToken(), self._timings.hang)
            if isinstance(report, Counted) and report.id == self._number:
                return report.tokens
            if isinstance(report, Failed):
                raise GoneError(report.sentence)

    def drop(self) -> None:
        """End the worker; the next request starts another."""
        if self._connection is not None:
            self._connection.kill()
            self._connection = None
            self.device = self.process = None

    def close(self) -> None:
        """End the worker for good, also from another thread."""
        self._closed = True
        self.drop()

    def _still_there(self, connection: Connection) -> bool:
        """Whether it lives. One that ended with nothing to do is no failure of its rung; another takes its place."""
        while (event := connection.receive(0)) is not None:
            if isinstance(event, Ended):
                self.drop()
                return False
        return True

    def _start(self, cancel: CancelToken) -> Connection:
        ladder = self._standing()
        for _ in range(len(RUNGS) + 1):  # each rung once, and the lowest once more after a kill
            if ladder.rung is None or self._closed:
                break
            connection = self._climb(ladder, ladder.rung, cancel)
            if connection is not None:
                return connection
        because = ladder.steps[-1].because if ladder.rung is None and ladder.steps else self._because
        raise UnavailableError(does_not_run(self._model, because))

    def _standing(self) -> Ladder:
        try:
            self.sha256 = self._checksum(self._model)
        except KnownError as error:
            raise UnavailableError(str(error)) from None
        if self._ladder is None:
            self._ladder = self._make_ladder(self.sha256)
        elif self._ladder.rung is None:
            self._ladder.look_again()
        return self._ladder

    def _climb(self, ladder: Ladder, rung: Rung, cancel: CancelToken) -> Connection | None:
        """Try to load on this rung. None: it stands on another now."""
        try:
            connection = self._launcher(rung)
        except OSError as error:
            raise UnavailableError(
                f"The process for the model could not be started ({error.strerror or error})."
            ) from None
        self._connection = connection
        path = str(self._model.path)
        trial = not ladder.proven
        connection.send(Load(path=path, rung=rung, context=self._context, threads=self._threads, trial=trial))
        take_back = cancel.on_cancel(connection.wake)
        try:
            while True:
                report = self._next(connection, cancel, self._timings.load)
                if isinstance(report, Loaded):
                    self.device, self.context = report.device, report.context
                    ladder.confirm()
                    return connection
                if isinstance(report, Failed):
                    self.drop()
                    self._could_not(ladder, report)
                    return None
        except GoneError:
            return None
        finally:
            take_back()

    def _could_not(self, ladder: Ladder, failure: Failed) -> None:
        because = failure.sentence.rstrip(".")
        if failure.why == "rung-unavailable":
            ladder.step_down(because, remember=True, failed=False)  # so nothing is said
        elif failure.why == "trial":
            self.notes.append(ladder.step_down(because, remember=True).sentence)
        elif failure.why in ("load", "memory") and ladder.below is not None:
            self.notes.append(ladder.step_down(because, remember=False).sentence)
        else:
            raise UnavailableError(not_loaded(self._model, failure))

    def _next(self, connection: Connection, cancel: CancelToken, patience: float) -> Report:
        """The next report. Death, silence and cancellation leave as exceptions, with the session in order."""
        deadline = time.monotonic() + patience
        while True:
            if cancel.cancelled_at is not None:  # loading cannot be asked to stop
                deadline = cancel.cancelled_at + (self._timings.stop if self.device is not None else 0.0)
            event = connection.receive(deadline - time.monotonic())
            if isinstance(event, Wake):
                continue
            if isinstance(event, Hello):
                self.isolation, self.process = event.isolation, event.pid
                continue
            if event is None or isinstance(event, Ended):
                self.drop()
                if cancel.cancelled or self._closed:
                    raise CancelledError
                because = self._fell(event, patience)
                raise GoneError(because)
            return event

    def _fell(self, ended: Ended | None, patience: float) -> str:
        """The worker died, or (None) gave no sign of life: one rung lower, if there is one. Says why."""
        because = ended.words if ended is not None else f"its process gave no sign of life for {patience:g} seconds"
        ladder = self._ladder
        if ladder is None or ladder.rung is None:
            raise BugError("A model worker ended that had never been started.")
        crashed = ended is not None and ended.crashed
        if crashed or ladder.below is not None:
            self.notes.append(ladder.step_down(because, remember=crashed).sentence)
        else:
            self.notes.append(f"{self._model.name}: {because}; it was started again.")
        self._because = because
        return because

    def _settle(self, connection: Connection, number: int) -> None:
        """Nobody wants the rest: stop it, and have the worker free for the next request or gone."""
        connection.send(Stop(id=number))
        deadline = time.monotonic() + self._timings.stop
        while True:
            event = connection.receive(deadline - time.monotonic())
            if isinstance(event, Done | Failed) and event.id == number:
                return
            if event is None or isinstance(event, Ended):
                self.drop()
                return
