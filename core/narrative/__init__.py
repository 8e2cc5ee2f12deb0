"""Grounded prose: a model words what Bedside has established, and no sentence is shown before each of its claims has
been traced to the record or the assessment.

    from core.narrative import narrate, with_prose

    for checked in narrate(case, assessment, service, lang="en", kind="soap"):   # service may be None
        ...                       # Sentence (shown) | Withheld (review pane only) | Trouble (what went wrong with the
                                  # model, for a person) | ModelUsed (last, if a model wrote)
    assessment = with_prose(assessment, everything_that_came)
"""

from __future__ import annotations

from core.narrative.kinds import KINDS, Kind
from core.narrative.model import Checked, Trouble, Withheld
from core.narrative.narrate import narrate, with_prose

__all__ = ["KINDS", "Checked", "Kind", "Trouble", "Withheld", "narrate", "with_prose"]
