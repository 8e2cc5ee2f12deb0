"""Anticoagulants in the dose that prevents: weak kidneys, fresh wounds, and after heparin did harm."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.treatment.model import SafetyItem
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, measured, ward

OPERATED, HEAD, HIT = "BD:recent-surgery", "BD:neurosurgery-or-csf-leak", "HP:0011874"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


def warned(knowledge: Knowledge, kind: str, *taken: Any, **more: Any) -> list[SafetyItem]:
    return [i for i in check_drugs(ward(knowledge, *taken, **more))[1] if i.kind == kind]


@pytest.mark.parametrize(
    ("dose", "interval", "rate", "severity"),
    [
        ("40 mg", "od", 24, "moderate"), ("20 mg", "od", 24, None), ("30 mg", "od", 24, None),
        ("40 mg", "od", 40, None),
        ("60 mg", "od", 24, None), ("60 mg", "bid", 24, "major"), ("1 mg/kg", "od", 24, None),
        ("1 mg/kg", "bid", 24, "major"), ("5000 units", "od", 24, "major"), (None, None, 24, "major"),
    ],
)  # fmt: skip
def test_enoxaparin_in_weak_kidneys(
    knowledge: Knowledge, dose: str | None, interval: str | None, rate: float, severity: str | None
) -> None:
    taken = drug("enoxaparin", dose, interval, route="sc")
    found = warned(knowledge, "renal", taken, patient={"weight_kg": 61}, measurements=[measured("egfr", rate)])
    assert [i.severity for i in found] == ([severity] if severity else [])
    assert all("revention 20 mg once a day (Europe; the US label 30 mg)" in i.action for i in found)


def test_without_a_weight_the_graver_is_said(knowledge: Knowledge) -> None:
    (item,) = warned(knowledge, "renal", drug("enoxaparin", "40 mg", "od"), measurements=[measured("egfr", 24)])
    assert item.severity == "major"


@pytest.mark.parametrize(
    ("taken", "findings", "warns"),
    [
        (drug("enoxaparin", "40 mg", "od"), (OPERATED,), False),
        (drug("enoxaparin", "40 mg", None), (OPERATED,), False),
        (drug("enoxaparin", "60 mg", "bid"), (OPERATED,), True),
        (drug("enoxaparin", "1 mg/kg", "bid"), (OPERATED,), True),
        (drug("enoxaparin"), (OPERATED,), True),
        (drug("enoxaparin", "4000 units", "od"), (OPERATED,), True),
        (drug("enoxaparin", "40 mg", "od"), (OPERATED, HEAD), True),
        (drug("rivaroxaban", "10 mg", "od"), (OPERATED,), False),
        (drug("warfarin", "3 mg", "od"), (OPERATED,), True),
    ],
)
def test_fresh_wounds_and_the_preventive_dose(
    knowledge: Knowledge, taken: Any, findings: tuple[str, ...], warns: bool
) -> None:
    found = warned(knowledge, "disease", taken, findings=tuple(map(finding, findings)))
    assert any("Fresh wounds" in i.message for i in found) is warns


def test_after_heparin_did_harm_no_heparin_and_no_word_of_low_platelets(knowledge: Knowledge) -> None:
    text = "heparin-induced thrombocytopenia 2021"
    here = (finding(HIT, start=0, end=32),)
    (item,) = [i for i in warned(knowledge, "disease", drug("enoxaparin", "40 mg", "od"), findings=here, text=text)
               if i.severity == "contraindicated"]  # fmt: skip
    assert "low platelets" not in item.message
    assert "fondaparinux (not below 30 mL/min)" in item.action
