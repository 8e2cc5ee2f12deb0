"""The one way to do anything that takes time: off the event loop, cancellable, with its end delivered to the window.

    desk.operations.start(lambda job: read_file(path), lane="files", done=show, failed=say)

A *lane* is one thread: work in a lane happens in order, one at a time. Records have a lane of their own, so that the
database is never used by two at once. Work started under the same `key` as earlier work replaces it: the earlier is
cancelled and its end is not delivered.

Work that a person may have to wait for is given `words` (the key of a sentence): while it lasts the window says what is
being done, for how long, and how far it is where the work tells (`job.progress`).
"""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from PySide6.QtCore import QObject, Qt, Signal

from core.system.cancel import CancelToken
from core.system.errors import KnownError

Lane = Literal["reading", "records", "prose", "files", "models"]
T = TypeVar("T")
_log = logging.getLogger(__name__)


class Job(CancelToken):
    """One piece of work under way: cancel it, or report from inside it."""

    def __init__(
        self, deliver: Callable[[Callable[[], None]], None], words: str | None, told: Callable[[], None]
    ) -> None:
        super().__init__()
        self._deliver = deliver
        self._told = told
        self.words = words
        self.began = time.monotonic()
        self.finished: int | None = None  # of `total`; None while the work does not say
        self.total = 0

    def report(self, receiver: Callable[[Any], None], value: object) -> None:
        """From inside the work: hand something to the window, unless nobody wants it any more."""
        self._deliver(lambda: None if self.cancelled else receiver(value))

    def progress(self, finished: int, total: int) -> None:
        """From inside the work: so much is done."""
        self.finished, self.total = finished, total
        self._deliver(self._told)

    @property
    def seconds(self) -> float:
        """How long it has been wanted."""
        return time.monotonic() - self.began


class Operations(QObject):
    """Starts work and delivers its end to the thread of the window. `told` says that work with words came or went."""

    told = Signal()
    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane) for lane in get_args(Lane)}
        self._latest: dict[str, Job] = {}
        self._under_way: dict[Job, None] = {}  # in the order of their beginning
        self._stopped: dict[Job, Callable[[], None]] = {}
        self._closed = False
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Job], T],
        *,
        lane: Lane,
        done: Callable[[T], None],
        failed: Callable[[str], None],
        key: str | None = None,
        words: str | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job:
        """Do `work` in a lane. Exactly one of `done` and `failed` is called afterwards, neither once cancelled;
        `stopped` is called when cancelled work has really come to its end."""
        job = Job(self._arrived.emit, words, self.told.emit)
        if self._closed:
            job.cancel()
            return job
        if key is not None:
            self.cancel(key)
            self._latest[key] = job
        self._under_way[job] = None
        if stopped is not None:
            self._stopped[job] = stopped
        self._lanes[lane].submit(self._run, job, work, done, failed)
        if words is not None:
            self.told.emit()
        return job

    def cancel(self, key: str) -> None:
        """Nobody wants the work under this key any more."""
        earlier = self._latest.pop(key, None)
        if earlier is not None:
            self.stop(earlier)

    def stop(self, job: Job) -> None:
        """Nobody wants this work any more."""
        job.cancel()
        if job.words is not None:
            self.told.emit()

    @property
    def waited_for(self) -> list[Job]:
        """The work under way that has words, the longest under way first."""
        return [job for job in self._under_way if job.words is not None and not job.cancelled]

    @property
    def idle(self) -> bool:
        return not self._under_way

    def close(self) -> None:
        """Cancel everything and wait for the threads; each looks at its token often."""
        self._closed = True
        for job in list(self._under_way):
            job.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)

    def _run(
        self, job: Job, work: Callable[[Job], T], done: Callable[[T], None], failed: Callable[[str], None]
    ) -> None:
        if job.cancelled:
            self._deliver(lambda: self._settle(job, lambda: None))
            return
        try:
            result = work(job)
        except KnownError as error:
            sentence = str(error)
            self._deliver(lambda: self._settle(job, lambda: failed(sentence)))
        except Exception as error:
            if not job.cancelled:
                _log.error("Work failed: %s", where(error))
            sentence = f"DEFECT {where(error)}"
            self._deliver(lambda: self._settle(job, lambda: failed(sentence)))
        else:
            self._deliver(lambda: self._settle(job, lambda: done(result)))

    def _deliver(self, call: Callable[[], None]) -> None:
        if not self._closed:
            self._arrived.emit(call)

    def _receive(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _settle(self, job: Job, call: Callable[[], None]) -> None:
        self._under_way.pop(job, None)
        stopped = self._stopped.pop(job, None)
        if job.words is not None:
            self.told.emit()
        if not job.cancelled:
            call()
        elif stopped is not None:
            stopped()


def where(error: BaseException) -> str:
    """What kind of defect it is and where it arose; never its message, which may quote a record."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"
