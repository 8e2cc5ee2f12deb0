"""What is to be done first is said only where time presses, and only of the disease in the lead."""

from __future__ import annotations

import pytest

from core.assessment import Assessment
from core.reports.first import first_option, first_options
from core.treatment.model import Plan, PlanItem
from core.treatment.planning.held import TO_HOLD
from tests.fixtures import abstaining_assessment, chest_pain_assessment


def with_plan(assessment: Assessment, *diseases: str, kind: str = "immediate", level: str = "emergent") -> Assessment:
    offered = tuple(
        PlanItem.model_validate({"for": d, "kind": kind, "text": f"do {d}", "basis": "expert-estimate", "source": ""})
        for d in diseases
    )
    triage = assessment.triage.model_copy(update={"level": level})
    return assessment.model_copy(update={"plan": Plan(offered=offered), "triage": triage})


@pytest.fixture
def found() -> Assessment:
    return chest_pain_assessment()


def test_the_leading_disease_alone_is_asked(found: Assessment) -> None:
    leader, second = found.differential[0].id, found.differential[1].id
    option = first_option(with_plan(found, second, leader))
    assert option is not None
    assert option.disease == leader
    assert first_option(with_plan(found, second)) is None


def test_nothing_is_said_where_nothing_presses_or_nothing_is_to_be_done_at_once(found: Assessment) -> None:
    leader = found.differential[0].id
    assert first_option(with_plan(found, leader, level="one-week")) is None
    assert first_option(with_plan(found, leader, kind="drug")) is None


def test_who_does_not_commit_itself_does_not_say_what_to_do() -> None:
    found = abstaining_assessment()
    assert first_option(with_plan(found, *(d.id for d in found.differential))) is None


def test_the_drugs_to_hold_come_behind_what_saves_the_patient(found: Assessment) -> None:
    leader = found.differential[0].id
    planned = with_plan(found, leader, leader)
    hold, act = planned.plan.offered
    hold = hold.model_copy(update={"text": f"{TO_HOLD}: ibuprofen."})
    both = planned.model_copy(update={"plan": Plan(offered=(hold, act))})
    assert first_option(both) == act
    assert first_option(planned.model_copy(update={"plan": Plan(offered=(hold,))})) == hold


def test_what_acts_comes_before_what_scores(found: Assessment) -> None:
    leader = found.differential[0].id
    planned = with_plan(found, leader, leader)
    score, act = planned.plan.offered
    score = score.model_copy(update={"text": "Judge severity with a score (CURB-65 or PSI)."})
    both = planned.model_copy(update={"plan": Plan(offered=(score, act))})
    assert first_options(both) == (act, score)
    assert first_option(planned.model_copy(update={"plan": Plan(offered=(score,))})) == score


def test_undoing_a_drug_is_no_mere_holding(found: Assessment) -> None:
    leader = found.differential[0].id
    planned = with_plan(found, leader, leader)
    hold, act = planned.plan.offered
    hold = hold.model_copy(update={"text": f"{TO_HOLD}: warfarin: hold and reverse."})
    assert first_options(planned.model_copy(update={"plan": Plan(offered=(hold, act))})) == (hold, act)


def test_another_danger_that_is_open_has_its_steps_behind_the_leaders(found: Assessment) -> None:
    leader, danger = found.differential[0].id, found.cannot_miss[0].id
    steps = first_options(with_plan(found, danger, leader, leader, leader, "harmless"))
    assert [step.disease for step in steps] == [leader, leader, leader]
    steps = first_options(with_plan(found, danger, leader, "harmless"))
    assert [step.disease for step in steps] == [leader, danger]
