"""One axis of time: how many days before the encounter something began, and what came when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.language.model import Event, Finding

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "couple": 2, "few": 3, "several": 4, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
    "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "半": 0.5, "数": 4,
}  # fmt: skip
_DAYS = {
    "min": 1 / 1440, "分": 1 / 1440, "h": 1 / 24, "小": 1 / 24, "d": 1.0, "天": 1.0, "日": 1.0, "/7": 1.0, "w": 7.0,
    "周": 7.0, "星": 7.0, "/52": 7.0, "mo": 30.4, "个": 30.4, "月": 30.4, "/12": 30.4, "y": 365.25, "年": 365.25,
}  # fmt: skip
_SPAN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九十半数]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|few|several|couple)\b)(?:\s?(?:-|to|–)\s?(?P<upper>\d+))?(?:\s+of)?[\s-]*"
    r"(?P<unit>/7|/52|/12|min|h(?:r|our)?s?\b|d(?:ay)?s?\b|w(?:k|eek)?s?\b|mo(?:nth)?s?\b|y(?:r|ear)?s?\b|分|小时|天|日|周|"
    r"星期|个月|月|年)",
    re.IGNORECASE,
)
_SAID = {
    "this morning": 0.25, "today": 0.25, "tonight": 0.1, "last night": 0.5, "yesterday": 1.0, "last week": 7.0,
    "last month": 30.4, "last year": 365.25,
}  # fmt: skip
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_POSTOPERATIVE = re.compile(r"\bpod\s?#?(\d+)")
CHILDHOOD_YEARS = 6.0  # "since childhood", to one number


def onset_days(time: str | None, age_years: float | None) -> float | None:
    """Days before the encounter, from the words of a time; None where they do not tell.

    >>> onset_days("for 3 days", None), onset_days("two weeks ago", None), onset_days("since childhood", 46)
    (3.0, 14.0, 14610.0)
    >>> onset_days("since Monday", None)
    """
    if not time:
        return None
    plain = " ".join(time.lower().split())
    if "birth" in plain or "childhood" in plain:
        start = CHILDHOOD_YEARS if "childhood" in plain else 0.0
        return round((age_years - start) * 365.25, 2) if age_years is not None and age_years >= start else None
    said = next((days for words, days in _SAID.items() if words in plain), None)
    if said is not None or _WEEKDAY.search(plain):
        return said
    after_surgery = _POSTOPERATIVE.search(plain)
    if after_surgery is not None:
        return float(after_surgery.group(1))  # the operation; what is told of the day came since
    match = _SPAN.search(plain)
    if match is None:
        return None
    written = match.group("upper") or match.group("number")
    number = _NUMBERS.get(written) if written in _NUMBERS else float(written)
    unit = match.group("unit")
    days = next((d for short, d in _DAYS.items() if unit.startswith(short)), None)
    return round(number * days, 4) if number is not None and days is not None else None


def dated(findings: Iterable[Finding], age_years: float | None) -> list[Finding]:
    """The findings, those with a time that can be counted with their onset."""
    found = []
    for finding in findings:
        days = onset_days(finding.time, age_years)
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
