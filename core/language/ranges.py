"""What a value means: its place in the reference range, and the findings that it stands for or denies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from core.case.model import Patient
from core.knowledge.analyte import Analyte, ReferenceRange
from core.knowledge.base import Knowledge
from core.language.model import Assertion, Finding, Measurement

Flag = Literal["low", "normal", "high", "critical-low", "critical-high"]

# Severe hypertension in pregnancy: 160 mmHg systolic or 110 mmHg diastolic (ACOG, Gestational Hypertension and
# Preeclampsia, Practice Bulletin 222, 2020).
SEVERE_IN_PREGNANCY = {"systolic-blood-pressure": 160, "diastolic-blood-pressure": 110}


def reference(analyte: Analyte, patient: Patient) -> ReferenceRange | None:
    """The range for this patient: for an unknown age an adult's, for an unknown sex only what holds for both."""
    age = patient.age_years if patient.age_years is not None else 40.0
    fits = [r for r in analyte.reference if r.age[0] <= age < r.age[1]]
    for entry in fits:
        if entry.sex == patient.sex:
            return entry
    shared = next((r for r in fits if r.sex == "any"), None)
    if shared is not None or not fits:
        return shared
    lows, highs = [r.low for r in fits], [r.high for r in fits]
    criticals_low, criticals_high = [r.critical_low for r in fits], [r.critical_high for r in fits]
    return ReferenceRange(
        low=min(known) if len(known := _known(lows)) == len(fits) else None,
        high=max(known) if len(known := _known(highs)) == len(fits) else None,
        critical_low=min(known) if len(known := _known(criticals_low)) == len(fits) else None,
        critical_high=max(known) if len(known := _known(criticals_high)) == len(fits) else None,
    )


def _known(limits: Sequence[float | None]) -> list[float]:
    return [limit for limit in limits if limit is not None]


def flag(analyte: Analyte, value: float, patient: Patient, relation: str = "=") -> Flag | None:
    """How a value compares with the reference range; None where there is none, or where "<" leaves it open."""
    limits = reference(analyte, patient)
    if limits is None or (limits.low is None and limits.high is None):
        return None
    if limits.critical_low is not None and value < limits.critical_low and relation != ">":
        return "critical-low" if relation == "=" or limits.low is not None else None
    if limits.low is not None and value < limits.low:
        return "low" if relation != ">" else None
    if limits.critical_high is not None and value > limits.critical_high and relation != "<":
        return "critical-high"
    if limits.high is not None and value > limits.high:
        return "high" if relation != "<" else None
    if (relation == ">" and limits.high is not None) or (relation == "<" and limits.low is not None):
        return None
    return "normal"


def judged_in_pregnancy(measurements: Sequence[Measurement]) -> list[Measurement]:
    """The measurements of a pregnant patient: a pressure that is severe in pregnancy is critical."""
    return [
        m.model_copy(update={"flag": "critical-high"})
        if m.analyte in SEVERE_IN_PREGNANCY and m.value >= SEVERE_IN_PREGNANCY[m.analyte] and m.relation != "<"
        else m
        for m in measurements
    ]


def findings_from(measurements: Sequence[Measurement], knowledge: Knowledge, patient: Patient) -> list[Finding]:
    """What the values stand for. A value in range denies the findings of both sides, one beyond it those of the other.

    Of a series of values of one analyte, each speaks for itself when abnormal; only if none is abnormal on a side does
    the last value deny that side.
    """
    found: list[Finding] = []
    by_analyte: dict[str, list[Measurement]] = {}
    for measurement in measurements:
        if measurement.flag is not None and measurement.experiencer == "patient":
            by_analyte.setdefault(measurement.analyte, []).append(measurement)
    for key, told in by_analyte.items():
        # A value of the past says nothing beside one of now: "88 in 2021" is no creatinine of today.
        series = [m for m in told if m.temporality == "recent"] or told
        sides = knowledge.analytes[key].findings
        present: dict[str, Measurement] = {}
        for m in series:
            for term in _present(m, sides.low, sides.high, sides.critical_low, sides.critical_high):
                present[term] = m
        last = series[-1]
        open_ended = _at_high_end(last, knowledge, patient)
        for term in (*sides.low, *sides.high, *sides.critical_low, *sides.critical_high):
            if term in present:
                found.append(_finding(term, present[term], knowledge, "present"))
            elif open_ended and term in sides.high:
                continue
            elif last.temporality == "recent" and (last.relation == "=" or last.flag == "normal"):
                found.append(_finding(term, last, knowledge, "absent"))
    unique: dict[tuple[str | None, str], Finding] = {}
    for finding in found:
        unique.setdefault((finding.concept, finding.assertion), finding)
    present_terms = {f.concept for f in unique.values() if f.assertion == "present"}
    return [f for f in unique.values() if f.assertion == "present" or f.concept not in present_terms]


def _at_high_end(m: Measurement, knowledge: Knowledge, patient: Patient) -> bool:
    """Is it normal, and so near the upper limit that it denies nothing?"""
    limits = reference(knowledge.analytes[m.analyte], patient)
    return m.flag == "normal" and limits is not None and limits.high_end is not None and m.value > limits.high_end


def _present(
    m: Measurement,
    low: tuple[str, ...],
    high: tuple[str, ...],
    critical_low: tuple[str, ...],
    critical_high: tuple[str, ...],
) -> tuple[str, ...]:
    return {"low": low, "high": high, "critical-low": low + critical_low, "critical-high": high + critical_high}.get(
        m.flag or "", ()
    )


def _finding(term: str, m: Measurement, knowledge: Knowledge, assertion: Assertion) -> Finding:
    label = knowledge.label(term)
    return Finding(
        concept=term,
        label=label.en,
        label_zh=label.zh,
        assertion=assertion,
        temporality=m.temporality,
        value=m.value,
        unit=m.unit,
        start=m.start,
        end=m.end,
    )
