"""What is nearly too high denies nothing; and an infarction of the right ventricle as records say it."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read

FEVER, RIGHT_VENTRICLE = "HP:0001945", "BD:right-ventricular-infarction"


def _said(text: str, concept: str) -> str | None:
    findings = read(Case(id="x", text=text), default_knowledge()).findings
    return next((f.assertion for f in findings if f.concept == concept), None)


@pytest.mark.parametrize(
    ("text", "fever"),
    [("Temp 36.8", "absent"), ("T 37.3", "absent"), ("Temp 37.9", None), ("T 37.5 C", None), ("T 38.0", "present")],
)
def test_a_temperature_just_below_fever_leaves_it_open(text: str, fever: str | None) -> None:
    assert _said(text, FEVER) == fever


@pytest.mark.parametrize(
    "text",
    [
        "ECG: ST elevation in leads II, III, aVF and V4R.",
        "Inferior STEMI with RV involvement.",
        "Right-sided leads show ST elevation.",
        "心电图：II、III、aVF导联ST段抬高，V4R ST段抬高。",
        "下壁心梗累及右室。",
    ],
)
def test_the_right_ventricle_is_involved(text: str) -> None:
    assert _said(text, RIGHT_VENTRICLE) == "present"


def test_the_right_ventricle_is_not_involved() -> None:
    assert _said("Inferior STEMI, no RV involvement.", RIGHT_VENTRICLE) == "absent"
