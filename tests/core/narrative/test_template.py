from __future__ import annotations

import pytest

from core.assessment import Sentence
from core.case.model import Patient
from core.narrative import narrate
from core.narrative.outline import small
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


@pytest.mark.parametrize("label", ["ST depression", "D-dimer raised", "HbA1c", "fever"])
def test_labels_keep_the_capitals_they_need(label: str) -> None:
    assert small(label) == label


def test_sentences_come_whole() -> None:
    pieces = ["He takes 3.", "5 mg. He", " is", " well"]
    assert list(sentences(pieces)) == [("He takes 3.5 mg.", True), ("He is well", False)]
    assert list(sentences([])) == []
    assert not next(sentences(["word " * 2000]))[1]
    assert list(sentences(["1. **Fever.**\n", "- Cough."])) == [("Fever.", True), ("Cough.", True)]
