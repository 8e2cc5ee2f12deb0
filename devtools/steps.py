"""A set-up as a list of steps, of which only the stale ones are run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from devtools.console import Watch, say
from devtools.places import LOGS
from devtools.stamps import Stamps


@dataclass(frozen=True)
class Step:
    """One thing to set up: what it depends on (`fingerprint`), whether its result is there, and how to make it."""

    name: str
    title: str
    fingerprint: Callable[[], str]
    present: Callable[[], bool]
    run: Callable[[Watch], None]
    starts_afresh: bool = False  # when it has to be run, so has everything after it

    def stale(self, stamps: Stamps) -> bool:
        """Whether it has to be run: never finished, finished with something else, or its result is gone."""
        return stamps.get(self.name) != self.fingerprint() or not self.present()


def stale_steps(steps: Sequence[Step], stamps: Stamps) -> list[Step]:
    """The steps that have to be run, in order."""
    stale: list[Step] = []
    for step in steps:
        if any(earlier.starts_afresh for earlier in stale) or step.stale(stamps):
            stale.append(step)
    return stale


def bring_up_to_date(steps: Sequence[Step], environment: Path) -> list[str]:
    """Run the stale steps in order; return the names of those that were run."""
    if not stale_steps(steps, Stamps(environment)):
        return []
    with _turn():
        # Counted anew: another call may have done the work while this one waited for its turn.
        pending = stale_steps(steps, Stamps(environment))
        notes: list[str] = []
        for number, step in enumerate(pending, 1):
            watch = Watch(f"[{number}/{len(pending)}] {step.title}", step.name)
            step.run(watch)
            notes += watch.notes
            # Opened after the step: a new environment has no stamps yet.
            Stamps(environment).set(step.name, step.fingerprint())
            watch.done()
        for note in notes:
            say(f"NOTE: {note}")
    return [step.name for step in pending]


@contextmanager
def _turn() -> Iterator[None]:
    """Let one set-up at a time work on this checkout."""
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / "turn.lock").open("a+b") as file:
        try:
            _lock(file.fileno(), wait=False)
        except OSError:
            say("Another set-up of this folder is running; waiting for it to finish.")
            _lock(file.fileno(), wait=True)
        yield  # closing the file gives the turn back, also after a crash


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, wait: bool) -> None:
        while True:
            try:
                # Waits ten seconds by itself and then gives up.
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return
            except OSError:
                if not wait:
                    raise
else:
    import fcntl

    def _lock(descriptor: int, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
