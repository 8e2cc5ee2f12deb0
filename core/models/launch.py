"""Starting the worker and talking with it from the program's side."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from core.frozen import Frozen
from core.models.protocol import GarbledError, Report, receive_report, send
from core.system.folders import resources
from core.system.isolation import allowed_environment

_BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); from core.models.worker import main; main(sys.argv[1:])"
_CRASHES = frozenset(
    getattr(signal, name) for name in ("SIGSEGV", "SIGILL", "SIGBUS", "SIGFPE", "SIGABRT", "SIGTRAP", "SIGSYS")
    if hasattr(signal, name)
)  # fmt: skip
_WINDOWS_FAULTS = 0xC0000000  # exit codes from here on are faults in native code
_LINGER_S = 1.0  # for a worker that has closed its pipe to end

# Threads that wait for one another by spinning are ruinous as soon as anything else wants a processor: 2 tokens a
# second were measured where sleeping ones reach 25 (docs/models.md).
# A runtime that gives up would start a debugger to print where, with whatever lies in memory there: not here.
_ALSO = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000", "GGML_NO_BACKTRACE": "1"}

# The kernel ends the worker with the *thread* that started it (PR_SET_PDEATHSIG), so that thread lives as long as we.
_starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="model-starter")


@dataclass(frozen=True)
class Ended:
    """The worker is gone. `code` is negative for a signal; `garbled` when it was ended for what it sent."""

    code: int
    garbled: bool = False

    @property
    def crashed(self) -> bool:
        """Whether native code failed, which it would do again, rather than somebody ending the process."""
        return -self.code in _CRASHES or self.code >= _WINDOWS_FAULTS

    @property
    def words(self) -> str:
        if self.garbled:
            return "its process sent what is not a message"
        if self.code == -9:
            return "its process was killed, perhaps because memory ran out"
        if self.code < 0:
            return f"its process crashed ({_signal_name(-self.code)})"
        return f"its process ended by itself (code {self.code})"


class Wake:
    """Nothing was received; somebody wants to be looked at."""


class Connection(Protocol):
    """One worker. After `Ended` nothing more comes."""

    def send(self, message: Frozen) -> None: ...

    def receive(self, timeout: float) -> Report | Ended | Wake | None: ...

    def wake(self) -> None: ...

    def kill(self) -> None: ...


class PipeConnection:
    """Two pipes with a thread each, so that neither a stuck worker nor a full pipe ever blocks the caller."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes], kill: Callable[[], None], wait: Callable[[], int]) -> None:
        self._reader, self._writer = reader, writer
        self._kill, self._wait = kill, wait
        self._inbox: queue.SimpleQueue[Report | Ended | Wake] = queue.SimpleQueue()
        self._outbox: queue.SimpleQueue[Frozen | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="model-reports", daemon=True).start()
        threading.Thread(target=self._speak, name="model-requests", daemon=True).start()

    def send(self, message: Frozen) -> None:
        self._outbox.put(message)

    def receive(self, timeout: float) -> Report | Ended | Wake | None:
        try:
            return self._inbox.get(timeout=max(timeout, 0))
        except queue.Empty:
            return None

    def wake(self) -> None:
        self._inbox.put(Wake())

    def kill(self) -> None:
        self._kill()

    def _listen(self) -> None:
        garbled = False
        try:
            while (report := receive_report(self._reader)) is not None:
                self._inbox.put(report)
        except GarbledError:
            garbled = True
            self._kill()
        except (OSError, ValueError):
            pass
        code = self._wait()
        self._outbox.put(None)
        self._reader.close()
        self._inbox.put(Ended(code, garbled))

    def _speak(self) -> None:
        try:
            while (message := self._outbox.get()) is not None:
                send(self._writer, message)
        except (OSError, ValueError):  # it is gone; the other thread tells
            pass
        with suppress(OSError):
            self._writer.close()


def start_process(arguments: tuple[str, ...]) -> PipeConnection:
    """A worker in a process of its own: spawned, with an allowed environment and no handle but its two pipes."""
    process = _starter.submit(_spawn, arguments).result()
    if process.stdin is None or process.stdout is None:
        raise OSError("the worker has no pipes")

    def wait() -> int:
        try:
            return process.wait(timeout=_LINGER_S)
        except subprocess.TimeoutExpired:  # it closed its pipe and lives on
            process.kill()
            return process.wait()

    return PipeConnection(process.stdout, process.stdin, process.kill, wait)


def _spawn(arguments: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**allowed_environment(), **_ALSO},
        cwd=resources(),
        close_fds=True,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def command(arguments: tuple[str, ...]) -> list[str]:
    """How this very program starts its worker: in a bundle the executable itself does it."""
    own = [str(os.getpid()), *arguments]
    if getattr(sys, "frozen", False):
        return [sys.executable, "--model-worker", *own]
    root = Path(__file__).resolve().parents[2]
    return [sys.executable, "-I", "-c", _BOOT, str(root), *own]


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
