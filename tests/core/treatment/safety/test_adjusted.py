"""Doses that are low already: of a sick liver, of old age, and of those who need the full dose."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.treatment.circumstances import Circumstances
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, measured, ward

LIVER, SWELLING = "HP:0001394", "HP:0100665"


def said(about: Circumstances, kind: str) -> list[str]:
    return [i.message for i in check_drugs(about)[1] if i.kind == kind]


@pytest.mark.parametrize(
    ("dose", "interval", "warned"),
    [
        ("10 mg", "daily", False),
        ("10 mg", "bid", True),
        (None, None, True),
        ("2 mg", None, False),
        ("4 mg", None, True),
    ],
)
def test_a_dose_that_the_liver_bears_is_not_warned_of(
    drugs: Knowledge, dose: str | None, interval: str | None, warned: bool
) -> None:
    about = ward(drugs, drug("quietol", dose, interval), findings=[finding(LIVER)])
    assert bool(said(about, "hepatic")) is warned


@pytest.mark.parametrize(
    ("dose", "interval", "warned"),
    [("6 mg", "daily", False), ("3 mg", None, False), ("25 mg", "daily", True), ("6 mg", "bid", True),
     (None, None, True), ("1 mg/kg", "daily", True), ("5 units", "daily", True)],
)  # fmt: skip
def test_a_very_low_dose_has_no_limit_of_age(
    drugs: Knowledge, dose: str | None, interval: str | None, warned: bool
) -> None:
    about = ward(drugs, drug("quietol", dose, interval), patient={"age_years": 78})
    assert bool(said(about, "age")) is warned


PATIENT: dict[str, Any] = {"age_years": 67, "sex": "male", "weight_kg": 82}


@pytest.mark.parametrize(
    ("patient", "creatinine", "findings", "others", "warned"),
    [
        (PATIENT, 80, [SWELLING], (), True),
        (PATIENT, 80, [], (), False),  # not the indication
        (PATIENT, 80, [SWELLING, LIVER], (), False),  # another indication too
        (PATIENT, None, [SWELLING], (), False),  # the kidneys are not known
        (PATIENT, 300, [SWELLING], (), False),  # the kidneys ask for less
        ({**PATIENT, "age_years": 84, "weight_kg": 58}, 80, [SWELLING], (), False),  # two criteria
        (PATIENT, 80, [SWELLING], ("longidone",), False),  # another drug asks for less
    ],
)
def test_the_reduced_dose_without_a_reason_is_too_little(
    drugs: Knowledge,
    patient: dict[str, Any],
    creatinine: float | None,
    findings: list[str],
    others: tuple[str, ...],
    warned: bool,
) -> None:
    about = ward(
        drugs,
        drug("quietol", "2.5 mg", "bid"),
        *(drug(name) for name in others),
        patient=patient,
        findings=[finding(f) for f in findings],
        measurements=[measured("creatinine", creatinine)] if creatinine else [],
    )
    assert ("Too little." in said(about, "dose")) is warned


def test_the_full_dose_is_not_too_little(drugs: Knowledge) -> None:
    about = ward(
        drugs,
        drug("quietol", "5 mg", "bid"),
        patient=PATIENT,
        findings=[finding(SWELLING)],
        measurements=[measured("creatinine", 80)],
    )
    assert said(about, "dose") == []
