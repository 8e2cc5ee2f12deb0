"""Diagnosis: from a reading to a ranked, explained differential, its dangers, next steps and urgency."""

from __future__ import annotations

from functools import lru_cache

from core.case.model import Setting
from core.diagnosis.abstention import abstain
from core.diagnosis.dangers import cannot_miss
from core.diagnosis.model import Diagnosis
from core.diagnosis.next_steps import next_steps
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import explain, rank
from core.diagnosis.scorer import Scorer
from core.diagnosis.triage import triage
from core.knowledge.base import Knowledge
from core.language.model import Reading

__all__ = ["Diagnosis", "diagnose"]


@lru_cache(maxsize=2)
def _scorer(knowledge: Knowledge) -> Scorer:
    return Scorer(knowledge)


def diagnose(reading: Reading, knowledge: Knowledge, *, setting: Setting | None = None, top: int = 10) -> Diagnosis:
    """Rank the diseases of the base for one reading; `top` lines are explained."""
    scorer = _scorer(knowledge)
    observations = Observations(reading, knowledge)
    ranking = rank(scorer, observations, reading.patient, setting)
    abstained = abstain(scorer, observations, ranking)
    nothing = abstained is not None and not abstained.separating
    if nothing:
        urgency = triage(scorer, observations, ranking, reading, (), committed=False)
        return Diagnosis(
            differential=(),
            cannot_miss=(),
            abstained=abstained,
            next_steps=(),
            triage=urgency,
            unlisted=round(ranking.unlisted, 4),
        )
    dangers = cannot_miss(scorer, observations, ranking, reading.patient)
    return Diagnosis(
        differential=tuple(
            explain(scorer, observations, ranking, place) for place in range(min(top, len(ranking.order)))
        ),
        cannot_miss=dangers,
        abstained=abstained,
        next_steps=next_steps(scorer, observations, ranking),
        triage=triage(scorer, observations, ranking, reading, dangers, committed=abstained is None),
        unlisted=round(ranking.unlisted, 4),
    )
