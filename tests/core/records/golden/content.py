"""What the golden records hold: invented patients, a passphrase that protects nothing."""

from __future__ import annotations

from datetime import date

from core.case.model import Case, Patient
from core.records.summaries import AssessmentSummary

PASSPHRASE = "golden test passphrase"

CASES = (
    Case(
        id="golden-en",
        text="Emergency department\nCC: chest pain for 2 hours\n58-year-old man, BP 150/90.",
        lang="en",
        patient=Patient(age_years=58, sex="male", weight_kg=82.5),
        encounter_date=date(2026, 11, 22),
        setting="emergency",
        hpo_present=("HP:0100749",),
        medications=("metformin", "amlodipine"),
        genotypes={"CYP2C19": "*2/*2"},
    ),
    Case(id="golden-zh", text="患者主诉：咳嗽，痰多，发热，无胸痛。", lang="zh"),
)

_SUMMARY = AssessmentSummary(
    app_version="0.1.0",
    knowledge_version="bedside 2026.11",
    input_sha256="0" * 64,
    top_name="acute myocardial infarction",
    top_name_zh="急性心肌梗死",
    top_names=("heart attack",),
    top_probability=0.8125,
    triage_level="emergent",
    abstained=False,
)

ASSESSMENTS = (
    ('{"made": 1}', _SUMMARY.model_copy(update={"triage_level": "one-day"})),
    ('{"made": 2, "注": "第二次"}', _SUMMARY),
)
