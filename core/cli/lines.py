"""JSON Lines in and out: input order kept, bad lines answered with an error, progress on standard error."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import signal
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, NamedTuple

from core.case.readers import line_id, parse_object
from core.cli.defects import defect_sentence
from core.cli.output import say, show
from core.cli.targets import checked_target
from core.cli.values import at_least_one
from core.system.errors import KnownError
from core.system.network import forbid_network

Worker = Callable[[str, str], dict[str, Any]]
PROGRESS_EVERY_S = 1.0
CHUNK = 8
_MOST_PROCESSES = 61  # more than any verb gains from, and all that Windows can wait for
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _Line(NamedTuple):
    raw: bytes
    default_id: str


class _Answer(NamedTuple):
    document: dict[str, Any]
    defect: bool = False


def add_lines(parser: argparse.ArgumentParser) -> None:
    """The two files of a verb over many lines."""
    parser.add_argument("source", type=Path, metavar="IN.jsonl")
    parser.add_argument("target", type=Path, metavar="OUT.jsonl")


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """How many processes share the lines."""
    cores = os.cpu_count() or 1
    parser.add_argument("--jobs", type=at_least_one, default=cores, metavar="N", help="processes to use")


def run_lines(options: argparse.Namespace, source: Path, target: Path, work: Worker, jobs: int) -> int:
    """Answer every line of `source` with one line of `target`; `work(line, default_id)` gives the answer.

    A line for which `work` raises KnownError gets `{"id", "error"}`, and the rest goes on; so it does after a defect
    of ours, but then the exit status is 1. The target appears whole or not at all, so that a stopped run cannot be
    mistaken for a finished one, and is readable by its owner alone: it holds records.
    """
    real = checked_target(target, [source])
    lines = list(_read(source))
    begun = time.monotonic()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
    except OSError as error:
        raise KnownError(f"the results cannot be written to {target.name}: {error.strerror}") from error
    scratch = Path(name)
    try:
        errors, defects = _write(handle, lines, partial(_answer, work), jobs)
        scratch.replace(real)
    except OSError as error:
        raise KnownError(f"the results cannot be written to {target.name}: {error.strerror}") from error
    except BrokenProcessPool as error:
        raise KnownError(
            "a process that worked on the lines was ended, as when memory runs out: try again with --jobs 1"
        ) from error
    finally:
        scratch.unlink(missing_ok=True)
    seconds = time.monotonic() - begun
    say(f"{len(lines)} lines in {seconds:.1f} s" + (f", {errors} of them with an error" if errors else ""))
    if options.json:
        show(options, {"lines": len(lines), "errors": errors, "file": str(target)}, "")
    if defects:
        say(f"bedside: a defect in Bedside left {defects} lines without an answer: please report what their errors say")
    return 1 if defects else 0


def _write(handle: int, lines: list[_Line], work: Callable[[_Line], _Answer], jobs: int) -> tuple[int, int]:
    """Write every answer as it comes; how many have an error, and how many of these are defects."""
    begun = shown = time.monotonic()
    errors = defects = 0
    # Half characters (JSON can spell them) come out as the escapes that they went in as.
    with (
        os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out,
        closing(_answers(lines, work, jobs)) as answers,
    ):
        for done, answer in enumerate(answers, 1):
            out.write(json.dumps(answer.document, ensure_ascii=False) + "\n")
            errors += "error" in answer.document
            defects += answer.defect
            if time.monotonic() - shown > PROGRESS_EVERY_S:
                shown = time.monotonic()
                say(f"{done} of {len(lines)}, about {(shown - begun) / done * (len(lines) - done):.0f} s left")
        out.flush()
        os.fsync(out.fileno())
    return errors, defects


def _read(source: Path) -> Iterator[_Line]:
    try:
        data = source.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "the name cannot be a file's"
        raise KnownError(f"{source.name or source} cannot be read: {reason}") from error
    if data.startswith(_OTHER_ENCODINGS):
        raise KnownError(f"{source.name} is not UTF-8: save it as UTF-8 and try again")
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if line.strip():
            yield _Line(line, f"line-{number}")


def _answers(lines: list[_Line], work: Callable[[_Line], _Answer], jobs: int) -> Generator[_Answer]:
    processes = min(jobs, -(-len(lines) // CHUNK), _MOST_PROCESSES)
    if processes <= 1:
        yield from map(work, lines)
        return
    # Spawned, never forked: a fork would carry the parent's SQLite handles and threads along.
    context = get_context("spawn")
    stop = context.Event()
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_prepare, initargs=(stop,)) as pool:
        try:
            yield from pool.map(partial(_unless_stopped, work), lines, chunksize=CHUNK)
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)


_stop: Event | None = None  # of a process that works on lines


def _prepare(stop: Event) -> None:
    """What a process does before its first line: it is held to the same, and leaves Ctrl-C to the parent, who tells it
    to stop (one that is killed may take a lock of the pool with it, and the parent would wait for ever)."""
    global _stop
    forbid_network()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stop = stop


def _unless_stopped(work: Callable[[_Line], _Answer], line: _Line) -> _Answer:
    return _Answer({}) if _stop is not None and _stop.is_set() else work(line)


def _answer(work: Worker, line: _Line) -> _Answer:
    try:
        text = line.raw.decode("utf-8")
    except UnicodeDecodeError:
        return _Answer({"id": line.default_id, "error": "the line is not UTF-8: save it as UTF-8 and try again"})
    try:
        return _Answer(work(text, line.default_id))
    except KnownError as error:
        return _Answer({"id": _id_of(text, line.default_id), "error": str(error)})
    except Exception as error:
        return _Answer({"id": _id_of(text, line.default_id), "error": defect_sentence(error)}, defect=True)


def _id_of(line: str, default_id: str) -> str:
    """The id of a line that could not be answered, so that the caller can find it again."""
    try:
        return line_id(parse_object(line), default_id)
    except KnownError:
        return default_id
