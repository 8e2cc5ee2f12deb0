"""Findings that no sentence states and that follow from what the record gives: weeks of pregnancy, a creatinine beside
its baseline, a drug and the day it was begun."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.diagnosis.gestation import weeks
from core.diagnosis.model import Spans
from core.language.model import Measurement, Reading
from core.language.ranges import SEVERE_IN_PREGNANCY
from core.scores.reading_baseline import baseline_creatinine

SECOND_HALF = 20
# KDIGO, Acute Kidney Injury, 2012: one and a half times the baseline.
RISEN = 1.5
# ARDS Definition Task Force, JAMA 2012: PaO2/FiO2 of 300 mmHg or less with a PEEP or CPAP of 5 cmH2O or more.
LOW_RATIO, LEAST_PEEP = 300, 5
VENTILATED = "BD:mechanical-ventilation"
# As new as the finding's own name says; a rash by a drug comes within two months of its first dose.
NEW_FOR = 56.0
_DAYS = {"d": 1.0, "/7": 1.0, "w": 7.0, "/52": 7.0, "m": 30.4, "/12": 30.4, "天": 1.0, "周": 7.0, "月": 30.4}
_BEGUN = re.compile(
    r"\b(?:start\w*|commenc\w*|began|begun|put on|switched to|initiated|prescribed)\b[^.;\n]{0,70}?"
    r"(?P<n>\d{1,2})\s?(?P<unit>d(?:ays?)?\b|w(?:ee)?ks?\b|/\s?7\b|/\s?52\b|/\s?12\b|months?\b)\s?(?:ago|back|prior)"
    r"|(?P<n_zh>\d{1,2})\s?(?P<unit_zh>天|周|个?月)前[^。；\n]{0,10}?(?:开始|起|始)[^。；\n]{0,6}?(?:服|用|口服)",
    re.IGNORECASE,
)
# What has gone: the deficit of a transient ischaemic attack.
_RECOVERED = re.compile(
    r"\b(?:full(?:y)?|complete(?:ly)?|total(?:ly)?)\s(?:recover\w*|resol\w*|back to (?:normal|baseline))|"
    r"\b(?:resolved|recovered|went away|gone|cleared|settled)\s(?:fully|completely|totally|entirely)|"
    r"\bneuro\w*(?:\sexam\w*)?\s(?:is\s)?now\snormal|完全(?:恢复|缓解|消失)",
    re.IGNORECASE,
)
_NOT_RECOVERED = re.compile(
    r"\b(?:not|never|no|without|yet to|n't|incomplete\w*)\s(?:\w+\s){0,2}$|[未没不][^。，]{0,3}$"
)
# "Film: fragments" names its cells by its own name, unless it is of a bone.
_FRAGMENTS = re.compile(
    r"\bfilm\b\W{0,3}(?:\w+\W{1,2}){0,4}?fragment(?:s|ed|ation)\b(?! (?:of bone|fracture))", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:no|without|nil|absent)\b|x-?ray|fracture|bone", re.IGNORECASE)
DEFICIT, GONE = "BD:focal-neurological-deficit", "BD:deficit-resolved-within-a-day"


class Worked(NamedTuple):
    """A finding that is present, and where the record gives what it follows from."""

    finding: str
    spans: Spans


def worked_out(reading: Reading, text: str, present: Callable[[str], bool]) -> Iterator[Worked]:
    """All such findings of a record; `present` tells what it states."""
    own = [m for m in reading.measurements if m.experiencer == "patient"]
    now = [m for m in own if m.temporality == "recent"]
    yield from _of_pregnancy(reading, text, now)
    yield from _of_kidneys(reading, text, now)
    yield from _of_ventilation(now, present)
    yield from _of_drugs(reading, text)
    yield from _of_film(text)
    if present(DEFICIT):
        yield from _gone(text)


def _of_pregnancy(reading: Reading, text: str, now: list[Measurement]) -> Iterator[Worked]:
    if not reading.patient.pregnant:
        return
    yield Worked("BD:pregnancy", tuple(span for key, span in reading.patient_spans.items() if key == "pregnant"))
    told = weeks(text)
    if told is not None:
        number, spans = told
        yield Worked("BD:over-20-weeks-pregnant" if number >= SECOND_HALF else "BD:under-20-weeks-pregnant", spans)
    severe = [m for m in now if m.analyte in SEVERE_IN_PREGNANCY and m.value >= SEVERE_IN_PREGNANCY[m.analyte]]
    if severe:
        yield Worked("BD:severely-raised-blood-pressure", tuple(dict.fromkeys((m.start, m.end) for m in severe)))


def _of_kidneys(reading: Reading, text: str, now: list[Measurement]) -> Iterator[Worked]:
    before = baseline_creatinine(reading, text)
    risen = [m for m in now if m.analyte == "creatinine"]
    if before is None or not risen:
        return
    most = max(risen, key=lambda m: m.value)
    if most.value >= RISEN * before.value:
        yield Worked("BD:creatinine-rising-over-days", ((before.start, before.end), (most.start, most.end)))


def _of_ventilation(now: list[Measurement], present: Callable[[str], bool]) -> Iterator[Worked]:
    """A ratio of oxygen that is low under pressure; without it, it would be any pneumonia's."""
    values = {m.analyte: m for m in reversed(now)}
    oxygen, share, pressure, ratio = (values.get(name) for name in ("po2", "fio2", "peep", "pf-ratio"))
    if not present(VENTILATED) and (pressure is None or pressure.value < LEAST_PEEP):
        return
    if ratio is not None:
        if ratio.value <= LOW_RATIO:
            yield Worked("BD:pf-ratio-below-300", ((ratio.start, ratio.end),))
    elif oxygen and share and share.value >= 21 and oxygen.value / (share.value / 100) <= LOW_RATIO:
        yield Worked("BD:pf-ratio-below-300", ((oxygen.start, oxygen.end), (share.start, share.end)))


def _of_drugs(reading: Reading, text: str) -> Iterator[Worked]:
    """A drug that was begun so many days ago."""
    for begun in _BEGUN.finditer(text):
        number, unit = begun["n"] or begun["n_zh"], (begun["unit"] or begun["unit_zh"]).replace(" ", "").lower()
        days = float(number) * next(length for start, length in _DAYS.items() if unit.lstrip("个").startswith(start))
        end = min((stop for mark in ".;\n。；" if (stop := text.find(mark, begun.end())) >= 0), default=len(text))
        until = end if begun["n_zh"] else begun.end()
        named = any(m.start is not None and begun.start() <= m.start < until for m in reading.medications)
        if named and days <= NEW_FOR:
            yield Worked("BD:recent-new-drug-within-weeks", ((begun.start(), begun.end()),))


def _of_film(text: str) -> Iterator[Worked]:
    for match in _FRAGMENTS.finditer(text):
        if not _DENIED.search(text[max(0, match.start() - 15) : match.end()]):
            yield Worked("HP:0001981", (match.span(),))


def _gone(text: str) -> Iterator[Worked]:
    for match in _RECOVERED.finditer(text):
        if not _NOT_RECOVERED.search(text[max(0, match.start() - 30) : match.start()]):
            yield Worked(GONE, (match.span(),))
            return
