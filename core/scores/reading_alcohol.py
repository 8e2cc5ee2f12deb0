"""How much somebody drinks."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.reading_places import named
from core.scores.source import Source

_WORDS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
}
_NUMBER = rf"(\d+|{'|'.join(_WORDS)})"
_DRINK = (
    r"(?:alcoholic )?(?:drinks?|beers?|bottles? of (?:beer|wine)|cans? of beer|glass(?:es)? of wine|units?|shots?"
    r"|whiske?y)"
)
_DRINKS = re.compile(
    rf"\b{_NUMBER}(?:\s*(?:-|to)\s*(\d+))?\s+{_DRINK}(?: of (?:alcohol|wine|beer))?(?:\s+(?:\w+\s+){{0,2}})?"
    rf"(?:per|a|each|every|/)\s*(day|night|evening|week|month)|\b{_NUMBER}(?:\s*(?:-|to)\s*(\d+))?\s+{_DRINK}\s+(daily|weekly|nightly)",
    re.IGNORECASE,
)


def read_drinks(source: Source) -> Fact:
    """Alcoholic drinks in a week, the upper end where a range is given."""
    found = _DRINKS.search(source.text)
    if found is None:
        return Fact(unit="/week")
    count, upto, every = found.group(1, 2, 3) if found.group(1) else found.group(4, 5, 6)
    number = float(upto or _WORDS.get(count.lower(), 0) or count)
    weekly = {"week": 1.0, "weekly": 1.0, "month": 0.25}.get(every.lower(), 7.0)
    return Fact((number * weekly,), unit="/week", start=found.start(), end=found.end())


_HEAVY = re.compile(
    r"abus|excess|heav|dependen|alcoholi[sc]m|alcoholic\b(?! drink| beverage)|binge|misuse|addict|酗酒", re.IGNORECASE
)
_LITTLE = re.compile(
    r"\bno\b|none|never|abstain|abstinen|minimal|occasional|social|moderate|rare|denie|not ", re.IGNORECASE
)
_NEAR = 45
# Half a bottle of wine is five units, and five units a day thirty-five a week.
_BOTTLES = (
    r"\b(?:bottles?|lit(?:er|re)s?|pints?) of (?:vodka|whiske?y|gin|rum|brandy|spirits?|liquor|wine)\b[^.;,]{0,20}"
    r"(?:\b(?:a|per|each|every) (?:day|night|evening)|daily|nightly)"
)


def read_excess(source: Source) -> Fact:
    """Heavy drinking as a word for it, or as bottles a day; the word "alcohol" alone leaves it open."""
    bottles = next(named(_BOTTLES, source), None)
    if bottles is not None:
        return Fact((True,), start=bottles.start(), end=bottles.end())
    own = [f for f in source.findings("BD:alcohol-excess", "HP:0030955") if f.experiencer == "patient"]
    for finding in own:
        if finding.start is None or finding.end is None:
            continue
        around = source.text[max(0, finding.start - _NEAR) : finding.end + _NEAR] or finding.label
        if finding.assertion == "absent" or (_LITTLE.search(around) and not _HEAVY.search(around)):
            return Fact((False,), start=finding.start, end=finding.end)
        if _HEAVY.search(around):
            return Fact((True,), start=finding.start, end=finding.end)
    return Fact((False, True))
