"""What is said twice, differently, and what only looks so."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import read


def about(text: str, knowledge: Knowledge) -> list[str]:
    return [c.about for c in read(Case(id="case", text=text, lang="en"), knowledge).conflicts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 54-year-old man with cough. The 68-year-old man has fever.", ["age"]),
        ("A 54-year-old man with cough. 54F, smoker.", ["sex"]),
        ("Exam: HR 70, SpO2 98%. HR 112.", ["heart rate"]),
        ("He has chest pain. He denies chest pain.", ["chest pain"]),
        ("Troponin negative at 1.2 ng/mL.", ["troponin"]),
        ("Troponin 1.2 ng/mL (normal).", ["troponin"]),
        ("NKDA. Allergic to penicillin.", ["allergies"]),
    ],
)
def test_contradictions(text: str, expected: list[str], knowledge: Knowledge) -> None:
    assert about(text, knowledge) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 54-year-old man, appendicectomy aged 12.",
        "A 34-year-old woman had a 9-year-old boy with her.",
        "54M. A 7 F sheath was placed.",
        "HR 112 on arrival. HR 70 after fluids.",
        "Exam: HR 112, then 70.",
        "BP 120/80 lying, 100/60 standing",
        "He had chest pain yesterday. He denies chest pain now.",
        "No fever at home. Fever since this morning.",
        "No cough on exertion. Cough.",
        "No left flank tenderness. Right flank tenderness.",
        "Troponin 1.2 ng/mL (normal 0-0.04).",
        "Troponin 1.2 ng/mL, normal ECG.",
        "Father has a cough. No cough.",
        "History of cough. No cough.",
    ],
)
def test_what_time_place_or_somebody_else_explains(text: str, knowledge: Knowledge) -> None:
    assert about(text, knowledge) == []


def test_each_side_is_shown(knowledge: Knowledge) -> None:
    text = "He has chest pain. He denies chest pain."
    (conflict,) = read(Case(id="case", text=text), knowledge).conflicts
    assert [text[s:e] for s, e in conflict.spans] == ["chest pain", "chest pain"]
    assert conflict.spans[0] != conflict.spans[1]
