"""What is taken already and is to be held while an illness lasts."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.treatment.planning.held import held
from tests.core.treatment.ward import drug, finding, ward

INJURED = finding("HP:0001919")
SEPTIC = finding("HP:0100806")
LOSING = finding("HP:0002014")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


def told(knowledge: Knowledge, *taken: Any, **more: Any) -> str:
    """The step, or nothing."""
    return " ".join(item.text for item in held("sepsis", ward(knowledge, *taken, **more)))


@pytest.mark.parametrize("state", [INJURED, SEPTIC, LOSING])
@pytest.mark.parametrize(
    "name",
    ["ramipril", "losartan", "metformin", "ibuprofen", "furosemide", "indapamide", "dapagliflozin", "spironolactone"],
)
def test_on_sick_days_the_step_says_what_to_hold_and_when_to_go_on(knowledge: Knowledge, name: str, state: Any) -> None:
    said = told(knowledge, drug(name), findings=(state,))
    assert name in said
    assert "Hold" in said or "Stop" in said
    assert "Restart" in said or "Not again" in said or "until eating" in said


@pytest.mark.parametrize(
    ("name", "state", "what"),
    [
        ("dapagliflozin", "HP:0001993", "do not restart"),
        ("metformin", "HP:0001993", "Stop"),
        ("metformin", "BD:contrast-imaging-planned", "48 hours"),
        ("lithium", "HP:0002014", "level"),
        ("gliclazide", "HP:0002013", "eating"),
        ("apixaban", "HP:0002239", "Stop"),
    ],
)
def test_other_states_that_a_medicine_waits_for(knowledge: Knowledge, name: str, state: str, what: str) -> None:
    assert what in told(knowledge, drug(name), findings=(finding(state),))


def test_what_several_are_told_alike_stands_once(knowledge: Knowledge) -> None:
    said = told(knowledge, drug("ramipril"), drug("metformin"), drug("indapamide"), findings=(INJURED,))
    assert said.count("Restart") == 1
    assert "ramipril, indapamide (acute kidney injury): Hold." in said
    assert said.index("metformin") < said.index("Restart")


def test_it_is_said_in_chinese(knowledge: Knowledge) -> None:
    (item,) = held("sepsis", ward(knowledge, drug("ramipril"), drug("dapagliflozin"), findings=(INJURED,)))
    assert item.text_zh is not None
    assert "急性肾损伤" in item.text_zh
    assert "24至48小时" in item.text_zh
    assert item.kind == "immediate"
    assert (item.basis, item.source.count("2012"), item.source.count("2018")) == ("guideline", 1, 1)


def test_an_estimate_is_not_passed_off_as_a_guideline(knowledge: Knowledge) -> None:
    about = ward(knowledge, drug("ramipril"), findings=(finding("HP:0002900"), finding("HP:0002153")))
    (item,) = held("sepsis", about)
    assert item.basis == "expert-estimate"
    assert "expert estimate" in item.source


@pytest.mark.parametrize(
    ("taken", "findings"),
    [
        (drug("ramipril"), ()),
        (drug("amlodipine"), (LOSING,)),
        (drug("ramipril", status="planned"), (INJURED,)),
        (drug("ramipril", status="stopped"), (INJURED,)),
        (drug("diclofenac", route="topical"), (INJURED,)),
        (drug("propranolol"), (finding("HP:0002099"),)),
    ],
)
def test_nothing_is_held_without_need(knowledge: Knowledge, taken: Any, findings: tuple[Any, ...]) -> None:
    assert told(knowledge, taken, findings=findings) == ""


def test_a_passing_illness_of_the_past_holds_nothing(knowledge: Knowledge) -> None:
    assert told(knowledge, drug("ramipril"), findings=(finding("HP:0001919", temporality="historical"),)) == ""
