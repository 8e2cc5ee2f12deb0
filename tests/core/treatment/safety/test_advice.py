"""Advice fits the patient: no alternative that is itself forbidden, no slow stop of what must stop at once."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.treatment.model import SafetyItem
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, ward

SKIN = {"candidates": {"stevens-johnson-syndrome": 0.9}}
WOMAN = {"age_years": 29, "sex": "female"}


def items(knowledge: Knowledge, name: str, **more: Any) -> list[SafetyItem]:
    return list(check_drugs(ward(knowledge, drug(name), **more))[1])


@pytest.mark.parametrize("name", ["carbamazepine", "phenytoin", "lamotrigine", "oxcarbazepine"])
def test_the_drug_that_may_have_taken_the_skin_off_is_contraindicated(knowledge: Knowledge, name: str) -> None:
    found = items(knowledge, name, patient={**WOMAN, "pregnant": True}, **SKIN)
    assert found[0].interruptive
    assert found[0].action.startswith("Stop at once and for good")
    assert "Not for this patient: valproic acid (pregnancy)" in found[0].action
    assert "该患者不用" in (found[0].action_zh or "")
    assert not any("never stop abruptly" in i.action and not i.interruptive for i in found)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ({**WOMAN, "pregnant": True}, "valproic acid (pregnancy)"),
        (WOMAN, "valproic acid (a pregnancy that is not ruled out)"),
        ({"age_years": 60, "sex": "female"}, None),
        ({"age_years": 29, "sex": "male"}, None),
    ],
)
def test_valproate_is_not_advised_where_she_is_or_may_be_pregnant(
    knowledge: Knowledge, who: dict[str, Any], said: str | None
) -> None:
    action = items(knowledge, "carbamazepine", patient=who, **SKIN)[0].action
    assert (said in action) if said else ("valproic acid" not in action)


def test_a_drug_that_the_patient_is_allergic_to_is_not_advised(knowledge: Knowledge) -> None:
    failing = (finding("HP:0001635"), finding("HP:0002099"))
    plain = [i.action for i in items(knowledge, "oxybutynin", candidates={"acute-angle-closure-glaucoma": 0.9})]
    assert any(action == "Choose mirabegron." for action in plain)
    more = items(
        knowledge,
        "oxybutynin",
        candidates={"acute-angle-closure-glaucoma": 0.9},
        allergies=["mirabegron"],
        findings=failing,
    )
    assert any("Not for this patient: mirabegron (allergy)" in i.action for i in more)


def test_without_a_reason_to_stop_at_once_nothing_is_taken_from_the_advice(knowledge: Knowledge) -> None:
    found = items(knowledge, "carbamazepine", patient={**WOMAN, "pregnant": True})
    assert any("never stop abruptly" in i.action for i in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Takes clarithromycin 500 bd.", "the dose 500 has no unit"),
        ("Takes clarithromycin 500, and water.", "the dose 500 has no unit"),
        ("Takes clarithromycin now.", "no dose is given"),
        ("Takes clarithromycin 2024-05-01.", "no dose is given"),
    ],
)
def test_a_number_without_a_unit_is_no_missing_dose(knowledge: Knowledge, text: str, said: str) -> None:
    at = text.index("clarithromycin")
    order = drug("clarithromycin", start=at, end=at + 14)
    checks, _ = check_drugs(ward(knowledge, order, text=text))
    open_ = next(c for c in checks if c.kind == "dose").could_not_judge
    assert f"clarithromycin: {said}" in open_
