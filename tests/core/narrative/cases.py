"""Cases of known content, with an assessment that rests on the reader alone, so that no other room can move it."""

from __future__ import annotations

from typing import Any

from core.assessment import Assessment, Provenance
from core.case.model import Case
from core.diagnosis.model import Abstention, Band, CannotMiss, Evidence, RankedDisease, Triage, TriageReason
from core.knowledge.base import default_knowledge
from core.language import read
from core.narrative.record import Record
from core.scores.model import ScoreResult

CHEST_PAIN = """CC: chest pain for 2 hours

HPI: 58-year-old man with heavy chest pain for 2 hours, radiating to the left arm, with sweating and nausea. The pain
came on while he was carrying shopping. He denies fever, cough and haemoptysis. There is swelling of the right leg.

PMH: hypertension, type 2 diabetes. Appendicectomy in 1989.
Medications: metformin 500 mg bid, amlodipine 5 mg daily
Allergies: penicillin (rash)
FH: father had a myocardial infarction at 50
SH: smokes 20 a day for 30 years

Examination: T 36.7 °C, HR 104, BP 152/94, RR 22, SpO2 95% on room air.
Labs: creatinine 96 umol/L, glucose 11.2 mmol/L
"""
CHINESE = "患者，女，34岁。主诉：咳嗽、发热3天。无胸痛。既往高血压。体温38.5℃。"


def assessed(text: str, *, abstained: bool = False, **given: Any) -> tuple[Case, Assessment]:
    """A case and its assessment: what the reader reads, and a differential of three."""
    case = Case(id="case", text=text, **given)
    reading = read(case, default_knowledge())
    danger = CannotMiss(
        id="aortic-dissection",
        name="Aortic dissection",
        name_zh="主动脉夹层",
        why_open=((4, 14),),
        excluded_by=("CT",),
        rank=4,
    )
    reason = TriageReason(text="Chest pain.", text_zh="胸痛。", spans=((4, 14),))
    assessment = Assessment(
        id="case",
        lang=reading.language,
        patient=reading.patient,
        findings=reading.findings,
        medications=reading.medications,
        allergies=reading.allergies,
        conflicts=(),
        differential=(
            _ranked(1, "acute-myocardial-infarction", "acute myocardial infarction", "急性心肌梗死", 0.7, "likely"),
            _ranked(2, "pulmonary-embolism", "pulmonary embolism", "肺栓塞", 0.1, "possible"),
            _ranked(3, "costochondritis", "costochondritis", "肋软骨炎", 0.01, "unlikely"),
        ),
        unlisted=0.1,
        cannot_miss=(danger,),
        abstained=Abstention(reason="The record is too thin.", separating=()) if abstained else None,
        next_steps=(),
        triage=Triage(level="emergent", reasons=("Chest pain.",), grounds=(reason,), departments=()),
        scores=(
            ScoreResult(id="heart", name="HEART score", value=7, category="high risk", source="-"),
            ScoreResult(id="wells-pe", name="Wells score", value=None, missing=("d-dimer",), source="-"),
            ScoreResult(id="map", name="MAP", value=113.3, unit="mmHg", source="-"),
        ),
        checks=(),
        provenance=Provenance(app="0", knowledge={}, seed=7, input_sha256="0" * 64, timings_ms={}, replayable=True),
    )
    return case, assessment


def recorded(text: str, **given: Any) -> Record:
    return Record(*assessed(text, **given), default_knowledge())


def _ranked(rank: int, key: str, name: str, name_zh: str, probability: float, band: Band) -> RankedDisease:
    fever = Evidence(concept="HP:0001945", label="fever", weight=-0.4, basis="expert-estimate", source="-")
    return RankedDisease(
        rank=rank,
        id=key,
        name=name,
        name_zh=name_zh,
        names=(name,),
        icd10cm=(),
        probability=probability,
        band=band,
        lane="common",
        prior_log10=-1.0,
        supporting=(),
        against=(fever,),
        missing=(),
    )
