"""Kinds of text that were once read wrongly, where more than a finding's assertion is at stake."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import extract
from core.language.sections import split_sections
from core.language.sentences import split_sentences
from tests.core.language.shipped import findings, reading


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("VKORC1 A/A, CYP2C9 *1/*3.", [("VKORC1", "A/A"), ("CYP2C9", "*1/*3")]),
        ("VKORC1 genotype: G/A", [("VKORC1", "G/A")]),
        ("VKORC1 AG; warfarin 3 mg", [("VKORC1", "AG")]),
        ("CYP2D6 *1/*4x2", [("CYP2D6", "*1/*4x2")]),
        ("CYP2D6 *2x3/*41", [("CYP2D6", "*2x3/*41")]),
        ("CYP2D6 *1xN/*2A", [("CYP2D6", "*1xN/*2A")]),
        ("CYP2C19 A/A", []),  # a gene of many variants: bases alone say nothing
        ("VKORC1 not tested.", []),
    ],
)
def test_genotypes_in_bare_bases_and_copies(text: str, results: list[tuple[str, str]]) -> None:
    assert [(g.gene, g.result) for g in reading(text).genotypes] == results


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ("陈子涵,女,5岁2个月", 5.167, "female"),  # a name with 子 in it is no son
        ("王子明，男，6岁，发热2天。", 6, "male"),
        ("李子轩，男，8个月，咳嗽3天。", 0.667, "male"),
        ("患者李明，男，3岁5个月，发热2天。", 3.417, "male"),
        ("张妹，女，61岁，胸痛1小时。", 61, "female"),
        ("其子3岁体健。患者，女，30岁。", 30, "female"),
        ("We had our baby nine days ago.", None, "unknown"),  # the child is not the patient
        ("We had our daughter two weeks ago and I feel low.", None, "unknown"),
    ],
)
def test_who_the_patient_is(text: str, age: float | None, sex: str) -> None:
    patient = reading(text).patient
    assert (patient.age_years, patient.sex) == (age, sex)


@pytest.mark.parametrize(
    "text",
    [
        "Male patient. She has been unwell.",
        "54-year-old man with cough. She smokes 20 a day.",
        "Sex: female. He has had a fever for two days.",
        "Gender: female. This gentleman presents with chest pain.",
        "72-year-old man. Mrs Smith, 72, presents with falls.",
    ],
)
def test_two_sexes_are_a_contradiction(text: str) -> None:
    assert [c.about for c in reading(text).conflicts] == ["sex"]


@pytest.mark.parametrize(
    "text",
    [
        "54-year-old man with cough. She smokes. Her mother died.",  # somebody else is spoken of
        "54-year-old man. His wife called. She is worried.",
        "54-year-old man with cough. He smokes.",
        "Male patient seen by the nurse. She took bloods.",
    ],
)
def test_a_pronoun_of_somebody_else_is_none(text: str) -> None:
    assert reading(text).conflicts == ()


@pytest.mark.parametrize(
    "text",
    ["Na 128. K 4.0. Na 142.", "Hb 72 g/L, MCV 80. Hb 121 g/L.", "Creatinine 90, urea 5, creatinine 310.",
     "BP 120/80, HR 70, BP 90/50.", "Weight 70 kg. Height 170 cm. Weight 92 kg."],
)  # fmt: skip
def test_a_value_stated_twice_is_a_contradiction(text: str) -> None:
    assert reading(text).conflicts


@pytest.mark.parametrize("text", ["Serum estradiol was low.", "Testosterone 8.1 nmol/L.", "Adrenaline level raised.",
                                  "Progesterone: 35 nmol/L", "Plasma noradrenaline 5.2 nmol/L."])  # fmt: skip
def test_what_a_laboratory_measures_is_no_drug(text: str) -> None:
    assert reading(text).medications == ()


@pytest.mark.parametrize("text", ["Estradiol 2 mg daily.", "Testosterone 250 mg IM.", "Progesterone 200 mg nocte.",
                                  "Takes estradiol.", "Estradiol patch 50 mcg."])  # fmt: skip
def test_what_is_taken_is_one(text: str) -> None:
    assert len(reading(text).medications) == 1


def test_an_operation_to_come_is_not_had_whatever_it_stands_for() -> None:
    assert findings("Plan: splenectomy.")["asplenia"].assertion == "hypothetical"
    assert findings("Splenectomy in 2010.")["asplenia"].assertion == "present"


def test_a_differential_is_over_with_its_line_or_its_list() -> None:
    kinds = [s.kind for s in split_sections("Differential: PE, pneumonia. Started heparin.\nPlan: CTPA")]
    assert kinds == ["differential", "other", "plan"]
    found = findings("Differential diagnosis:\n1. Pneumonia\n2. Tuberculosis\n\nHe has a cough.")
    assert found["Pneumonia"].assertion == "possible"
    assert found["cough"].assertion == "present"
    assert split_sections("Labs: WBC 12.\nDifferential: 80% neutrophils, no bands.")[-1].kind == "results"


def test_a_question_ends_with_its_answer() -> None:
    assert split_sentences("Asthma? Yes. Fever? No") == [(0, 12), (13, 22)]
    assert len(split_sentences("Any pain? He has none at all now.")) == 2


def test_what_nobody_knows_is_neither_for_nor_against() -> None:
    text = "Thrombophilia not known."
    assert findings(text)["thrombophilia"].assertion == "hypothetical"
    (one,) = extract(Case(id="x", text=text), default_knowledge(), [(0, 13)])
    assert one.assertion == "hypothetical"
    assert findings("The cause of the seizure is unknown.")["seizure"].assertion == "present"


def test_a_limit_in_a_name_must_stand_in_the_text() -> None:
    assert findings("Lactate 4")["lactate over 4"].assertion == "absent"  # by its value
    assert "lactate over 4" in findings("Lactate > 4")
