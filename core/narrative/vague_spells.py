"""Spells of time without a number: "for years" is more than the record's two days."""

from __future__ import annotations

import re

from core.narrative.durations import durations

_VAGUE = re.compile(
    r"\bfor\s+(?:(?:many|several|some|a few|a number of|the (?:last|past)(?: (?:few|several))?)\s+)?"
    r"(?P<unit>day|week|month|year|decade)s\b|\b(?P<long>long-?\s?standing|lifelong|for (?:ages|a long time))\b",
    re.IGNORECASE,
)
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0, "decade": 3650.0}
_MORE_THAN_ONE = 1.4  # a plural is more than one of them, counted roughly
_SINCE = re.compile(r"\bsince (?:yesterday|this morning|last night|today|noon|midnight)\b", re.IGNORECASE)


def lasts_longer(said: str, known: str | None) -> bool:
    """Does what is said of a finding, without a number, make it last longer than its spell in the record?"""
    match = _VAGUE.search(said)
    if match is None or known is None:
        return False
    given = [duration.high * _DAYS[duration.unit] for duration, _, _ in durations(known)]
    if _SINCE.search(known):
        given.append(1.0)
    least = _MORE_THAN_ONE * _DAYS[match["unit"].lower() if match["unit"] else "month"]
    return bool(given) and max(given) < least
