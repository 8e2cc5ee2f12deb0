"""One answer of a model, through the death of a worker if need be."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Literal

from core.frozen import Frozen
from core.models.protocol import Done, Failed, Generate, Piece
from core.models.registry import ModelInfo
from core.models.session import CancelledError, GoneError, Session, UnavailableError
from core.system.cancel import CancelToken
from core.system.errors import BugError

Outcome = Literal["stop", "length", "cancelled", "unavailable", "failed"]


class Generation(Frozen):
    """What a model wrote, and how. `sentence` says what a person should know when it did not end as it should."""

    text: str
    finished: Outcome
    sentence: str = ""
    notes: tuple[str, ...] = ()
    model: str | None = None
    sha256: str | None = None
    quantisation: str | None = None
    device: str | None = None
    seed: int = 0
    tokens: int = 0
    prompt_tokens: int = 0
    reused_tokens: int = 0
    tokens_per_second: float | None = None
    time_to_first_word_ms: float | None = None
    total_ms: float = 0.0


class Writing:
    """What has been written so far. After a death the next worker is given that as the beginning of its answer."""

    def __init__(self, model: ModelInfo | None, session: Session | None, request: Generate) -> None:
        self._model, self._session = model, session
        self._request = request
        self._parts: list[str] = []
        self._notes_before = len(session.notes) if session is not None else 0
        self._began = self._asked = time.monotonic()
        self._first: float | None = None
        self._device: str | None = None
        self._done: Done | None = None
        self.generation = self._result("cancelled")

    def run(self, session: Session, cancel: CancelToken) -> Iterator[str]:
        """Pieces of text; `generation` is right whenever this has ended, however it ended."""
        deaths = 0
        try:
            while deaths < 2:
                try:
                    yield from self._attempt(session, cancel)
                    return
                except GoneError as reason:
                    deaths += 1
                    why = str(reason)
            name = self._model.name if self._model is not None else "The model"
            self.generation = self._result("failed", f"{name} stopped twice ({why}), so its text ends here.")
        except UnavailableError as reason:
            self.generation = self._result("failed" if self._parts else "unavailable", str(reason))
        except CancelledError:
            self.generation = self._result("cancelled")
        except GeneratorExit:
            self.generation = self._result("cancelled")
            raise

    def decline(self, sentence: str) -> None:
        """There is no model at all."""
        self.generation = self._result("unavailable", sentence)

    def _attempt(self, session: Session, cancel: CancelToken) -> Iterator[str]:
        if cancel.cancelled:
            raise CancelledError
        session.ready(cancel)
        self._device = session.device
        self._asked = time.monotonic()
        for report in session.exchange(self._rest(), cancel):
            if isinstance(report, Piece):
                if self._first is None:
                    self._first = time.monotonic()
                self._parts.append(report.text)
                yield report.text
            elif isinstance(report, Done):
                self._done = report
                self.generation = self._result(report.finished)
            else:
                self._failed(report)

    def _rest(self) -> Generate:
        """What is still to be asked; a piece is about a token."""
        changes = {
            "prefix": self._request.prefix + "".join(self._parts),
            "max_tokens": max(1, self._request.max_tokens - len(self._parts)),
        }
        return self._request.model_copy(update=changes)

    def _failed(self, report: Failed) -> None:
        if report.why == "grammar":
            raise BugError(report.sentence)
        self.generation = self._result("failed", report.sentence)

    def _result(self, finished: Outcome, sentence: str = "") -> Generation:
        model, session, done = self._model, self._session, self._done
        to_first = None if self._first is None else (self._first - self._asked) * 1000
        return Generation(
            text="".join(self._parts),
            finished=finished,
            sentence=sentence,
            notes=tuple(session.notes[self._notes_before :]) if session is not None else (),
            model=model.name if model is not None else None,
            sha256=session.sha256 if session is not None else None,
            quantisation=model.quantisation if model is not None else None,
            device=self._device,
            seed=self._request.seed,
            tokens=done.tokens if done is not None else len(self._parts),
            prompt_tokens=done.prompt_tokens if done is not None else 0,
            reused_tokens=done.reused_tokens if done is not None else 0,
            tokens_per_second=done.tokens / done.seconds if done is not None and done.seconds > 0 else None,
            time_to_first_word_ms=to_first,
            total_ms=(time.monotonic() - self._began) * 1000,
        )
