"""The creatinine from before the illness: "(baseline 70)", "usually 132", "rose from 70 to 132", "70 -> 132"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from core.language.model import Measurement, Reading
from core.scores.facts import Fact
from core.scores.source import Source

CREATININE = "creatinine"
MICROMOL_OF_MG = 88.42
_UNIT = r"(?:\s?(?:[uµμ]?mol/l|[uµμ]mol|mg/dl))?"
# Between two values, the first of them before the other.
_ROSE_TO = re.compile(
    rf"{_UNIT}\s?(?:-{{1,2}}>|=>|→|➔|to|up to|rising to|now|升至|升高至|升高到|升到|增至|上升至)\s?"
    r"(?:creat\w*\s|cr\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:\bfrom|[由从自])\s?(?:an?\s|the\s|baseline\s|usual\s|of\s)*$", re.IGNORECASE)
# "Usual creatinine 95".
_CALLED = re.compile(
    r"\b(?:baseline|usual(?:ly)?|normally|premorbid|b/l)\b(?:\s(?:is|of|his|her|serum))*\s?[:=]?\s?"
    r"(?:s?creat\w*|s?cr)?\s?(?:is|of|was|around|about|[:=~])?\s?\d[\d.]*$|基[线础](?:值|血?肌酐)?\s?[:：]?\s?\d[\d.]*$",
    re.IGNORECASE,
)
# Right behind a value of now, where no value was read.
_BEHIND = re.compile(
    rf"{_UNIT}\s?[(（,，;；]\s?(?:baseline|b/l|bl|usual(?:ly)?|normally|prev(?:ious(?:ly)?)?|was|from|基线|基础值?|平时|既往|原)"
    rf"\D{{0,12}}?(?P<value>\d{{1,3}}(?:\.\d{{1,2}})?)(?![\d/%])",
    re.IGNORECASE,
)
# "Baseline Cr of 0.9", where the reader of measurements saw no creatinine.
_WORDS = re.compile(
    r"\b(?:baseline|usual) (?:serum )?(?:Cr|SCr|creat(?:inine)?)?\D{0,25}?(?P<value>\d{1,2}\.\d{1,2}|\d{2,3})"
    r"(?=\s*(?:mg/dL|[uµμ]mol)|[\s,.;)]|$)"
    r"|(?P<value2>\d{1,2}\.\d{1,2})(?: mg/dL)? (?:at baseline|(?:\w+ ){1,3}ago)"
    r"|(?:基线|基础|平时)(?:血?肌酐)\D{0,6}(?P<value3>\d{1,3}(?:\.\d{1,2})?)",
    re.IGNORECASE,
)
# A value of another year is no baseline of an illness of days.
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\byears? ago|年前")
# What a creatinine can be where its unit is not written: up to 15 it is mg/dL.
_MOST_MG, _LEAST, _MOST = 15, 15, 1100


class Baseline(NamedTuple):
    """A creatinine in µmol/L, and where it is written."""

    value: float
    start: int
    end: int


def baseline_creatinine(reading: Reading, text: str) -> Baseline | None:
    """The patient's creatinine from before the illness, if the record gives it."""
    own = [m for m in reading.measurements if m.analyte == CREATININE and m.experiencer == "patient"]
    own.sort(key=lambda m: m.start)
    past = [m for m in own if m.temporality == "historical" and not _DATED.search(text[m.end : m.end + 20])]
    if past:
        least = min(past, key=lambda m: m.value)
        return Baseline(least.value, least.start, least.end)
    now = [m for m in own if m.temporality == "recent"]
    called = next((m for m in own if _CALLED.search(text[max(0, m.start - 30) : m.end])), None)
    if called is not None:
        return Baseline(called.value, called.start, called.end)
    for one, other in pairwise(now):
        if one.value < other.value and _ROSE_TO.match(text[one.end : other.start].lstrip()):
            return Baseline(one.value, one.start, one.end)
        if other.value < one.value and _FROM.search(text[one.end : other.start]):
            return Baseline(other.value, other.start, other.end)
    return _behind(now, text) or _in_words(text)


def _behind(now: list[Measurement], text: str) -> Baseline | None:
    for m in now:
        found = _BEHIND.match(text, m.end)
        if found is not None:
            value = _in_micromol(float(found["value"]))
            if value is not None:
                return Baseline(value, found.start("value"), found.end("value"))
    return None


def _in_words(text: str) -> Baseline | None:
    found = _WORDS.search(text)
    if found is None:
        return None
    name = next(key for key in ("value", "value2", "value3") if found[key])
    value = _in_micromol(float(found[name]))
    return None if value is None else Baseline(value, found.start(name), found.end(name))


def _in_micromol(value: float) -> float | None:
    value = value * MICROMOL_OF_MG if value < _MOST_MG else value
    return value if _LEAST <= value <= _MOST else None


def read_baseline(source: Source) -> Fact:
    """The same in mg/dL, for a calculator."""
    found = baseline_creatinine(source.reading, source.text)
    if found is None:
        return Fact(unit="mg/dL")
    return Fact((round(found.value / MICROMOL_OF_MG, 2),), unit="mg/dL", start=found.start, end=found.end)
