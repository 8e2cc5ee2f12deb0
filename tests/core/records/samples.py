"""A made-up case and what goes with it."""

from __future__ import annotations

from core.case.model import Case, Patient
from core.records.summaries import AssessmentSummary

PASSPHRASE = "correct horse 电池"
MARKER, MARKER_ZH = "Xylophonitis-Marker-4711", "王小明胸痛标记"
TEXT = f"-----\nHPI:\n58-year-old man, {MARKER}, with chest pain.\n{MARKER_ZH}，两小时。\n"


def a_case(case_id: str = "case-1", text: str = TEXT) -> Case:
    return Case(id=case_id, text=text, patient=Patient(age_years=58, sex="male"), medications=("metformin",))


def a_summary(**changes: object) -> AssessmentSummary:
    values = {
        "app_version": "0.1.0",
        "knowledge_version": "bedside 2026.11",
        "input_sha256": "0" * 64,
        "top_name": "acute myocardial infarction",
        "top_name_zh": "急性心肌梗死",
        "top_names": ("Heart attack", "MI"),
        "top_probability": 0.81,
        "triage_level": "emergent",
        "abstained": False,
    }
    return AssessmentSummary.model_validate(values | changes)
