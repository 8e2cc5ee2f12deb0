"""From a record to what is known of each input."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from core.case.model import Patient
from core.language.model import Measurement, Reading
from core.language.multiples import times_limit
from core.language.ranges import reference
from core.scores.asked import fit, fitting
from core.scores.facts import Fact
from core.scores.inputs import Age, Choice, Flag, Input, LimitMultiple, Number, Sex, Told, Value
from core.scores.occasion import Occasion
from core.scores.reading_age import read_age
from core.scores.reading_baseline import CREATININE, baseline_creatinine
from core.scores.reading_findings import read_choice, read_flag
from core.scores.reading_lists import from_lists
from core.scores.reading_loose import read_loosely
from core.scores.reading_series import further
from core.scores.reading_sex import read_sex
from core.scores.reading_units import read_beyond_names
from core.scores.source import Source

# "5 ft" of "5 ft 7 in" is not a height, nor "12 st" of "12 st 4 lb" a weight.
_CUT_SHORT = re.compile(r"\s*\d{1,2}\s*(?:in\b|inch|\"|(?:lbs?|pounds?)\b)|,\s\d{2}\s*m\b", re.IGNORECASE)
_AT_BIRTH = re.compile(r"\bbirth(?: ?weight)?[^.;,\d]*\Z", re.IGNORECASE)
_COURSE = re.compile(r"\s*(?:to|[-–])\s*\d")
_COURSE_END = re.compile(r"\d\s*(?:to|[-–])\s*\Z")
# What a vein holds is another quantity.
_ARTERIAL = frozenset(("po2", "pco2", "ph"))
_AS_GOOD, _NEARER, _OF_THE_COURSE = 3, 4, 4  # points of `asked.fitness`


def read_inputs(
    inputs: Sequence[Input], source: Source, given: Mapping[str, Value | None] | None = None
) -> dict[str, Fact]:
    """What is known of each input, by its id. What is `given` stands instead of what the record says; None there means
    that it is not known, whatever the record says."""
    facts: dict[str, Fact] = {}
    for wanted in inputs:
        unit = wanted.unit if isinstance(wanted, Number) else None
        if given and wanted.id in given:
            value = given[wanted.id]
            facts[wanted.id] = _unknown(wanted, source) if value is None else Fact((value,), unit=unit)
        else:
            facts[wanted.id] = _read(wanted, source, facts)
    return facts


def _unknown(wanted: Input, source: Source) -> Fact:
    """What an input is when no record says anything of it."""
    silence = Reading(language=source.reading.language, patient=Patient())
    return _read(wanted, Source(silence, source.knowledge, ""), {})


def _read(wanted: Input, source: Source, facts: dict[str, Fact]) -> Fact:
    if isinstance(wanted, Number):
        return _number(wanted, source, facts)
    if isinstance(wanted, Age):
        return read_age(source)
    if isinstance(wanted, Sex):
        return source.once(read_sex, partial(read_sex, source))
    if isinstance(wanted, Flag):
        return read_flag(wanted, source)
    if isinstance(wanted, Told):
        return source.once(wanted.read, partial(wanted.read, source))
    assert isinstance(wanted, Choice)
    if isinstance(wanted, LimitMultiple):
        measured = _multiple(wanted, source)
        if measured is not None:
            return measured
    return read_choice(wanted, source)


def _of_patient(field: str, source: Source, unit: str | None) -> Fact:
    value = getattr(source.reading.patient, field)
    if value is None:
        return Fact(unit=unit)
    start, end = source.reading.patient_spans.get(field, (None, None))
    return Fact((value,), unit=unit, start=start, end=end)


def _number(wanted: Number, source: Source, facts: dict[str, Fact]) -> Fact:
    low, high = wanted.limits
    own = [m for m in _all_values(wanted, source) if low <= m.value / wanted.divisor <= high]
    if own:
        chosen = _choose(wanted, own, source, facts.get(wanted.beside or ""))
        value = round(chosen.value / wanted.divisor, wanted.decimals)
        measured = Fact((value,), chosen.relation, wanted.unit, chosen.start, chosen.end)
        if fit(source, chosen) >= 0:
            return measured
        if not wanted.read:
            # "Discharge when she reaches a BMI of 18.5": what follows from the weight of now is nearer.
            derived = _derived(wanted, facts)
            return derived if derived.known else measured
        # What was measured is not what is asked for, or not of now: the words may know better.
        worded = source.once(wanted.read, partial(wanted.read, source))
        return worded if worded.known and fit(source, worded) >= 0 else measured
    if source.text and not wanted.read:
        loose = source.once((wanted.analytes, wanted.unit), partial(read_loosely, wanted, source))
        if loose.known:
            return loose
        beyond = source.once((wanted.analytes, wanted.unit, "beyond"), partial(read_beyond_names, wanted, source))
        if beyond.known:
            return beyond
    if wanted.read:
        fact = source.once(wanted.read, partial(wanted.read, source))
        if fact.known and (fit(source, fact) >= 0 or not wanted.field):
            return fact
    if wanted.field:
        fact = _of_patient(wanted.field, source, wanted.unit)
        if fact.known:
            return fact
    return _derived(wanted, facts)


def _derived(wanted: Number, facts: dict[str, Fact]) -> Fact:
    """What follows from other inputs, by the first way whose inputs are all known."""
    for way in wanted.derive:
        if all(name in facts and facts[name].known for name in way.inputs):
            derived = way.formula(*(facts[name].possible[0] for name in way.inputs))
            return Fact((round(derived, wanted.decimals),), unit=wanted.unit)
    return Fact(unit=wanted.unit)


def _all_values(wanted: Number, source: Source) -> list[Measurement]:
    """The measured values, and where none of them is what is asked for those that a second look finds."""
    own = source.measurements(*wanted.analytes)
    if not source.text:
        return own
    if CREATININE in wanted.analytes:
        # "Rose from 70 to 132": the kidneys of now are those of the 132.
        before = baseline_creatinine(source.reading, source.text)
        own = [m for m in own if before is None or m.start != before.start] or own
    own = [m for m in own if not _CUT_SHORT.match(source.text, m.end)]
    # "36 to 128 U/L during treatment" is a course, if there is a value beside it.
    own = [m for m in own if not _in_course(m, source.text)] or own
    if not _ARTERIAL.isdisjoint(wanted.analytes):
        own = [m for m in own if Occasion.VEIN not in source.setting(m.start, m.end).occasions] or own
    in_lists = from_lists(wanted, source)
    if in_lists:
        # A list says better than the word next to a number whose value it is.
        own = [m for m in own if not any(one.start <= m.end and m.start <= one.end for one in source.lists)]
        own = sorted([*own, *in_lists], key=lambda m: (wanted.analytes.index(m.analyte), m.start))
    needed = source.occasion.names_one or max((fit(source, m) for m in own), default=-1) < 0
    every = [*own, *further(wanted, source)] if needed else own
    return [m for m in every if not _of_birth(m, source.text)]


def _of_birth(measured: Measurement, text: str) -> bool:
    """Is it what a baby weighed or measured at birth?"""
    return measured.analyte in ("weight", "height") and bool(
        _AT_BIRTH.search(text[max(0, measured.start - 25) : measured.start])
    )


def _in_course(measured: Measurement, text: str) -> bool:
    behind = _COURSE.match(text, measured.end)
    return bool(behind or _COURSE_END.search(text[max(0, measured.start - 8) : measured.start]))


def _choose(wanted: Number, own: list[Measurement], source: Source, beside: Fact | None) -> Measurement:
    """One of several: an exact value before a bound, then what is asked for, what it belongs to, and time or size."""
    exact = [m for m in own if m.relation == "="] or own
    if beside is not None and beside.start is not None:
        same = next((m for m in own if (m.start, m.end) == (beside.start, beside.end)), None)
        if same is not None:
            return same
    weighed = fitting(source, exact)
    best = max(points for points, _ in weighed)
    # A value that is as good as any but for its unit or name: the preferred analyte comes first.
    preferred = [m for points, m in weighed if points > best - _AS_GOOD]
    if wanted.pick == "last":
        return [m for points, m in weighed if points > best - _OF_THE_COURSE][-1]
    if wanted.pick in ("lowest", "highest"):
        early = [m for m in preferred if m.start < source.presentation_end] or preferred[:1]
        return (min if wanted.pick == "lowest" else max)(early, key=lambda m: m.value)
    if beside is not None and beside.start is not None:
        place = beside.start
        near = [(points, m) for points, m in weighed if source.same_sentence(m.start, place)]
        if near and max(points for points, _ in near) > best - _NEARER:
            return max(near, key=lambda pair: (pair[0], -abs(pair[1].start - place)))[1]
    return next(m for points, m in weighed if points == best)


def _multiple(wanted: LimitMultiple, source: Source) -> Fact | None:
    """The option that a measured value settles, or those it leaves open; None where nothing comparable was measured."""
    for m in source.measurements(*wanted.analytes):
        limits = reference(source.knowledge.analytes[m.analyte], source.reading.patient)
        if limits is None or limits.high is None:
            continue
        times = m.value / limits.high
        values = [o.value for o in wanted.options]
        if m.relation == "=":
            return Fact((_option(wanted, times),), start=m.start, end=m.end)
        if m.relation == "<":
            at_most = sum(times > s for s in wanted.steps)
            return Fact(tuple(values[: at_most + 1]), start=m.start, end=m.end)
        at_least = sum(times >= s for s in wanted.steps)
        return Fact(tuple(values[at_least:]), start=m.start, end=m.end)
    raised = {f for analyte in wanted.analytes for f in source.knowledge.analytes[analyte].findings.high}
    for finding in source.reading.findings:
        if finding.concept in raised and finding.start is not None and finding.end is not None:
            stated = times_limit(source.text[finding.start : finding.end])
            if stated is not None and finding.experiencer == "patient":
                return Fact((_option(wanted, stated),), start=finding.start, end=finding.end)
    return None


def _option(wanted: LimitMultiple, times: float) -> str:
    """The option for so many times the upper limit."""
    first, *rest = wanted.steps
    return wanted.options[sum((times > first, *(times >= s for s in rest)))].value
