"""Kinds of lines that a first user found read wrongly, each in several wordings; drugs, ages and vital signs by age."""

from __future__ import annotations

import pytest

from core.knowledge.base import default_knowledge
from tests.core.language.said import lines, says
from tests.core.language.shipped import reading

TACHYPNOEA, TACHYCARDIA = "severe tachypnoea", "tachycardia"


@pytest.mark.parametrize(("text", "statements"), lines("desk_kinds_lines.txt"))
def test_a_line_says_what_is_in_it(text: str, statements: list[str]) -> None:
    found = reading(text)
    assert [s for s in statements if not says(found, s)] == []


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("Agitated after stopping carbimazole 2 weeks ago.", "carbimazole"),
        ("Came off sertraline last week.", "sertraline"),
        ("Off prednisolone since Monday.", "prednisolone"),
        ("Having discontinued warfarin in June.", "warfarin"),
        ("Stopped lithium last month.", "lithium"),
        ("Relapsed on stopping olanzapine.", "olanzapine"),
    ],
)
def test_a_drug_that_was_stopped_is_not_taken(text: str, drug: str) -> None:
    assert [(m.drug, m.status) for m in reading(text).medications] == [(drug, "stopped")]


@pytest.mark.parametrize("text", ["Weaning off prednisolone 10 mg.", "Stopping smoking; takes prednisolone 5 mg."])
def test_one_that_is_still_taken_is(text: str) -> None:
    assert [(m.drug, m.status) for m in reading(text).medications] == [("prednisolone", "current")]


@pytest.mark.parametrize(
    ("text", "intervals"),
    [
        ("Meds: simvastatin 40 mg qn, zopiclone 7.5 mg qn", ["qn", "qn"]),
        ("目前用药：辛伐他汀40mg qn。", ["qn"]),
        ("阿司匹林100mg qd，奥美拉唑20mg bid。", ["qd", "bid"]),
        ("布洛芬0.2g prn，呋塞米20mg st。", ["prn", "st"]),
        ("氨氯地平5mg每晚一次，阿托伐他汀20mg 每晚。", ["每晚一次", "每晚"]),
        ("二甲双胍0.5g tid，阿托伐他汀20mg hs。", ["tid", "hs"]),
    ],
)
def test_how_often_a_drug_is_taken(text: str, intervals: list[str]) -> None:
    assert [m.interval for m in reading(text).medications] == intervals


@pytest.mark.parametrize(
    "text",
    [
        "Chest pain. 40 year old man, 65 years old.",
        "72-year-old woman with cough. 27 years old.",
        "30 yo M, now 45 years old, short of breath.",
        "A 6 year old boy with fever; 9 years old.",
        "55F, 35 years old.",
    ],
)
def test_two_ages_of_one_patient_are_a_contradiction(text: str) -> None:
    assert "age" in [c.about for c in reading(text).conflicts]


@pytest.mark.parametrize(
    "text",
    [
        "52 year old woman. Menopause at 48 years old, smoked from 15 years old.",
        "30F. Her son, 4 years old, is well.",
        "A 7 year old boy. 8 years old, weighs 24 kg.",
        "45M. First fit when he was 12 years old.",
        "60M, heart attack when 40 years old.",
    ],
)
def test_an_age_of_somebody_else_or_of_then_is_none(text: str) -> None:
    assert "age" not in [c.about for c in reading(text).conflicts]


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ('Text: "dont tell mum" 17 y/o girl, 50kg.', 17, "female"),
        ("pt 64 black female c/o swollen lips", 64, "female"),
        ("71 frail man, short of breath", 71, "male"),
        ("Pt 45 yo obese woman with cough", 45, "female"),
        ("Seen at home: 82 y elderly lady, fell", 82, "female"),
    ],
)
def test_who_it_is(text: str, age: float, sex: str) -> None:
    patient = reading(text).patient
    assert (patient.age_years, patient.sex) == (age, sex)


@pytest.mark.parametrize(
    ("text", "label", "assertion"),
    [
        ("7 month old boy. RR 64.", TACHYPNOEA, "present"),
        ("3 month old girl. RR 66.", TACHYPNOEA, "present"),
        ("18 month old boy. RR 62.", TACHYPNOEA, "present"),
        ("7 month old boy. RR 52.", "tachypnoea", "present"),
        ("7 month old boy. RR 40.", "tachypnoea", "absent"),
        ("8 month old girl. HR 168.", TACHYCARDIA, "present"),
        ("8 month old girl. HR 150.", TACHYCARDIA, "absent"),
        ("10 day old boy. HR 168.", TACHYCARDIA, "absent"),
        ("30M. RR 64.", TACHYPNOEA, "present"),
    ],
)
def test_rates_are_judged_by_age(text: str, label: str, assertion: str) -> None:
    found = {f.label: f.assertion for f in reading(text).findings}
    assert found[label] == assertion


def test_purple_spots_of_the_legs_are_a_rash_that_does_not_fade() -> None:
    knowledge = default_knowledge()
    spots = next(f for f in reading("Purple spots on legs since an hour.").findings if "purple" in f.label)
    above = {knowledge.label(term).en for term in knowledge.ancestors(spots.concept or "")}
    assert "rash that does not fade under a glass" in above
