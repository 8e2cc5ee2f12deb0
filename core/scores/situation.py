"""What decides whether a score applies: the case at hand, asked in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import inf

from core.knowledge.base import Knowledge
from core.language.model import Reading

INFECTIONS = (
    "sepsis",
    "community-acquired-pneumonia",
    "acute-pyelonephritis",
    "bacterial-meningitis",
    "acute-cholecystitis",
    "acute-appendicitis",
    "acute-diverticulitis",
    "pelvic-inflammatory-disease",
    "influenza",
)

_CERTAIN = 0.5


class Situation:
    """A reading with the probabilities of the candidate diseases."""

    def __init__(self, reading: Reading, knowledge: Knowledge, candidates: Mapping[str, float]) -> None:
        self._candidates = candidates
        own = [f for f in reading.findings if f.experiencer == "patient" and f.concept and f.assertion == "present"]
        self._values: dict[str, float] = {}
        for m in reading.measurements:
            if m.experiencer == "patient" and m.temporality == "recent":
                self._values[m.analyte] = min(m.value, self._values.get(m.analyte, m.value))
        self._denied = {
            f.concept for f in reading.findings if f.experiencer == "patient" and f.concept and f.assertion == "absent"
        }
        self._now = _with_ancestors((f.concept for f in own if f.temporality == "recent"), knowledge)
        self._ever = _with_ancestors((f.concept for f in own), knowledge)

    def chance(self, *diseases: str) -> float:
        """The probability of the likeliest of these diseases."""
        return max((self._candidates.get(d, 0.0) for d in diseases), default=0.0)

    def measured(self, *analytes: str) -> int:
        """How many of these quantities the record gives."""
        return len(self._values.keys() & set(analytes))

    def least(self, analyte: str) -> float:
        """The lowest value of a quantity, in its canonical unit; infinite where the record gives none."""
        return self._values.get(analyte, inf)

    def denied(self, *concepts: str) -> int:
        """How many of these findings the record denies by their own name."""
        return len(self._denied & set(concepts))

    def present(self, *concepts: str) -> bool:
        """Is one of these findings present now?"""
        return not self._now.isdisjoint(concepts)

    def ever(self, *concepts: str) -> bool:
        """Is one of these findings present now or in the past?"""
        return not self._ever.isdisjoint(concepts)

    def st_elevation_infarction(self) -> bool:
        """Is this an infarction with ST elevation, which asks for a vessel to be opened and not for a score?"""
        raised = self.present("HP:0012251", "BD:regional-st-elevation")
        return raised and self.chance("acute-myocardial-infarction") >= _CERTAIN


def _with_ancestors(concepts: Iterable[str | None], knowledge: Knowledge) -> frozenset[str]:
    named = {c for c in concepts if c is not None}
    return frozenset(named.union(*(knowledge.ancestors(c) for c in named)))


Matters = Callable[[Situation], float]
