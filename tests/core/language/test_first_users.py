"""What the first users tripped over: allergies, ages and denials as notes really write them."""

from __future__ import annotations

import pytest

from core.case.readers import read_text
from core.knowledge.base import default_knowledge
from core.language import read


@pytest.mark.parametrize(
    ("note", "status", "substances"),
    [
        ("过敏：青霉素（皮疹）。", "listed", ["青霉素"]),
        ("过敏史：青霉素、磺胺。无食物过敏。", "listed", ["青霉素", "磺胺"]),
        ("青霉素过敏。", "listed", ["青霉素"]),
        ("对青霉素过敏，磺胺过敏", "listed", ["青霉素", "磺胺"]),
        ("否认药物及食物过敏史。", "none-known", []),
        ("过敏史：无", "none-known", []),
        ("过敏史：不详", "unknown", []),
        ("过敏性鼻炎病史", "unknown", []),
    ],
)
def test_stated_allergies(note: str, status: str, substances: list[str]) -> None:
    found = read(read_text(note), default_knowledge()).allergies
    assert found.status == status
    assert [item.substance for item in found.items] == substances
    for item in found.items:
        assert note[item.start : item.end] == item.substance


def test_names_run_together_share_their_denial() -> None:
    found = read(read_text("无尿频尿急尿痛，右下腹痛"), default_knowledge()).findings
    assert {f.label_zh: f.assertion for f in found}["右下腹痛"] == "present"
    assert all(f.assertion == "absent" for f in found if "尿" in (f.label_zh or ""))
    assert not any(f.concept == "HP:0100519" for f in found)


def test_what_an_allergy_once_did_is_no_finding_of_today() -> None:
    found = read(read_text("Allergic: aspirin (angioedema). Has chest pain."), default_knowledge())
    assert found.allergies.status == "listed"
    assert [f.label for f in found.findings] == ["chest pain"]


@pytest.mark.parametrize(
    ("note", "age", "sex"),
    [
        ("58M. 2h central crushing CP", 58, "male"),
        ("14 mo girl. Fever", 1.167, "female"),
        ("Male, 76 yrs", 76, "male"),
        ("22-year-old woman, 6 weeks pregnant", 22, "female"),
    ],
)
def test_age_and_sex_as_triage_notes_write_them(note: str, age: float, sex: str) -> None:
    found = read(read_text(note), default_knowledge())
    assert found.patient.age_years == pytest.approx(age, abs=0.01)
    assert found.patient.sex == sex
    assert found.conflicts == ()
