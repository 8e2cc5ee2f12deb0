from __future__ import annotations

import re

import pytest

from core.assessment import Sentence
from core.case.model import Patient
from core.narrative import narrate
from core.narrative.names import small
from core.narrative.stream import sentences
from core.narrative.template import person
from core.scores.model import ScoreResult
from tests.core.narrative.cases import assessed


@pytest.mark.parametrize(
    ("patient", "en", "zh"),
    [
        (Patient(), "The patient", "患者"),
        (Patient(sex="male"), "A man", "男性患者"),
        (Patient(age_years=11, sex="female"), "An 11-year-old girl", "11岁女患儿"),
        (Patient(age_years=40), "A 40-year-old patient", "40岁患者"),
        (Patient(age_years=80, sex="female"), "An 80-year-old woman", "80岁女性患者"),
        (Patient(age_years=0.5), "A 6-month-old child", "6个月患儿"),
        (Patient(age_years=0.02, sex="male"), "A 7-day-old boy", "7天男患儿"),
    ],
)
def test_who_it_is(patient: Patient, en: str, zh: str) -> None:
    assert (person(patient, "en"), person(patient, "zh")) == (en, zh)


def told(text: str, lang: str = "en", **changes: object) -> str:
    case, assessment = assessed(text)
    assessment = assessment.model_copy(update=changes)
    prose = narrate(case, assessment, None, lang="zh" if lang == "zh" else "en")
    return " ".join(c.text for c in prose if isinstance(c, Sentence))


def test_no_known_allergies_is_told() -> None:
    assert "The record states no known allergies." in told("Cough. Allergies: NKDA")
    assert "llerg" not in told("Cough.")


def test_possible_resolved_and_stopped_things_are_told_as_such() -> None:
    whole = told("60-year-old man with cough. Possible pneumonia. Fever has resolved. He stopped taking warfarin.")
    assert "Possible, not certain: pneumonia." in whole
    assert "Resolved: fever." in whole
    assert "No longer taken: warfarin." in whole


def test_a_score_that_is_a_range_is_told_as_one() -> None:
    score = ScoreResult(id="x", name="X", name_zh="某评分", value=3, range=(3, 5), category="low", source="-")
    words = ScoreResult(id="y", name="Y", value="A", source="-")
    assert "X 3–5 (low) and Y A" in told("Cough.", scores=(score, words))
    assert "某评分 3–5" in told("Cough.", "zh", scores=(score,))


def test_the_side_of_a_finding_is_told_and_what_it_implies_is_not() -> None:
    whole = told("60-year-old man with cough. He has swelling of the right leg. He has pain, chest pain.")
    assert "(right)" in whole or "right" in whole
    assert " pain," not in whole


@pytest.mark.parametrize(
    "label", ["ST depression", "D-dimer raised", "HbA1c", "fever", "Glasgow Coma Scale", "Crohn's disease"]
)
def test_labels_keep_the_capitals_they_need(label: str) -> None:
    assert small(label) == label


def test_sentences_come_whole() -> None:
    pieces = ["He takes 3.", "5 mg. He", " is", " well"]
    assert list(sentences(pieces)) == [("He takes 3.5 mg.", True), ("He is well", False)]
    assert list(sentences([])) == []
    assert not next(sentences(["word " * 2000]))[1]
    assert list(sentences(["1. **Fever.**\n", "- Cough."])) == [("Fever.", True), ("Cough.", True)]


def test_a_complaint_told_more_closely_is_told_once() -> None:
    whole = told("60-year-old man with headache. It is a severe headache. No fever.")
    assert "presents with severe headache." in whole
    assert whole.count("headache") == 1


def test_what_is_sure_is_not_told_as_possible_as_well() -> None:
    whole = told("60-year-old man. He is confused. Possible altered mental status.")
    assert "Possible, not certain" not in whole


def test_of_each_value_the_latest_is_told_and_of_two_arms_both() -> None:
    whole = told("Cough. Temperature 38.9 C at home. Today temperature 39.4 C.")
    assert "39.4" in whole
    assert "38.9" not in whole
    assert {"188", "152"} <= set(re.findall(r"\d+", told("Chest pain. BP R arm 188/104, L arm 152/90.")))


def test_at_most_four_reasons_for_the_urgency() -> None:
    _, assessment = assessed("Cough.")
    ground = assessment.triage.grounds[0]
    grounds = tuple(ground.model_copy(update={"text": f"Reason {n}."}) for n in range(1, 7))
    whole = told("Cough.", triage=assessment.triage.model_copy(update={"grounds": grounds}))
    assert "reason 4." in whole
    assert "reason 5" not in whole


def test_brackets_close_and_a_category_stands_once() -> None:
    score = ScoreResult(id="x", name="X", value=3, category="positive (2 or 3 criteria)", source="-")
    same = ScoreResult(id="y", name="Y", value="CT indicated (high risk)", category="high risk", source="-")
    whole = told("Cough. Allergies: penicillin - anaphylaxis (age 6)", scores=(score, same))
    assert "X 3 (positive, 2 or 3 criteria)" in whole
    assert whole.count("high risk") == 1
    assert "Allergies: penicillin (anaphylaxis, age 6)." in whole


def test_units_of_scores_are_chinese_in_chinese() -> None:
    score = ScoreResult(
        id="x", name="X", name_zh="某评分", value=3, unit="points", category="high", category_zh="高风险", source="-"
    )
    assert "某评分 3 分（高风险）" in told("咳嗽。", "zh", scores=(score,))


def test_a_denial_is_told_only_where_no_can_stand_before_it() -> None:
    text = (
        "36F agitated, sweating, clonus. Did not take an overdose. No neck stiffness. SpO2 98% on air. On sertraline."
    )
    said = told(text)
    assert "no took" not in said
    assert "no drinks" not in said
    assert not re.search(r"\bno supplemental oxygen|or supplemental oxygen", said)


def test_a_drug_is_told_once() -> None:
    said = told("70M. Paracetamol 1 g qds for pain. Given paracetamol. Also paracetamol today. Cough.")
    assert said.lower().count("paracetamol") == 1


def test_a_converted_value_is_no_more_exact_than_it_was_measured() -> None:
    said = told("60M breathless. ABG pH 7.21, pO2 8.1 kPa, pCO2 6.4 kPa.")
    assert "60.8 mmHg (8.1 kPa)" in said
    assert "7.21 pH" not in said
    assert not re.search(r"\d\.\d{3}", said)
