from __future__ import annotations

import pytest

from core.diagnosis import diagnose
from core.knowledge.base import default_knowledge
from core.language.model import Finding, Measurement
from tests.core.diagnosis.readings import COUGH, FEVER, finding, reading, vital

KNOWLEDGE = default_knowledge()


def _level(*findings: Finding, values: tuple[Measurement, ...] = (), **patient: object) -> str | None:
    return diagnose(reading(*findings, measurements=values, **patient), KNOWLEDGE).triage.level


@pytest.mark.parametrize(
    ("analyte", "value", "level"),
    [
        ("potassium", 6.5, "emergent"),
        ("potassium", 6.1, "one-day"),
        ("sodium", 118, "emergent"),
        ("glucose", 2.1, "emergent"),
        ("lactate", 4.2, "emergent"),
        ("haemoglobin", 65, "one-day"),
        ("inr", 6, "one-day"),
    ],
)
def test_a_value_beyond_its_limit_asks_for_its_level(analyte: str, value: float, level: str) -> None:
    assert _level(values=(vital(analyte, value),), age_years=50) == level


def test_values_within_limits_and_former_ones_ask_for_nothing() -> None:
    assert _level(values=(vital("potassium", 4.1), vital("inr", 1.1)), age_years=50) is None
    assert _level(values=(vital("potassium", 7.0, temporality="historical"),), age_years=50) is None


def test_a_childs_laboratory_value_is_no_vital_sign() -> None:
    crp = vital("crp", 140, flag="critical-high")
    assert _level(values=(crp,), age_years=6) is None
    assert _level(values=(crp,), age_years=0.1) == "emergent"


@pytest.mark.parametrize(
    "together",
    [
        (FEVER, "BD:purpura-legs-buttocks"),
        ("BD:under-20-weeks-pregnant", "BD:llq-pain", "HP:0031972"),
        ("HP:0000421", "BD:anticoagulant-use", "BD:dizziness"),
        ("BD:recent-chemotherapy", FEVER),
    ],
)
def test_findings_are_urgent_together_that_are_not_alone(together: tuple[str, ...]) -> None:
    assert _level(*(finding(c) for c in together), age_years=30, sex="female") == "emergent"


def test_signs_of_inflammation_with_lactate_or_in_pregnancy_are_an_emergency() -> None:
    signs = (vital("temperature", 38.4), vital("heart-rate", 108))
    assert _level(finding(COUGH), values=signs, age_years=30) != "emergent"
    assert _level(finding(COUGH), values=(*signs, vital("lactate", 2.6)), age_years=30) == "emergent"
    assert _level(finding(COUGH), values=signs, age_years=30, sex="female", pregnant=True) == "emergent"


def test_nobody_stays_at_home_beside_an_alarm_that_the_leader_does_not_explain() -> None:
    plain = ("BD:sneezing", "HP:0031417", "HP:0033050")
    home = [finding(c) for c in plain if c in KNOWLEDGE.findings]
    words = "sneezing, runny nose, sore throat: a common cold"
    at_home = diagnose(reading(*home, age_years=25), KNOWLEDGE, words)
    alarmed = diagnose(reading(*home, finding("HP:0031041"), age_years=25), KNOWLEDGE, words)
    assert at_home.triage.level == "self-care"
    assert alarmed.triage.level in ("one-day", "emergent")


def test_shivering_after_chemotherapy_is_an_emergency_without_a_measured_fever() -> None:
    given = reading(finding("BD:recent-chemotherapy"), finding("HP:0025143"), age_years=52)
    answer = diagnose(given, KNOWLEDGE)
    assert answer.triage.level == "emergent"
    assert any("after chemotherapy" in reason for reason in answer.triage.reasons)
