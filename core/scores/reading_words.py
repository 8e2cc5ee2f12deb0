"""Numbers that only a score asks for, read from the words around them."""

from __future__ import annotations

import re

from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.source import Source

_TARGET_BMI = re.compile(
    r"\b(?:target|goal|desired|"
    r"(?:would like|wants?|wishes|hopes) to (?:be|come|get) (?:below|under|down to|at)|"
    r"reach(?:es|ed)?|achieves?|attains?|aim\w*)\s+(?:(?:for|at|of|a|an)\s+)*"
    r"(?:BMI|body mass index)[^.\d]{0,20}(\d{2}(?:\.\d+)?)",
    re.IGNORECASE,
)
_CYCLE = re.compile(
    r"\b(?:cycles?|periods?)(?: length)?(?:\s+(?:is|was|of|lasts?|length|are|about|every|regular|days))*\s*:?\s*"
    r"(\d{2})\s*(?:-\s*)?days?\b"
    r"|\b(\d{2})[- ]day (?:menstrual )?cycles?\b",
    re.IGNORECASE,
)
_RR = re.compile(
    r"\b(?:mean )?R-?R(?: interval)?s?\s*(?:of|is|was|=|:|about)?\s*(\d{3,4}(?:\.\d+)?)\s*(ms(?:ec)?)\b"
    r"|\b(?:mean )?R-?R(?: interval)?s?\s*(?:of|is|was|=|:|about)?\s*(\d?\.\d+)\s*s(?:ec)?\b",
    re.IGNORECASE,
)
# "QT 0.36 s at a rate of 101"
_QT_AT_RATE = re.compile(r"\bQT\b[^.;]{0,15}(?:0?\.\d+)?[^.;]{0,12}\bat (?:a )?rate of (\d{2,3})\b", re.IGNORECASE)
_BLACK = re.compile(
    r"\bAfrican[- ]American\b|\bAfro-Caribbean\b"
    r"|(?<!North )\bAfrican (?:descent|ancestry|origin|heritage)\b"
    r"|\bblack\s+(?:man|woman|male|female|boy|girl|patient|gentleman|lady)\b"
    r"|\b(?:race|ethnicity)\s*:?\s*(?:is\s+)?black\b",
    re.IGNORECASE,
)
_ACTUAL = re.compile(r"\bactual (?:\w+ ){0,2}weight\b", re.IGNORECASE)
_INSTEAD = re.compile(r"\binstead\b|\bideal\b|\badjusted\b", re.IGNORECASE)
USUAL_CYCLE = 28.0


def read_target_bmi(source: Source) -> Fact:
    """The body mass index that is aimed for, in kg/m²."""
    return _first(_TARGET_BMI, source.text, "kg/m²")


def read_cycle(source: Source) -> Fact:
    """The length of the menstrual cycle in days; the usual 28 where the record does not give it."""
    fact = _first(_CYCLE, source.text, "days")
    return fact if fact.known else Fact((USUAL_CYCLE,), unit="days")


def read_rate_from_rr(source: Source) -> Fact:
    """The heart rate that the interval between two beats means, where the record gives the interval."""
    facts = [
        Fact((float(found[1]),), unit="/min", start=found.start(), end=found.end())
        for found in _QT_AT_RATE.finditer(source.text)
    ]
    for found in _RR.finditer(source.text):
        rate = 60000 / float(found[1]) if found[1] else 60 / float(found[3])
        facts.append(Fact((round(rate, 2),), unit="/min", start=found.start(), end=found.end()))
    return max(facts, key=lambda fact: fit(source, fact), default=Fact(unit="/min"))


def read_black(source: Source) -> Fact:
    """Does the record call the patient black, for equations of the time when that was a factor? Silence means no."""
    found = _BLACK.search(source.text)
    return Fact((True,), start=found.start(), end=found.end()) if found else Fact((False,))


def read_actual_weight(source: Source) -> Fact:
    """Does the question ask for the actual weight, and not for another instead of it?"""
    return Fact((bool(_ACTUAL.search(source.question)) and not _INSTEAD.search(source.question),))


def _first(pattern: re.Pattern[str], text: str, unit: str) -> Fact:
    found = pattern.search(text)
    if found is None:
        return Fact(unit=unit)
    number = next(group for group in found.groups() if group)
    return Fact((float(number),), unit=unit, start=found.start(), end=found.end())
