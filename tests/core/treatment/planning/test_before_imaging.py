"""A pregnancy test before a test that irradiates the belly."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.schema import Management
from core.treatment.planning.before_imaging import pregnancy_test_first
from tests.core.treatment.ward import ward

YOUNG = {"sex": "female", "age_years": 27}


def step(text: str, kind: str = "test") -> Management:
    return Management.model_validate({"do": {"en": text, "zh": "做"}, "kind": kind, "basis": "expert-estimate"})


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
    assert bool(pregnancy_test_first(step(text, kind), ward(knowledge, patient=patient))) is asked
