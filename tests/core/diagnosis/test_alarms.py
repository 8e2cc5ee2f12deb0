from __future__ import annotations

import pytest

from core.diagnosis import diagnose
from core.diagnosis.alarms import alarmed
from core.diagnosis.observations import Observations
from core.diagnosis.red_flags import qualified
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import finding, reading

KNOWLEDGE = default_knowledge()
DROOP, HEMIPARESIS, GUARDING, REBOUND, PERITONISM = (
    "HP:0012799",
    "HP:0001269",
    "HP:0032546",
    "BD:rebound-tenderness",
    "BD:peritonism",
)


@pytest.mark.parametrize(
    ("concepts", "age", "alarms"),
    [
        ((DROOP,), 50, 0),
        ((DROOP, HEMIPARESIS), 50, 1),
        (("HP:0001324", "HP:0005110"), 50, 0),
        (("HP:0001324", "HP:0005110"), 70, 1),
        (("BD:newborn-poor-feeding-lethargy",), 0.02, 1),
    ],
)
def test_what_alarms_together_and_not_alone(concepts: tuple[str, ...], age: float, alarms: int) -> None:
    given = reading(*map(finding, concepts), age_years=age)
    found = alarmed(Observations(given, KNOWLEDGE), given)
    assert len(found) == alarms
    assert all(ground.level == "emergent" and ground.reason.text_zh for ground in found)


def test_guarding_in_one_place_is_for_today_and_peritonitis_an_emergency() -> None:
    def milder(*concepts: str) -> bool:
        return qualified(PERITONISM, Observations(reading(*map(finding, concepts)), KNOWLEDGE))

    assert milder(GUARDING)
    assert not milder(GUARDING, REBOUND)
    assert not milder(PERITONISM)


def test_a_muddle_in_somebody_alert_and_oriented_is_no_emergency_by_itself() -> None:
    confused = finding("HP:0001289")
    clear = Observations(reading(confused, finding("BD:alert-and-oriented")), KNOWLEDGE)
    assert qualified("HP:0001289", clear)
    assert not qualified("HP:0001289", Observations(reading(confused), KNOWLEDGE))
    assert not qualified("HP:0010307", clear)


def test_a_faint_in_aortic_stenosis_is_seen_within_a_day() -> None:
    heart = reading(finding("BD:slow-rising-pulse"), finding("HP:0030148"), finding("HP:0001279"), age_years=75)
    words = "aortic stenosis: slow rising pulse, harsh ejection systolic murmur radiating to the carotids, blacked out"
    answer = diagnose(heart, KNOWLEDGE, words)
    assert answer.differential[0].id == "aortic-stenosis"
    assert answer.triage.level == "one-day"
