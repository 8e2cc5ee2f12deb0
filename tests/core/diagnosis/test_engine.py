from __future__ import annotations

import numpy as np
import pytest

from core.case.model import Patient
from core.diagnosis import diagnose
from core.diagnosis.calibration import Coverage
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import band, rank, share_out
from core.diagnosis.rates import Circumstances, age_band
from core.diagnosis.scorer import WEAKER, Scorer
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import (
    CHEST_PAIN,
    COUGH,
    FEVER,
    HEADACHE,
    SWEATING,
    finding,
    reading,
    vital,
)

KNOWLEDGE = default_knowledge()
SCORER = Scorer(KNOWLEDGE)
INFARCT_STORY = (
    finding(CHEST_PAIN),
    finding("BD:pain-radiating-to-left-arm"),
    finding(SWEATING),
    finding(FEVER, "absent"),
)


def test_the_story_of_an_infarction_leads_to_it() -> None:
    answer = diagnose(reading(*INFARCT_STORY, age_years=60, sex="male"), KNOWLEDGE)
    assert answer.differential[0].id == "acute-myocardial-infarction"
    assert answer.triage.level == "emergent"
    assert answer.abstained is None
    assert "acute-myocardial-infarction" in {d.id for d in answer.cannot_miss}
    assert answer.next_steps


def test_every_number_of_the_explanation_adds_up() -> None:
    given = reading(*INFARCT_STORY, age_years=60, sex="male")
    observations = Observations(given, KNOWLEDGE)
    ranking = rank(SCORER, observations, Circumstances(given.patient))
    totals = ranking.priors + SCORER.totals(ranking.contributions) + ranking.bonus + ranking.worded + ranking.credited
    assert np.allclose(totals, ranking.log_odds)
    assert ranking.beliefs.sum() + ranking.unlisted == pytest.approx(1)


def test_the_waterfall_runs_from_the_base_rate_to_the_log_odds() -> None:
    for line in diagnose(reading(*INFARCT_STORY, age_years=60, sex="male"), KNOWLEDGE).differential:
        bars = sum(e.weight for e in (*line.supporting, *line.against))
        assert line.total_log10 == pytest.approx(line.prior_log10 + bars + line.unmentioned_log10, abs=0.01)


def test_evidence_points_into_the_record() -> None:
    answer = diagnose(reading(*INFARCT_STORY, age_years=60, sex="male"), KNOWLEDGE)
    assert all(e.spans for e in answer.differential[0].supporting)
    assert all(not e.spans for e in answer.differential[0].missing)


def test_a_finding_for_a_disease_raises_it_and_its_denial_lowers_it() -> None:
    def log_odds(*findings: object) -> float:
        given = reading(*findings)  # type: ignore[arg-type]
        ranking = rank(SCORER, Observations(given, KNOWLEDGE), Circumstances(given.patient))
        return float(ranking.log_odds[SCORER.diseases.index("community-acquired-pneumonia")])

    with_it, silent = log_odds(finding(COUGH), finding(FEVER)), log_odds(finding(COUGH))
    denied = log_odds(finding(COUGH), finding(FEVER, "absent"))
    assert with_it > silent > denied


def test_a_group_counts_at_most_its_cap() -> None:
    contributions = SCORER.capped(np.full(len(SCORER.row_disease), 5.0))
    for disease in KNOWLEDGE.diseases.values():
        for group in disease.groups:
            rows = [i for i, w in enumerate(KNOWLEDGE.weights) if w.disease == disease.id and w.group == group.id]
            assert not rows or contributions[rows].sum() == pytest.approx(group.cap_log10)


def test_silence_about_a_main_symptom_counts_a_little_and_only_against() -> None:
    empty = SCORER.contributions(Observations(reading(), KNOWLEDGE), Patient())
    assert empty.max() == 0
    row = next(i for i, w in enumerate(KNOWLEDGE.weights) if w.disease == "acute-pericarditis" and w.term == CHEST_PAIN)
    assert empty[row] == pytest.approx(SCORER.calibration.silence * KNOWLEDGE.weights[row].absent)


def test_a_modifier_halves_what_a_finding_says() -> None:
    row = next(i for i, w in enumerate(KNOWLEDGE.weights) if "age-over-75" in w.weaker_in and w.absent < 0)
    term = KNOWLEDGE.weights[row].term
    seen = Observations(reading(finding(term, "absent")), KNOWLEDGE)
    young = SCORER.contributions(seen, Patient(age_years=50))[row]
    old = SCORER.contributions(seen, Patient(age_years=80))[row]
    assert old == pytest.approx(young * WEAKER)


def test_a_man_has_no_ectopic_pregnancy() -> None:
    answer = diagnose(
        reading(finding("HP:0002027"), finding("HP:0001279"), age_years=30, sex="male"),
        KNOWLEDGE,
        asked=("ectopic-pregnancy",),
    )
    assert answer.asked[0].probability < 0.01
    assert "ectopic-pregnancy" not in {d.id for d in answer.cannot_miss}


def test_nothing_to_weigh_is_an_abstention_with_what_is_needed() -> None:
    for empty in (
        reading(),
        reading(finding("BD:smoker") if "BD:smoker" in KNOWLEDGE.findings else finding("HP:0000822")),
    ):
        answer = diagnose(empty, KNOWLEDGE)
        assert answer.differential == ()
        assert answer.triage.level is None
        assert answer.abstained is not None
        assert "vital signs" in answer.abstained.reason


def test_vital_signs_set_a_floor_that_no_ranking_outvotes() -> None:
    cold = (finding("HP:0031417"), finding("HP:0025439"))
    mild = diagnose(reading(*cold, age_years=30), KNOWLEDGE)
    assert mild.triage.level != "emergent"
    blue = diagnose(reading(*cold, measurements=(vital("oxygen-saturation", 86),), age_years=30), KNOWLEDGE)
    assert blue.triage.level == "emergent"
    assert "86" in blue.triage.reasons[0]


@pytest.mark.parametrize(
    ("analyte", "floor", "above"),
    [
        ("respiratory-rate", 25, 24),
        ("respiratory-rate", 8, 9),
        ("oxygen-saturation", 91, 92),
        ("systolic-blood-pressure", 90, 91),
        ("systolic-blood-pressure", 220, 219),
        ("heart-rate", 131, 130),
        ("heart-rate", 40, 41),
        ("temperature", 35.0, 35.1),
        ("gcs", 14, 15),
    ],
)
def test_every_floor_is_where_news2_has_it(analyte: str, floor: float, above: float) -> None:
    assert diagnose(reading(measurements=(vital(analyte, floor),), age_years=40), KNOWLEDGE).triage.level == "emergent"
    assert diagnose(reading(measurements=(vital(analyte, above),), age_years=40), KNOWLEDGE).triage.level is None


def test_a_vital_sign_of_the_past_or_of_somebody_else_is_no_floor() -> None:
    for given in ({"temporality": "historical"}, {"experiencer": "family"}):
        quiet = reading(measurements=(vital("oxygen-saturation", 80, **given),), age_years=40)
        assert diagnose(quiet, KNOWLEDGE).triage.level is None


def test_a_child_is_judged_by_the_limits_of_its_age() -> None:
    fast = vital("heart-rate", 150, flag="high")
    assert diagnose(reading(measurements=(fast,), age_years=1), KNOWLEDGE).triage.level is None
    critical = vital("heart-rate", 230, flag="critical-high")
    assert diagnose(reading(measurements=(critical,), age_years=1), KNOWLEDGE).triage.level == "emergent"


@pytest.mark.parametrize(("age", "celsius", "level"), [(0.1, 38.2, "emergent"), (0.1, 37.8, None), (3, 39.6, None)])
def test_fever_alone_is_an_emergency_in_the_first_three_months_only(
    age: float, celsius: float, level: str | None
) -> None:
    hot = vital("temperature", celsius, flag="critical-high" if celsius >= 39 else "high")
    assert diagnose(reading(measurements=(hot,), age_years=age), KNOWLEDGE).triage.level == level


def test_a_self_limiting_illness_stays_at_home_unless_the_patient_is_frail() -> None:
    aches, chills, abrupt = "HP:0003326", "HP:0025143", "BD:abrupt-onset-of-illness"
    flu = [finding(f) for f in (FEVER, COUGH, HEADACHE, aches, chills, abrupt)]
    well = diagnose(reading(*flu, age_years=30, sex="male"), KNOWLEDGE, circumstances=Circumstances(month=1))
    assert well.differential[0].id == "influenza"
    assert well.triage.level == "self-care"
    old = diagnose(reading(*flu, age_years=74, sex="male"), KNOWLEDGE, circumstances=Circumstances(month=1))
    assert old.triage.level == "one-day"


def test_a_pregnancy_in_a_mans_record_is_somebody_elses() -> None:
    of_a_man = Observations(reading(finding("BD:pregnancy"), sex="male"), KNOWLEDGE)
    assert not of_a_man.present("BD:pregnancy")
    assert Observations(reading(finding("BD:pregnancy"), sex="female"), KNOWLEDGE).present("BD:pregnancy")


def test_what_the_leader_does_not_explain_takes_from_its_chance() -> None:
    told = reading(*INFARCT_STORY, age_years=60, sex="male")
    odd = reading(*INFARCT_STORY, finding("HP:0000988"), finding("HP:0000365"), age_years=60, sex="male")
    rankings = [rank(SCORER, Observations(r, KNOWLEDGE), Circumstances(r.patient)) for r in (told, odd)]
    assert rankings[0].order[0] == rankings[1].order[0]
    assert rankings[1].covered.left == rankings[0].covered.left + 2
    believed = float(rankings[0].beliefs[rankings[0].order[0]])
    shown = [SCORER.calibration.stated(believed, ranking.covered) for ranking in rankings]
    assert shown[1] < shown[0]


def test_departments_share_the_whole() -> None:
    answer = diagnose(reading(*INFARCT_STORY, age_years=60, sex="male"), KNOWLEDGE)
    assert 0.5 < sum(d.share for d in answer.triage.departments) <= 1.001


def test_the_same_reading_gives_the_same_answer() -> None:
    given = reading(*INFARCT_STORY, age_years=60, sex="male")
    assert diagnose(given, KNOWLEDGE) == diagnose(given, KNOWLEDGE)


def test_ages_fall_into_their_bands() -> None:
    assert [age_band(a) for a in (0, 4.99, 5, 15, 40, 65, 80, 110)] == [
        "0-4", "0-4", "5-14", "15-39", "40-64", "65-79", "80+", "80+",
    ]  # fmt: skip


def test_bands_are_in_plain_words() -> None:
    assert [band(p) for p in (1, 0.75, 0.5, 0.4, 0.2, 0.1, 0.05, 0)] == [
        "very likely", "very likely", "likely", "likely", "possible", "possible", "unlikely", "unlikely",
    ]  # fmt: skip


def test_without_evidence_most_of_the_chance_is_unlisted() -> None:
    _, unlisted = share_out(np.full(40, -4.0), SCORER.calibration)
    assert unlisted > 0.5


@pytest.mark.parametrize("unlike", [0.6, 0.95])
def test_the_chances_keep_the_order_of_the_beliefs_and_are_never_more_than_one_together(unlike: float) -> None:
    beliefs = np.array([0.2, 0.5, 0.25])
    chances = SCORER.calibration.chances(beliefs, Coverage(1, unlike, 3.0, -1.0, 8))
    assert list(np.argsort(chances)) == list(np.argsort(beliefs))
    assert chances.sum() <= 1
    assert chances[1] == SCORER.calibration.stated(0.5, Coverage(1, unlike, 3.0, -1.0, 8))


def test_a_swallowed_battery_is_enough_to_go_on_and_a_smoker_is_not() -> None:
    swallowed = diagnose(reading(finding("BD:swallowed-battery"), age_years=3), KNOWLEDGE)
    assert swallowed.abstained is None
    assert swallowed.differential[0].id == "button-battery-ingestion"
    assert diagnose(reading(finding("BD:smoking"), age_years=40), KNOWLEDGE).abstained is not None
