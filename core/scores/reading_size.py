"""Height and weight in running text: "168 cm tall and weighed 59 kg", "height and weight were 160 cm and 56.8 kg"."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.source import Source

_BRACKET = r"(?:\s*\([^)]{1,20}\))?(?: tall)?"
_HEIGHT = (
    r"(?:(?P<cm>\d{2,3}(?:\.\d+)?)\s*(?:cm|centimet(?:er|re)s?)\b|(?P<m>[12]\s?[.,]\s?\d{1,2})\s*m(?:et(?:er|re)s?)?\b"
    r"|(?P<ft>[3-7])\s*(?:ft|feet|foot|')\s*(?:(?P<in>\d{1,2})\s*(?:in(?:ches)?\b|\"|'')?)?|(?P<inches>\d{2})\s*in(?:ches)?\b)"
)
_WEIGHT = (
    r"(?:(?P<stones>\d{1,2})\s*(?:st|stones?)\b\s*(?:(?P<over>1?\d)\s*(?:lbs?|pounds?)\b)?"
    r"|(?P<amount>\d{1,4}(?:[.,]\d+)?)\s*-?\s*(?P<unit>kgs?|kilos?|kilograms?|lbs?|pounds?|g|grams?)\b(?!\s*/))"
)
_JOIN = r"\s*(?:,|and|,\s*and|/|;)?\s*"
_BOTH = (
    rf"height[^.;\d]{{0,60}}{_HEIGHT}{_BRACKET}{_JOIN}{_WEIGHT}",
    rf"{_HEIGHT}{_BRACKET}{_JOIN}{_WEIGHT}",
    rf"{_WEIGHT}{_BRACKET}{_JOIN}{_HEIGHT}",
)
_TALL = (rf"{_HEIGHT}{_BRACKET}\s+(?:tall|in height|of height|high)\b", rf"\b(?:height|stood)[^.;\d]{{0,25}}{_HEIGHT}")
_HEAVY = (
    rf"\bweigh(?:ed|s|ing|t)\b[^.;\d]{{0,25}}{_WEIGHT}",
    rf"{_WEIGHT}{_BRACKET}\s+(?:of\s+)?(?:body\s+)?weight\b",
    (
        rf"(?:-old(?: (?:wo)?man| girl| boy| (?:fe)?male| lady| gentleman)?|\b\d{{1,3}}\s?[MF]"
        rf"|\b(?:aged?|of) \d{{1,2}} (?:days|weeks|months|years)),?\s+{_WEIGHT}"
    ),
)
_NOT_A_WEIGHT = re.compile(r"\b(?:los[ts]\w*|gain\w*|reduc\w*|decreas\w*|increas\w*|lift\w*|birth)\b", re.IGNORECASE)
_KILOGRAMS = {"l": 0.45359237, "p": 0.45359237, "g": 0.001}
_AROUND = 25


def _compiled(*groups: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for group in groups for pattern in group]


_HEIGHTS, _WEIGHTS = _compiled(_TALL, _BOTH), _compiled(_HEAVY, _BOTH)


def read_height(source: Source) -> Fact:
    """The height in cm."""
    return _best(_HEIGHTS, source, _centimetres, "cm", (30, 250), lambda _: True)


def read_weight(source: Source) -> Fact:
    """The weight in kg; not what was lost or gained."""

    def own(found: re.Match[str]) -> bool:
        # A bracket behind it speaks of another: "8.6 kg (birth weight 3.4 kg)".
        behind = source.text[found.end() : found.end() + len(" weight loss")].split("(")[0]
        around = source.text[max(0, found.start() - _AROUND) : found.end()] + behind
        return not _NOT_A_WEIGHT.search(around)

    return _best(_WEIGHTS, source, _kilograms, "kg", (0.4, 400), own)


def _best(
    patterns: list[re.Pattern[str]],
    source: Source,
    measure: Callable[[re.Match[str]], float],
    unit: str,
    limits: tuple[float, float],
    own: Callable[[re.Match[str]], bool],
) -> Fact:
    """The first of those that answer the question best."""
    facts = [
        Fact((round(measure(match), 2),), unit=unit, start=match.start(), end=match.end())
        for pattern in patterns
        for match in pattern.finditer(source.text)
        if limits[0] <= measure(match) <= limits[1] and own(match)
    ]
    facts.sort(key=lambda fact: (-fit(source, fact), fact.start))
    return facts[0] if facts else Fact(unit=unit)


def _centimetres(found: re.Match[str]) -> float:
    part = found.groupdict()
    if part["cm"]:
        return float(part["cm"])
    if part["m"]:
        return 100 * float(part["m"].replace(" ", "").replace(",", "."))
    if part["ft"]:
        return 30.48 * float(part["ft"]) + 2.54 * float(part["in"] or 0)
    return 2.54 * float(part["inches"])


def _kilograms(found: re.Match[str]) -> float:
    if found["stones"]:
        return (14 * float(found["stones"]) + float(found["over"] or 0)) * _KILOGRAMS["l"]
    return float(found["amount"].replace(",", ".")) * _KILOGRAMS.get(found["unit"][0].lower(), 1.0)
