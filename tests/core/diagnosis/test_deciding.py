"""Dangers whose deciding test comes first, and what is not done while it would kill."""

from __future__ import annotations

import pytest

from core.diagnosis import diagnose
from core.diagnosis.alarms import airway_threatened
from core.diagnosis.deciding import asks_for_pregnancy_test, deciding
from core.diagnosis.due import must_wait
from core.diagnosis.observations import Observations
from core.diagnosis.wording import _means
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import finding, reading

KNOWLEDGE = default_knowledge()
INJURY, DROWSY, UNEQUAL, THINNED = "BD:recent-head-injury", "HP:0002329", "HP:0009916", "BD:anticoagulant-use"
STRIDOR, DROOLING, FEVER = "HP:0010307", "HP:0002307", "HP:0001945"
CT = frozenset({"ct-abdomen"})


def observed(*concepts: str, **patient: object) -> Observations:
    return Observations(reading(*(finding(concept) for concept in concepts), measurements=(), **patient), KNOWLEDGE)


@pytest.mark.parametrize("beside", [DROWSY, UNEQUAL, THINNED, "HP:0001259", "BD:persistent-vomiting"])
def test_a_dangerous_head_injury_is_scanned_first(beside: str) -> None:
    assert deciding(observed(INJURY, beside, age_years=70)) == ["ct-head"]


@pytest.mark.parametrize("alone", [INJURY, UNEQUAL, THINNED, DROWSY])
def test_one_of_the_signs_alone_decides_nothing(alone: str) -> None:
    assert deciding(observed(alone, age_years=70)) == []


def test_the_scan_is_the_first_step() -> None:
    steps = diagnose(reading(*map(finding, (INJURY, DROWSY, THINNED)), age_years=81, sex="female"), KNOWLEDGE)
    assert steps.next_steps[0].label == "CT head"


def test_nobody_looks_into_the_throat_of_a_threatened_airway() -> None:
    narrow = observed(STRIDOR, DROOLING, age_years=4)
    assert airway_threatened(narrow)
    assert must_wait(narrow, "throat-and-neck-examination")
    assert not must_wait(narrow, "blood-culture")


def test_a_feared_epiglottitis_is_enough_beside_one_sign() -> None:
    assert must_wait(observed(DROOLING, age_years=4), "throat-swab", epiglottitis=0.1)
    assert not must_wait(observed(DROOLING, age_years=4), "throat-swab", epiglottitis=0.01)
    assert not must_wait(observed(FEVER, age_years=4), "throat-swab", epiglottitis=0.1)


def test_what_must_not_be_done_is_said_first() -> None:
    urgent = diagnose(reading(*map(finding, (STRIDOR, DROOLING, FEVER)), age_years=4, sex="female"), KNOWLEDGE)
    assert urgent.triage.reasons[0].startswith("threatened airway: do not examine the throat")
    assert not any("throat" in step.label or "neck" in step.label for step in urgent.next_steps)


@pytest.mark.parametrize(
    ("patient", "asked"),
    [
        ({"sex": "female", "age_years": 34}, True),
        ({"sex": "male", "age_years": 34}, False),
        ({"sex": "female", "age_years": 70}, False),
        ({"sex": "female", "age_years": 34, "pregnant": False}, False),
        ({"sex": "female"}, False),
    ],
)
def test_a_pregnancy_is_ruled_out_before_rays(patient: dict[str, object], *, asked: bool) -> None:
    assert asks_for_pregnancy_test(observed(FEVER, **patient), CT) is asked
    assert not asks_for_pregnancy_test(observed(FEVER, **patient), frozenset({"blood-count"}))


@pytest.mark.parametrize("word", ["52", "g2p1", "r", "hx", "pmh", "hr", "kg", "spo2"])
def test_what_every_note_is_written_with_weighs_nothing(word: str) -> None:
    assert not _means(word)


@pytest.mark.parametrize("word", ["rigors", "no", "stiff", "疹"])
def test_words_that_mean_something_weigh(word: str) -> None:
    assert _means(word)


@pytest.mark.parametrize(
    ("finding_id", "test"),
    [
        ("HP:0032308", "procalcitonin"),
        ("HP:0002153", "renal-function"),
        ("BD:cherry-red-epiglottis", "laryngoscopy"),
        ("HP:0003072", "bone-profile"),
    ],
)
def test_a_finding_belongs_to_the_test_that_yields_it(finding_id: str, test: str) -> None:
    assert KNOWLEDGE.findings[finding_id].by == test


def test_a_name_is_not_cut_at_its_comma() -> None:
    assert KNOWLEDGE.departments["ear-nose-throat"].names.en == ("ear, nose and throat",)
    assert KNOWLEDGE.procedures["renal-function"].names.en == ("urea, creatinine and electrolytes",)
