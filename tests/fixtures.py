"""One case and its assessment made by hand, for tests of what comes after the engine (reports, records, windows)."""

from __future__ import annotations

from datetime import date

from core.assessment import Assessment, ModelUsed, PackVersion, Provenance, Sentence
from core.case.model import Case, Patient
from core.diagnosis.model import (
    Abstention,
    CannotMiss,
    DepartmentShare,
    Evidence,
    NextStep,
    RankedDisease,
    Separating,
    Triage,
    TriageReason,
)
from core.language.model import Allergies, AllergyItem, Conflict, Finding, Medication
from core.scores.model import ScoreInput, ScoreResult
from core.treatment.model import CHECK_KINDS, Check, PlanRisk

TEXT = """Emergency department, clerking

CC: chest pain for 2 hours
HPI: 58-year-old man with sudden heavy central chest pressure radiating to the left arm, with sweating and nausea.
No fever, no cough, pain not worse on breathing in.
PMH: hypertension, type 2 diabetes. Later: no diabetes.
Medications: metformin 500 mg bid, Zyxoprol 5 mg daily
Allergies: penicillin (rash)
FH: father had a heart attack at 50
Examination: HR 104, BP 152/94, RR 22, SpO2 95% on room air. No chest wall tenderness.
ECG: ST depression in V4-V6.
Labs: hs-troponin I 86 ng/L, creatinine 96 umol/L
"""


def span(words: str) -> tuple[int, int]:
    """Where words of the text first stand."""
    at = TEXT.index(words)
    return at, at + len(words)


def finding(concept: str, label: str, zh: str, words: str, **more: object) -> Finding:
    """A finding read off words of the text."""
    start, end = span(words)
    return Finding.model_validate(
        {"concept": concept, "label": label, "label_zh": zh, "start": start, "end": end, **more}
    )


def evidence(
    label: str, zh: str, weight: float, words: str = "", basis: str = "expert-estimate", source: str = "Bedside's own"
) -> Evidence:
    """One reason, with its place in the text where it has one."""
    return Evidence(
        concept="BD:" + label.lower().replace(" ", "-"),
        label=label,
        label_zh=zh,
        weight=weight,
        basis=basis,
        source=source,
        spans=(span(words),) if words else (),
    )


def chest_pain_case() -> Case:
    """A man with an acute coronary syndrome."""
    return Case(id="chest-pain", text=TEXT, encounter_date=date(2026, 11, 20), setting="emergency")


def ranked(rank: int, key: str, name: str, zh: str, probability: float, **more: object) -> RankedDisease:
    """One line of a differential."""
    limits = ((0.75, "very likely"), (0.4, "likely"), (0.1, "possible"))
    band = next((word for limit, word in limits if probability >= limit), "unlikely")
    line = {"rank": rank, "id": key, "name": name, "name_zh": zh, "names": (name,), "icd10cm": (), "band": band}
    line |= {"probability": probability, "lane": "common", "prior_log10": -2.0, "for": (), "against": (), "missing": ()}
    return RankedDisease.model_validate(line | more)


_PANJU = "Panju 1998, JAMA (Rational Clinical Examination, myocardial infarction)"
_RADIATES = evidence(
    "Pain radiating to left arm", "疼痛放射至左臂", 0.36, "radiating to the left arm", "published", _PANJU
)
_TROPONIN = evidence("Raised troponin", "肌钙蛋白升高", 1.0, "hs-troponin I 86 ng/L")
_DEPRESSION = evidence("ST segment depression", "ST段压低", 0.51, "ST depression in V4-V6", "published", _PANJU)
_SWEATING = evidence("Hyperhidrosis", "出汗", 0.3, "sweating", "published", _PANJU)

_DIFFERENTIAL = (
    ranked(
        1,
        "acute-myocardial-infarction",
        "acute myocardial infarction",
        "急性心肌梗死",
        0.62,
        icd10cm=("I21.9", "I21.4"),
        **{"for": (_TROPONIN, _DEPRESSION, _RADIATES, _SWEATING)},
        against=(evidence("Acute onset", "急性起病", -0.04, "sudden"),),
        missing=(evidence("Regional ST elevation", "局部ST段抬高", 1.4),),
    ),
    ranked(
        2,
        "unstable-angina",
        "unstable angina",
        "不稳定型心绞痛",
        0.21,
        icd10cm=("I20.0",),
        **{"for": (_DEPRESSION, _RADIATES)},
        against=(evidence("Raised troponin", "肌钙蛋白升高", -1.0, "hs-troponin I 86 ng/L"),),
    ),
    ranked(
        3,
        "aortic-dissection",
        "aortic dissection",
        "主动脉夹层",
        0.04,
        icd10cm=("I71.00",),
        **{"for": (evidence("Sudden onset chest pain", "突发胸痛", 0.2, "sudden"),)},
    ),
    ranked(4, "pulmonary-embolism", "pulmonary embolism", "肺栓塞", 0.03, icd10cm=("I26.99",)),
    ranked(5, "acute-pericarditis", "acute pericarditis", "急性心包炎", 0.006),
)

_FINDINGS = (
    finding("HP:0100749", "Chest pain", "胸痛", "chest pain"),
    finding(
        "BD:pain-radiating-to-left-arm", "Pain radiating to left arm", "疼痛放射至左臂", "radiating to the left arm"
    ),
    finding("HP:0000975", "Hyperhidrosis", "多汗", "sweating"),
    finding("BD:raised-troponin", "Raised troponin", "肌钙蛋白升高", "troponin I 86 ng/L", value=86.0, unit="ng/L"),
    finding("HP:0001945", "Fever", "发热", "fever", assertion="absent"),
    finding("HP:0012735", "Cough", "咳嗽", "cough", assertion="absent"),
    finding("HP:0000822", "Hypertension", "高血压", "hypertension", temporality="historical"),
    finding("HP:0001658", "Myocardial infarction", "心肌梗死", "heart attack", experiencer="family"),
)

_SCORES = (
    ScoreResult(
        id="heart",
        name="HEART score",
        name_zh="HEART 评分",
        range=(5, 7),
        unit="points",
        category="moderate to high",
        category_zh="中至高危",
        inputs=(
            ScoreInput(name="age", value=58.0, unit="years", start=span("58")[0], end=span("58")[1]),
            ScoreInput(name="significant ST depression", value=True, start=span("ST dep")[0], end=span("ST dep")[1]),
        ),
        missing=("smoking",),
        source="Six 2008, Netherlands Heart Journal",
    ),
    ScoreResult(
        id="map",
        name="Mean arterial pressure",
        name_zh="平均动脉压",
        value=113.33333,
        unit="mmHg",
        category="raised",
        category_zh="升高",
        inputs=(ScoreInput(name="temporary default", value=1.0, assumed=True),),
        source="definition",
    ),
    ScoreResult(
        id="wells-pe", name="Wells score (PE)", name_zh="Wells 评分（肺栓塞）", missing=("heart rate",), source="-"
    ),
)


def chest_pain_assessment() -> Assessment:
    """What the engine could say about it: every part is filled."""
    return Assessment(
        id="chest-pain",
        lang="en",
        patient=Patient(age_years=58, sex="male"),
        findings=_FINDINGS,
        medications=(
            Medication(name="metformin", drug="metformin", dose="500 mg", interval="twice a day"),
            Medication(name="Zyxoprol", drug=None, dose="5 mg"),
        ),
        allergies=Allergies(status="listed", items=(AllergyItem(substance="penicillin", reaction="rash"),)),
        conflicts=(Conflict(about="diabetes", spans=(span("type 2 diabetes"), span("no diabetes"))),),
        differential=_DIFFERENTIAL,
        unlisted=0.05,
        cannot_miss=(
            CannotMiss(
                id="aortic-dissection",
                name="aortic dissection",
                name_zh="主动脉夹层",
                why_open=(span("sudden"),),
                excluded_by=("CT angiography of the aorta without a flap.",),
                excluded_by_zh=("主动脉CT血管造影未见内膜片。",),
                rank=3,
            ),
        ),
        abstained=None,
        next_steps=(
            NextStep(
                kind="test",
                label="serial high-sensitivity troponin",
                label_zh="高敏肌钙蛋白（系列）",
                urgency="emergent",
                information_bits=0.42,
                harm_if_missed="fatal",
                would_change="Raised troponin: if present, acute myocardial infarction 62% → 81%",
                would_change_zh="肌钙蛋白升高：有则急性心肌梗死 62% → 81%",
            ),
        ),
        triage=Triage(
            level="emergent",
            reasons=("red flag: ST segment depression",),
            grounds=(
                TriageReason(
                    text="red flag: ST segment depression", text_zh="危险信号：ST段压低", spans=(span("ST depression"),)
                ),
            ),
            departments=(DepartmentShare(name="cardiology", name_zh="心内科", share=0.7),),
        ),
        scores=_SCORES,
        checks=tuple(
            Check(kind=kind, status="not-performed", could_not_judge=("metformin", "Zyxoprol")) for kind in CHECK_KINDS
        ),
        narrative=(
            Sentence(text="A 58-year-old man has had chest pain for 2 hours.", author="model", spans=(), facts=()),
            Sentence(text="Troponin is raised.", author="template", spans=(), facts=("findings/3",)),
        ),
        withheld_sentences=2,
        provenance=Provenance(
            app="0.1.0",
            knowledge={
                "diseases": PackVersion(version="2026.11", review_by="2028-11-01"),
                "hpo": PackVersion(version="2025-01-16", review_by="2026-01-16"),
            },
            models=(
                ModelUsed(name="SmolLM2-135M-Instruct", sha256="ab" * 32, quantisation="Q4_1", device="processor"),
            ),
            seed=1,
            input_sha256="cd" * 32,
            timings_ms={"language": 41.0, "diagnosis": 12.0},
            replayable=True,
        ),
    )


def abstaining_assessment() -> Assessment:
    """The same record when the engine does not commit itself."""
    return chest_pain_assessment().model_copy(
        update={
            "abstained": Abstention(
                reason="The findings do not separate the possible diagnoses: the ones named here would.",
                reason_zh="现有表现不足以区分可能的诊断：以下信息有助于鉴别。",
                separating=(
                    Separating(
                        concept="BD:raised-troponin",
                        label="Raised troponin",
                        label_zh="肌钙蛋白升高",
                        between=("acute-myocardial-infarction", "unstable-angina"),
                    ),
                ),
            ),
            "triage": Triage(level=None, reasons=(), grounds=(), departments=()),
        }
    )


def plan_risks() -> tuple[PlanRisk, ...]:
    """A danger of a drug, a known effect of another, a complication."""
    bleeding = PlanRisk(
        kind="adverse",
        what="bleeding",
        what_zh="出血",
        why="aspirin; age 78",
        why_zh="阿司匹林；78岁",
        check="haemoglobin",
        check_zh="血红蛋白",
        when="within a week",
        when_zh="一周内",
        drugs=("aspirin",),
        basis="expert-estimate",
        source="expert estimate",
    )
    nausea = {
        "grade": "common",
        "what": "nausea",
        "what_zh": "恶心",
        "why": "known with morphine",
        "why_zh": "吗啡的已知反应",
    }
    rupture = {"kind": "complication", "what": "rupture of the heart", "what_zh": "心脏破裂", "drugs": ()}
    return bleeding, bleeding.model_copy(update=nausea), bleeding.model_copy(update=rupture)
