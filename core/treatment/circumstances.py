"""What about the patient decides whether a drug is right: kidneys, liver, pregnancy, conditions, heart rhythm."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_patient import Condition, ListedAllergy
from core.language.model import Allergies, Measurement, Reading
from core.scores.compute import carry_out
from core.scores.registry import CALCULATORS
from core.scores.source import Source
from core.treatment.listed_allergies import meant
from core.treatment.operation_ahead import operation_ahead
from core.treatment.prescribed import Prescribed, prescribed

Spans = tuple[tuple[int, int], ...]
Grade = Literal["any", "moderate", "severe"]
# How a condition is known: the record tells of it now, or of the past; a likely disease makes it present; or it is of
# the past and likely again.
Standing = Literal["now", "past", "likely", "again"]
# A disease of the ranking counts as a condition from this probability on. Expert estimate.
LIKELY = 0.5
# The condition, by its id, that is read from the words of the record.
OPERATION_AHEAD = "operation-ahead"
_FERTILE = (12, 51)  # completed years in which an unstated pregnancy is worth a question
_NEAR = 40  # characters around a finding in which a word belongs to it
_WEEKS = re.compile(r"(\d{1,2})(?:\s?\+\s?\d)?\s?(?:-?\s?(?:weeks?|wks?|w\b)|/\s?40|周)")
_TRIMESTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "早": 1, "中": 2, "晚": 3}
_TRIMESTER = re.compile(r"(first|second|third|1st|2nd|3rd) trimester|孕?(早|中|晚)期", re.IGNORECASE)


class Kidney(NamedTuple):
    """What the kidneys clear: mL/min (`clearance`) or, without a weight, mL/min/1.73 m² (`egfr`), and from where."""

    rate: float
    by: Literal["clearance", "egfr", "stated"]
    spans: Spans


class Circumstances(NamedTuple):
    """The patient as the checks see one."""

    patient: Patient
    drugs: tuple[Prescribed, ...]
    allergies: Allergies
    conditions: Mapping[str, Spans]
    standing: Mapping[str, Standing]  # of each of the conditions
    kidney: Kidney | None
    liver: tuple[Grade, Spans] | None
    trimester: int | None
    qtc: Measurement | None
    recent: Mapping[str, Spans]  # findings that are present now, by concept
    genotypes: Mapping[str, str]
    knowledge: Knowledge
    source: Source  # the whole reading, for values and scores

    @property
    def surface(self) -> float | None:
        """The body surface in m² (Mosteller), where height and weight are known."""
        height, weight = self.patient.height_cm, self.patient.weight_kg
        return math.sqrt(height * weight / 3600) if height and weight else None

    @property
    def could_be_pregnant(self) -> bool:
        """A woman of childbearing age of whom nobody says whether she is pregnant."""
        age, patient = self.patient.age_years, self.patient
        fertile = age is None or _FERTILE[0] <= age < _FERTILE[1]
        return patient.pregnant is None and patient.sex == "female" and fertile

    def latest(self, analyte: str) -> Measurement | None:
        """The last value of an analyte that is the patient's own and not of long ago."""
        return _latest(self.source.reading, analyte)


def circumstances(
    reading: Reading,
    knowledge: Knowledge,
    *,
    text: str = "",
    candidates: Mapping[str, float] | None = None,
    genotypes: Mapping[str, str] | None = None,
) -> Circumstances:
    """Everything the checks need, worked out once. `candidates` are the probabilities of the diseases by id."""
    source = Source(reading, knowledge, text)
    now, ever = _findings(reading, knowledge)
    conditions, standing = _conditions(source, now, ever, candidates or {})
    return Circumstances(
        patient=reading.patient,
        drugs=prescribed(reading.medications, knowledge, text),
        allergies=reading.allergies,
        conditions=conditions,
        standing=standing,
        kidney=_kidney(source, conditions),
        liver=_liver(reading, conditions),
        trimester=_trimester(reading, text),
        qtc=_latest(reading, "qtc-interval"),
        recent=now,
        genotypes=genotypes or {},
        knowledge=knowledge,
        source=source,
    )


def _findings(reading: Reading, knowledge: Knowledge) -> tuple[dict[str, Spans], dict[str, Spans]]:
    """The patient's findings with everything more general: those of now, and those of any time."""
    now: dict[str, Spans] = {}
    ever: dict[str, Spans] = {}
    for finding in reading.findings:
        if finding.concept is None or finding.experiencer != "patient" or finding.assertion != "present":
            continue
        span = ((finding.start, finding.end),) if finding.start is not None and finding.end is not None else ()
        for concept in (finding.concept, *knowledge.ancestors(finding.concept)):
            ever.setdefault(concept, span)
            if finding.temporality == "recent":
                now.setdefault(concept, span)
    return now, ever


def _conditions(
    source: Source, now: Mapping[str, Spans], ever: Mapping[str, Spans], candidates: Mapping[str, float]
) -> tuple[dict[str, Spans], dict[str, Standing]]:
    """The conditions with their places, and how each is known."""
    found: dict[str, Spans] = {}
    standing: dict[str, Standing] = {}
    for condition in source.knowledge.drugs.conditions.values():
        spans = next((now[f] for f in condition.findings if f in now), None)
        if spans is None:
            spans = _measured(condition, source)
        if spans is None and condition.id == OPERATION_AHEAD:
            spans = operation_ahead(source.text)
        if spans is None and condition.allergy is not None:
            spans = _listed(condition.allergy, source)
        likely = any(candidates.get(d, 0.0) >= LIKELY for d in condition.diseases)
        how: Standing = "now"
        if spans is None and not condition.acute:
            spans, how = next((ever[f] for f in condition.findings if f in ever), None), "again" if likely else "past"
        if spans is None and likely:
            spans, how = (), "likely"
        if spans is not None and not _another_thing(condition, source):
            found[condition.id], standing[condition.id] = spans, how
    for condition in source.knowledge.drugs.conditions.values():
        parts = [next((key for key in group if key in found), None) for group in condition.all_of]
        if parts and all(parts):
            here = [part for part in parts if part]
            found[condition.id] = tuple(span for part in here for span in found[part])
            standing[condition.id] = next((how for part in here if (how := standing[part]) != "now"), "now")
    return found, standing


def _measured(condition: Condition, source: Source) -> Spans | None:
    """Where the value stands that makes a condition present, or None."""
    bound = condition.measured
    value = _latest(source.reading, bound.analyte) if bound else None
    if bound is None or value is None:
        return None
    high = bound.from_ is not None and value.value >= bound.from_
    low = bound.below is not None and value.value < bound.below
    return ((value.start, value.end),) if high or low else None


def _listed(sought: ListedAllergy, source: Source) -> Spans | None:
    """Where the allergies stand that make a condition present, or None where none is listed."""
    found = meant(sought, source.reading.allergies.items, source.knowledge)
    places = tuple((one.start, one.end) for one in found if one.start is not None and one.end is not None)
    return places if found else None


def _another_thing(condition: Condition, source: Source) -> bool:
    """Does the record say beside a finding of this condition that it is another thing?"""
    if not condition.unless_said:
        return False
    places = [f for f in source.findings(*condition.findings) if f.start is not None and f.end is not None]
    around = " ".join(source.lowered[max(0, (f.start or 0) - _NEAR) : (f.end or 0) + _NEAR] for f in places)
    return any(word in around for word in condition.unless_said)


def _latest(reading: Reading, *analytes: str) -> Measurement | None:
    """The last value of the patient's own that is not of long ago."""
    own = [m for m in reading.measurements if m.analyte in analytes and m.experiencer == "patient"]
    recent = [m for m in own if m.temporality == "recent"]
    return recent[-1] if recent else None


def _kidney(source: Source, conditions: Mapping[str, Spans]) -> Kidney | None:
    reading = source.reading
    if "dialysis" in conditions:
        return Kidney(5.0, "stated", conditions["dialysis"])
    creatinine = _latest(reading, "creatinine")
    if creatinine is not None:
        span = ((creatinine.start, creatinine.end),)
        weight = reading.patient.weight_kg
        calculators: tuple[tuple[str, Literal["clearance", "egfr"]], ...] = (
            (("cockcroft-gault", "clearance"),) if weight else ()
        ) + (("ckd-epi-2021", "egfr"),)
        adult = reading.patient.age_years is not None and reading.patient.age_years >= 18
        for calculator, by in calculators if adult else ():
            value = carry_out(CALCULATORS[calculator], source).value
            if isinstance(value, float | int):
                return Kidney(float(value), by, span)
    stated = _latest(reading, "egfr")
    return Kidney(stated.value, "stated", ((stated.start, stated.end),)) if stated else None


def _liver(reading: Reading, conditions: Mapping[str, Spans]) -> tuple[Grade, Spans] | None:
    child_pugh = _latest(reading, "child-pugh")
    if child_pugh is not None:
        grade: Grade = "any" if child_pugh.value < 7 else "moderate" if child_pugh.value < 10 else "severe"
        return grade, ((child_pugh.start, child_pugh.end),)
    steps: tuple[tuple[str, Grade], ...] = (
        ("decompensated-liver", "severe"),
        ("hepatic-encephalopathy", "severe"),
        ("cirrhosis", "moderate"),
        ("liver-disease", "any"),
    )
    return next(((grade, conditions[key]) for key, grade in steps if key in conditions), None)


def _trimester(reading: Reading, text: str) -> int | None:
    if not reading.patient.pregnant:
        return None
    span = reading.patient_spans.get("pregnant")
    said = text[span[0] : span[1] + 20] if span else ""
    if named := _TRIMESTER.search(said):
        return _TRIMESTERS[(named.group(1) or named.group(2)).lower()]
    weeks = _WEEKS.search(said)
    if weeks is None:
        return None
    return 1 if int(weeks.group(1)) < 14 else 2 if int(weeks.group(1)) < 28 else 3
