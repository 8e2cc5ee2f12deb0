"""JSON Lines in and out: input order kept, bad lines answered with an error, progress on standard error."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from core.system.errors import KnownError

Worker = Callable[[str, str], dict[str, Any]]
PROGRESS_EVERY_S = 1.0
CHUNK = 8


def run_lines(source: Path, target: Path, work: Worker, jobs: int) -> int:
    """Answer every line of `source` with one line of `target`; `work(line, default_id)` gives the answer.

    A line for which `work` raises KnownError gets `{"id", "error"}`, and the rest goes on. The target appears whole
    or not at all, so that a killed run cannot be mistaken for a finished one.
    """
    if jobs < 1:
        raise KnownError("--jobs must be at least 1")
    numbered = list(_read(source))
    scratch = target.with_name(target.name + ".part")
    begun = shown = time.monotonic()
    try:
        with scratch.open("w", encoding="utf-8") as out:
            for done, answer in enumerate(_answers(numbered, partial(_answer, work), jobs), 1):
                out.write(json.dumps(answer, ensure_ascii=False) + "\n")
                if time.monotonic() - shown > PROGRESS_EVERY_S:
                    shown = time.monotonic()
                    left = (shown - begun) / done * (len(numbered) - done)
                    print(f"{done} of {len(numbered)}, about {left:.0f} s left", file=sys.stderr)
        scratch.replace(target)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise KnownError(f"the results cannot be written to {target.name}: {error.strerror}") from error
    print(f"{len(numbered)} lines in {time.monotonic() - begun:.1f} s", file=sys.stderr)
    return 0


def _read(source: Path) -> Iterator[tuple[str, str]]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KnownError(f"{source.name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise KnownError(f"{source.name} is not UTF-8: save it as UTF-8 and try again") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield line, f"line-{number}"


def _answers(
    numbered: list[tuple[str, str]], work: Callable[[tuple[str, str]], dict[str, Any]], jobs: int
) -> Iterator[dict[str, Any]]:
    if jobs == 1:
        yield from map(work, numbered)
        return
    # Spawned, never forked: a fork would carry the parent's SQLite handles and threads along.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, numbered, chunksize=CHUNK)


def _answer(work: Worker, numbered: tuple[str, str]) -> dict[str, Any]:
    line, default_id = numbered
    try:
        return work(line, default_id)
    except KnownError as error:
        return {"id": _id_of(line, default_id), "error": str(error)}


def _id_of(line: str, default_id: str) -> str:
    """The id of a line that could not be answered, so that the caller can find it again."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return default_id
    return given["id"] if isinstance(given, dict) and isinstance(given.get("id"), str) else default_id


def json_object(line: str) -> dict[str, Any]:
    """The object on a line, or KnownError."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise KnownError("the line is not JSON: write one JSON object a line") from error
    if not isinstance(data, dict):
        raise KnownError("the line is JSON but not an object: write one JSON object a line")
    return data
