"""Figures, and running what is measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class BenchError(Exception):
    """Why something could not be measured."""


class Figure(NamedTuple):
    """One figure: whose it is, what it says, and how many measurements it rests on."""

    whose: str
    what: str
    value: float
    unit: str
    measurements: int


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns."""
    whose = max(len(figure.whose) for figure in figures)
    what = max(len(figure.what) for figure in figures)
    lines = (f"{one.whose:{whose}}  {one.what:{what}}  {_number(one.value)} {one.unit}" for one in figures)
    return "\n".join(f"{line}  (n = {one.measurements})" for line, one in zip(lines, figures, strict=True))


def _number(value: float) -> str:
    """A ratio needs its second place, a time does not."""
    return f"{value:10.2f}" if abs(value) < 10 else f"{value:10.1f}"


def product(name: str) -> str:
    """The path of a command in Bedside's own environment."""
    windows = sys.platform == "win32"
    return str(ROOT / ".venv" / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name))


def timed(command: Sequence[str], env: dict[str, str] | None = None) -> tuple[float, str]:
    """Seconds that a command took, and what it printed."""
    begun = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    seconds = time.perf_counter() - begun
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["without a word"])[-1]
        raise BenchError(f"`{Path(command[0]).name} {command[1]}` ended with code {done.returncode}: {last}")
    return seconds, done.stdout
