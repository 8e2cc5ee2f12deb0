"""Diagnosis: from a reading to a ranked, explained differential, its dangers, next steps and urgency."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from core.diagnosis.abstention import abstain
from core.diagnosis.dangers import cannot_miss
from core.diagnosis.model import Diagnosis
from core.diagnosis.next_steps import next_steps
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import explain, rank
from core.diagnosis.rates import Circumstances
from core.diagnosis.scorer import Scorer
from core.diagnosis.together import shown_pairs
from core.diagnosis.triage import triage
from core.diagnosis.wording import wording_of
from core.knowledge.base import Knowledge
from core.language.model import Reading

__all__ = ["Circumstances", "Diagnosis", "diagnose"]

# More open findings than any entry has: all of them.
EVERYTHING = 1000
# A pair is looked for among this many lines, even when fewer are asked for.
PAIRED = 5


@lru_cache(maxsize=2)
def _scorer(knowledge: Knowledge) -> Scorer:
    return Scorer(knowledge)


def diagnose(
    reading: Reading,
    knowledge: Knowledge,
    text: str = "",
    *,
    circumstances: Circumstances | None = None,
    top: int = 10,
    asked: Collection[str] = (),
) -> Diagnosis:
    """Rank the diseases of the base for one reading of `text`; `top` lines are explained, and those of `asked` in
    full. The patient is the reading's."""
    circumstances = (circumstances or Circumstances())._replace(patient=reading.patient)
    scorer = _scorer(knowledge)
    observations = Observations(reading, knowledge, text)
    wording = wording_of(reading, text, knowledge, scorer.calibration)
    ranking = rank(scorer, observations, circumstances, wording)
    abstained = abstain(scorer, observations, ranking)
    unlisted = round(ranking.unlisted, 4)
    questioned = tuple(
        explain(scorer, observations, ranking, place, missing_shown=EVERYTHING)
        for place, i in enumerate(ranking.order)
        if scorer.diseases[i] in asked
    )
    silent = abstained is not None and not abstained.separating
    dangers = cannot_miss(scorer, observations, ranking, reading.patient, outright_only=silent)
    if silent:
        return Diagnosis(
            differential=(),
            asked=questioned,
            cannot_miss=dangers,
            abstained=abstained,
            next_steps=(),
            triage=triage(scorer, observations, ranking, reading, dangers, committed=False),
            unlisted=unlisted,
        )
    listed = min(max(top, PAIRED), len(ranking.order))
    lines = [explain(scorer, observations, ranking, place) for place in range(listed)]
    named = [(scorer.diseases[p.first], scorer.diseases[p.second], p.probability) for p in ranking.pairs]
    return Diagnosis(
        differential=tuple(lines[:top]),
        asked=questioned,
        together=shown_pairs({line.id: line for line in lines}, named),
        cannot_miss=dangers,
        abstained=abstained,
        next_steps=next_steps(scorer, observations, ranking),
        triage=triage(scorer, observations, ranking, reading, dangers, committed=abstained is None),
        unlisted=unlisted,
    )
