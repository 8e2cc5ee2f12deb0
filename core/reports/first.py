"""What to do first, where time presses: what the plan begins with that acts, before what judges or scores."""

from __future__ import annotations

import re

from core.assessment import Assessment
from core.treatment.model import PlanItem
from core.treatment.planning.held import TO_HOLD

_PRESSING = ("emergent", "one-day")
STEPS = 3
TAKEN = ("current", "before-admission")  # a drug's status: what the patient is on
# How a step begins that grades the illness and does nothing about it.
_JUDGES = re.compile(r"(?:judge|score|grade|classify|assess|estimate|rate)\b", re.IGNORECASE)
# Undoing what a drug has done cannot wait, as merely holding it can.
_UNDOES = re.compile(r"\b(?:revers\w+|vitamin K|prothrombin complex|protamine|antidote)\b", re.IGNORECASE)


def first_options(assessment: Assessment, most: int = STEPS) -> tuple[PlanItem, ...]:
    """At most so many steps, those that act first. They are the leading disease's, and those of another danger that
    the record does not exclude (the shock of a pneumonia) behind its own. Empty where nothing presses, where no disease
    leads, or where its plan begins with nothing to do at once."""
    if assessment.abstained is not None or not assessment.differential or assessment.triage.level not in _PRESSING:
        return ()
    leader = assessment.differential[0].id
    dangers = {danger.id for danger in assessment.cannot_miss}
    at_once = [i for i in assessment.plan.offered if i.kind == "immediate"]
    own = [i for i in at_once if i.disease == leader]
    others = [i for i in at_once if i.disease != leader and i.disease in dangers]
    if not own:
        return ()
    return tuple(sorted([*own, *others], key=_haste)[:most])


def first_option(assessment: Assessment) -> PlanItem | None:
    """The first of them."""
    return next(iter(first_options(assessment, 1)), None)


def _haste(step: PlanItem) -> int:
    """The drugs to hold can wait until the monitor is attached, and a score until the patient breathes."""
    if step.text.startswith(TO_HOLD):
        return 0 if _UNDOES.search(step.text) else 1
    return 2 if _JUDGES.match(step.text) else 0
