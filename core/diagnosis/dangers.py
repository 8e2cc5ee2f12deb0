"""The dangerous conditions that the record leaves open."""

from __future__ import annotations

from core.case.model import Patient
from core.diagnosis.model import CannotMiss
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.scorer import Scorer

SHOWN = 5
# So likely a danger is named whatever opened it. Expert estimate.
LEADING = 0.1
HARM = {"fatal": 3.0, "high": 1.0}
# Below this chance a danger is not named however harmful, unless its own red flag is there. Expert estimate.
WORTH_NAMING = {"fatal": 0.004, "high": 0.02}


def cannot_miss(
    scorer: Scorer, observations: Observations, ranking: Ranking, patient: Patient
) -> tuple[CannotMiss, ...]:
    """Open dangers, the greatest product of chance and harm first; at most five, so that the list is read."""
    open_dangers: list[tuple[float, CannotMiss]] = []
    possible = scorer.rates.possible(patient)
    for i, disease in enumerate(scorer.knowledge.diseases.values()):
        if disease.harm_if_missed not in HARM or not possible[i]:
            continue
        chance = float(ranking.beliefs[i])
        reasons = [f for f in (*disease.opened_by, *disease.red_flags) if observations.present(f)]
        opened = chance >= LEADING or any(f in disease.opened_by for f in reasons)
        if not opened or any(observations.present(f) for f in disease.closed_by):
            continue
        flagged = any(f in disease.red_flags for f in reasons)
        if chance < WORTH_NAMING[disease.harm_if_missed] / (4 if flagged else 1):
            continue
        spans = tuple(dict.fromkeys(s for f in reasons for s in observations.spans(f)))
        named = CannotMiss(
            id=disease.id,
            name=disease.names.en[0],
            name_zh=disease.names.zh[0] if disease.names.zh else None,
            why_open=spans,
            excluded_by=tuple(p.en for p in disease.excluded_by),
            excluded_by_zh=tuple(p.zh or p.en for p in disease.excluded_by),
            rank=ranking.order.index(i) + 1,
        )
        open_dangers.append((chance * HARM[disease.harm_if_missed], named))
    open_dangers.sort(key=lambda pair: -pair[0])
    return tuple(danger for _, danger in open_dangers[:SHOWN])
