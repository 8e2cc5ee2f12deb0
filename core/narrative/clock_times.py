"""Times of the day in words: "half past ten", "quarter to nine", "at eleven", "ten the previous evening", 十一点半."""

from __future__ import annotations

import re

from core.narrative.amount import Amount
from core.narrative.number_words import SMALL, WORD, value_of

_HALF_PAST = re.compile(rf"\bhalf past ({WORD})\b", re.IGNORECASE)
_PAST = re.compile(
    rf"\b(?P<minutes>{WORD}|quarter|\d{{1,2}})(?:\sminutes)?\s(?P<way>past|to)\s(?P<hour>{SMALL})\b"
    r"(?!\s(?:years?|months?|weeks?|days?|hours?|minutes?|out|of|times|mg|puffs?))",
    re.IGNORECASE,
)
_NOON = re.compile(r"\b(?P<noon>noon|midday)\b|\bmidnight\b", re.IGNORECASE)
# "Tomorrow at eleven", "at ten the previous evening": with a day beside it, it is no age and no count.
_DAY = (
    r"(?:(?:today|tomorrow|yesterday|tonight)|(?:(?:on|in|the|that|this|last|next|previous|following|same)\s)+"
    r"(?:morning|afternoon|evening|night|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_AT = re.compile(
    rf"\b(?:(?:today|tomorrow|yesterday)\sat\s(?P<behind>{SMALL})\b(?!\s\w)|at\s(?P<before>{SMALL})(?=\s{_DAY}))",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    r"\s?(?:(?:o'clock )?(?:in|(?:on )?the (?:next|following|previous|same)|that|this|yesterday|tomorrow|last) "
    r"(?:the )?(?P<part>morning|afternoon|evening|night)|(?P<half>[ap])\.?\s?m\b\.?)",
    re.IGNORECASE,
)
_DIGITS_ZH = "一二三四五六七八九十两"
_PART_ZH = "(?:上午|下午|中午|晚上|早上|凌晨|傍晚|清晨|晚|早)"
_OF_ZH = re.compile(
    rf"(?P<part>{_PART_ZH})?(?<![\d{_DIGITS_ZH}])(?:(?P<hour>\d{{1,2}})(?:点|时)(?![\d{_DIGITS_ZH}半])"
    rf"|(?P<hour2>\d{{1,2}}|[{_DIGITS_ZH}]{{1,3}})点(?:(?P<half>半)|(?P<minutes>\d{{1,2}}|[{_DIGITS_ZH}]{{2,3}})分?|钟|整))"
    rf"|(?P<part2>{_PART_ZH})(?P<clock>\d{{1,2}}:\d\d)(?!\d)"
)
_LATE = ("evening", "night", "afternoon")
_LATE_ZH = re.compile(r"晚|下午|中午")


def clock_times(text: str) -> list[Amount]:
    """The times of the day that a text writes in words; which half of the day is meant `settled` finds."""
    found = [_time(value_of(m[1]) + 0.5, m) for m in _HALF_PAST.finditer(text)]
    found += [_of_zh(m) for m in _OF_ZH.finditer(text)]
    found += [_time(_past(m), m) for m in _PAST.finditer(text)]
    found += [_time(value_of(m["behind"] or m["before"]), m, m.start(m.lastgroup or 0)) for m in _AT.finditer(text)]
    return [*found, *(_time(12.0 if m["noon"] else 0.0, m)._replace(kind="clock") for m in _NOON.finditer(text))]


def of_day(text: str, amount: Amount) -> Amount:
    """ "Two in the morning", "6 p.m.": a number that is a time of the day by what stands behind it."""
    part = _OF_DAY.match(text, amount.end)
    if part is None or amount.kind not in ("", "clock?") or len(amount.values) > 1 or not 0 < amount.values[0] < 13:
        return amount
    word = (part["part"] or "").lower()
    hour = amount.values[0] % 12
    late = word in ("afternoon", "evening") or (part["half"] or "").lower() == "p" or (word == "night" and hour >= 6)
    hour += 12 if late else 0
    return Amount((hour,), "clock", amount.start, part.end() if part["half"] else amount.end, (hour,))


def settled(text: str, amount: Amount) -> Amount:
    """An hour of which the text tells elsewhere which half of the day it is of; else it may be of either."""
    if amount.kind != "clock?":
        return amount
    before, behind = text[max(0, amount.start - 3) : amount.start], text[amount.end : amount.end + 32].lower()
    hour = amount.values[0]
    if any(word in behind for word in _LATE) or _LATE_ZH.search(before):
        return amount._replace(kind="clock", values=(hour + 12 if hour < 12 else hour,))
    told = "morning" in behind or re.search("上午|早|晨", before)
    return amount._replace(kind="clock", mark="" if told else "12")


def _time(hour: float, match: re.Match[str], start: int | None = None) -> Amount:
    return Amount((hour,), "clock?", match.start() if start is None else start, match.end(), (hour,))


def _past(match: re.Match[str]) -> float:
    """ "Five past eight", "quarter to ten": a time of one of the halves of the day."""
    minutes = 15.0 if match["minutes"].lower() == "quarter" else value_of(match["minutes"])
    return value_of(match["hour"]) + (minutes / 60 if match["way"].lower() == "past" else -minutes / 60)


def _of_zh(match: re.Match[str]) -> Amount:
    """ "下午3点", "上午11:30", "十一点半", "11时"."""
    part = match["part"] or match["part2"]
    if match["clock"]:
        hours, minutes = match["clock"].split(":")
        hour = int(hours) + int(minutes) / 60
    else:
        minute = 30.0 if match["half"] else value_of(match["minutes"]) if match["minutes"] else 0.0
        hour = value_of(match["hour"] or match["hour2"]) + minute / 60
    if not part:
        return _time(hour, match)
    late = _LATE_ZH.search(part) and 1 <= hour < 12
    return _time(hour + 12 if late else hour, match)._replace(kind="clock")
