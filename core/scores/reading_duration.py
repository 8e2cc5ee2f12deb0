"""How long the illness has lasted."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.source import Source

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0}
_COUNT = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_NUMBER = rf"(\d+(?:\.\d+)?|{'|'.join(_COUNT)})"
_LASTED = re.compile(
    rf"\b{_NUMBER}[- ](hour|day|week|month|year)s?(?:'s?)?[- ](?:long )?(?:history|duration)"
    rf"|\b(?:for|over|since) (?:the )?(?:last |past |about |approximately )*{_NUMBER} (hour|day|week|month|year)s?\b"
    rf"|\b{_NUMBER} (hour|day|week|month|year)s? (?:ago|prior|before|earlier|of)\b"
    rf"|\b(?:throat|swallowing|symptoms?)[^.;,\d]{{0,12}} {_NUMBER} (hour|day|week)s?\b",
    re.IGNORECASE,
)


_DAY_OF = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NAMED = re.compile(
    r"\b(?:(?:beg[au]n|start(?:ed|ing)|came on) "
    r"(?:the day before(?! yesterday)|yesterday|today|overnight|this morning)|"
    rf"({'|'.join(_DAY_OF)}) day of|since (?:(the day before yesterday)|yesterday))\b",
    re.IGNORECASE,
)
_CYCLE = re.compile(r"\b(?:LMP|period)\W+(?:\w+\W+)?$", re.IGNORECASE)


def read_duration(source: Source) -> Fact:
    """Days since the present illness began: the first duration that the record gives, other than of years."""
    named = _NAMED.search(source.text)
    if named is not None:
        day = _DAY_OF.index(named[1].lower()) + 1 if named[1] else 2 if named[2] else 1
        return Fact((float(day),), unit="days", start=named.start(), end=named.end())
    for found in _LASTED.finditer(source.text):
        if _CYCLE.search(source.text[max(0, found.start() - 12) : found.start()]):
            continue
        count, unit = (group for group in found.groups() if group)
        if unit.lower() == "year":
            continue
        number = _COUNT[count.lower()] if count.lower() in _COUNT else float(count)
        return Fact((number * _DAYS[unit.lower()],), unit="days", start=found.start(), end=found.end())
    return Fact(unit="days")
