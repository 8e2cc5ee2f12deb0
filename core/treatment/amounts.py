"""How much of a drug: what a prescription says, as an amount each time and a day."""

from __future__ import annotations

import re
from typing import NamedTuple

# One unit of each, in the smallest unit of its kind.
_SCALE = {
    "mcg": ("mass", 1e-3), "µg": ("mass", 1e-3), "μg": ("mass", 1e-3), "ug": ("mass", 1e-3), "mg": ("mass", 1.0),
    "g": ("mass", 1e3), "u": ("units", 1.0), "unit": ("units", 1.0), "units": ("units", 1.0), "iu": ("units", 1.0),
    "ml": ("volume", 1.0), "meq": ("charge", 1.0), "mmol": ("charge", 1.0),
    "微克": ("mass", 1e-3), "毫克": ("mass", 1.0), "克": ("mass", 1e3), "单位": ("units", 1.0), "毫升": ("volume", 1.0),
}  # fmt: skip
_DOSE = re.compile(
    r"(?P<low>\d+(?:[.,]\d+)?)(?:\s?[-–~]\s?(?P<high>\d+(?:[.,]\d+)?))?(?:/\d+(?:\.\d+)?)*\s?"
    r"(?P<unit>mcg|µg|μg|ug|mg|g|units?|iu|u|ml|meq|mmol|微克|毫克|克|单位|毫升)(?![a-z])(?P<kg>/kg)?(?P<m2>/m(?:2|²)|/㎡)?(?P<per>/d(?:ay)?\b|/天|/日)?",
    re.IGNORECASE,
)
_WORDS = {
    "once": 1.0,
    "one": 1.0,
    "twice": 2.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "six": 6.0,
    "eight": 8.0,
    "twelve": 12.0,
}
_ZH = {"一": 1.0, "两": 2.0, "二": 2.0, "三": 3.0, "四": 4.0}
_TIMES = (
    (re.compile(r"^(?:q\.?i\.?d|qds)"), 4.0),
    (re.compile(r"^(?:t\.?i\.?d|tds)"), 3.0),
    (re.compile(r"^(?:b\.?i\.?d|bd)"), 2.0),
    (re.compile(r"^(?:qod|every other day|every 2 days|隔日)"), 0.5),
    (re.compile(r"^(?:q\.?d\b|q\.?d\.|od\b|om\b|on\b|qam|qpm|q\.?h\.?s|q\.?n\b|hs\b|nocte|mane|daily|nightly|at bedtime"
                r"|at night|in the morning|(?:each|every) (?:day|morning|night|evening)|每晚|睡前|每早)"), 1.0),
    (re.compile(r"^(?:weekly|qw(?:ee)?k|q week|every week|once (?:a |per )?week(?:ly)?|每周一次|每周1次|qw\b)"), 1 / 7),
    (re.compile(r"^(?:monthly|qmonth|every month|每月)"), 1 / 30),
)  # fmt: skip
_EVERY = re.compile(
    r"^(?:q|every)\s?(?P<least>\d{1,2}|six|eight|twelve|four)(?:\s?-\s?\d{1,2})?\s?(?P<unit>h|hrs?|hours?|days?|weeks?)"
)
_COUNT = re.compile(
    r"^(?P<n>once|twice|three|four|\d)(?: times?)?(?: ?(?:a|per|each|/))? ?(?P<unit>day|daily|week|weekly)?"
)
_COUNT_ZH = re.compile(r"^(?:每[日天]|一[日天])(?P<n>[一二两三四1-6])次|^(?P<m>[1-6])次/[日天]|^每(?P<h>\d{1,2})小时")
# A range of grace: a rounding of tablets is no overdose.
TOLERANCE = 1.001


class Amount(NamedTuple):
    """`each` in `unit` of its `kind` ("mass" in mg, "units", "volume" in mL, "charge" in mmol); `times` a day, None
    where the record does not say; `per_kg` where the amount is for each kilogram, `per_m2` where it is for each square
    metre of body surface."""

    each: float
    kind: str
    times: float | None
    per_kg: bool = False
    per_m2: bool = False

    @property
    def per_day(self) -> float | None:
        """The daily amount, or None where nobody says how often."""
        return None if self.times is None else self.each * self.times


def read_amount(dose: str | None, interval: str | None) -> Amount | None:
    """The amount that a dose and an interval say; of a range the upper end. None where there is no amount with a unit.

    "as needed" counts as often as the interval allows.
    """
    match = _DOSE.search(dose or "")
    if match is None:
        return None
    kind, scale = _SCALE[match.group("unit").lower()]
    each = float((match.group("high") or match.group("low")).replace(",", ".")) * scale
    times = 1.0 if match.group("per") else times_a_day(interval)
    return Amount(each, kind, times, bool(match.group("kg")), bool(match.group("m2")))


def in_kind(amount: float, unit: str) -> tuple[str, float]:
    """A kind and an amount in its base unit: (1, "g") is ("mass", 1000.0)."""
    kind, scale = _SCALE[unit]
    return kind, amount * scale


def times_a_day(interval: str | None) -> float | None:
    """How often a day an interval is: "q6h prn" 4, "weekly" 1/7; None where it does not say."""
    plain = " ".join((interval or "").lower().split())
    for pattern, times in _TIMES:
        if pattern.match(plain):
            return times
    if every := _EVERY.match(plain):
        number = _WORDS.get(every.group("least")) or float(every.group("least"))
        hours = {"h": 1, "d": 24, "w": 168}[every.group("unit")[0]] * number
        return 24 / hours if hours else None
    if count := _COUNT.match(plain):
        number = _WORDS.get(count.group("n")) or float(count.group("n"))
        return number / 7 if (count.group("unit") or "").startswith("week") else number
    if (chinese := _COUNT_ZH.match(plain)) is None:
        return None
    if chinese.group("h"):
        return 24 / max(1.0, float(chinese.group("h")))
    said = chinese.group("n") or chinese.group("m")
    return _ZH.get(said) or float(said)
