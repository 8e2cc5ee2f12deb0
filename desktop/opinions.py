"""A second opinion as the window asks for one: of the model that has the writing now where that is the one, so that no
model stands in memory twice."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from core.system.cancel import CancelToken

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.case.model import Case
    from core.models import ModelService
    from core.validation import SecondOpinion


def opinion_on(case: Case, assessment: Assessment, writer: ModelService | None, cancel: CancelToken) -> SecondOpinion:
    """What the model that has earned it calls the case, or why none was asked; for the lane "prose"."""
    from core.knowledge.base import default_knowledge
    from core.validation import open_second_opinion, second_opinion
    from core.validation.choosing import who_is_asked

    asked = who_is_asked(assessment.lang)
    loaded = writer is not None and asked is not None and writer.status.model == asked
    service = nullcontext(writer) if loaded and writer is not None else open_second_opinion(assessment.lang)
    with service as opened:
        return second_opinion(case, assessment, opened, default_knowledge(), cancel=cancel)


def switched_off() -> SecondOpinion:
    """What is said where the settings allow no models."""
    from core.validation import SecondOpinion
    from core.validation.choosing import SWITCHED_OFF

    return SecondOpinion(sentence=SWITCHED_OFF)
