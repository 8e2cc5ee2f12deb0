"""What makes a state of the patient present, and what of it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.pharmacy_lint import lint_pharmacy
from core.knowledge.pharmacy_patient import Condition
from tests.core.treatment.ward import pharmacy

_NAMES = {"en": ["x"], "zh": ["某"]}


def _problems(**said: Any) -> set[str]:
    made = pharmacy()
    plain = Condition.model_validate({"id": "plain", "names": _NAMES, "measured": {"analyte": "lactate", "from": 4}})
    both = Condition.model_validate({"id": "both", "names": _NAMES, "all_of": [["plain"]]})
    tried = Condition.model_validate({"id": "x", "names": _NAMES, **said})
    conditions = {**made.conditions, "plain": plain, "both": both, "x": tried}
    listed = (p.message for p in lint_pharmacy(made._replace(conditions=conditions), (), ()))
    return {message for message in listed if message.startswith("x: ")}


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({}, "x: nothing makes it present"),
        ({"all_of": [["nowhere"]]}, "x: no plain condition nowhere"),
        ({"all_of": [["plain"], ["both"]]}, "x: no plain condition both"),
    ],
)
def test_what_cannot_be_is_a_problem(said: dict[str, Any], problem: str) -> None:
    assert _problems(**said) == {problem}


def test_conditions_put_together_of_plain_ones() -> None:
    assert _problems(all_of=[["plain"], ["plain"]]) == set()
