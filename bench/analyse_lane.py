"""The knowledge lane as a clinic would meet it: through `bedside`, start of the program included where it counts.

No peer yet: nothing that is published reads a note, ranks diagnoses and computes scores in one go.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from pathlib import Path

from bench.figures import ROOT, BenchError, Figure, product, timed

NOTES = ROOT / "tests" / "vignettes" / "first_forty.jsonl"
EXAMPLE = ROOT / "resources" / "examples" / "chest-pain.txt"
COLD_STARTS = 5
ROUNDS = 3


def run() -> list[Figure]:
    """Forty notes in one call, and single notes each in a call of its own."""
    with tempfile.TemporaryDirectory(prefix="bedside-bench-") as name:
        home = {"BEDSIDE_HOME": str(Path(name, "home"))}
        lane, walls = _batch(Path(name, "out.jsonl"), home)
        single = [product("bedside"), "analyse", str(EXAMPLE), "--no-models", "--json"]
        starts = [timed(single, home)[0] for _ in range(COLD_STARTS)]
    whose = "bedside"
    return [
        Figure(whose, "knowledge lane, a note, median", statistics.median(lane), "ms", len(lane)),
        Figure(whose, "knowledge lane, a note, 95th of 100", statistics.quantiles(lane, n=20)[-1], "ms", len(lane)),
        Figure(whose, "batch of forty, whole call, median", statistics.median(walls), "s", len(walls)),
        Figure(whose, "one note, whole call, median", statistics.median(starts) * 1000, "ms", len(starts)),
    ]


def _batch(out: Path, home: dict[str, str]) -> tuple[list[float], list[float]]:
    lane: list[float] = []
    walls: list[float] = []
    for _ in range(ROUNDS):
        walls.append(timed([product("bedside"), "batch", str(NOTES), str(out), "--jobs", "1"], home)[0])
        answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        unanswered = [answer["id"] for answer in answers if answer.get("error")]
        if unanswered or not answers:
            raise BenchError(f"{len(unanswered)} of {len(answers)} notes were not answered ({', '.join(unanswered)})")
        lane += [sum(answer["provenance"]["timings_ms"].values()) for answer in answers]
    return lane, walls
