"""Flags, answers and numbers read from the words themselves, where the vocabulary has no term for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from core.scores.facts import Fact
from core.scores.inputs import Choice, Flag
from core.scores.occasion import Occasion
from core.scores.reading_findings import read_choice, read_flag
from core.scores.reading_places import compiled, named, places
from core.scores.source import Source

Reader = Callable[[Source], Fact]

# What a question may name where a record gives a series: a time of the day, minutes or hours from a start, a weekday.
_MARKS = (
    r"\b\d{1,2}:\d{2}\b",
    r"\b(?:\d{1,2}|one|two|five|six|ten|twelve)[- ](?:minutes?|min)\b",
    r"\b(?:\d{1,2}|one|two|six|twelve)[- ]?(?:hours?|h)\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
)
_DIGITS = {"one": "1", "two": "2", "five": "5", "six": "6", "ten": "10", "twelve": "12"}


def _mark(words: str) -> str:
    number, *_ = re.split(r"[- ]", words.lower())
    return re.sub(rf"^{number}", _DIGITS.get(number, number), words.lower()).replace("-", " ").rstrip("s")


def _focus(source: Source) -> tuple[int, int] | None:
    """The part of the record that the question asks for by a mark of time, up to the next mark of its kind."""
    for kind in _MARKS:
        wanted = re.search(kind, source.question, re.IGNORECASE)
        if wanted is None:
            continue
        marks = list(re.finditer(kind, source.text, re.IGNORECASE))
        for number, found in enumerate(marks):
            if _mark(found[0]) == _mark(wanted[0]):
                later = (m.start() for m in marks[number + 1 :] if _mark(m[0]) != _mark(wanted[0]))
                return found.start(), next(later, len(source.text))
    return None


def _first_asked(found: list[re.Match[str]], source: Source) -> re.Match[str] | None:
    """The first place, or the first within what the question asks for."""
    focus = _focus(source) if source.question and len(found) > 1 else None
    inside = [f for f in found if focus is not None and focus[0] <= f.start() < focus[1]]
    return (inside or found or [None])[0]  # type: ignore[list-item]


def said(pattern: str, against: str | None = None) -> Reader:
    """A reader of a flag: set where the words are said of the patient, not set where they are denied or where what
    speaks `against` it is said; silence leaves it open."""

    def read(source: Source) -> Fact:
        named = list(places(pattern, source))
        affirmed = next((found for found, denied in named if not denied), None)
        if affirmed is not None:
            return Fact((True,), start=affirmed.start(), end=affirmed.end())
        opposite = [found for found, denied in places(against, source) if not denied] if against else []
        refuted = [found for found, _ in named] or opposite
        return Fact((False,), start=refuted[0].start(), end=refuted[0].end()) if refuted else Fact((False, True))

    return read


def affirmed(pattern: str) -> Reader:
    """A reader of a flag that is set where the words are said; a denial of them leaves it open."""

    def read(source: Source) -> Fact:
        found = next(named(pattern, source), None)
        return Fact((False, True)) if found is None else Fact((True,), start=found.start(), end=found.end())

    return read


def refuted(pattern: str) -> Reader:
    """A reader of a flag that is not set where the words are said; without them it stays open."""

    def read(source: Source) -> Fact:
        found = compiled(pattern).search(source.text)
        return Fact((False, True)) if found is None else Fact((False,), start=found.start(), end=found.end())

    return read


def either(flag: Flag, words: Reader) -> Reader:
    """A reader that asks the vocabulary first, and the words where it says nothing."""

    def read(source: Source) -> Fact:
        fact = read_flag(flag, source)
        return fact if fact.known or fact.start is not None else words(source)

    return read


def first_known(*readers: Reader) -> Reader:
    """A reader that asks several in turn and takes what the first of them knows."""

    def read(source: Source) -> Fact:
        facts = [reader(source) for reader in readers]
        return next((fact for fact in facts if fact.known), facts[0])

    return read


def settled(choice: Choice, *options: tuple[str, str]) -> Reader:
    """A reader that asks the vocabulary for one of several answers first, and where it leaves that open the words: each
    option is an answer and the words that settle it."""

    return first_known(partial(read_choice, choice), chosen(*options))


def chosen(*options: tuple[str, str]) -> Reader:
    """A reader of one of several answers by the words that settle it, tried in this order."""

    def read(source: Source) -> Fact:
        for value, pattern in options:
            found = next((f for f, denied in places(pattern, source) if not denied), None)
            if found is not None:
                return Fact((value,), start=found.start(), end=found.end())
        return Fact(tuple(value for value, _ in options))

    return read


def _of_the_past(found: re.Match[str], source: Source) -> bool:
    occasions = source.setting(found.start(), found.end()).occasions
    return Occasion.PAST in occasions and not occasions & {Occasion.NOW, Occasion.ARRIVAL}


def answered(*options: tuple[float, str]) -> Reader:
    """A reader of a graded answer: the value of the first option whose words are said and not denied. An empty
    pattern stands for an answer that no words give."""
    values = tuple(sorted({float(value) for value, _ in options}))

    def read(source: Source) -> Fact:
        every = [(float(v), list(places(p, source, listed=False))) for v, p in options if p]
        said = [(v, [f for f, denied in found if not denied]) for v, found in every]
        if any(not _of_the_past(f, source) for _, found in every for f, _ in found):
            # What is told of years ago stands back behind anything that is told of now, be it a denial.
            said = [(v, [f for f in found if not _of_the_past(f, source)]) for v, found in said]
        focus = _focus(source) if source.question else None
        if focus is not None:
            inside = [(v, [f for f in found if focus[0] <= f.start() < focus[1]]) for v, found in said]
            said = inside if any(found for _, found in inside) else said
        value, place = next(((v, found[0]) for v, found in said if found), (None, None))
        return Fact(values) if value is None or place is None else Fact((value,), start=place.start(), end=place.end())

    return read


def _number(found: re.Match[str]) -> float:
    """The number of a match; words that stand for one ("closed") mean none of it."""
    written = next(group for group in found.groups() if group).replace(",", "")
    return float(written) if written[0].isdigit() else 0.0


def counted(pattern: str, low: float, high: float, unit: str | None = None) -> Reader:
    """A reader of the first number between the limits that stands in one of the groups of the pattern."""

    def read(source: Source) -> Fact:
        own = [f for f, _ in places(pattern, source) if low <= _number(f) <= high]
        found = _first_asked(own, source)
        return Fact((_number(found),), unit=unit, start=found.start(), end=found.end()) if found else Fact(unit=unit)

    return read


_DAYS = {"not at all": 0.0, "several days": 1.0, "more than half the days": 2.0, "nearly every day": 3.0}
_DAYS_ANSWERS = tuple(_DAYS.values())


def item(words: str, answers: tuple[float, ...]) -> Reader:
    """A reader of one answer of a scale that is written down item by item ("sleep: 2", "tremor (4)", "item 3 = 1"), or
    in the words of a questionnaire of 0 to 3 ("tired, more than half the days")."""
    number = rf"(?:{words})[^\n.;,\d]{{0,40}}?[\s:=(–-]\s*(\d{{1,2}})(?![\d%.]*\d|\s*%|/min)"
    spoken = rf"(?:{words})[^\n.;\d]{{0,40}}?\b({'|'.join(_DAYS)})" if answers == _DAYS_ANSWERS else ""

    def read(source: Source) -> Fact:
        for found in compiled(number).finditer(source.text):
            if float(found[1]) in answers:
                return Fact((float(found[1]),), start=found.start(), end=found.end())
        told = compiled(spoken).search(source.text) if spoken else None
        return Fact((_DAYS[told[1].lower()],), start=told.start(), end=told.end()) if told else Fact(answers)

    return read
