"""Next steps as a clinician's trial wanted them: confirming tests stand, and nothing absurd or dangerous is offered."""

from __future__ import annotations

import re

import pytest

from core.assess import assess
from core.case.model import Case
from core.diagnosis.model import NextStep

PREGNANT = "24F pregnant 7 weeks, hCG positive, one-sided pelvic pain, shoulder tip pain, fainted, BP 80/50"
SEPTIC_CHILD = "4-year-old fever 39.5, spreading purpura, drowsy, BP 78/40, capillary refill 4 s, neck stiffness"


def steps(text: str) -> tuple[NextStep, ...]:
    return assess(Case(id="trial", text=text)).next_steps


def labels(text: str) -> str:
    return " | ".join(step.label for step in steps(text))


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("60M sudden tearing chest pain to the back, new diastolic murmur", "CT angiography of the aorta"),
        (
            "50F suddenly breathless, pleuritic chest pain, swollen left leg, SpO2 88%, HR 125",
            "CT pulmonary angiography",
        ),
        ("80F on digoxin. yellow vision, nausea, K 5.9, HR 46, digoxin level 4.1", "12-lead ECG"),
        ("24F pregnant 7 weeks, hCG positive, one-sided pelvic pain, shoulder tip pain, fainted", "full blood count"),
    ],
)
def test_a_confirming_test_stands_whatever_it_changes(text: str, test: str) -> None:
    assert test in labels(text)


@pytest.mark.parametrize("text", ["pt unwell", "60-year-old man, chest pain and fever since yesterday"])
def test_vital_signs_come_first_in_a_thin_record(text: str) -> None:
    assert steps(text)[0].label == "vital signs"


def test_an_ecg_is_among_the_first_steps_of_chest_pain() -> None:
    assert "12-lead ECG" in labels("60-year-old man, chest pain and fever since yesterday")


@pytest.mark.parametrize("text", ["pt unwell", "60M chest pain and fever", "on warfarin, INR 8.5, no bleeding"])
def test_no_question_about_what_nobody_complains_of(text: str) -> None:
    assert "ankle" not in labels(text)


def test_a_small_child_is_not_asked_for_what_it_cannot_tell() -> None:
    assert "headache" not in labels("3-year-old fever 39, vomiting, drowsy")


def test_what_the_record_gives_is_not_asked_for() -> None:
    assert "pregnancy test" not in labels(PREGNANT)
    assert "pregnant" not in labels(PREGNANT)


def test_no_lumbar_puncture_in_shock_with_purpura() -> None:
    assert "lumbar puncture" not in labels(SEPTIC_CHILD)
    assert "lumbar puncture" in labels("20M fever, neck stiffness, headache, photophobia")


def test_no_film_before_a_tension_pneumothorax_is_relieved() -> None:
    assert "chest X-ray" not in labels("45M shock, deviated trachea, BP 70/40, absent breath sounds on the right")


@pytest.mark.parametrize(
    "text", ["60M chest pain and fever", "25F burning urine and frequency since yesterday", PREGNANT]
)
def test_no_answer_is_named_that_moves_no_figure(text: str) -> None:
    moves = [move for step in steps(text) for move in re.findall(r"(\S+%) → (\S+%)", step.would_change)]
    assert moves
    assert all(before != after for before, after in moves)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        # What is written, in whatever form.
        ("50F tired, wt los 6 kg, pigmented palms, craves salt, BP 88/50, Na 122, K 6.1", "lost weight"),
        (
            "70M. Sudden L arm weakness and slurred speech for 40 min, then full recovery",
            "go away completely",
        ),
        ("30F rash, mouth ulcers, skin peeling, fever. Commenced lamotrigine 3/52 ago", "new medicine"),
        ("82F on digoxin. Nausea, yellow vision, HR 40. Dig level 3.6", "blood level"),
        ("25F lower abdominal pain, preg tst neg, vaginal discharge", "pregnancy test"),
        ("2-year-old, fever since yesterday, red spots on hands, feet and mouth", "five days"),
        # What nobody can be asked, or nobody does.
        ("59M intubated and ventilated, FiO2 0.6, fever, bilateral infiltrates, noradrenaline", "cough"),
        ("59M GCS 5, fever, neck stiffness, HR 120", "headache"),
        ("5-month-old boy, cough, wheeze, crackles", "smoke"),
        ("3-year-old, blisters on palms and soles, mouth ulcers, fever", "syphilis"),
        ("3-year-old boy, wheeze and cough with colds", "peak expiratory"),
    ],
)
def test_nobody_is_asked_what_is_written_or_cannot_be_answered(text: str, asked: str) -> None:
    assert asked not in labels(text)


def test_what_is_not_written_is_still_asked() -> None:
    assert "cough" in labels("60-year-old man, fever and chest pain since yesterday")
    assert any(step.label.endswith("?") for step in steps("45M cough and fever for 3 days"))
