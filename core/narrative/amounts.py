"""Numbers in running text, with what they count and how else they may be written."""

from __future__ import annotations

import re

from core.narrative.amount import Amount
from core.narrative.clock_times import clock_times, of_day, settled
from core.narrative.number_words import ORDINALS, SMALL, TIMES, WORD, value_of

# Units in one spelling and, where they can be converted, as a factor of the first of their kind.
_UNITS: dict[str, tuple[str, float]] = {
    spelling: (kind, factor)
    for kind, factor, spellings in (
        ("mass", 1e-9, "ng"),
        ("mass", 1e-6, "mcg µg μg ug microgram micrograms 微克"),
        ("mass", 1e-3, "mg milligram milligrams 毫克"),
        ("mass", 1.0, "g gram grams 克"),
        ("mass", 1e3, "kg kilogram kilograms 公斤 千克"),
        ("volume", 1.0, "ml millilitre millilitres milliliters 毫升"),
        ("volume", 1e3, "l litre litres liter liters 升"),
        ("length", 1.0, "mm millimetre millimetres 毫米"),
        ("length", 10.0, "cm centimetre centimetres 厘米"),
        ("length", 1e3, "m metre metres meter meters 米"),
        ("time", 1 / 60, "min mins minute minutes 分钟"),
        ("time", 1.0, "h hr hrs hour hours hourly 小时 个小时"),
        ("time", 24.0, "day days 天 日"),
        ("time", 168.0, "week weeks wk wks 周 星期 个星期"),
        ("months", 1.0, "month months 个月 月"),
        ("months", 12.0, "year years yr yrs y 年 岁"),
        ("percent", 1.0, "% percent 百分"),
        ("mmhg", 1.0, "mmhg 毫米汞柱"),
        ("units", 1.0, "u iu unit units 单位"),
        ("degrees", 1.0, "°c ℃ c 度"),
        ("puffs", 1.0, "puff puffs 喷"),
    )
    for spelling in spellings.split()
}
_SIMPLE = "|".join(re.escape(s) for s in sorted(_UNITS, key=len, reverse=True))
_RATIO = r"(?:[a-zµμ°×^0-9⁹]+(?:/(?:[a-zµμ²³]+|1\.73\s?m²|\d+))+)"
_PER = r"(?:mg|mcg|µg|g|ml|l|litres?|units?|mmol)\s(?:per|an|each|every)\s(?:hour|minute|kg|kilogram)\b"
_OF_BLOOD = (
    r"units?\s(?:of\s)?(?:packed|blood|red|prbc|platelets|plasma)"  # these are bags, and what is in them is told
)
_UNIT = (
    rf"(?P<unit>{_PER}|per\scent|×\s?10⁹/L|次/分|/\s?min\b|per minute|{_RATIO}|(?!{_OF_BLOOD})(?:{_SIMPLE})(?![a-z²/]))"
)
_COUNTED_ZH = "(?:天|周|年|个月|小时|次|度|支|岁|月|日|分钟|枚|片|粒|杯|包)"
_NUMBER = re.compile(
    rf"""(?P<clock>(?<![\d.])\d{{1,2}}:\d\d(?!\d))
    |(?P<number>(?<![\w.])(?<![A-Za-z]-)[-+]?\d+(?:,\d{{3}})*(?:\.\d+)?(?:[/+×]\d+(?:\.\d+)?)?
      |(?<=[A-Za-z(×~<>\u4e00-\u9fff])\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?
      |\b(?:{WORD})(?:-(?:{SMALL}))?\b|\b(?:{"|".join([*ORDINALS, *TIMES])})\b
      |(?<![一-鿿])[一二三四五六七八九十两](?={_COUNTED_ZH})
      |(?<=[一-鿿])[二三四五六七八九十两](?={_COUNTED_ZH})
      |[一二三四五六七八九]?十[一二三四五六七八九]?(?={_COUNTED_ZH}))
      (?:\s?-?\s?{_UNIT})?""",
    re.IGNORECASE | re.VERBOSE,
)
_PER_TIME = re.compile(r"\s(?:per|an|each|every)\s(hour|kg|kilogram|minute)", re.IGNORECASE)
_ONE = re.compile(
    r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bpast )|(?<=\blast )|(?<=\bwithin )|(?<=\binside )|(?<=\babout ))"
    r"(?:an? )?(hour|day|week|month|year)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(\d+(?:\.\d+)?|\b(?:{WORD}|{'|'.join(ORDINALS)}))\s?(?:out of|of)\s(\d+|(?:{WORD})\b)(?![\d.]*\s?(?:%|mg|g\b))",
    re.IGNORECASE,
)
_RATE = re.compile(r"^(?:/\s?min|perminute|次/分)$", re.IGNORECASE)
_PERIOD = re.compile(r"(?P<unit>[a-zµ]+)/(?P<per>wk|week|day|d|month)$")
_PERIODS = {"w": "week", "d": "day", "m": "month"}
# "46M", "33yo", "27 F": an age, of somebody.
_AGE = re.compile(r"(?<![\w.])(?P<age>\d{1,3})(?:\s?(?:[MF]\b(?!\w)|yo\b|y/o\b|yrs?\s?[MF]\b))")
_PRESSURE = re.compile(r"(?<![\w.])(\d{2,3})\sover\s(\d{2,3})(?![\w.])", re.IGNORECASE)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(sorted((m for month in _MONTHS for m in {month, month[:3]}), key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\d.,/-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))\b",
    re.IGNORECASE,
)
_EARLY = re.compile(rf"\b(?P<weeks>{WORD}|\d{{1,2}})\sweeks\s(?:early|premature|preterm)\b", re.IGNORECASE)
_FORTNIGHT = re.compile(r"\bfortnight\b", re.IGNORECASE)
_HALF = re.compile(
    rf"\b(?:half an? (?P<half>hour|day|week|month|year)"
    rf"|(?P<whole>{WORD}|\d+) and a half (?P<unit>hour|day|week|month|year)s?"
    r"|an? (?P<one>hour|day|week|month|year) and a half)\b",
    re.IGNORECASE,
)
_FIFTY = re.compile(r"(?<!a )\bhalf(?= (?:of|as|her|his|the|what|usual|normal)\b)", re.IGNORECASE)
_SOME = re.compile(r"\ba (?P<two>couple of)\b|\ba dozen\b", re.IGNORECASE)
_THOUSAND = re.compile(rf"(?<![\w.])(?P<number>{WORD}|\d+(?:\.\d+)?) thousand\b", re.IGNORECASE)
# A number that is told to be near the one that is known, on either side of it or on one.
_ABOUT = re.compile(
    r"\b(?:(?P<near>about|around|approximately|roughly|some|close to)|(?P<below>nearly|almost|just under|just below)"
    r"|(?P<above>just over|just above|a little over|slightly over))\s$",
    re.IGNORECASE,
)


def amounts(text: str) -> list[Amount]:
    """Every number of a text; "9 out of 10" is 9/10, "half past ten" a time of the day."""
    found = clock_times(text)
    found += [_plain((value_of(m[1]), value_of(m[2])), "", m) for m in _OUT_OF.finditer(text)]
    found += [_amount_of_one(m) for m in _ONE.finditer(text)]
    found += [_early(m) for m in _EARLY.finditer(text)]
    found += [Amount((336.0,), "time", *m.span(), (2.0,)) for m in _FORTNIGHT.finditer(text)]
    found += [_plain((float(m[1]), float(m[2])), "", m)._replace(mark="/") for m in _PRESSURE.finditer(text)]
    found += [_half(m) for m in _HALF.finditer(text)]
    found += [_plain((50.0,), "percent", m) for m in _FIFTY.finditer(text)]
    found += [_plain((2.0 if m["two"] else 12.0,), "", m) for m in _SOME.finditer(text)]
    found += [_plain((value_of(m["number"]),), "", m)._replace(mark="k") for m in _THOUSAND.finditer(text)]
    found += [_of_age(m) for m in _AGE.finditer(text)]
    found += [_date(m) for m in _DATE.finditer(text)]
    taken = [(a.start, a.end) for a in found]
    for match in _NUMBER.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        found.append(of_day(text, _amount(match)))
    return sorted((_settled(text, amount) for amount in found), key=lambda a: a.start)


def _plain(values: tuple[float, ...], kind: str, match: re.Match[str]) -> Amount:
    return Amount(values, kind, match.start(), match.end(), values)


def _amount_of_one(match: re.Match[str]) -> Amount:
    """ "For a week" is for one week."""
    kind, factor = _UNITS[match[1].lower()]
    return Amount((factor,), kind, match.start(), match.end(), (1.0,))


def _half(match: re.Match[str]) -> Amount:
    """ "Half an hour", "two and a half days", "an hour and a half"."""
    kind, factor = _UNITS[(match["half"] or match["unit"] or match["one"]).lower()]
    number = 0.5 + (value_of(match["whole"]) if match["whole"] else 1.0 if match["one"] else 0.0)
    return Amount((number * factor,), kind, match.start(), match.end(), (number,))


def _early(match: re.Match[str]) -> Amount:
    """ "Born five weeks early" is born at 35 weeks."""
    weeks = 40.0 - value_of(match["weeks"])
    return Amount((168.0 * weeks,), "time", *match.span(), (weeks,))


def _of_age(match: re.Match[str]) -> Amount:
    years = float(match["age"])
    return Amount((years * 12,), "months", *match.span("age"), (years,))


def _date(match: re.Match[str]) -> Amount:
    """ "2 June", "June 2nd": a day of the year."""
    month = _MONTHS.index(next(m for m in _MONTHS if m.startswith((match["month"] or match["month2"]).lower()))) + 1
    return _plain((float(month), float(match["day"] or match["day2"])), "date", match)


def _amount(match: re.Match[str]) -> Amount:
    if match["clock"]:
        hours, minutes = match["clock"].split(":")
        return _plain((int(hours) + int(minutes) / 60,), "clock", match)
    values = tuple(value_of(part) for part in re.split(r"(?<=\d)[/+×](?=\d)", match["number"]))
    mark = (re.search(r"(?<=\d)[/+×](?=\d)", match["number"]) or [""])[0]
    unit = _PER_TIME.sub(lambda m: f"/{m[1][0]}", match["unit"] or "")
    unit = re.sub(r"\s", "", unit).lower().replace("μ", "µ")
    unit = re.sub(r"^litres?(?=/)", "l", re.sub(r"/(?:min|m)$", "/min", re.sub(r"/k$", "/kg", unit)))
    if not unit or _RATE.match(unit):
        return Amount(values, "", match.start(), match.end("number"), values, mark)
    rate = _PERIOD.match(unit)
    per = _PERIODS[rate["per"][0]] if rate is not None and rate["unit"] in _UNITS else ""
    kind, factor = _UNITS.get(rate["unit"] if rate is not None and per else unit, (unit, 1.0))
    return Amount(tuple(value * factor for value in values), kind, match.start(), match.end(), values, mark, per)


def _settled(text: str, amount: Amount) -> Amount:
    """A number with "about" before it; an hour with the half of the day that the text tells."""
    about = _ABOUT.search(text, max(0, amount.start - 20), amount.start)
    if about is not None:
        amount = amount._replace(about=about.lastgroup or "")
    return settled(text, amount)
