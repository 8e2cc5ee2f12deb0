"""Relatives and friends who are called by name, and what is told of them."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.company import company_of


def said_of(text: str) -> dict[str, str]:
    reading = read(Case(id="company", text=text), default_knowledge())
    return {finding.label: finding.experiencer for finding in reading.findings}


@pytest.mark.parametrize(
    ("text", "label", "whose"),
    [
        ("Mrs Achebe, 82, was found by her daughter Grace. Grace has asthma. She has a cough.", "asthma", "family"),
        ("Mrs Achebe, 82, was found by her daughter Grace. Grace has asthma. She has a cough.", "cough", "patient"),
        ("54M with chest pain. His wife Jane called 999. Jane has diabetes; he smokes.", "diabetes", "other"),
        ("Mr Smith, 60, has a cough. Mark (his son) told us. Mark also had asthma.", "asthma", "family"),
    ],
)
def test_what_is_told_of_one_who_is_named_is_not_the_patients(text: str, label: str, whose: str) -> None:
    assert said_of(text)[label] == whose


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meyer, 34, brings her daughter Grace because of fever. Grace has asthma.",
        "Mrs Meyer, 34, phones: her daughter Grace, 6, is ill. Grace has asthma.",
        "Seen with Mrs Meyer (34). Her daughter Grace presents with fever. Grace has asthma.",
        "My daughter Grace is 6 years old and has a fever. Grace has asthma.",
    ],
)
def test_who_is_brought_or_presents_is_the_patient(text: str) -> None:
    assert said_of(text)["asthma"] == "patient"


def test_who_reports_is_told_nothing_of() -> None:
    text = "Mrs Achebe, 82, lives with her daughter Grace. Grace says she has a fever."
    assert said_of(text)["fever"] == "patient"


def test_nobody_is_named_where_no_patient_was_introduced() -> None:
    assert company_of("Her daughter Grace. Grace has asthma.", frozenset()).named == frozenset()
