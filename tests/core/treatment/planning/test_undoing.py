"""Anticoagulants that meet bleeding, or an operation that cannot wait: undone, and nothing asked beside it."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.treatment.model import NO_GUIDELINE, PlanItem
from core.treatment.planning.held import held
from core.treatment.safety import check_drugs
from core.treatment.safety.disease import check
from tests.core.treatment.ward import drug, finding, measured, ward

BLEED, INJURY, MELAENA, GUT = "HP:0002170", "BD:recent-head-injury", "HP:0002249", "HP:0002239"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


def steps(knowledge: Knowledge, *taken: Any, **more: Any) -> list[PlanItem]:
    return list(held("subdural-haematoma", ward(knowledge, *taken, **more)))


@pytest.mark.parametrize(
    ("name", "antidote"),
    [
        ("warfarin", "vitamin K 5 to 10 mg"),
        ("dabigatran", "idarucizumab 5 g"),
        ("apixaban", "prothrombin complex 25 to 50 units/kg"),
        ("enoxaparin", "protamine 1 mg for each 1 mg"),
        ("heparin", "protamine 1 mg for each 100 units"),
        ("fondaparinux", "no antidote of its own"),
    ],
)
def test_each_has_its_antidote(knowledge: Knowledge, name: str, antidote: str) -> None:
    (step,) = steps(knowledge, drug(name), findings=(finding(BLEED),))
    assert step.text.startswith(f"Stop {name} now and reverse it: ")
    assert antidote in step.text
    assert step.text.endswith("The record: intracranial bleeding.")
    assert step.text_zh is not None
    assert "病历所载：颅内出血" in step.text_zh
    assert (step.kind, step.basis) == ("immediate", "guideline")
    assert "2022" in step.source


@pytest.mark.parametrize(
    ("name", "how"), [("warfarin", "before INR and CT are back"), ("apixaban", "as soon as CT shows bleeding")]
)
@pytest.mark.parametrize(
    "more",
    [
        {"candidates": {"subdural-haematoma": 0.6}},
        {"findings": (finding(INJURY), finding("HP:0001259"))},
        {"findings": (finding(INJURY),), "measurements": (measured("gcs", 12),)},
    ],
)
def test_a_likely_bleed_waits_for_the_ct_or_not(
    knowledge: Knowledge, name: str, how: str, more: dict[str, Any]
) -> None:
    (step,) = steps(knowledge, drug(name), **more)
    assert how in step.text
    assert ("Likely here: intracranial bleeding." in step.text) is ("candidates" in more)


@pytest.mark.parametrize(("name", "source"), [("rivaroxaban", "ACC, Expert consensus"), ("enoxaparin", NO_GUIDELINE)])
def test_bleeding_elsewhere_is_undone_where_it_is_serious(knowledge: Knowledge, name: str, source: str) -> None:
    (step,) = steps(knowledge, drug(name), findings=(finding(GUT),))
    assert "reverse it where the bleeding is serious" in step.text
    assert step.source.startswith(source)


def test_an_operation_that_cannot_wait(knowledge: Knowledge) -> None:
    (step,) = steps(knowledge, drug("rivaroxaban"), candidates={"cauda-equina-syndrome": 0.9})
    assert step.text.startswith("Stop rivaroxaban now, ask for the hour of the last dose")
    assert step.text.endswith("Likely here: an operation that cannot wait.")
    assert (step.basis, step.source) == ("expert-estimate", NO_GUIDELINE)


@pytest.mark.parametrize(
    ("taken", "more"),
    [
        (drug("warfarin"), {"findings": (finding(BLEED, temporality="historical"),)}),
        (drug("warfarin"), {"findings": (finding(INJURY),)}),
        (drug("warfarin"), {}),
        (drug("warfarin", status="planned"), {"findings": (finding(BLEED),)}),
        (drug("amlodipine"), {"findings": (finding(BLEED),)}),
        (drug("zyxo"), {"findings": (finding(BLEED),)}),
    ],
)
def test_nothing_is_undone_without_need(knowledge: Knowledge, taken: Any, more: dict[str, Any]) -> None:
    assert not steps(knowledge, taken, **more)


def test_a_bleed_of_the_past_that_is_likely_again_counts(knowledge: Knowledge) -> None:
    past = (finding(BLEED, temporality="historical"),)
    (step,) = steps(knowledge, drug("warfarin"), findings=past, candidates={"intracerebral-haemorrhage": 0.8})
    assert "before INR and CT" in step.text


@pytest.mark.parametrize(("bleeds", "kinds"), [(True, {"disease"}), (False, {"disease", "dose", "renal"})])
def test_no_other_dose_is_asked_of_what_is_undone(knowledge: Knowledge, bleeds: bool, kinds: set[str]) -> None:
    about = ward(
        knowledge,
        drug("apixaban", "5 mg", "bid"),
        patient={"age_years": 81, "weight_kg": 52, "sex": "female"},
        measurements=(measured("creatinine", 141, "µmol/L"),),
        findings=(finding(BLEED if bleeds else "BD:recent-surgery"),),
    )
    assert {i.kind for i in check_drugs(about)[1]} == kinds


@pytest.mark.parametrize(
    ("more", "said", "said_zh"),
    [
        ({"findings": (finding(BLEED),)}, "The record: intracranial bleeding.", "病历所载：颅内出血。"),
        ({"candidates": {"subdural-haematoma": 0.6}}, "Likely here: intracranial bleeding.", "此时可能：颅内出血。"),
        (
            {"findings": (finding(BLEED, temporality="historical"),)},
            "In the history: intracranial",
            "既往史：颅内出血。",
        ),
    ],
)
def test_a_warning_says_how_it_knows(knowledge: Knowledge, more: dict[str, Any], said: str, said_zh: str) -> None:
    (item,) = [i for i in check(ward(knowledge, drug("warfarin"), **more)).items if i.severity == "contraindicated"]
    assert said in item.message
    assert said_zh in (item.message_zh or "")
