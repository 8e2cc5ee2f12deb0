"""Where a list of allergies ends, and substances that are told outside any list."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.allergen_list import list_end


@pytest.mark.parametrize(
    ("text", "substances", "drugs"),
    [
        ("Allergies: penicillin\nOn warfarin 3 mg. Chest pain.", ["penicillin"], ["warfarin"]),
        ("Allergies: latex.\nTakes apixaban 5 mg bd.", ["latex"], ["apixaban"]),
        ("ALLERGIES\nPenicillin - rash\nNSAIDs - wheeze\nOn apixaban 5 mg bd.", ["Penicillin", "NSAIDs"], ["apixaban"]),
        ("Allergy: vancomycin (red man). On methadone 90 mg, QTc 498.", ["vancomycin"], ["methadone"]),
        ("Allergies: Penicillin (rash). Codeine (nausea). Latex.", ["Penicillin", "Codeine", "Latex"], []),
        ("Allergies: penicillin\nSulfa\nLatex\nVitals: BP 120/80", ["penicillin", "Sulfa", "Latex"], []),
        ("Allergies:\n- Penicillin\n- Bee stings\n\nMeds: metformin", ["Penicillin", "Bee stings"], ["metformin"]),
        ("Allergies: Amoxicillin. Reaction: rash. Smokes 10/day.", ["Amoxicillin"], []),
        ("Pneumonia. Penicillin - anaphylaxis. Fever 39.", ["Penicillin"], []),
        ("Mastitis. Penicillin anaphylaxis.", ["Penicillin"], []),
        ("Sore throat. PenV allergic", ["PenV"], []),
        ("NB penicillin allergic", ["penicillin"], []),
        ("Severe reaction to penicillin as a child. Cough.", ["penicillin"], []),
        ("Anaphylaxis to ceftriaxone in 2010.", ["ceftriaxone"], []),
        ("Ciprofloxacin: hives.", ["Ciprofloxacin"], []),
        ("Wristband: penicillin rash.", ["penicillin"], []),
        ("Mother reports penicillin allergy.", ["penicillin"], []),
    ],
)
def test_a_list_holds_its_substances_and_nothing_of_the_story(
    text: str, substances: list[str], drugs: list[str]
) -> None:
    reading = read(Case(id="case", text=text), default_knowledge())
    assert [item.substance for item in reading.allergies.items] == substances
    assert [m.drug for m in reading.medications] == drugs


@pytest.mark.parametrize(
    "text",
    [
        "60M. Allergy: aspirin. Central chest pain, BP 80/40, HR 130.",
        "60M. Allergies: none known, BP 80/40, HR 130, GCS 9.",
        "Anaphylaxis to peanut, BP 80/40, wheeze.",
    ],
)
def test_vital_signs_behind_a_list_are_read(text: str) -> None:
    reading = read(Case(id="case", text=text), default_knowledge())
    assert any(f.label == "hypotension" and f.assertion == "present" for f in reading.findings)
    assert not any("BP" in item.substance for item in reading.allergies.items)


@pytest.mark.parametrize(
    "text",
    [
        "Pupils equal, normal reaction to light.",
        "An adjustment reaction to bereavement.",
        "No reaction to penicillin.",
        "His sister: penicillin anaphylaxis.",
        "Two sons well; the younger one has asthma and peanut allergy.",
    ],
)
def test_a_reaction_to_anything_else_is_no_allergy(text: str) -> None:
    assert read(Case(id="case", text=text), default_knowledge()).allergies.status == "unknown"


def test_what_stands_in_brackets_is_not_cut() -> None:
    text = "codeine (nausea, drowsy. Mild), latex. Lives alone."
    assert text[: list_end(text, 0, len(text))] == "codeine (nausea, drowsy. Mild), latex."
