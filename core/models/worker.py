"""The model worker: a process that reads requests from one pipe and writes reports into another.

Started by `core.models.launch`, never by hand. In a PyInstaller bundle the program calls `main` itself when its first
argument is `--model-worker` (see docs/models.md).
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

from core.frozen import Frozen
from core.models.backend import Backend, BackendError, Embedder, StopFlag
from core.models.protocol import (
    Alive,
    Count,
    Counted,
    Describe,
    Embed,
    Failed,
    GarbledError,
    Generate,
    Hello,
    Load,
    Piece,
    Request,
    Stop,
    receive_request,
    send,
)
from core.system.isolation import Isolation, isolate

_ALIVE_EVERY_S = 0.2


class Worker:
    """One conversation over two pipes. A second thread reads, so that Stop is heard during computation."""

    def __init__(
        self, reader: BinaryIO, writer: BinaryIO, backend: Backend, isolation: Isolation, gone: Callable[[], None]
    ) -> None:
        self._reader, self._writer = reader, writer
        self._backend = backend
        self._isolation = isolation
        self._gone = gone
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._stop = StopFlag()
        self._lock = threading.Lock()
        self._stopped = 0  # all generations up to this one are to stop
        self._last_alive = 0.0

    def run(self) -> None:
        """Serve until the other end closes the pipe."""
        threading.Thread(target=self._listen, name="requests", daemon=True).start()
        self._send(Hello(pid=os.getpid(), isolation=self._isolation))
        while (request := self._requests.get()) is not None:
            number = getattr(request, "id", 0)
            try:
                self._answer(request)
            except BackendError as error:
                self._send(Failed(id=number, why=error.why, sentence=error.sentence))
            except MemoryError:
                words = "There is not enough memory for the model."
                self._send(Failed(id=number, why="memory", sentence=words))
            except Exception as error:  # its text could quote the prompt
                words = f"The model worker met an error of its own ({type(error).__name__})."
                self._send(Failed(id=number, why="broken", sentence=words))

    def leave(self) -> None:
        """Serve no longer, as when the other end closes the pipe; from any thread."""
        self._requests.put(None)

    def _listen(self) -> None:
        try:
            while (request := receive_request(self._reader)) is not None:
                if isinstance(request, Stop):
                    self._stop_up_to(request.id)
                else:
                    self._requests.put(request)
        except (GarbledError, OSError, ValueError):
            pass
        self._stop.set()
        self._requests.put(None)
        self._gone()
        self._reader.close()

    def _stop_up_to(self, number: int) -> None:
        with self._lock:
            self._stopped = max(self._stopped, number)
            self._stop.set()

    def _begin(self, number: int) -> None:
        with self._lock:
            if number > self._stopped:
                self._stop.clear()

    def _answer(self, request: Request) -> None:
        if isinstance(request, Load):
            self._send(self._backend.load(request, self._alive, self._stop))
        elif isinstance(request, Generate):
            self._begin(request.id)

            def emit(text: str) -> None:
                self._send(Piece(id=request.id, text=text))

            self._send(self._backend.generate(request, emit, self._alive, self._stop))
        elif isinstance(request, Embed):
            self._begin(request.id)
            if not isinstance(self._backend, Embedder):
                raise BackendError("broken", "This model makes no vectors of texts.")
            self._send(self._backend.embed(request, self._alive, self._stop))
        elif isinstance(request, Count):
            self._send(Counted(id=request.id, tokens=self._backend.count(request.text)))
        elif isinstance(request, Describe):
            self._send(self._backend.describe())

    def _alive(self, done: float) -> None:
        now = time.monotonic()
        if now - self._last_alive >= _ALIVE_EVERY_S:
            self._last_alive = now
            self._send(Alive(done=done))

    def _send(self, message: Frozen) -> None:
        send(self._writer, message)


def main(arguments: list[str]) -> None:
    """The worker's own process: `arguments` are the parent's process number, `gpu` or `processor`, and the backend."""
    parent, device, kind, *script = arguments
    reader, writer = _take_pipes()
    isolation = isolate(int(parent), devices=device == "gpu")
    worker = Worker(reader, writer, _backend(kind, script, writer), isolation, gone=lambda: os._exit(0))
    with suppress(OSError, ValueError):  # the other end is gone
        worker.run()
    os._exit(0)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves: whatever native code prints must not get between the messages."""
    reader, writer = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return os.fdopen(reader, "rb"), os.fdopen(writer, "wb")


def _backend(kind: str, script: list[str], writer: BinaryIO) -> Backend:
    if kind == "llama":
        from core.models.llama_backend import LlamaBackend

        return LlamaBackend()
    if kind == "llama-encoder":
        from core.models.embed_backend import LlamaEncoder

        return LlamaEncoder()
    from core.models.fake_backend import backend_from_script

    return backend_from_script(script[0], writer)


if __name__ == "__main__":
    main(sys.argv[1:])
