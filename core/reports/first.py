"""The one thing to do first: what the plan of the leading disease begins with, where time presses."""

from __future__ import annotations

from core.assessment import Assessment
from core.treatment.model import PlanItem
from core.treatment.planning.held import TO_HOLD

_PRESSING = ("emergent", "one-day")


def first_option(assessment: Assessment) -> PlanItem | None:
    """None where nothing presses, where no disease leads, or where its plan begins with nothing to do at once."""
    if assessment.abstained is not None or not assessment.differential or assessment.triage.level not in _PRESSING:
        return None
    leader = assessment.differential[0].id
    at_once = [i for i in assessment.plan.offered if i.kind == "immediate" and i.disease == leader]
    # The drugs to hold can wait until the monitor is attached.
    return next((i for i in at_once if not i.text.startswith(TO_HOLD)), next(iter(at_once), None))
