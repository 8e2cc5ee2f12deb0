"""What is asked before a test that irradiates the belly of a woman who may be pregnant."""

from __future__ import annotations

import re

from core.knowledge.schema import Management, Phrase
from core.treatment.circumstances import Circumstances

_RAYS = re.compile(r"\bCT\b|\bcomputed tomography\b|\bscintigra|\bfluoroscop|\bradioiodine\b|\bCTPA\b", re.IGNORECASE)
# What the unborn child hardly feels.
_FAR_AWAY = re.compile(r"\b(?:head|brain|skull|face|sinus\w*|neck|temporal|orbit\w*)\b", re.IGNORECASE)
_FIRST = Phrase(en="A pregnancy test first, unless there is no time", zh="先查妊娠试验，除非情况紧急不容等待")


def pregnancy_test_first(step: Management, about: Circumstances) -> Phrase | None:
    """The note that a step needs which names such a test, where nobody says whether she is pregnant."""
    if step.kind == "advice" or not about.could_be_pregnant:
        return None
    words = step.do.en
    if not _RAYS.search(words) or _FAR_AWAY.search(words) or "pregnancy test" in words.lower():
        return None
    return _FIRST
