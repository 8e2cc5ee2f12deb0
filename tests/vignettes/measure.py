"""How the engine does on the vignettes: `python -m tests.vignettes.measure`."""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from core.assess import assess
from core.case.model import Case
from core.case.readers import read_text

FOLDER = Path(__file__).parent


class Result(NamedTuple):
    """One vignette: the place of the intended disease in the whole ranking (None: not listed), and what was said."""

    id: str
    disease: str
    rank: int | None
    listed: tuple[str, ...]
    level: str | None
    dangers: tuple[str, ...]
    milliseconds: float


def cases(name: str) -> list[tuple[Case, str]]:
    """The vignettes of a set with their intended diseases."""
    texts = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    answers = (FOLDER / f"{name}.answers.jsonl").read_text(encoding="utf-8").splitlines()
    intended = {row["id"]: row["disease"] for row in map(json.loads, answers)}
    return [
        (read_text(row["text"]).model_copy(update={"id": row["id"]}), intended[row["id"]])
        for row in map(json.loads, texts)
    ]


def measure(name: str = "first_forty") -> list[Result]:
    """Assess every vignette of a set."""
    results = []
    for case, disease in cases(name):
        found = assess(case, top=100)
        rank = next((d.rank for d in found.differential if d.id == disease), None)
        listed = tuple(d.id for d in found.differential[:3])
        dangers = tuple(d.id for d in found.cannot_miss)
        milliseconds = sum(found.provenance.timings_ms.values())
        results.append(Result(case.id, disease, rank, listed, found.triage.level, dangers, milliseconds))
    return results


def share_within(results: list[Result], places: int) -> float:
    """The share of vignettes whose disease is among the first `places`."""
    return sum(r.rank is not None and r.rank <= places for r in results) / len(results)


def main() -> int:
    """Print one line a vignette that is not first, and the figures."""
    results = measure()
    for r in results:
        if r.rank != 1:
            print(f"{r.id} {r.disease}: rank {r.rank}; first {', '.join(r.listed)}; {r.level}")
    median = statistics.median(r.milliseconds for r in results)
    lengths = statistics.median(len(r.dangers) for r in results)
    print(f"n={len(results)} top-1 {share_within(results, 1):.3f} top-3 {share_within(results, 3):.3f}")
    print(f"knowledge lane median {median:.0f} ms a case; cannot-miss list median {lengths:g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
