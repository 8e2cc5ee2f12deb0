"""Whether a record is about a leg at all."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.source import Source

_LEG = (
    "HP:0002625", "BD:history-of-venous-thromboembolism", "BD:unilateral-leg-swelling", "BD:calf-pain",
    "BD:red-warm-leg", "HP:0012398", "BD:deep-vein-tenderness", "BD:collateral-superficial-veins", "HP:0012514",
)  # fmt: skip

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
