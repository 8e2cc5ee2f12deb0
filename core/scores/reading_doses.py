"""Doses that are to be converted: how much of a drug, by which way, how often a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.source import Source

_AMOUNT = r"(?P<amount>\d+(?:\.\d+)?)\s*(?P<unit>mg|mcg|µg|μg|micrograms?|milligrams?|g)(?P<per>\s*/\s*h(?:ou)?r?)?"
_ROUTE = r"(?:\s*\(?(?P<route>po|iv|im|oral(?:ly)?|intravenous(?:ly)?|patch|transdermal|buccal|sublingual|nasal)\b\)?)?"
_FORM = (
    r"(?:\s+(?:ER|IR|SR|XR|CR|MR|LA|retard|sulfate|sulphate|tablets?"
    r"|(?:modified|immediate|extended|prolonged|slow|sustained|controlled)[- ]release))?"
)
_WAS = r"(?:\s+(?:was|is|at|dose|of|now|currently))*"
_COUNT = r"(?:\d+(?:\.\d)?|half|one|two|three|four|five|six|seven|eight)"
_HOURS = r"(?:two|three|four|six|eight|twelve)"
_TABLETS = rf"(?:[ ,]+(?P<tablets>{_COUNT})\s+(?:tab(?:let)?s?|cap(?:sule)?s?|pills?)\b)?"
_DAY = r"(?:(?:a|per|each|every|/)\s*day|daily|in (?:the )?(?:last |past )?24 ?h(?:ou)?rs?)"
_TIMES = (
    rf"{_FORM}{_TABLETS}(?:[ ,]*(?:(?P<times>{_COUNT}|once|twice)\s*(?:times?|doses?|x|×)?\s*{_DAY}"
    r"|(?P<latin>od|qds?|bd|tds|bid|b\.i\.d\.|tid|t\.i\.d\.|qid|q\.i\.d\.|daily)\b"
    rf"|(?:every|q)\s*(?P<every>\d+|{_HOURS})\s*h(?:ours?|rs?)?))?"
)
# What is taken of a drug that is ordered as needed, or else the most of it that may be.
_TAKEN = re.compile(
    r"\b(?:exactly|actually|average\w*|takes|taking|taken|uses|using|used|needed|usually|about)\s+"
    rf"(?P<n>{_COUNT}|once|twice)(?:\s+(?:tab(?:let)?s?|pills?|cap(?:sule)?s?|doses?|times))?\s+{_DAY}",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    rf"\W*(?:[\w,]+\s+){{0,4}}(?:up to|max(?:imum|\.)?)\s+(?P<n>{_COUNT})\s*(?:times|tab(?:let)?s?|pills?"
    rf"|doses?)?\s*{_DAY}",
    re.IGNORECASE,
)
# "Reduced to 4 mg bd, and since Monday 3 mg twice daily": the last of a course of doses is that of now.
_THEN = re.compile(
    r"[^.;(]{0,40}?\b(?:reduced|tapered|weaned|decreased|increased|raised|cut|changed|then|since \w+|now)\b"
    rf"[^.;(\d]{{0,20}}{_AMOUNT}{_ROUTE}{_TIMES}",
    re.IGNORECASE,
)
_WORDS = {
    "half": 0.5, "once": 1.0, "one": 1.0, "twice": 2.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "twelve": 12.0,
}  # fmt: skip
_LATIN = {"od": 1.0, "qd": 1.0, "qds": 4.0, "bd": 2.0, "tds": 3.0, "daily": 1.0, "bid": 2.0, "tid": 3.0, "qid": 4.0}
_ROUTES = {
    "oral": "PO", "orally": "PO", "po": "PO", "iv": "IV", "intravenous": "IV", "intravenously": "IV", "im": "IM",
    "patch": "patch", "transdermal": "patch", "buccal": "buccal", "sublingual": "buccal", "nasal": "nasal",
}  # fmt: skip


_GIVEN_UP = re.compile(r"[^.;]{0,40}\b(?:stopped|discontinued|finished|was (?:used|given))\b", re.IGNORECASE)


class Dose(NamedTuple):
    """One order: amount in mg and the number as it is written, way, doses a day, and where it stands."""

    amount: float
    number: float
    route: str | None
    times: float
    start: int
    end: int


def doses(drug: str, text: str) -> list[Dose]:
    """Every dose of a drug: "50 mg of tramadol twice a day", "tramadol 50 mg PO every 6 hours"."""
    if re.search(drug, text, re.IGNORECASE) is None:
        return []
    found = {m.start(): m for pattern in _orders(drug) for m in pattern.finditer(text)}
    read: list[Dose] = []
    for start, m in sorted(found.items()):
        if not read or start >= read[-1].end:
            read.append(_in_fact(m, text))
    return read


def _in_fact(order: re.Match[str], text: str) -> Dose:
    """The dose after what the same sentence says of later changes and of what is taken."""
    dose = _dose(order)
    while (later := _THEN.match(text, dose.end)) is not None:
        order, before = later, dose
        dose = _dose(later)
        dose = dose._replace(route=dose.route or before.route, start=before.start)
    if any(order[part] for part in ("times", "latin", "every")):
        return dose
    sentence = re.split(r"[.;](?!\d)", text[dose.end :], maxsplit=1)[0]
    said = _TAKEN.search(sentence) or _AT_MOST.match(sentence)
    return dose if said is None else dose._replace(times=_count(said["n"]))


@lru_cache(maxsize=64)
def _orders(drug: str) -> tuple[re.Pattern[str], ...]:
    before = rf"{_AMOUNT}\s+(?:of\s+)?(?:{drug})\b{_ROUTE}{_TIMES}"
    # Of "hydrocodone/acetaminophen 10/325" and "co-codamol 30/500" the first part is the opioid.
    both = rf"\b(?:{drug})\b(?:/\w+)?{_FORM}\s+(?P<amount>\d+(?:\.\d+)?)(?:\s*mg)?/\d{{3}}(?P<unit>)(?:\s*mg)?{_TIMES}"
    after = rf"\b(?:{drug})\b\)?(?:/\w+)?{_FORM}{_ROUTE}{_WAS}\s+{_AMOUNT}{_ROUTE.replace('route', 'route2')}{_TIMES}"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (both, after, before))


def _dose(m: re.Match[str]) -> Dose:
    part = m.groupdict()
    number, unit = float(part["amount"]), part["unit"].lower()
    milligrams = {"g": 1000.0, "": 1.0, "mg": 1.0}.get(unit, 1.0 if unit.startswith("milli") else 0.001)
    route = part.get("route") or part.get("route2")
    return Dose(
        number * milligrams, number, _ROUTES[route.lower()] if route else None, _times(part), m.start(), m.end()
    )


def _count(word: str) -> float:
    return _WORDS.get(word.lower()) or float(word)


def _times(part: dict[str, str | None]) -> float:
    """How often a day, each time so many tablets."""
    tablets = _count(part["tablets"]) if part["tablets"] else 1.0
    if part["times"]:
        return tablets * _count(part["times"])
    if part["latin"]:
        return tablets * _LATIN[part["latin"].lower().replace(".", "")]
    return tablets * (24 / _count(part["every"]) if part["every"] else 1.0)


def doses_now(drug: str, source: Source) -> list[Dose]:
    """The doses of a drug that are not of the past, of somebody else, or given up."""
    weighed = [(fit(source, d), d) for d in doses(drug, source.text)]
    return [d for points, d in weighed if points >= 0 and not _GIVEN_UP.match(source.text, d.end)]


def daily_dose(drug: str, route: str | None = None, as_written: bool = False) -> Callable[[Source], Fact]:
    """A reader of what is taken of a drug in a day, in mg or in the unit `as_written`; 0 where no dose stands."""

    def read(source: Source) -> Fact:
        taken = [d for d in doses_now(drug, source) if route is None or d.route == route]
        if not taken:
            return Fact((0.0,))
        total = sum((d.number if as_written else d.amount) * d.times for d in taken)
        return Fact((total,), start=taken[0].start, end=taken[-1].end)

    return read
