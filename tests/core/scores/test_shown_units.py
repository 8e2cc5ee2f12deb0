"""A score's inputs, and its answer where that is one of them put right, in the units that were asked for."""

from __future__ import annotations

import pytest

from core.case.readers import read_text
from core.knowledge.base import default_knowledge
from core.language import read
from core.scores import CALCULATORS, compute
from core.scores.model import ScoreResult
from core.scores.shown_units import _ANSWERS_LIKE, in_units
from core.units.conventions import Units
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge
NOTE = "Calcium 2.1 mmol/L, albumin 30 g/L. Total cholesterol 6.2, HDL 1.1, triglycerides 1.8 mmol/L. Na 140, K 4."


def shown(key: str, units: Units) -> ScoreResult:
    case, knowledge = read_text(NOTE), default_knowledge()
    result = compute(CALCULATORS[key], read(case, knowledge), knowledge, text=case.text)
    return in_units(result, CALCULATORS[key], knowledge, units)


def test_the_record_comes_back_in_its_own_units() -> None:
    si, us = shown("corrected-calcium", "si"), shown("corrected-calcium", "us")
    assert [(i.value, i.unit) for i in si.inputs] == [(2.1, "mmol/L"), (30.0, "g/L")]
    assert (si.value, si.unit) == (2.3, "mmol/L")
    assert [(i.value, i.unit) for i in us.inputs] == [(8.42, "mg/dL"), (3.0, "g/dL")]
    assert (us.value, us.unit) == (9.22, "mg/dL")


def test_a_fat_is_converted_as_a_fat() -> None:
    assert shown("ldl-friedewald", "si").value == pytest.approx(6.2 - 1.1 - 1.8 / 2.2, abs=0.01)


def test_what_is_no_such_quantity_stays() -> None:
    gap = shown("anion-gap", "us")
    assert gap.unit == "mmol/L"
    assert gap.inputs == shown("anion-gap", "si").inputs


def test_an_answer_of_yes_or_no_has_no_unit() -> None:
    assert [i.value for i in shown("delta-gap", "us").inputs if isinstance(i.value, bool)] == [False]


def test_each_answer_has_the_unit_of_its_input() -> None:
    for key, like in _ANSWERS_LIKE.items():
        units = {getattr(i, "unit", None) for i in CALCULATORS[key].inputs if i.id == like}
        assert units == {CALCULATORS[key].unit}
