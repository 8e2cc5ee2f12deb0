"""Whether a record is about a leg at all."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.source import Source

_LEG = (
    "HP:0002625", "BD:history-of-venous-thromboembolism", "BD:unilateral-leg-swelling", "BD:calf-pain",
    "BD:red-warm-leg", "HP:0012398", "BD:deep-vein-tenderness", "BD:collateral-superficial-veins", "HP:0012514",
)  # fmt: skip

_GIRTH = r"(?: (?:circumference|girth))?(?: (?:is|was|measures|measured))? (\d\d(?:\.\d)?) ?cm"
_CALVES = re.compile(
    rf"\b(right|left) calf{_GIRTH}[^.;]{{0,12}}\b(?!\1)(?:right|left)(?: calf)?{_GIRTH}", re.IGNORECASE
)
_WIDER = 3.0  # cm

_AS_LIKELY = re.compile(
    r"\b(?:as likely as|(?:much )?(?:more likely|likelier) than) (?:a |an )?(?:DVT|deep v\w+ thrombosis|thrombosis)",
    re.IGNORECASE,
)


def read_no_leg_complaint(source: Source) -> Fact:
    """Another diagnosis is as likely as thrombosis of a leg where the record says so, or says nothing of legs at all;
    else it is open."""
    equal = _AS_LIKELY.search(source.text)
    if equal is not None:
        return Fact((True,), start=equal.start(), end=equal.end())
    now = [f for f in source.findings(*_LEG) if f.experiencer == "patient" and f.assertion in ("present", "possible")]
    return Fact((False, True)) if now else Fact((True,))


def read_wider_calf(source: Source) -> Fact:
    """Is one calf, of two that were measured, at least 3 cm wider than the other?"""
    found = _CALVES.search(source.text)
    if found is None:
        return Fact((False, True))
    return Fact((abs(float(found[2]) - float(found[3])) >= _WIDER,), start=found.start(), end=found.end())
