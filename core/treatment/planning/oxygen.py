"""How much oxygen: who may retain carbon dioxide is given less of it."""

from __future__ import annotations

import re

from core.knowledge.disease import Management
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances

_OXYGEN = re.compile(r"(?<!low )(?<!hyperbaric )(?<!high-flow )\boxygen\b(?! saturation)", re.IGNORECASE)
# BTS, Guideline for oxygen use in adults in healthcare and emergency settings, 2017.
_LESS = Phrase(
    en="COPD: aim for a saturation of 88 to 92% until blood gases say otherwise",
    zh="慢阻肺：血气结果出来前目标血氧饱和度88%至92%",
)
_GIVING = ("immediate", "drug", "procedure")
_ALL_OF_IT = ("carbon-monoxide-poisoning",)


def oxygen_target(disease: str, step: Management, about: Circumstances) -> Phrase | None:
    """The target that a step with oxygen lacks where the record tells of COPD; carbon monoxide is driven out with all
    the oxygen there is."""
    retains = "copd" in about.conditions and disease not in _ALL_OF_IT
    gives = step.kind in _GIVING and _OXYGEN.search(step.do.en) is not None and "88" not in step.do.en
    return _LESS if retains and gives else None
