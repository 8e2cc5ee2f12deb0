"""Two parts of an observation chart that are words: the oxygen that is breathed, and the level of consciousness."""

from __future__ import annotations

import re

from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.inputs import Flag
from core.scores.reading_findings import read_flag
from core.scores.source import Source

_OXYGEN_HEAD = re.compile(r"(?:suppl\w* )?(?:O2|oxygen|air or oxygen|air/O2|FiO2|flow)\b(?! sat)", re.IGNORECASE)
_ALERT_HEAD = re.compile(r"A?C?VPU|AVPU|conscious\w*|LOC\b", re.IGNORECASE)
_AIR = re.compile(r"(?:room )?air|RA\b|21\s*%|0?\.21\b|0(?:\s*L|\Z)|no\b|nil|none|[-–]", re.IGNORECASE)
# Not a saturation, which some charts head "O2" as well.
_LITRES = re.compile(
    r"(?:[1-9]|[1-6]\d)(?!\d)|0?\.[2-9]|1\.0|yes|NRB|NRM|non|NC\b|nasal|mask|venturi|HFN", re.IGNORECASE
)
_ALERT = re.compile(r"A(?:lert)?\b", re.IGNORECASE)
_NOT_ALERT = re.compile(r"[CVPU]\b|confus|voice|pain|unrespons|drows", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:on|with|via|needs?|needing|requir\w+|given|receiving)\s+(?:\w+\s+){0,2}?\d{1,2}(?:\.\d)?\s*(?:L|lit(?:er|re)s?)(?:\s*/\s*min)?"
    r"\s+(?:(?:of|by|via)\s+)?(?:the\s+)?(?:nasal|O2|oxygen|NC\b|cannula|mask|face)"
    r"|\b(?:2[4-9]|[3-9]\d|100)\s?%\s+(?:Venturi|oxygen|O2)\b|\bVenturi\b|\bnon-?rebreath\w*|\bhigh[- ]flow nasal",
    re.IGNORECASE,
)


def _in_chart(source: Source, head: re.Pattern[str], yes: re.Pattern[str], no: re.Pattern[str]) -> Fact | None:
    """What the charts say at the time that is asked for; None where they say nothing."""
    facts = []
    for cell in source.cells:
        if head.match(cell.name):
            said = False if no.match(cell.value) else True if yes.match(cell.value) else None
            if said is not None:
                facts.append(Fact((said,), start=cell.start, end=cell.end))
    return max(facts, key=lambda fact: fit(source, fact), default=None)


class _Worded:
    """A reader of a flag that a chart, the vocabulary or (where both are silent) words may settle."""

    def __init__(self, flag: Flag, chart: tuple[re.Pattern[str], ...], words: re.Pattern[str] | None = None) -> None:
        self._flag, self._chart, self._words = flag, chart, words

    def __call__(self, source: Source) -> Fact:
        head, yes, no = self._chart
        charted = _in_chart(source, head, yes, no)
        if charted is not None:
            return charted
        fact = read_flag(self._flag, source)
        found = self._words.search(source.text) if self._words and not fact.known else None
        return Fact((True,), start=found.start(), end=found.end()) if found else fact


def oxygen(flag: Flag) -> _Worded:
    """A reader of supplemental oxygen."""
    return _Worded(flag, (_OXYGEN_HEAD, _LITRES, _AIR), _GIVEN)


def not_alert(flag: Flag) -> _Worded:
    """A reader of new confusion or reduced consciousness."""
    return _Worded(flag, (_ALERT_HEAD, _NOT_ALERT, _ALERT))
