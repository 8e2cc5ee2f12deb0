"""Which scores a case calls for, the few that matter first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import inf

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.language.model import Reading
from core.scores.calculator import Calculator
from core.scores.compute import carry_out
from core.scores.model import ScoreResult
from core.scores.registry import CALCULATORS
from core.scores.situation import Situation
from core.scores.source import Source


def applicable_scores(
    reading: Reading, knowledge: Knowledge, candidates: Mapping[str, float], text: str = ""
) -> tuple[ScoreResult, ...]:
    """The scores that this case calls for, of those that can say anything about it. `candidates` are the probabilities
    of diseases by id, `text` is what was read.

    A score that is not validated for the patient is left out, and so is one made for adults while the age is unknown.
    """
    situation = Situation(reading, knowledge, candidates)
    weighed = [(c.matters(situation), c) for c in CALCULATORS.values() if _fits(c, reading)]
    chosen = sorted((w for w in weighed if w[0] > 0), key=lambda w: -w[0])
    source = Source(reading, knowledge, text)
    results = (carry_out(calculator, source) for _, calculator in chosen)
    return tuple(r for r in results if r.value is not None or _says_something(r, knowledge))


def _says_something(result: ScoreResult, knowledge: Knowledge) -> bool:
    """Has the record narrowed what the score could be? As wide as with nothing known it says nothing."""
    low, high = result.range or (-inf, inf)
    least, most = _scale(result.id, knowledge)
    return high - low < most - least


@lru_cache(maxsize=512)
def _scale(calculator: str, knowledge: Knowledge) -> tuple[float, float]:
    """The range of a score of which nothing is known."""
    silence = Source(Reading(language="en", patient=Patient()), knowledge, "")
    return carry_out(CALCULATORS[calculator], silence).range or (-inf, inf)


def _fits(calculator: Calculator, reading: Reading) -> bool:
    population, patient = calculator.population, reading.patient
    if patient.pregnant and not population.in_pregnancy:
        return False
    if patient.age_years is None:
        return population.youngest == 0 and population.oldest == inf
    return population.youngest <= patient.age_years < population.oldest
