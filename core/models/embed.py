"""Vectors of texts from the sentence encoder, in its own worker: what means the same lies close together.

with EmbeddingService.open() as service:            # starts nothing and never raises for a missing model
    vectors = service.embed(["short of breath", "dyspnoea"])
    if vectors is not None:                         # None: no encoder, stopped, or it died twice; `status` tells
        likeness = float(vectors[0] @ vectors[1])
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.models.generation import ModelService
from core.models.launch import Connection, start_process
from core.models.protocol import Embed, Embedded, Failed, Rung, Stop
from core.models.registry import Role
from core.models.session import CancelledError, GoneError, Launcher, Session, Timings, UnavailableError
from core.system.cancel import CancelToken
from core.system.errors import BugError

Vectors = NDArray[np.float32]

AT_ONCE = 256  # texts in one message: its answer is a third of a megabyte
CONTEXT = 256  # tokens of a text that are read; sentences are shorter
_ATTEMPTS = 2


def start_encoder(rung: Rung) -> Connection:
    """The real worker with the encoder's runtime."""
    return start_process(("gpu" if rung == "gpu" else "processor", "llama-encoder"))


class EmbeddingSession(Session):
    """A session that asks for vectors."""

    def embed(self, texts: tuple[str, ...], cancel: CancelToken) -> Vectors:
        """The vectors of so many texts, a row each; what keeps it from coming leaves as an exception."""
        connection = self.ready(cancel)
        self._number += 1
        number = self._number

        def stop() -> None:
            connection.send(Stop(id=number))
            connection.wake()

        connection.send(Embed(id=number, texts=texts))
        take_back = cancel.on_cancel(stop)
        try:
            while True:
                report = self._next(connection, cancel, self._timings.hang)
                if isinstance(report, Failed) and report.id == number:
                    raise UnavailableError(report.sentence)
                if isinstance(report, Embedded) and report.id == number:
                    if report.finished == "cancelled":
                        raise CancelledError
                    return self._unpacked(report, len(texts))
        finally:
            take_back()

    def _unpacked(self, report: Embedded, texts: int) -> Vectors:
        """The numbers, held against what was asked: the worker is not believed."""
        values = np.frombuffer(base64.b64decode(report.vectors), "<f4")
        if values.size != texts * report.width or not np.isfinite(values).all():
            self.drop()
            raise UnavailableError("The encoder gave something else than vectors.")
        return values.reshape(texts, report.width)


class EmbeddingService(ModelService):
    """The encoder and its worker. Safe to use from several threads; they take turns."""

    _kind = EmbeddingSession
    _session: EmbeddingSession | None

    @classmethod
    def open(
        cls,
        *,
        role: Role = "encoder",
        model: str | None = None,
        context: int = CONTEXT,
        threads: int | None = None,
        timings: Timings | None = None,
        launcher: Launcher = start_encoder,
    ) -> Self:
        """The encoder that there is (or the one of that id). Starts nothing; a missing one is told by `status`."""
        return super().open(
            role=role, model=model, context=context, threads=threads, timings=timings, launcher=launcher
        )

    def embed(self, texts: Sequence[str], cancel: CancelToken | None = None) -> Vectors | None:
        """A row of length one for each text; None when there is no encoder to ask, or it was stopped."""
        token = cancel or CancelToken()
        if self._session is None or not self._take_turn(token):
            return None
        try:
            # Half characters, which a damaged record may hold, cannot travel.
            clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
            parts = [self._part(tuple(clean[at : at + AT_ONCE]), token) for at in range(0, len(clean), AT_ONCE)]
            return np.concatenate(parts) if parts else np.zeros((0, 0), dtype=np.float32)
        except UnavailableError as reason:
            self._session.trouble = str(reason)
            return None
        except (GoneError, CancelledError):
            return None
        finally:
            self._end_turn()

    def _part(self, texts: tuple[str, ...], cancel: CancelToken) -> Vectors:
        """One message's worth; a worker that dies is replaced once."""
        if self._session is None:
            raise BugError("Vectors were asked of an encoder that is not there.")
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._session.embed(texts, cancel)
            except GoneError:
                if attempt == _ATTEMPTS:
                    raise
        raise BugError("An attempt neither ended nor failed.")
