"""How the engine does on the vignettes: `python -m tests.vignettes.measure [SET …]` (all sets when none is named).

The vignettes were written by people who had seen neither rules nor entries. `first_forty` names one intended disease;
`clinic` and `plain` also say how soon the patient should be seen and which dangers a careful clinician would name.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case
from core.case.readers import read_text
from core.knowledge.schema import LEVELS

FOLDER = Path(__file__).parent
# No figure looks further down a ranking; each line costs time to explain.
LISTED = 20
SETS = tuple(sorted(path.stem for path in FOLDER.glob("*.jsonl") if not path.stem.endswith(".answers")))


class Intended(NamedTuple):
    """What the writer meant: the diseases (the primary one first), and, where told, urgency and dangers."""

    diseases: tuple[str, ...]
    level: str | None
    dangers: tuple[str, ...]
    atypical: bool


class Result(NamedTuple):
    """One vignette: the place of each intended disease in the ranking (None: not listed), and what was said."""

    id: str
    intended: Intended
    ranks: tuple[int | None, ...]
    listed: tuple[str, ...]
    probability: float | None  # of the first
    abstained: bool
    level: str | None
    dangers: tuple[str, ...]
    milliseconds: float

    @property
    def rank(self) -> int | None:
        """The place of the primary disease."""
        return self.ranks[0]

    @property
    def named(self) -> frozenset[str]:
        """What a reader who looks at the first three and at the cannot-miss list has been told of."""
        return frozenset((*self.listed[:3], *self.dangers))


def cases(name: str) -> list[tuple[str, str, Intended]]:
    """The vignettes of a set: id, text and what was meant."""
    texts = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    answers = (FOLDER / f"{name}.answers.jsonl").read_text(encoding="utf-8").splitlines()
    intended = {row["id"]: _intended(row) for row in map(json.loads, answers)}
    return [(row["id"], row["text"], intended[row["id"]]) for row in map(json.loads, texts)]


def _intended(row: dict[str, object]) -> Intended:
    diseases = row.get("diseases") or [row["disease"]]
    dangers = row.get("dangers") or []
    assert isinstance(diseases, list)
    assert isinstance(dangers, list)
    level = row.get("level")
    return Intended(tuple(diseases), str(level) if level else None, tuple(dangers), bool(row["atypical"]))


def measure(name: str) -> list[Result]:
    """Assess every vignette of a set."""
    return [_judged(key, assess(_case(key, text), top=LISTED), intended) for key, text, intended in cases(name)]


def _case(key: str, text: str) -> Case:
    return read_text(text).model_copy(update={"id": key})


def _judged(key: str, found: Assessment, intended: Intended) -> Result:
    places = {d.id: d.rank for d in found.differential}
    return Result(
        id=key,
        intended=intended,
        ranks=tuple(places.get(disease) for disease in intended.diseases),
        listed=tuple(d.id for d in found.differential[:10]),
        probability=found.differential[0].probability if found.differential else None,
        abstained=found.abstained is not None,
        level=found.triage.level,
        dangers=tuple(d.id for d in found.cannot_miss),
        milliseconds=sum(found.provenance.timings_ms.values()),
    )


def share_within(results: list[Result], places: int) -> float:
    """The share of vignettes whose primary disease is among the first `places`."""
    return sum(r.rank is not None and r.rank <= places for r in results) / len(results)


def figures(results: list[Result]) -> dict[str, float]:
    """The figures of a set by name; those that its answers do not allow are left out."""
    out = {"n": float(len(results)), "top-1": share_within(results, 1), "top-3": share_within(results, 3)}
    out["top-10"] = share_within(results, 10)
    both = [r for r in results if len(r.intended.diseases) > 1]
    if both:
        found = [all(rank is not None and rank <= 5 for rank in r.ranks) for r in both]
        out["two diseases, both in the first five"] = sum(found) / len(both)
    odd = [r for r in results if r.intended.atypical]
    if odd:
        out["atypical top-1"], out["atypical top-3"] = share_within(odd, 1), share_within(odd, 3)
    wanted = [(danger, r) for r in results for danger in r.intended.dangers]
    if wanted:
        out["dangers seen"] = sum(danger in r.named for danger, r in wanted) / len(wanted)
        primary = [r for r in results if r.intended.diseases[0] in r.intended.dangers]
        out["intended danger seen"] = sum(r.intended.diseases[0] in r.named for r in primary) / len(primary)
    out["cannot-miss median"] = statistics.median(len(r.dangers) for r in results)
    graded = [r for r in results if r.intended.level]
    if graded:
        out["urgency exact"] = sum(r.level == r.intended.level for r in graded) / len(graded)
        emergent = [r for r in graded if r.intended.level == "emergent"]
        out["emergent recognised"] = sum(r.level == "emergent" for r in emergent) / len(emergent)
        others = [r for r in graded if r.intended.level != "emergent"]
        out["others called emergent"] = sum(r.level == "emergent" for r in others) / len(others)
        out["too late by urgency"] = sum(_later(r) for r in graded) / len(graded)
        mild = [len(r.dangers) for r in graded if r.intended.level == "self-care"]
        out["cannot-miss median, self-care"] = statistics.median(mild)
    out["abstained"] = sum(r.abstained for r in results) / len(results)
    times = sorted(r.milliseconds for r in results)
    out["ms median"], out["ms 95th percentile"] = statistics.median(times), times[int(0.95 * (len(times) - 1))]
    return out


def _later(r: Result) -> bool:
    """Is the patient told to wait longer than the writer wants?"""
    if r.level is None or r.intended.level is None:
        return r.level is None
    levels: tuple[str, ...] = LEVELS
    return levels.index(r.level) > levels.index(r.intended.level)


def main(names: list[str]) -> int:
    """Print one line a vignette whose primary disease is not first, and the figures of each set."""
    for name in names or SETS:
        results = measure(name)
        for r in results:
            if r.rank != 1 or (r.intended.level and r.level != r.intended.level):
                wanted = f"{'+'.join(r.intended.diseases)} ({r.intended.level})"
                print(f"{r.id} {wanted}: rank {r.rank}; {r.level}; {', '.join(r.listed[:3])}")
        print(f"{name}: " + ", ".join(f"{key} {value:.3g}" for key, value in figures(results).items()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
