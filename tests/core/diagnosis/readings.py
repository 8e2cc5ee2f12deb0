"""Readings made by hand, so that the engine is tested apart from the reading of text."""

from __future__ import annotations

from core.case.model import Patient
from core.knowledge.base import default_knowledge
from core.language.model import Finding, Measurement, Reading

CHEST_PAIN, PLEURITIC, DYSPNOEA, FEVER, COUGH = "HP:0100749", "HP:0033771", "HP:0002094", "HP:0001945", "HP:0012735"
SWEATING, HEADACHE, INFARCTION = "HP:0000975", "HP:0002315", "HP:0001658"


def finding(concept: str, assertion: str = "present", **given: object) -> Finding:
    """A finding at a made-up place of the text."""
    fields = {"start": 10, "end": 20, **given}
    label = default_knowledge().label(concept).en
    return Finding.model_validate({"concept": concept, "label": label, "assertion": assertion, **fields})


def reading(*findings: Finding, measurements: tuple[Measurement, ...] = (), **patient: object) -> Reading:
    """A reading of an English note."""
    return Reading(language="en", patient=Patient.model_validate(patient), findings=findings, measurements=measurements)


def vital(analyte: str, value: float, **given: object) -> Measurement:
    """A vital sign."""
    fields = {"label": analyte, "unit": "", "given": str(value), "start": 0, "end": 5, **given}
    return Measurement.model_validate({"analyte": analyte, "value": value, **fields})
