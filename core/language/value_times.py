"""Whether a value is of now or of the past: a time belongs to the value beside it, and to no other of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.language.model import Measurement
from core.language.tokens import Sentence
from core.language.unborn import FETAL

_COUNT = r"(?:an?|one|two|three|four|five|six|several|(?:a )?few|\d{1,2})"
_AGO = (
    rf"(?:{_COUNT}\s?(?:weeks?|wks?|months?|mths?|years?|yrs?|y)|\d{{1,2}}/(?:52|12))\s(?:ago|back|earlier|previously|"
    r"before)|last (?:month|year|week|visit|time|clinic|admission|summer|winter|autumn|spring|check|appointment)|"
    r"(?:in|back in|of|from|since) (?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d|at (?:booking|baseline|discharge)|"
    r"before (?:pregnancy|the operation|surgery)|pre-?op(?:eratively)?|in (?:early|late|mid) (?:19|20)\d\d|"
    r"as a (?:child|teenager)|in childhood"
)
_BEHIND = re.compile(
    rf"\s?[,(]?\s?(?:(?:was |at |in |on )?(?:(?!(?:from|above|below|over|than)\b)[A-Za-z]+ ){{0,3}}?)"
    rf"(?:{_AGO}|previously|baseline)\b(?!\s?[:=]?\s?\d)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:{_AGO}|previous(?:ly)?|prev|prior|baseline|base line|usual(?:ly)?|normally|historic(?:al)?|"
    r"old (?:bloods?|results?|values?|labs?|letters?|notes?))\b"
    r"[^;.]{0,60}$",
    re.IGNORECASE,
)
_WAS = re.compile(r"^\s?\($|^\s?[,(;]\s?(?:it )?(?:was|were|had been|from|last|prev\.?)\s(?:at\s)?$", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:now|today|tonight|currently|current|at present|this (?:morning|evening|afternoon)|here|"
    r"on (?:arrival|admission|examination|exam))\b",
    re.IGNORECASE,
)
# "2.31 from normal baseline": compared with the past, and of now.
_COMPARED = re.compile(
    r"[\s,(]{1,3}(?:up |down |risen |rose |increased |above |over |well )*(?:from|above|below|over|than) "
    r"(?:(?:a|an|his|her|their|the|normal|usual|previous|known)\s){0,3}(?:baseline|base line|usual|previous(?!\s\w))\b",
    re.IGNORECASE,
)
# "5 mg/dL (her baseline was 0.5)": the past is that of the value in the brackets, whether it is read or not.
_OTHERS_PAST = re.compile(
    r"[^;.()\d]{0,20}[(,;]\s?(?:\w+\s){0,3}?(?:baseline|base line|previous(?:ly)?|prev|prior|"
    r"usual(?:ly)?|normally|was|from)\b"
    r"[^;.()\d]{0,30}(?!(?:19|20)\d\d\b|\d{1,2}\s?(?:/|(?:day|week|wk|month|year|yr)s?\b))\d+(?:\.\d+)?",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"\bbaseline\b", re.IGNORECASE)
_YEAR = re.compile(r"\s?\((?:[A-Z][a-z]{2,8}\.? )?(?P<year>(?:19|20)\d\d)\)")
_MARK = re.compile(r"[;(]|,\s|\.\s")
_PARTED = re.compile(r"[;)]|\.\s")


def past_values(sentence: Sentence, values: Sequence[Measurement], judged: Sequence[bool]) -> list[bool]:
    """Which of a sentence's values, in the order of their ends, are of the past.

    `judged`: whether the words of the sentence, whichever value they stand beside, make each one past. That is believed
    where there is one value alone; of several each has its own time. A past that stands before a list goes on through
    it ("previous bloods: Hb 120, Na 140"), but not to a second value of one quantity ("previous Hb 120, 95").
    """
    if len({v.end for v in values}) < 2:
        own = [_is_past(sentence, values, i)[0] for i in range(len(values))]
        judged = [
            j and not any(p.match(sentence.text, v.end, sentence.end) for p in (_OTHERS_PAST, _COMPARED))
            for j, v in zip(judged, values, strict=True)
        ]
        return [a or b for a, b in zip(own, judged, strict=True)]
    found: list[bool] = []
    goes_on = False
    for index, value in enumerate(values):
        if index and value.end == values[index - 1].end:
            found.append(found[-1])  # the two halves of a pressure
            continue
        past, led = _is_past(sentence, values, index)
        before = _before(sentence, values, index)
        known = any(v.analyte == value.analyte and v.end < value.end for v in values[:index])
        goes_on = not known and (led or (goes_on and not _PARTED.search(before) and not _NOW.search(before)))
        found.append(past or goes_on)
    return found


def _is_past(sentence: Sentence, values: Sequence[Measurement], index: int) -> tuple[bool, bool]:
    """Is the value past by what stands beside it, and by what stands before it?"""
    value = values[index]
    after = sentence.text[value.end : _stop(sentence, values, index)]
    before = _before(sentence, values, index)
    if value.analyte == FETAL:  # a trace has a baseline, which is of now
        after, before = _BASELINE.sub("", after), _BASELINE.sub("", before)
    year = _YEAR.match(after)
    if year and any(v.analyte == value.analyte and v.end != value.end for v in values):
        return not _is_latest(sentence, value, values, int(year.group("year"))), False
    now = list(_NOW.finditer(before))
    led = next(iter(_BEFORE.finditer(before[now[-1].end() :] if now else before)), None) is not None
    again = any(v.analyte == value.analyte for v in values[:index])
    behind = _BEHIND.match(after) is not None and not _OTHERS_PAST.match(sentence.text, value.end, sentence.end)
    return led or behind or (again and _WAS.match(before) is not None), led


def _stop(sentence: Sentence, values: Sequence[Measurement], index: int) -> int:
    """Where what stands behind a value ends: at the next one, or at the mark before it."""
    end = values[index].end
    following = next((v for v in values[index:] if v.end > end), None)
    if following is None:
        return sentence.end
    begin = following.start if following.start > end else _begin(following)
    between = sentence.text[end:begin]
    closed = between.find(")") + 1 if between[:3].strip().startswith("(") else 0
    mark = _MARK.search(between, closed)
    return end + mark.start() if mark else begin


def _is_latest(sentence: Sentence, value: Measurement, values: Sequence[Measurement], year: int) -> bool:
    others = [
        int(m.group("year"))
        for v in values
        if v.analyte == value.analyte and v.end != value.end and (m := _YEAR.match(sentence.text, v.end))
    ]
    same = {v.end for v in values if v.analyte == value.analyte and v.end != value.end}
    return len(others) == len(same) and all(year >= other for other in others)


def _begin(value: Measurement) -> int:
    return value.end - len(value.given)


def _before(sentence: Sentence, values: Sequence[Measurement], index: int) -> str:
    """What stands before a value, from where that of the one before it ends."""
    earlier = [i for i in range(index) if values[i].end < values[index].end]
    start = _stop(sentence, values, earlier[-1]) if earlier else max(sentence.start, sentence.body)
    return sentence.text[start : _begin(values[index])]
