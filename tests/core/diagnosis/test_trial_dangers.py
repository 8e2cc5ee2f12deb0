"""What a clinician's trial found dangerous: the leader, the level and the list of dangers of short records."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case


def of(text: str) -> Assessment:
    return assess(Case(id="trial", text=text))


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("70-year-old woman, sudden breathlessness, SpO2 85%", "pulmonary-embolism"),
        ("Severe acute asthma, silent chest, SpO2 86%, RR 36, cannot speak. 34-year-old man.", "asthma-exacerbation"),
        ("45-year-old man. Trachea deviated to left, BP 70/40, absent breath sounds right.", "tension-pneumothorax"),
        ("65M COPD, SpO2 84%, pH 7.28, pCO2 9.1 kPa, drowsy", "copd-exacerbation"),
        ("82-year-old woman, drowsy, BP 88/46, oliguria", "sepsis"),
        ("70F on bendroflumethiazide. Na 109, seizure", "severe-hyponatraemia"),
        ("30F K 1.9, muscle weakness, palpitations", "hypokalaemia"),
        ("24F anorexia nervosa, refeeding, phosphate 0.3, K 2.1", "refeeding-syndrome"),
        ("40M finished amoxicillin last week. Cough and fever", "community-acquired-pneumonia"),
        ("60M creatinine 300, gentamicin", "acute-tubular-necrosis"),
    ],
)
def test_what_explains_the_record_leads(text: str, leader: str) -> None:
    assert of(text).differential[0].id == leader


@pytest.mark.parametrize(
    "text",
    [
        "33-year-old man with fever and neck stiffness",
        "54-year-old man. Leg pain out of proportion, crepitus of the skin, dusky blisters",
        "65M COPD, raised carbon dioxide, drowsy",
        "4-year-old swallowed a button battery",
    ],
)
def test_an_emergency_by_itself(text: str) -> None:
    assert of(text).triage.level == "emergent"


def test_bacterial_meningitis_is_open_beside_fever_and_a_stiff_neck() -> None:
    assert "bacterial-meningitis" in [danger.id for danger in of("33M fever and neck stiffness").cannot_miss]


def test_thinking_of_suicide_is_not_poisoning() -> None:
    found = of("45M suicidal ideation with a plan to hang himself tonight")
    assert not [d.id for d in found.differential[:3] if d.id.endswith(("-overdose", "-poisoning"))]
    assert found.triage.level == "emergent"


def test_poison_taken_is_poisoning() -> None:
    assert of("19F took 40 paracetamol tablets, wanted to die").differential[0].id == "paracetamol-overdose"


def test_croup_without_stridor_at_rest_can_wait_for_the_day() -> None:
    found = of("2-year-old barking cough, noisy breathing in when crying, no stridor at rest, plays, SpO2 98%")
    assert (found.differential[0].id, found.triage.level) == ("croup", "one-day")


def test_croup_with_stridor_at_rest_cannot() -> None:
    assert of("2-year-old barking cough, stridor at rest").triage.level == "emergent"


def test_no_danger_that_the_age_excludes() -> None:
    assert "febrile-seizure" not in [danger.id for danger in of("35M seizure, fever 38").cannot_miss]


def test_no_danger_that_explains_nothing_of_the_complaint() -> None:
    found = of("30F Graves disease, tremor, weight loss, palpitations, TSH <0.01")
    assert "crohn-disease" not in [danger.id for danger in found.cannot_miss]


def test_each_reason_of_urgency_once() -> None:
    reasons = of("32F 34 weeks pregnant, BP 172/114, headache").triage.reasons
    assert any("172/114" in reason for reason in reasons)
    assert len(reasons) == len(set(reasons))


def test_a_record_that_was_not_understood_is_told_to_be_not_assessed() -> None:
    found = of("boiler invoice 25 Nov paid").triage
    assert found.level is None
    assert found.reasons == ("not assessed: nothing in the record was understood",)


def test_upper_abdominal_pain_with_sweating_over_fifty_may_be_the_heart() -> None:
    text = "For an hour burning epigastric pain with sweating and nausea; it came on while walking upstairs."
    assert of(f"58-year-old man, smoker. {text}").triage.level == "emergent"
    assert of(f"28-year-old woman. {text}").triage.level != "emergent"
