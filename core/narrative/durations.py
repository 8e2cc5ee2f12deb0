"""Spells of time as records write them ("for 2 hours", "two-day history", "3天"), made comparable and sayable."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNITS = {
    "minute": "minutes minute mins min 分钟",
    "hour": "hours hour hrs hr h 小时 个小时 钟头",
    "day": "days day d /7 天 日",
    "week": "weeks week wks wk w /52 周 星期 个星期",
    "month": "months month mo /12 月 个月",
    "year": "years year yrs yr y 年 岁",
}
_UNIT_OF = {spelling: unit for unit, spellings in _UNITS.items() for spelling in spellings.split()}
_UNITS_ZH = {"minute": "分钟", "hour": "小时", "day": "天", "week": "周", "month": "个月", "year": "年"}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(_SMALL.split())}
_WORDS |= {word: 10 * (place + 2) for place, word in enumerate(_TENS.split())}
_NUMBER_ZH = {c: value for value, c in enumerate("零一二三四五六七八九")} | {"两": 2, "十": 10, "半": 0.5}
_SPELT = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPELLINGS = "|".join(re.escape(s) for s in sorted(_UNIT_OF, key=len, reverse=True))
_DURATION = re.compile(
    rf"(?<![\w.])(?P<low>\d+(?:\.\d+)?|an?\b|[零一二三四五六七八九十两半]|(?:{_SPELT})(?:[ -](?:{_SPELT}))?)"
    rf"(?:\s?(?:-|–|to|至|到)\s?(?P<high>\d+(?:\.\d+)?))?[\s-]?(?P<unit>{_SPELLINGS})(?![A-Za-z])",
    re.IGNORECASE,
)


class Duration(NamedTuple):
    """So many of a unit, or a range of them."""

    low: float
    high: float
    unit: str

    def words(self, lang: str) -> str:
        """
        >>> Duration(1, 1, "hour").words("en"), Duration(2, 3, "day").words("en"), Duration(2, 2, "hour").words("zh")
        ('1 hour', '2–3 days', '2小时')
        """
        number = f"{self.low:g}" if self.low == self.high else f"{self.low:g}–{self.high:g}"
        if lang == "zh":
            return f"{number}{_UNITS_ZH[self.unit]}"
        return f"{number} {self.unit}" if number == "1" else f"{number} {self.unit}s"


def number_of(word: str) -> float | None:
    """The value of a number in digits or in words; None when it is neither.

    >>> number_of("fifty-eight"), number_of("1,200"), number_of("many")
    (58.0, 1200.0, None)
    """
    lower = word.lower()
    if lower in ("a", "an"):
        return 1.0
    if lower in _NUMBER_ZH:
        return float(_NUMBER_ZH[lower])
    parts = re.split(r"[ -]", lower)
    if all(part in _WORDS for part in parts):
        return float(sum(_WORDS[part] for part in parts))
    try:
        return float(lower.replace(",", ""))
    except ValueError:
        return None


def durations(text: str) -> list[tuple[Duration, int, int]]:
    """The spells of time in a text and where they stand."""
    found = []
    for match in _DURATION.finditer(text):
        low = number_of(match["low"]) or 0.0
        high = float(match["high"]) if match["high"] else low
        found.append((Duration(low, high, _UNIT_OF[match["unit"].lower()]), match.start(), match.end()))
    return found
