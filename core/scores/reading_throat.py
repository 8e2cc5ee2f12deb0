"""Two questions of a sore throat: was there a fever in the last day, at home too, and which nodes are enlarged?"""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.inputs import Flag
from core.scores.reading_findings import read_flag
from core.scores.reading_phrases import Reader
from core.scores.reading_places import named
from core.scores.source import Source

_DEGREES = r"(?P<value>3[4-9](?:\.\d)?|4[0-2](?:\.\d)?|9[4-9](?:\.\d)?|10[0-8](?:\.\d)?)"
_MEASURED = re.compile(
    rf"\b(?:temp(?:erature)?|thermometer|fever|measured|febrile|hot|pyrexi\w*)\b[^.;\d]{{0,30}}{_DEGREES}\s*(?:°|degrees)?"
    r"\s*[CF]?[^.;\d]{0,30}",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(r"last night|overnight|yesterday|this (?:morning|afternoon)|at home|today|24 ?h", re.IGNORECASE)
# "Her highest recorded temperature was 37.6 °C": what was called a fever was none.
_HIGHEST = re.compile(
    r"\b(?:highest|maximum|maximal|peak)(?: recorded| measured| documented| reported)? (?:body )?temp(?:erature)?\b"
    rf"[^.;\d]{{0,20}}{_DEGREES}",
    re.IGNORECASE,
)
_FRONT = 30
_FEVER, _FAHRENHEIT = 38.0, 60.0
_SIZE = r"(?:tender|enlarged|swollen|big|large|palpable|painful|sore)"
_NODES = r"(?:(?:lymph )?(?:nodes?|glands?)|lymphadenopathy|chain)"
_FRONT_NODES = (
    rf"{_SIZE}[^.;]{{0,30}}(?:anterior|front)[^.;]{{0,15}}{_NODES}"
    rf"|\bant\.? (?:cervical |cerv\.? )?(?:LNs?|nodes?) {_SIZE}"
    rf"|(?:anterior|front)[^.;]{{0,20}}{_NODES}(?:(?!\bnot?\b)[^.;,]){{0,20}}{_SIZE}"
)
_BEHIND_ONLY = re.compile(r"posterior|occipital|back of the neck", re.IGNORECASE)
_BEFORE = re.compile(r"anterior|front|submandibular|jugulodigastric|tonsillar node", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;]\s|\n")


def _celsius(found: re.Match[str]) -> float:
    value = float(found["value"])
    return (value - 32) / 1.8 if value > _FAHRENHEIT else value


def fever_of_the_day(flag: Flag) -> Reader:
    """A reader of fever by the vocabulary, or measured above 38 °C at home in the last day; none where the highest
    temperature that was measured lies below 38 °C."""

    def read(source: Source) -> Fact:
        fact = read_flag(flag, source)
        highest = _HIGHEST.search(source.text)
        if highest is not None and _celsius(highest) < _FEVER:
            return Fact((False,), start=highest.start(), end=highest.end())
        if fact.possible == (True,):
            return fact
        for found in _MEASURED.finditer(source.text):
            near = source.text[max(0, found.start() - _FRONT) : found.end()]
            if _celsius(found) > _FEVER and _LAST_DAY.search(near):
                return Fact((True,), start=found.start(), end=found.end("value"))
        return fact

    return read


def front_nodes(flag: Flag) -> Reader:
    """A reader of enlarged anterior nodes: those behind the muscle alone do not count."""

    def read(source: Source) -> Fact:
        fact = read_flag(flag, source)
        if fact.possible == (True,) and fact.start is not None and source.text:
            begin = max((m.end() for m in _SENTENCE.finditer(source.text, 0, fact.start)), default=0)
            words = source.text[begin : fact.end]
            if not _BEHIND_ONLY.search(words) or _BEFORE.search(words):
                return fact
            fact = Fact((False, True), start=fact.start, end=fact.end)
        found = next(named(_FRONT_NODES, source), None)
        return fact if found is None else Fact((True,), start=found.start(), end=found.end())

    return read
