from __future__ import annotations

from typing import Any

import pytest

from core.diagnosis.conjunctions import CONJUNCTIONS
from core.diagnosis.observations import Observations
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import FEVER, finding, reading

KNOWLEDGE = default_knowledge()
BLEEDING, AFTER_MENOPAUSE = "HP:0034263", "BD:postmenopausal-bleeding"
PREGNANT, PRESSURE, IN_PREGNANCY = "BD:pregnancy", "BD:raised-blood-pressure", "BD:hypertension-in-pregnancy"


def test_every_conjunction_joins_known_findings() -> None:
    named = {f for row in CONJUNCTIONS for f in (row.gives, *row.parts)}
    assert named <= set(KNOWLEDGE.findings)


def test_bleeding_at_sixty_is_postmenopausal_bleeding_and_says_where_it_stands() -> None:
    old = Observations(reading(finding(BLEEDING), age_years=62, sex="female"), KNOWLEDGE)
    seen = old.get(AFTER_MENOPAUSE)
    assert seen is not None
    assert seen.present
    assert not seen.stated
    assert seen.spans == ((10, 20),)


@pytest.mark.parametrize("patient", [{"age_years": 40, "sex": "female"}, {"age_years": 62, "sex": "male"}, {}])
def test_not_at_another_age_or_sex_nor_where_they_are_not_known(patient: dict[str, Any]) -> None:
    assert not Observations(reading(finding(BLEEDING), **patient), KNOWLEDGE).present(AFTER_MENOPAUSE)


def test_all_parts_are_needed_and_the_weakest_counts() -> None:
    both = Observations(reading(finding(PREGNANT), finding(PRESSURE, "possible"), sex="female"), KNOWLEDGE)
    assert both.strength(IN_PREGNANCY) == 0.5
    assert not Observations(reading(finding(PRESSURE), sex="female"), KNOWLEDGE).present(IN_PREGNANCY)


def test_what_the_record_denies_stays_denied() -> None:
    denied = Observations(
        reading(finding(PREGNANT), finding(PRESSURE), finding(IN_PREGNANCY, "absent"), sex="female"), KNOWLEDGE
    )
    assert denied.denied(IN_PREGNANCY)


def test_a_whole_makes_its_more_general_forms_present() -> None:
    fit = Observations(reading(finding("HP:0001250"), finding(FEVER), age_years=2), KNOWLEDGE)
    assert fit.present("HP:0002373")
    assert all(fit.present(above) for above in KNOWLEDGE.ancestors("HP:0002373"))
