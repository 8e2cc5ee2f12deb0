"""Dates as the record writes them: the last menstrual period, and the day of the record."""

from __future__ import annotations

import re
from datetime import date

from core.scores.facts import Fact
from core.scores.source import Source

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = (
    rf"(?:(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})|(?P<us>\d{{1,2}}/\d{{1,2}}/\d{{4}})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_NAME}),?\s+(?P<year>\d{{4}})"
    rf"|(?P<month2>{_NAME})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}}))"
)
_LAST_PERIOD = re.compile(
    rf"\b(?:last (?:normal )?(?:menstrual )?(?:period|menses|menstruation)|LMP)\b[^.\n]{{0,40}}?{_DATE}", re.IGNORECASE
)
_PERIOD_BEHIND = re.compile(
    rf"{_DATE}[^.\n]{{0,25}}(?:first day of (?:\w+ ){{0,2}}last (?:\w+ )?(?:period|menses)|\(?LMP\b)", re.IGNORECASE
)
_TODAY = re.compile(
    r"\b(?:today'?s?(?: date)?|date of (?:visit|encounter|examination)|seen(?: on)?|visit(?: on)?|triage|clinic"
    r"|dated|now)\b"
    rf"[^.\n]{{0,20}}?{_DATE}",
    re.IGNORECASE,
)


_ASKED = re.compile(rf"\b(?:on|as of|by) (?:the )?{_DATE}", re.IGNORECASE)
# "Early pregnancy unit, 10/07/2023."
_HEADING = re.compile(
    rf"\A(?:(?!\b(?:LMP|period|menses|menstru\w*|born|birth|DOB)\b)[^.\n\d]){{0,60}}{_DATE}", re.IGNORECASE
)


def read_last_period(source: Source) -> Fact:
    """The first day of the last menstrual period, as an ISO date."""
    first = _dated(_LAST_PERIOD, source.text)
    return first if first.known else _dated(_PERIOD_BEHIND, source.text)


def read_today(source: Source) -> Fact:
    """The date that the question names, else that of the record, as an ISO date; one at its head is its own."""
    asked = _dated(_ASKED, source.question)
    if asked.known:
        return Fact(asked.possible)
    said = _dated(_TODAY, source.text)
    return said if said.known else _dated(_HEADING, source.text)


def ordinal(day: str) -> int:
    """The running number of a day given as an ISO date."""
    return date.fromisoformat(day).toordinal()


def as_date(number: float) -> str:
    """A running number as MM/DD/YYYY."""
    return date.fromordinal(round(number)).strftime("%m/%d/%Y")


def _dated(pattern: re.Pattern[str], text: str) -> Fact:
    for found in pattern.finditer(text):
        day = _parse(found)
        if day is not None:
            return Fact((day.isoformat(),), start=found.start(), end=found.end())
    return Fact()


def _parse(found: re.Match[str]) -> date | None:
    """A date with slashes is read month first, as in the dates we write ourselves, unless that cannot be."""
    part = found.groupdict()
    if part["iso"]:
        year, month, day = (int(x) for x in part["iso"].split("-"))
    elif part["us"]:
        month, day, year = (int(x) for x in part["us"].split("/"))
        if month > 12:
            month, day = day, month
    else:
        name = part["month"] or part["month2"]
        month = _MONTHS.index(name[:3].lower()) + 1
        day, year = int(part["day"] or part["day2"]), int(part["year"] or part["year2"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
