"""One axis of time: how many days before the encounter something began, and what came when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from core.language.model import Event, Finding
from core.language.times import MONTHS

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "couple": 2, "few": 3, "several": 4, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
    "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "半": 0.5, "数": 4,
}  # fmt: skip
_DAYS = {
    "min": 1 / 1440, "分": 1 / 1440, "h": 1 / 24, "小": 1 / 24, "d": 1.0, "天": 1.0, "日": 1.0, "/7": 1.0, "w": 7.0,
    "周": 7.0, "星": 7.0, "/52": 7.0, "f": 14.0, "mo": 30.4, "mth": 30.4, "个": 30.4, "月": 30.4, "/12": 30.4,
    "y": 365.25, "年": 365.25,
}  # fmt: skip
_SPAN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九十半数]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|few|several|couple)\b)(?:\s?(?:-|to|–)\s?(?P<upper>\d+))?(?:\s+of)?[\s-]*"
    r"(?P<unit>/7|/52|/12|min|h(?:r|our)?s?\b|d(?:ay)?s?\b|w(?:k|eek)?s?\b|mo(?:nth)?s?\b|mths?\b|y(?:r|ear)?s?\b|"
    r"fortnight|分|小时|天|日|周|星期|个月|月|年)",
    re.IGNORECASE,
)
_SAID = {
    "this morning": 0.25, "earlier today": 0.25, "today": 0.25, "tonight": 0.1, "last night": 0.5, "overnight": 0.5,
    "yesterday": 1.0,
} | {
    f"{last} {unit}": days
    for last in ("last", "past")
    for unit, days in (("hour", 1 / 24), ("day", 1.0), ("week", 7.0), ("fortnight", 14.0), ("month", 30.4),
                       ("year", 365.25))
}  # fmt: skip
# Years of age that a time of life stands for, to one number.
_LIFE = {
    "lifelong": 0.0,
    " life": 0.0,
    "birth": 0.0,
    "infancy": 0.5,
    "childhood": 6.0,
    "adolescence": 15.0,
    "teens": 15.0,
}
_AGE = re.compile(r"\bage (?:of )?(\d{1,2})\b")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
_WEEK = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_POSTOPERATIVE = re.compile(r"\b(?:pod|day)\s?#?(\d+)")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})\b")
_WORDS = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s)?([a-z]{3})[a-z]*\.?(?:\s(\d{1,2})(?:st|nd|rd|th)?,)?,?\s(\d{4})\b"
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


def onset_days(time: str | None, age_years: float | None, encounter: date | None = None) -> float | None:
    """Days before the encounter, from the words of a time; None where they do not tell.

    >>> onset_days("for 3 days", None), onset_days("two weeks ago", None), onset_days("since childhood", 46)
    (3.0, 14.0, 14610.0)
    >>> onset_days("2/52 history", None), onset_days("for the last week", None), onset_days("since age 30", 40)
    (14.0, 7.0, 3652.5)
    >>> onset_days("on 3 May 2024", None, date(2024, 5, 10)), onset_days("in 2020", None, date(2024, 5, 10))
    (7.0, 1461.0)
    >>> onset_days("since Monday", None), onset_days("since Monday", None, date(2024, 5, 10))
    (None, 4.0)
    """
    if not time:
        return None
    plain = " ".join(time.lower().split())
    life = next((years for words, years in _LIFE.items() if words in plain), None)
    age = _AGE.search(plain)
    if life is not None or age is not None:
        start = life if life is not None else float(age.group(1)) if age else 0.0
        return round((age_years - start) * 365.25, 2) if age_years is not None and age_years >= start else None
    weekday = _WEEKDAY.search(plain)
    if weekday is not None:
        return None if encounter is None else float((encounter.weekday() - _WEEK.index(weekday.group(1))) % 7 or 7)
    said = next((days for words, days in _SAID.items() if words in plain), None)
    if said is not None:
        return said
    after_surgery = _POSTOPERATIVE.search(plain)
    if after_surgery is not None:
        return float(after_surgery.group(1))  # the operation; what is told of the day came since
    on = _days_since(plain, encounter)
    return on if on is not None else _span(plain)


def _span(plain: str) -> float | None:
    match = _SPAN.search(plain)
    if match is None:
        return None
    written = match.group("upper") or match.group("number")
    number = _NUMBERS.get(written) if written in _NUMBERS else float(written)
    unit = match.group("unit")
    days = next((d for short, d in _DAYS.items() if unit.startswith(short)), None)
    return round(number * days, 4) if number is not None and days is not None else None


def _days_since(plain: str, encounter: date | None) -> float | None:
    """Days from a date to the encounter; a month or a year alone is counted to its middle or by whole years."""
    if encounter is None:
        return None
    then = _date(plain)
    if then is not None:
        return float((encounter - then).days) if then <= encounter else None
    year = _YEAR.search(plain)
    return (encounter.year - int(year.group(1))) * 365.25 if year and int(year.group(1)) < encounter.year else None


def _date(plain: str) -> date | None:
    """A date that can be read in one way only: "03/05/2024" may be two days."""
    parts: tuple[int, int, int] | None = None
    if match := _ISO.search(plain):
        parts = (int(match.group(1)), int(match.group(2)), int(match.group(3)))
    elif match := _FIGURES.search(plain):
        one, other, year = (int(match.group(i)) for i in (1, 2, 3))
        year += 2000 if year < 100 else 0
        if one == other or one > 12:
            parts = (year, other, one)
        elif other > 12:
            parts = (year, one, other)
    elif (match := _WORDS.search(plain)) and match.group(2) in MONTHS:
        parts = (int(match.group(4)), MONTHS.index(match.group(2)) + 1, int(match.group(1) or match.group(3) or 15))
    try:
        return date(*parts) if parts is not None else None
    except ValueError:
        return None


def dated(findings: Iterable[Finding], age_years: float | None, encounter: date | None) -> list[Finding]:
    """The findings, those with a time that can be counted with their onset."""
    found = []
    for finding in findings:
        days = onset_days(finding.time, age_years, encounter) if finding.time else None
        found.append(finding if days is None else finding.model_copy(update={"onset_days": days}))
    return found


def timeline(findings: Sequence[Finding]) -> tuple[Event, ...]:
    """What the patient had and when it began, the oldest first."""
    events = {
        (f.label, f.onset_days): Event(about=f.label, days_before=f.onset_days, start=f.start, end=f.end)
        for f in reversed(findings)
        if f.onset_days is not None and f.experiencer == "patient" and f.assertion == "present"
    }
    return tuple(sorted(events.values(), key=lambda e: (-e.days_before, e.start or 0)))
