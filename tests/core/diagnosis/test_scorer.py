from __future__ import annotations

from core.diagnosis.observations import Observations
from core.diagnosis.scorer import KNOWN, Scorer
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import finding, reading

KNOWLEDGE = default_knowledge()
SCORER = Scorer(KNOWLEDGE)


def _from(disease: str, concept: str, *concepts: str) -> float:
    """What one finding adds to a disease in a record of these findings."""
    given = reading(*map(finding, concepts), age_years=60)
    contributions = SCORER.contributions(Observations(given, KNOWLEDGE), given.patient)
    rows = SCORER.rows_of(SCORER.index[disease])
    return float(contributions[rows][SCORER.row_term[rows] == SCORER.column[concept]][0])


def test_a_poisoning_without_its_poison_is_less_likely_and_a_sign_not_looked_for_says_nothing() -> None:
    assert _from("lithium-toxicity", "BD:lithium-use", "HP:0001337") < -0.1
    assert _from("lithium-toxicity", "BD:lithium-use", "HP:0001337", "BD:lithium-use") > 0
    lobar = "BD:lobar-consolidation"
    assert _from("community-acquired-pneumonia", lobar, "HP:0012735") == 0


def test_a_disease_known_before_says_no_more_than_three_to_one_for_itself() -> None:
    assert 0 < SCORER.weights_for(SCORER.index["crohn-disease"])["HP:0100280"] <= KNOWN
