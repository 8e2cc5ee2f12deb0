"""The dangerous conditions that the record leaves open."""

from __future__ import annotations

from core.case.model import Patient
from core.diagnosis.model import CannotMiss
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.scorer import Scorer

# The list is short because the limit below is rarely reached by many; seven is where it would stop being read.
SHOWN = 7
HARM = {"fatal": 3.0, "high": 1.5, "moderate": 1.0, "low": 1.0}
# Below this belief a danger is not named; what the entry says opens it counts for twice as much. Chosen on the
# development vignettes: lower limits named no more of the intended dangers there, and many far-fetched ones.
WORTH_NAMING = 0.008
OPENED = 2.0


def cannot_miss(
    scorer: Scorer, observations: Observations, ranking: Ranking, patient: Patient
) -> tuple[CannotMiss, ...]:
    """Open dangers, the greatest product of chance and harm first. A danger is what harms when missed, or what cannot
    wait; one that a finding closes, or that does not occur in this sex and age, is none."""
    open_dangers: list[tuple[float, CannotMiss]] = []
    possible = scorer.rates.possible(patient)
    for i, disease in enumerate(scorer.knowledge.diseases.values()):
        dangerous = disease.harm_if_missed in ("fatal", "high") or disease.urgency == "emergent"
        if not dangerous or not possible[i] or any(observations.present(f) for f in disease.closed_by):
            continue
        opened = any(observations.present(f) for f in disease.opened_by)
        chance = float(ranking.beliefs[i]) * (OPENED if opened else 1.0)
        if chance < WORTH_NAMING:
            continue
        reasons = [f for f in (*disease.opened_by, *disease.red_flags) if observations.present(f)]
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
