"""Prose from a model, for the rest of the program: streams, stops, survives the model's death, never raises for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, ClassVar, Literal, Self

from core.frozen import Frozen
from core.models import machine
from core.models.ladder import Ladder
from core.models.protocol import Generate, Message
from core.models.registry import ModelInfo, Role, find_model, why_none
from core.models.session import CancelledError, GoneError, Launcher, Session, Timings, UnavailableError, start_real
from core.models.writing import Generation, Writing
from core.system.cancel import CancelToken
from core.system.errors import BugError

TurnRole = Literal["system", "user", "assistant"]
_ROLES: tuple[TurnRole, ...] = ("system", "user", "assistant")
_LOOK_EVERY_S = 0.05


class ServiceStatus(Frozen):
    """Whether prose can be had, in one sentence. `device` is known once the model has been loaded; `given_up` means
    that it failed here in every way it can run, and is not tried again until somebody asks (`retry_model`)."""

    available: bool
    sentence: str
    model: ModelInfo | None
    device: str | None
    notes: tuple[str, ...]
    given_up: bool = False


class Stream(Iterator[str]):
    """Pieces of text as they come. `result` is there when they have ended; `close` stops early."""

    def __init__(self, pieces: Callable[[Stream], Iterator[str]]) -> None:
        self._result: Generation | None = None
        self._pieces = pieces(self)

    def __next__(self) -> str:
        return next(self._pieces)

    def close(self) -> None:
        close = getattr(self._pieces, "close", None)
        if close is not None:
            close()

    def finish(self, result: Generation) -> None:
        self._result = result

    @property
    def result(self) -> Generation:
        if self._result is None:
            raise BugError("The result of a stream was asked for before the stream had ended.")
        return self._result


class ModelService:
    """One model and its worker. Safe to use from several threads; they take turns."""

    _kind: ClassVar[type[Session]] = Session

    def __init__(
        self, model: ModelInfo | None, session: Session | None, *, missing: str = "", idle_s: float = 0
    ) -> None:
        self._model, self._session = model, session
        self._missing = missing
        self._idle_s = idle_s
        self._turn = threading.Lock()
        self._owner: int | None = None
        self._timer: threading.Timer | None = None

    @classmethod
    def open(
        cls,
        *,
        role: Role = "writer",
        model: str | None = None,
        context: int = 4096,
        threads: int | None = None,
        timings: Timings | None = None,
        launcher: Launcher = start_real,
    ) -> Self:
        """The model for that role (or the one of that id). Starts nothing; a missing one is told by `status`."""
        info = find_model(role=role, model=model)
        if info is None:
            return cls(None, None, missing=why_none(role))
        times = timings or Timings()
        session = cls._kind(
            info,
            launcher=launcher,
            ladder=lambda sha256: Ladder(info.name, sha256),
            timings=times,
            context=context,
            threads=threads or machine.threads(),
        )
        return cls(info, session, idle_s=times.idle)

    @property
    def status(self) -> ServiceStatus:
        model, session = self._model, self._session
        device = session.device if session is not None else None
        notes = tuple(session.notes) if session is not None else ()
        ready = model is not None and model.status == "ready"
        sentence = model.sentence if model is not None else self._missing
        if session is not None and session.trouble is not None:
            ready, sentence = False, session.trouble
        elif model is not None and device is not None:
            sentence = f"{model.name} is loaded: {device}."
        given_up = session is not None and session.given_up
        return ServiceStatus(
            available=ready, sentence=sentence, model=model, device=device, notes=notes, given_up=given_up
        )

    def prepare(self, cancel: CancelToken | None = None) -> ServiceStatus:
        """Start the worker and load the model now; a failure is in the status that comes back."""
        token = cancel or CancelToken()
        if self._session is not None and self._take_turn(token):
            try:
                self._session.ready(token)
            except (UnavailableError, CancelledError):  # the status tells
                pass
            finally:
                self._end_turn()
        return self.status

    def stream(
        self,
        messages: Sequence[Mapping[str, str]] = (),
        *,
        prompt: str = "",
        prefix: str = "",
        max_tokens: int = 256,
        grammar: str | None = None,
        seed: int = 0,
        temperature: float = 0.0,
        stop: Sequence[str] = (),
        repeat_penalty: float = 1.0,
        cancel: CancelToken | None = None,
    ) -> Stream:
        """Write on after `messages` (or a plain `prompt`). The answer begins with `prefix`, which is not repeated."""
        request = Generate(
            id=0,
            messages=tuple(Message(role=_role(turn), content=_clean(turn["content"])) for turn in messages),
            prompt=_clean(prompt),
            prefix=_clean(prefix),
            max_tokens=max_tokens,
            grammar=grammar,
            seed=seed,
            temperature=temperature,
            stop=tuple(stop),
            repeat_penalty=repeat_penalty,
        )
        return Stream(lambda stream: self._pieces(stream, request, cancel or CancelToken()))

    def generate(
        self,
        messages: Sequence[Mapping[str, str]] = (),
        *,
        on_token: Callable[[str], None] | None = None,
        **options: Any,
    ) -> Generation:
        """The whole answer at once; takes what `stream` takes."""
        stream = self.stream(messages, **options)
        for piece in stream:
            if on_token is not None:
                on_token(piece)
        return stream.result

    def count_tokens(self, text: str) -> int | None:
        """The length of a text in this model's tokens; None when there is no model to ask."""
        if self._session is None or not self._take_turn(CancelToken()):
            return None
        try:
            return self._session.count(_clean(text))
        except (GoneError, UnavailableError, CancelledError):
            return None
        finally:
            self._end_turn()

    @property
    def sha256(self) -> str | None:
        """The checksum of the file that was loaded; None before that."""
        return self._session.sha256 if self._session is not None else None

    def memory_bytes(self) -> int | None:
        """The most memory that the worker has taken so far; None while there is none, or where nobody tells."""
        process = self._session.process if self._session is not None else None
        return machine.peak_memory(process) if process is not None else None

    def unload(self) -> bool:
        """End the worker to free its memory, unless it is at work; the next request starts another."""
        if self._session is None or not self._turn.acquire(blocking=False):
            return False
        try:
            self._session.drop()
            return True
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the worker, whatever it does."""
        if self._timer is not None:
            self._timer.cancel()
        if self._session is not None:
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _pieces(self, stream: Stream, request: Generate, cancel: CancelToken) -> Iterator[str]:
        writing = Writing(self._model, self._session, request)
        if self._session is None:
            writing.decline(self._missing)
            stream.finish(writing.generation)
            return
        if not self._take_turn(cancel):
            stream.finish(writing.generation)
            return
        try:
            yield from writing.run(self._session, cancel)
        finally:
            stream.finish(writing.generation)
            self._end_turn()

    def _take_turn(self, cancel: CancelToken) -> bool:
        """Wait for those before us; False when cancelled meanwhile."""
        if self._owner == threading.get_ident():
            raise BugError("A model was asked again while an earlier answer was still being read by the same thread.")
        while not self._turn.acquire(timeout=_LOOK_EVERY_S):
            if cancel.cancelled:
                return False
        self._owner = threading.get_ident()
        if self._timer is not None:
            self._timer.cancel()
        return True

    def _end_turn(self) -> None:
        self._owner = None
        self._turn.release()
        if self._idle_s > 0:
            self._timer = threading.Timer(self._idle_s, self.unload)
            self._timer.daemon = True
            self._timer.start()


def _role(turn: Mapping[str, str]) -> TurnRole:
    role = turn["role"]
    for known in _ROLES:
        if role == known:
            return known
    raise BugError("A conversation has a turn of a role that does not exist.")


def _clean(text: str) -> str:
    """Half characters, which a damaged record may hold, cannot travel."""
    return text.encode("utf-8", "replace").decode("utf-8")
