"""Records that contradict themselves, and others that only seem to."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read


def about(text: str) -> set[str]:
    return {conflict.about for conflict in read(Case(id="x", text=text), default_knowledge()).conflicts}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("He has never smoked. Smokes 20 cigarettes a day.", "smoker"),
        ("Non-smoker. Smokes 10 a day.", "smoker"),
        ("Denies alcohol. Drinks 40 units of alcohol a week.", "heavy alcohol use"),
        ("Denies alcohol. Drinks a bottle of vodka a day.", "heavy alcohol use"),
        ("Right-sided hemiparesis. Impression: left hemiparesis.", "weakness of one side of the body"),
        ("A 50-year-old man, 20 weeks pregnant, with cough.", "pregnancy"),
        ("A 60-year-old man. LMP two weeks ago.", "sex"),
        ("Post-menopausal. She is 12 weeks pregnant.", "pregnancy"),
        ("Medications: none. Takes warfarin 5 mg daily.", "medications"),
        ("Allergic to amoxicillin (rash). Currently taking amoxicillin.", "allergies"),
        ("Penicillin allergy. On amoxicillin 500 mg TDS.", "allergies"),
        ("NKDA. Allergic to trimethoprim.", "allergies"),
        ("Chest pain for two hours. ROS: denies chest pain.", "chest pain"),
        ("Headache for three days. No headache.", "headache"),
        ("Cough since Monday. Denies cough.", "cough"),
        ("Vomiting for 6 hours. ROS: no vomiting.", "vomiting"),
        ("Na 128, K 4.2, Na 141.", "sodium"),
        ("A 34-year-old woman presents with headache. Assessment: this 62-year-old woman has migraine.", "age"),
    ],
)
def test_a_contradiction_is_told(text: str, what: str) -> None:
    found = about(text)
    assert what in found or (what == "chest pain" and any("chest pain" in label for label in found))


@pytest.mark.parametrize(
    "text",
    [
        "Never smoked. His father smoked 20 a day.",
        "Ex-smoker, smoked 20 a day. Non-smoker.",
        "Denies alcohol now. Used to drink 40 units a week.",
        "Right hemiparesis in 2019. Now left hemiparesis.",
        "Pain in both flanks. Right flank pain. Left flank pain.",
        "Left ankle fracture in 2010. Right ankle fracture.",
        "A 50-year-old man whose wife is 20 weeks pregnant.",
        "Boy born at 38 weeks gestation.",
        "Takes no regular medicines. Takes ibuprofen when needed.",
        "Allergic to latex. Takes ramipril.",
        "Allergic to penicillin. Amoxicillin was avoided; doxycycline started.",
        "Had chest pain for two hours. No chest pain since.",
        "Headache for three days. No headache today.",
        "No chest pain radiating to the arm. Chest pain for two days.",
        "Na 128 on admission, 141 on day 3.",
        "BP 150/90 lying, 120/70 standing.",
        "A 34-year-old woman presents with headache. Her 62-year-old mother has migraine.",
        "Denies chest pain at rest. Chest pain on exertion.",
    ],
)
def test_what_can_be_true_at_once_is_none(text: str) -> None:
    assert about(text) == set()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Five-month-old with cough. Two-year-old brother has a cold.", 0.417),
        ("Her two-year-old brother has a cold. Five-month-old girl with wheeze.", 0.417),
        ("Baby of five months; 3-year-old sister with chickenpox.", 0.417),
        ("His 70-year-old mother has asthma. He is 40.", 40),
        ("Her 2-year-old son has chickenpox. She is 31.", 31),
        ("My 2-year-old son has a cough.", 2),
        ("A 34-year-old mother of two with a cough.", 34),
        ("A man of 54 with chest pain.", 54),
    ],
)
def test_the_age_of_a_relative_is_not_the_patients(text: str, years: float) -> None:
    assert read(Case(id="x", text=text), default_knowledge()).patient.age_years == years


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("CRT 4 s, 14 kg.", 14),
        ("Alert, HR 140, 14 kg.", 14),
        ("T 39.1, 9.5 kg, HR 170.", 9.5),
        ("Obs: HR 150, RR 50, 7.2 kg.", 7.2),
        ("GCS 15. 22 kg. Alert.", 22),
        ("BP 130/80, weight loss of 10 kg.", None),
        ("BP 130/80, lost weight, 10 kg.", None),
        ("HR 80, can lift, 20 kg.", None),
    ],
)
def test_a_weight_alone_beside_a_value(text: str, weight: float | None) -> None:
    assert read(Case(id="x", text=text), default_knowledge()).patient.weight_kg == weight


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Has MS. Smokes.", 2),
        ("Known CF. On creon.", 2),
        ("Seen by Dr. Smith. Smokes.", 2),
        ("Married to Ms. Jones. Smokes.", 2),
        ("SEEN BY DR. SMITH. SMOKES.", 2),
    ],
)
def test_capitals_before_a_full_stop_end_a_sentence(text: str, sentences: int) -> None:
    assert len(read(Case(id="x", text=text), default_knowledge()).sentences) == sentences
