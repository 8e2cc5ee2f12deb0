"""A laboratory's reference range beside a value: no second value, and no veil over what follows."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read


def values(text: str) -> list[tuple[str, float]]:
    """The analytes and their values in the order of the text."""
    reading = read(Case(id="ranges", text=text), default_knowledge())
    return [(m.analyte, m.value) for m in reading.measurements]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Test | Result | Reference\nSodium | 126 mmol/L | 135-145", [("sodium", 126)]),
        ("Sodium  126 mmol/L  135-145", [("sodium", 126)]),
        ("Potassium | 6.9 | 3.5-5.1", [("potassium", 6.9)]),
        ("CRP\t212 mg/L\t0-5", [("crp", 212)]),
        ("Hb | 61 g/L | 120-155\nMCV | 71 fL | 80-100", [("haemoglobin", 61), ("mcv", 71)]),
        ("Sodium  126  128  131", [("sodium", 126), ("sodium", 128), ("sodium", 131)]),
        ("RR  18-20  22-24", [("respiratory-rate", 19), ("respiratory-rate", 23)]),
    ],
)
def test_a_range_in_the_next_column_is_no_value(text: str, wanted: list[tuple[str, float]]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Albumin 33 g/L (reference 35–50), INR 1.4", ["albumin", "inr"]),
        ("Bilirubin 80 (reference below 21), albumin 30 g/L, INR 1.4", ["bilirubin", "albumin", "inr"]),
        ("ALT 412 (ref <40), AST 388 (ref <35)", ["alt", "ast"]),
        ("Lactate 5.1 (limit 2), glucose 9 mmol/L", ["lactate", "glucose"]),
        ("Troponin 88 ng/L (cut-off 14), CK 300", ["troponin", "creatine-kinase"]),
    ],
)
def test_what_follows_a_range_in_brackets_is_read(text: str, wanted: list[str]) -> None:
    found = [analyte for analyte, _ in values(text)]
    assert len(found) == len(wanted)
    assert all(name in analyte for name, analyte in zip(wanted, found, strict=True))


def test_a_goal_is_no_value() -> None:
    assert values("INR target 2.5. Keep potassium above 4.0 mmol/L.") == []


@pytest.mark.parametrize("text", ["Chest pain 2h.", "Abdo pain 5d, vomiting.", "Pain 3w.", "Chest pain 2 hours."])
def test_how_long_it_has_hurt_is_no_pain_score(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["Creatinine 120 (from 2019)", "Creatinine 120 in 2019", "Creatinine 120, previously 2019"]
)
def test_a_year_beside_a_value_is_no_second_one(text: str) -> None:
    assert values(text) == [("creatinine", 120)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Creatinine of 2.31 mg/dL from normal baseline.", "recent"),
        ("Creatinine 210, up from a baseline of 90.", "recent"),
        ("Creatinine 180, above her usual.", "recent"),
        ("Creatinine 180 at baseline.", "historical"),
    ],
)
def test_what_is_compared_with_the_past_is_of_now(text: str, time: str) -> None:
    reading = read(Case(id="ranges", text=text), default_knowledge())
    assert [f.temporality for f in reading.findings if f.label == "raised creatinine"] == [time]
