"""Readings made by hand, so that the scores are tested apart from the reading of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from core.case.model import Case, Patient
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.model import Experiencer, Finding, Measurement, Reading, Temporality
from core.scores import compute, find
from core.scores.model import ScoreResult
from core.scores.source import Source

KNOWLEDGE = default_knowledge()


def finding(concept: str | None, **given: object) -> Finding:
    """A finding at a made-up place of the text."""
    return Finding.model_validate({"concept": concept, "label": concept or "", "start": 10, "end": 20, **given})


def measured(analyte: str, value: float, start: int = 30, **given: object) -> Measurement:
    """A value in the analyte's canonical unit."""
    entry = KNOWLEDGE.analytes[analyte]
    fields = {"label": analyte, "unit": entry.unit, "given": f"{value:g}", "start": start, "end": start + 5, **given}
    return Measurement.model_validate({"analyte": analyte, "value": value, **fields})


Given = dict[str, float | bool | str]


def note(
    present: Iterable[str] = (),
    absent: Iterable[str] = (),
    values: Mapping[str, float] | None = None,
    *,
    findings: Iterable[Finding] = (),
    measurements: Iterable[Measurement] = (),
    **patient: object,
) -> Reading:
    """What a note says: findings present and absent, values by analyte, and the patient."""
    return Reading(
        language="en",
        patient=Patient.model_validate(patient),
        patient_spans={"age_years": (0, 3), "sex": (4, 7)},
        findings=(
            *(finding(c) for c in present),
            *(finding(c, assertion="absent") for c in absent),
            *findings,
        ),
        measurements=(*(measured(a, v) for a, v in (values or {}).items()), *measurements),
    )


def said(concept: str, temporality: Temporality = "recent", experiencer: Experiencer = "patient") -> Finding:
    """A present finding of some time and somebody."""
    return finding(concept, temporality=temporality, experiencer=experiencer)


def score(name: str, reading: Reading, assume_absent: bool = False) -> ScoreResult:
    """The result of a calculator by name."""
    calculator = find(name)
    assert calculator is not None
    return compute(calculator, reading, KNOWLEDGE, assume_absent=assume_absent)


def given(name: str, values: Mapping[str, float | bool | str], assume_absent: bool = True) -> ScoreResult:
    """The result where the inputs of these ids are given and everything else is silent."""
    calculator = find(name)
    assert calculator is not None
    assert set(values) <= {i.id for i in calculator.inputs}
    return compute(calculator, note(), KNOWLEDGE, assume_absent=assume_absent, given=values)


def number(name: str, values: Mapping[str, float | bool | str], assume_absent: bool = True) -> float:
    """The same where a number must come out."""
    value = given(name, values, assume_absent).value
    assert isinstance(value, float | int)
    return value


def written(text: str, **patient: Any) -> Source:
    """A source with these words and nothing read from them."""
    return Source(note(**patient), KNOWLEDGE, text)


def asked(name: str, text: str, question: str | None = None) -> ScoreResult:
    """The result from a text, all of it read."""
    calculator = find(name)
    assert calculator is not None
    case = Case(id="x", text=text)
    return compute(calculator, read(case, KNOWLEDGE), KNOWLEDGE, question, assume_absent=True, text=text)
