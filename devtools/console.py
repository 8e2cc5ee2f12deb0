"""Running commands with their output in a log, and telling the person in front what goes on."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType

from devtools.places import LOGS, ROOT

TAIL_LINES = 15
ERROR_LINES = 4
POLL_SECONDS = 0.2
SAY_SO_AGAIN_SECONDS = 60.0  # without a terminal: often enough to see that it lives, seldom enough to read a CI log
CLEAR_LINE = "\r\x1b[K"
_STRAYS = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIRE_VIRTUALENV")
_ERROR = re.compile(r"\b(?:CMake Error|error:|ERROR:|fatal:)")
_NINJA = re.compile(rb"\[(\d+)/(\d+)\]")


class DevError(Exception):
    """Something that the person in front can put right, in one plain sentence."""

    def __init__(self, sentence: str, log: Path | None = None) -> None:
        super().__init__(sentence)
        self.log = log


def say(text: str = "") -> None:
    """Print at once, whatever the terminal's encoding can show."""
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what would make an installation go elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in _STRAYS}
    return {
        **kept,
        "PYTHONUTF8": "1",
        "PYTHONNOUSERSITE": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        **(extra or {}),
    }


def tail(log: Path, lines: int = TAIL_LINES) -> str:
    """The end of a log, indented, after its first error: what a long compilation ends with seldom says why."""
    try:
        every = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    before, end = every[:-lines], every[-lines:]
    first = next((number for number, line in enumerate(before) if _ERROR.search(line)), None)
    shown = end if first is None else [*before[first : first + ERROR_LINES], "[…]", *end]
    return "\n".join(f"    {line}" for line in shown)


class Watch:
    """Runs one step's commands into one log, and shows how long it has been at it."""

    def __init__(self, label: str, log_name: str) -> None:
        self.label = label
        self.log = LOGS / f"{log_name}.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.log.write_bytes(b"")
        self.notes: list[str] = []  # what the person should know once all steps are through
        self.started = time.monotonic()
        self._said = self.started
        self._live = sys.stdout.isatty()
        if not self._live:
            say(f"{label} ...")

    @property
    def elapsed(self) -> str:
        seconds = int(time.monotonic() - self.started)
        return f"{seconds // 60} min {seconds % 60:02d} s" if seconds >= 60 else f"{seconds} s"

    def run(
        self,
        command: Sequence[str | Path],
        advice: str,
        env: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
    ) -> None:
        """Run a command to its end; `advice` is the sentence for the person if it fails."""
        words = [str(part) for part in command]
        with self.log.open("ab") as out:
            out.write(f"$ {' '.join(words)}\n".encode())
            out.flush()
            try:
                process = subprocess.Popen(
                    words,
                    cwd=cwd,
                    env=child_environment(env),
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=out,
                    start_new_session=True,  # a group of its own, so that a compiler's children can be stopped with it
                )
            except OSError as problem:
                raise DevError(f"{advice} ({words[0]} could not be started: {problem.strerror})") from problem
            self._wait(process)
        if process.returncode:
            raise DevError(advice, self.log)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        try:
            while process.poll() is None:
                self._show()
                time.sleep(POLL_SECONDS)
        except BaseException:
            _stop(process)
            raise

    def _show(self) -> None:
        now = time.monotonic()
        if self._live:
            print(f"{CLEAR_LINE}{self.label} ... {self.elapsed}{self._compiled()}", end="", flush=True)
        elif now - self._said >= SAY_SO_AGAIN_SECONDS:
            self._said = now
            say(f"{self.label} ... {self.elapsed}{self._compiled()}")

    def _compiled(self) -> str:
        """How far a compilation has come, from the counter that ninja writes."""
        with self.log.open("rb") as log:
            log.seek(max(0, self.log.stat().st_size - 4096))
            counts = _NINJA.findall(log.read())
        return f", {int(counts[-1][0])} of {int(counts[-1][1])} files" if counts else ""

    def done(self) -> None:
        """Close the step's line."""
        say(f"{CLEAR_LINE if self._live else ''}{self.label}: done in {self.elapsed}")


def report(problem: DevError) -> None:
    """Say what to do, and show the end of the log."""
    say()
    if problem.log is not None:
        say(tail(problem.log))
        say(f"    (all of it: {problem.log})")
        say()
    print(str(problem), file=sys.stderr, flush=True)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.terminate()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def _stopped(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _in_words(problem: OSError) -> str:
    where = problem.filename or "a file"
    if isinstance(problem, PermissionError):
        return (
            f"{where} may not be read or written by you; perhaps another user (root?) made it. Have it given to you, "
            "or use a copy of this folder of your own."
        )
    if problem.errno == errno.ENOSPC:
        return "The disk is full. Free about three gigabytes, then start the same command again."
    return f"{where}: {problem.strerror or problem}."


def guarded(work: Callable[[], int]) -> int:
    """Run, and turn what goes wrong into a sentence and an exit code: no traceback for what the world did."""
    before = signal.signal(signal.SIGTERM, _stopped)  # a stop from outside ends what was started too
    try:
        return work()
    except DevError as problem:
        report(problem)
        return 1
    except OSError as problem:
        report(DevError(_in_words(problem)))
        return 1
    except KeyboardInterrupt:
        say("\nStopped. What was finished stays; the next call goes on from there.")
        return 130
    finally:
        signal.signal(signal.SIGTERM, before)
