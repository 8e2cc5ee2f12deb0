from __future__ import annotations

from core.diagnosis import diagnose
from core.diagnosis.causes import SYNDROMES
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import rank
from core.diagnosis.rates import Circumstances
from core.diagnosis.scorer import Scorer
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import COUGH, FEVER, finding, reading

KNOWLEDGE = default_knowledge()
SCORER = Scorer(KNOWLEDGE)
CONFUSED = (finding("BD:acute-confusion"), finding("HP:0001289"), finding("BD:confusion-fluctuates-over-hours"))
CHEST = (finding("BD:focal-crackles"), finding("HP:0012418"), finding("BD:lobar-consolidation"), finding(FEVER))
PNEUMONIA = "community-acquired-pneumonia"


def _log_odds(disease: str, *findings: object) -> float:
    given = reading(*findings, age_years=84, sex="female")  # type: ignore[arg-type]
    ranking = rank(SCORER, Observations(given, KNOWLEDGE), Circumstances(given.patient))
    return float(ranking.log_odds[SCORER.index[disease]])


def test_what_confuses_an_old_patient_comes_before_the_confusion() -> None:
    answer = diagnose(reading(*CONFUSED, *CHEST, age_years=84, sex="female"), KNOWLEDGE)
    names = [line.id for line in answer.differential]
    assert names[0] == PNEUMONIA
    assert "delirium" in names
    assert "cause" in {e.concept for e in answer.differential[0].supporting}


def test_confusion_alone_stays_delirium_and_credits_no_cause() -> None:
    answer = diagnose(reading(*CONFUSED, age_years=84, sex="female"), KNOWLEDGE)
    assert answer.differential[0].id == "delirium"
    assert all(e.concept != "cause" for line in answer.differential for e in line.supporting)


def test_confusion_does_not_speak_against_a_pneumonia_that_is_there() -> None:
    assert _log_odds(PNEUMONIA, *CHEST, *CONFUSED) > _log_odds(PNEUMONIA, *CHEST, finding(COUGH, "absent"))


def test_the_bars_of_a_credited_cause_add_up() -> None:
    first = diagnose(reading(*CONFUSED, *CHEST, age_years=84, sex="female"), KNOWLEDGE).differential[0]
    assert first.total_log10 is not None
    assert first.prior_log10 is not None
    assert first.unmentioned_log10 is not None
    bars = sum(e.weight for e in (*first.supporting, *first.against))
    assert abs(first.total_log10 - first.prior_log10 - bars - first.unmentioned_log10) < 0.01
    credited = next(e.weight for e in first.supporting if e.concept == "cause")
    assert credited > 0
    assert first.unmentioned_log10 < credited  # the credit is a bar of its own, not part of what is silent


def test_every_syndrome_is_an_entry_that_something_acute_causes() -> None:
    for syndrome in SYNDROMES:
        assert syndrome in KNOWLEDGE.diseases
        causes = [d.id for d in KNOWLEDGE.diseases.values() if syndrome in d.leads_to and d.urgency == "emergent"]
        assert len(causes) > 5


def test_drowsiness_and_like_words_are_no_sign_that_somebody_is_confused() -> None:
    shaky = (finding("HP:0001337"), finding("HP:0002329"), finding("BD:diuretic-use"))
    answer = diagnose(reading(*shaky, age_years=64, sex="female"), KNOWLEDGE, "shaky, drowsy, tremor, unsteady", top=20)
    assert all(e.concept != "cause" for line in answer.differential for e in line.supporting)


def test_the_bar_of_a_cause_says_what_it_explains_and_where_that_stands() -> None:
    first = diagnose(reading(*CONFUSED, *CHEST, age_years=84, sex="female"), KNOWLEDGE).differential[0]
    bar = next(e for e in first.supporting if e.concept == "cause")
    assert "confusion" in bar.label
    assert bar.spans
