from __future__ import annotations

from core.scores import applicable_scores, compute, find
from tests.core.scores.notes import KNOWLEDGE, finding, note

VITALS = {
    "respiratory-rate": 24.0,
    "oxygen-saturation": 93.0,
    "systolic-blood-pressure": 104.0,
    "diastolic-blood-pressure": 60.0,
    "heart-rate": 112.0,
    "temperature": 38.9,
}


def ids(reading, **candidates: float) -> list[str]:
    named = {k.replace("_", "-"): v for k, v in candidates.items()}
    return [result.id for result in applicable_scores(reading, KNOWLEDGE, named)]


def test_nothing_to_go_by() -> None:
    assert ids(note(age_years=50)) == []


def test_an_ill_adult_with_pneumonia() -> None:
    reading = note(("HP:0001945", "HP:0012735"), values=VITALS | {"creatinine": 90.0}, age_years=70, sex="male")
    assert ids(reading, community_acquired_pneumonia=0.7) == [
        "curb-65", "psi", "news2", "qsofa", "sirs", "ckd-epi-2021", "map",
    ]  # fmt: skip


def test_pneumonia_by_its_findings_alone() -> None:
    assert ids(note(("HP:0002113", "HP:0012735"), age_years=70)) == ["curb-65", "psi"]
    assert ids(note(("HP:0002113",), age_years=70)) == []


def test_one_vital_sign_is_enough_only_with_infection() -> None:
    one = {"heart-rate": 100.0}
    assert ids(note(values=one, age_years=30)) == []
    assert ids(note(("BD:suspected-or-proven-infection",), values=one, age_years=30)) == ["news2"]
    assert ids(note(values={"systolic-blood-pressure": 100.0}, age_years=30), sepsis=0.2) == ["qsofa", "news2"]


def test_chest_pain_comes_first() -> None:
    reading = note(("HP:6000048",), values=VITALS, age_years=58)
    assert ids(reading, acute_myocardial_infarction=0.6, pulmonary_embolism=0.05) == [
        "heart",
        "news2",
        "wells-pe",
        "perc",
        "map",
    ]


def test_chest_pain_of_long_ago_or_somebody_else_calls_for_nothing() -> None:
    past = finding("HP:6000048", temporality="historical")
    other = finding("HP:6000048", experiencer="family")
    unnamed = finding(None)
    assert ids(note(findings=[past, other, unnamed], age_years=58)) == []


def test_known_atrial_fibrillation_counts_even_when_it_is_of_the_past() -> None:
    past = finding("HP:0004757", temporality="historical")  # paroxysmal, a kind of it
    assert ids(note(findings=[past], age_years=58, sex="female")) == ["cha2ds2-vasc", "has-bled"]


def test_never_for_children_nor_while_the_age_is_unknown() -> None:
    story = ("HP:6000048", "HP:0005110", "HP:0001945")
    values = VITALS | {"creatinine": 60.0}
    everything = {"community_acquired_pneumonia": 0.5, "pulmonary_embolism": 0.5}
    assert ids(note(story, values=values, age_years=9), **everything) == ["map"]
    assert ids(note(story, values=values), **everything) == ["map"]
    assert "news2" in ids(note(story, values=values, age_years=16), **everything)
    assert "heart" not in ids(note(story, values=values, age_years=17), **everything)


def test_pregnancy_excludes_what_was_not_validated_in_it() -> None:
    reading = note(values=VITALS | {"creatinine": 60.0}, age_years=30, sex="female", pregnant=True)
    assert ids(reading, pulmonary_embolism=0.5) == ["map"]


def test_an_infarction_with_st_elevation_is_no_case_for_the_scores_of_doubt() -> None:
    story = ("HP:6000048", "HP:0012251", "BD:markedly-raised-troponin")
    sure = ids(note(story, age_years=58), acute_myocardial_infarction=0.9)
    assert sure[0] == "timi-stemi"
    assert not {"heart", "timi-ua-nstemi"} & set(sure)
    unsure = ids(note(story, age_years=58), acute_myocardial_infarction=0.3)
    assert {"heart", "timi-ua-nstemi"} <= set(unsure)
    assert "timi-stemi" not in unsure


def test_a_pressure_and_a_pulse_of_the_clinic_come_behind_the_score_of_the_disease() -> None:
    clinic = note(("HP:0005110",), values={"heart-rate": 88.0, "systolic-blood-pressure": 138.0}, age_years=72)
    found = ids(clinic)
    assert found.index("cha2ds2-vasc") < found.index("has-bled") < found.index("news2")


def test_pain_in_the_place_of_the_appendix_is_enough() -> None:
    assert ids(note(("BD:pain-migrating-to-rlq",), age_years=19)) == ["alvarado", "air"]
    assert ids(note(("HP:0002027", "HP:0002018", "HP:0002013"), age_years=19), acute_appendicitis=0.3) == [
        "alvarado",
        "air",
    ]
    assert ids(note(("HP:0002027",), age_years=19), acute_appendicitis=0.05) == []


def test_a_score_of_which_nothing_is_known_is_not_offered_but_computed_when_asked() -> None:
    pain = note(("HP:0002027",), age_years=19)
    assert ids(pain, acute_appendicitis=0.3) == []
    alvarado = find("alvarado")
    assert alvarado is not None
    assert compute(alvarado, pain, KNOWLEDGE).range == (0, 10)
