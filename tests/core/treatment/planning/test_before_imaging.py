"""A pregnancy test before a test that irradiates the belly, and another test for who is pregnant."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.disease import Management
from core.treatment.planning.before_imaging import before_imaging
from tests.core.treatment.ward import ward

YOUNG = {"sex": "female", "age_years": 27}
FIRST = "pregnancy test first"


def step(text: str, kind: str = "test") -> Management:
    return Management.model_validate({"do": {"en": text, "zh": "做"}, "kind": kind, "basis": "expert-estimate"})


def said(knowledge: Knowledge, text: str, kind: str, patient: dict[str, Any]) -> str:
    """The note of a step, or nothing."""
    note = before_imaging(step(text, kind), ward(knowledge, patient=patient))
    return note.en if note else ""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.mark.parametrize(
    ("text", "kind", "patient", "asked"),
    [
        ("Confirm the stone by low-dose CT (ultrasound in pregnancy).", "test", YOUNG, True),
        ("CTPA, or scintigraphy with a clear chest film", "test", YOUNG, True),
        ("CT abdomen before surgery", "procedure", {"sex": "female"}, True),
        ("CT abdomen after a pregnancy test", "test", YOUNG, False),
        ("CT of the head at once", "immediate", YOUNG, False),
        ("Ultrasound", "test", YOUNG, False),
        ("CT abdomen", "advice", YOUNG, False),
        ("CT abdomen", "test", {**YOUNG, "pregnant": False}, False),
        ("CT abdomen", "test", {**YOUNG, "pregnant": True}, False),
        ("CT abdomen", "test", {"sex": "female", "age_years": 64}, False),
        ("CT abdomen", "test", {"sex": "male", "age_years": 27}, False),
    ],
)
def test_who_is_asked_first(knowledge: Knowledge, text: str, kind: str, patient: dict[str, Any], asked: bool) -> None:
    assert (FIRST in said(knowledge, text, kind, patient)) is asked


@pytest.mark.parametrize(
    ("text", "patient", "note"),
    [
        ("CT abdomen", {**YOUNG, "pregnant": True}, "ultrasound or MRI instead"),
        ("CTPA at once", {"pregnant": True}, "ultrasound or MRI instead"),
        ("CT abdomen (ultrasound in pregnancy)", {**YOUNG, "pregnant": True}, ""),
        ("CT of the head", {**YOUNG, "pregnant": True}, ""),
        ("TSH receptor antibody, else uptake scan", {**YOUNG, "pregnant": True}, "No radioactive iodine"),
        ("TSH receptor antibody, else uptake scan", {**YOUNG, "lactating": True}, "No radioactive iodine"),
        ("TSH receptor antibody, else uptake scan", {"sex": "male", "age_years": 30}, ""),
        ("Ultrasound", {**YOUNG, "pregnant": True}, ""),
    ],
)
def test_who_is_pregnant_or_feeds_is_spared_the_rays(
    knowledge: Knowledge, text: str, patient: dict[str, Any], note: str
) -> None:
    found = said(knowledge, text, "test", patient)
    assert (note in found) if note else not found
