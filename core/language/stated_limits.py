"""Reference limits that the laboratory states beside a value: "30 (ULN 14)", "CRP 12 [ref 0-5]", "20 ng/L (<14)"."""

from __future__ import annotations

import re

from core.language.numbers import NUMBER
from core.language.ranges import Flag
from core.units.quantity import parse_number

_WORDS = (
    r"(?:ULN|upper limit(?: of normal)?|reference(?: range| interval)?|ref\.?(?: range)?|normal(?: range)?(?: is)?|"
    r"range|NR|RR|N)"
)
_LIMITS = re.compile(
    rf"\s*[,;]?\s*(?P<open>[(\[])?\s*(?:(?P<word>{_WORDS})\s*[:=,]?\s*)?"
    rf"(?:(?P<sign><=?|≤|up to|>=?|≥)\s*)?(?P<first>{NUMBER})"
    rf"(?:\s*(?:[-–~]|to)\s*(?P<second>{NUMBER}))?\s*(?P<unit>[A-Za-zµμ%][\w/%.^µμ]*)?\s*(?P<close>[)\]])?",
    re.IGNORECASE,
)


def stated_limits(text: str, end: int) -> tuple[float | None, float | None] | None:
    """The lower and the upper limit that stand right behind a value, in the value's own unit.

    >>> stated_limits("hs-trop 30 (ULN 14)", 10), stated_limits("CRP 12 [ref 0-5]", 6)
    ((None, 14.0), (0.0, 5.0))
    >>> stated_limits("TnT 20 ng/L (<14)", 11)
    (None, 14.0)
    >>> stated_limits("Hb 90 (98 on Monday)", 5), stated_limits("BP 120, range 3", 6)
    (None, None)
    """
    match = _LIMITS.match(text, end, min(len(text), end + 60))
    if match is None:
        return None
    word = (match.group("word") or "").lower()
    bracketed = match.group("open") is not None and match.group("close") is not None
    first = parse_number(match.group("first"))
    second = parse_number(match.group("second")) if match.group("second") else None
    if first is None or not (bracketed or (word and not match.group("open"))):
        return None
    if second is not None:
        return (first, second) if second > first else None
    if match.group("sign"):
        return (first, None) if match.group("sign")[0] in ">≥" else (None, first)
    return (None, first) if word.startswith(("uln", "upper")) else None


def flag_within(
    value: float, limits: tuple[float | None, float | None], own: Flag | None, relation: str
) -> Flag | None:
    """How a value compares with stated limits; how critical it is, our own range says if it agrees on the side."""
    low, high = limits
    if high is not None and value > high and relation != "<":
        return "critical-high" if own == "critical-high" and low is not None else "high"
    if low is not None and value < low and relation != ">":
        return "critical-low" if own == "critical-low" and high is not None else "low"
    if (relation == "<" and low) or (relation == ">" and high is not None):
        return own
    return "normal"
