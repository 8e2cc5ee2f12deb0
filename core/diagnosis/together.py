"""More than one disease at once: pairs of candidates as hypotheses of their own.

A finding that either disease explains needs no other cause, so a pair is credited with the better of the two weights;
what is absent or silent speaks against both. Having two diseases is rarer than having one: the second pays its own
base rate, unless the first is known to cause it.

The idea is that of QMR-DT (Shwe et al., Methods of Information in Medicine 1991): diseases combine by a noisy "or".
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import NamedTuple

import numpy as np

from core.diagnosis.model import Evidence, RankedDisease, Together
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.wording import Wording

# Pairs are formed among this many of the best diseases.
CANDIDATES = 14
# A pair is shown when it is likelier than this, and at most so many. Expert estimates.
WORTH_SHOWING = 0.1
SHOWN = 3
# What a disease must add to be said to explain a finding that the other does not (log10).
EXPLAINS = 0.3
# How often a disease brings one of its known complications with it by the time the patient is seen. Expert estimate.
COMPLICATION = log10(0.15)


class Pair(NamedTuple):
    """Two diseases (indices into the scorer's, the smaller first) and the log10 odds that both are there."""

    first: int
    second: int
    log_odds: float


def pairs(
    scorer: Scorer, priors: Floats, contributions: Floats, bonus: Floats, alone: Floats, wording: Wording
) -> list[Pair]:
    """All pairs of the best diseases. `contributions` are the capped rows, `alone` the log odds of each disease."""
    best = [int(i) for i in np.argsort(-alone, kind="stable")[:CANDIDATES]]
    matrix, weighed = _dense(scorer, contributions, best)
    average = wording.average()
    found = []
    for a in range(len(best)):
        for b in range(a + 1, len(best)):
            one, two = sorted((best[a], best[b]))
            both = weighed[a] & weighed[b]
            explained = np.maximum(matrix[a], matrix[b])
            # Denied by both entries: the better of two reproaches would forgive one of them.
            reproached = both & (matrix[a] < 0) & (matrix[b] < 0)
            joint = np.where(both & ~reproached, explained, matrix[a] + matrix[b])
            base = _prior(scorer, priors, one, two)
            said = wording.together(one, two, average) + bonus[one] + bonus[two]
            found.append(Pair(one, two, float(base + joint.sum() + said)))
    return found


def _dense(scorer: Scorer, contributions: Floats, best: list[int]) -> tuple[Floats, Floats]:
    """The rows of some diseases as a matrix (disease × finding), and where a disease weighs the finding at all."""
    rows = np.flatnonzero(np.isin(scorer.row_disease, best))
    columns, where = np.unique(scorer.row_term[rows], return_inverse=True)
    place = np.zeros(len(scorer.diseases), dtype=np.intp)
    place[best] = np.arange(len(best))
    matrix = np.zeros((len(best), len(columns)))
    weighed = np.zeros(matrix.shape, dtype=bool)
    cells = place[scorer.row_disease[rows]], where
    matrix[cells], weighed[cells] = contributions[rows], True
    return matrix, weighed


def _prior(scorer: Scorer, priors: Floats, one: int, two: int) -> float:
    entries = scorer.knowledge.diseases
    causes_two = scorer.diseases[two] in entries[scorer.diseases[one]].leads_to
    causes_one = scorer.diseases[one] in entries[scorer.diseases[two]].leads_to
    independent = priors[one] + priors[two]
    chained = [priors[one] + COMPLICATION] * causes_two + [priors[two] + COMPLICATION] * causes_one
    return float(max([independent, *chained]))


def shown_pairs(explained: dict[str, RankedDisease], likely: Sequence[tuple[str, str, float]]) -> tuple[Together, ...]:
    """The pairs (two ids and a chance, the likeliest first) that are likely enough, with what each disease adds."""
    found = []
    for one, two, chance in likely:
        if chance < WORTH_SHOWING or one not in explained or two not in explained:
            continue
        first, second = sorted((explained[one], explained[two]), key=lambda d: d.rank)
        found.append(
            Together(
                ids=(first.id, second.id),
                names=(first.name, second.name),
                names_zh=(first.name_zh, second.name_zh),
                probability=round(chance, 4),
                only_first=_only(first, second),
                only_second=_only(second, first),
            )
        )
    return tuple(found[:SHOWN])


def _only(this: RankedDisease, other: RankedDisease) -> tuple[Evidence, ...]:
    elsewhere = {e.concept: e.weight for e in other.supporting}
    return tuple(e for e in this.supporting if e.weight - max(0.0, elsewhere.get(e.concept, 0.0)) >= EXPLAINS)
