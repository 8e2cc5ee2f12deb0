"""Reading a note: 2,000 characters on one core, linear growth, a megabyte of notes and of hostile text; medspaCy too.

Called as a program (`language.py ours|medspacy`) it is the child that measures, in the environment of what it measures.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.figures import BenchError, Figure, product, timed  # noqa: E402 (a child is started by its path)

EXAMPLE = ROOT / "resources" / "examples" / "chest-pain.txt"
LENGTH, ROUNDS, MEGABYTE = 2_000, 15, 1_000_000
HOSTILE = {"no no no": "no ", "no fever, no fever": "no fever, ", "BP 120/80 over and over": "BP 120/80 "}


def run() -> list[Figure]:
    """Our figures, and medspaCy's where it can be installed."""
    figures = _child(product("python"), "ours")
    try:
        figures += _child(sys.executable, "medspacy")
    except BenchError as problem:
        print(f"medspaCy is not beside it: {problem}", file=sys.stderr)
    return figures


def _child(python: str, whose: str) -> list[Figure]:
    _, printed = timed([python, str(Path(__file__).resolve()), whose], {"OMP_NUM_THREADS": "1"})
    return [Figure(*values) for values in json.loads(printed.splitlines()[-1])]


def _ours() -> Callable[[str], object]:
    from core.case.model import Case
    from core.knowledge.base import default_knowledge
    from core.language import read

    knowledge = default_knowledge()
    return lambda text: read(Case(id="bench", text=text), knowledge)


def _medspacy() -> Callable[[str], object]:
    # The peer lives in the bench environment alone.
    import medspacy  # type: ignore[import-not-found]
    from medspacy.ner import TargetRule  # type: ignore[import-not-found]

    pipeline = medspacy.load()
    names = ("chest pain", "fever", "cough", "nausea", "hypertension", "diabetes", "myocardial infarction", "vomiting")
    pipeline.get_pipe("medspacy_target_matcher").add([TargetRule(name, "PROBLEM") for name in names])
    read: Callable[[str], object] = pipeline
    return read


def _measure(whose: str, read: Callable[[str], object]) -> list[Figure]:
    note = (EXAMPLE.read_text(encoding="utf-8") * 10)[:LENGTH]
    read(note)
    short = statistics.median(_seconds(read, note) for _ in range(ROUNDS))
    long = statistics.median(_seconds(read, note * 8) for _ in range(3))
    figures = [
        Figure(whose, f"{LENGTH:,} characters, median", short * 1000, "ms", ROUNDS),
        Figure(whose, "eight times as long, times as slow", long / short, "x", 3),
    ]
    if whose == "ours":
        figures.append(Figure(whose, "a megabyte of notes", _seconds(read, note * (MEGABYTE // LENGTH)), "s", 1))
        for name, piece in HOSTILE.items():
            text = piece * (MEGABYTE // len(piece))
            figures.append(Figure(whose, f"a megabyte of {name}", _seconds(read, text), "s", 1))
    return figures


def _seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()  # of one core: what else runs on the machine is no part of it
    read(text)
    return time.process_time() - begun


if __name__ == "__main__":
    asked = sys.argv[1]
    print(json.dumps(_measure(asked, _ours() if asked == "ours" else _medspacy())))
