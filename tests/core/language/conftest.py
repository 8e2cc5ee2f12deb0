"""The knowledge that the language tests read with: a handful of entries of their own, built once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.knowledge.analyte import Analyte
from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_build import SCHEMA as DRUGS_SCHEMA
from core.knowledge.tables import SCHEMA
from core.knowledge.vocabulary import FindingEntry
from core.knowledge.words import stems

FINDINGS = {
    "HP:0001945": ("symptom", ["fever", "febrile"], ["发热"]),
    "HP:0012735": ("symptom", ["cough"], ["咳嗽"]),
    "HP:0033709": ("symptom", ["sputum production"], ["咳痰"]),
    "HP:0100749": ("symptom", ["chest pain", "CP"], ["胸痛"]),
    "HP:0002094": ("symptom", ["shortness of breath", "dyspnea", "SOB"], ["呼吸困难"]),
    "HP:0002018": ("symptom", ["nausea"], ["恶心"]),
    "HP:0002013": ("symptom", ["vomiting"], ["呕吐"]),
    "BD:nausea-and-vomiting": ("symptom", ["nausea and vomiting"], ["恶心呕吐"]),
    "HP:0002014": ("symptom", ["diarrhea"], ["腹泻"]),
    "HP:0002027": ("symptom", ["abdominal pain"], ["腹痛"]),
    "HP:0002315": ("symptom", ["headache"], ["头痛"]),
    "BD:flank-tenderness": ("sign", ["flank tenderness"], ["肾区叩痛"]),
    "HP:0000822": ("history", ["hypertension", "HTN"], ["高血压"]),
    "HP:0000819": ("history", ["diabetes mellitus", "T2DM", "diabetes"], ["糖尿病"]),
    "HP:0001658": ("history", ["myocardial infarction"], ["心肌梗死"]),
    "HP:0002090": ("history", ["pneumonia"], ["肺炎"]),
    "HP:0001649": ("vital", ["tachycardia"], ["心动过速"]),
    "HP:0002204": ("history", ["pulmonary embolism"], ["肺栓塞"]),
    "HP:0030828": ("sign", ["wheezing"], ["喘鸣"]),
    "HP:0030830": ("sign", ["crackles"], ["湿啰音"]),
    "BD:high-fever": ("vital", ["high fever"], ["高热"]),
    "BD:low-saturation": ("vital", ["low oxygen saturation"], ["低氧"]),
}


def _analyte(key: str, names: list[str], zh: list[str], unit: str, units: dict[str, float], **more: object) -> Analyte:
    return Analyte.model_validate(
        {
            "id": key,
            "names": {"en": names, "zh": zh},
            "kind": "vital",
            "unit": unit,
            "units": units,
            "basis": "expert-estimate",
        }
        | more
    )


ANALYTES = [
    _analyte(
        "temperature", ["temperature", "temp", "T"], ["体温"], "°C", {"°C": 1, "°F": 5 / 9}, offsets={"°F": -160 / 9},
        assumed_units=["°C", "°F"], plausible=[25, 45], reference=[{"low": 35.5, "high": 37.9, "critical_high": 39.9}],
        findings={"high": ["HP:0001945"], "critical_high": ["BD:high-fever"]},
    ),
    _analyte(
        "heart-rate", ["heart rate", "HR", "pulse"], ["心率"], "/min", {"/min": 1, "bpm": 1}, assumed_units=["/min"],
        plausible=[10, 350], reference=[{"low": 50, "high": 100}], findings={"high": ["HP:0001649"]},
    ),
    _analyte("systolic-blood-pressure", ["SBP"], ["收缩压"], "mmHg", {"mmHg": 1}, plausible=[30, 300]),
    _analyte("diastolic-blood-pressure", ["DBP"], ["舒张压"], "mmHg", {"mmHg": 1}, plausible=[10, 200]),
    _analyte(
        "oxygen-saturation", ["SpO2", "sats"], ["血氧饱和度"], "%", {"%": 1}, plausible=[30, 100],
        reference=[{"low": 94}],
        findings={"low": ["BD:low-saturation"]},
    ),
    _analyte("weight", ["weight"], ["体重"], "kg", {"kg": 1, "lb": 0.45359237}, assumed_units=["kg"], plausible=[0.3,
        400]),
    _analyte(
        "white-cell-count", ["WBC"], ["白细胞"], "10^9/L", {"10^9/L": 1, "/uL": 0.001, "K/uL": 1},
        assumed_units=["10^9/L"],
        plausible=[0.05, 500],
    ),
    _analyte(
        "creatinine", ["creatinine", "Cr"], ["肌酐"], "µmol/L", {"µmol/L": 1, "mg/dL": 88.4}, assumed_units=["mg/dL",
        "µmol/L"],
        plausible=[8.84, 1800],
    ),
    _analyte("troponin", ["troponin"], ["肌钙蛋白"], "ng/mL", {"ng/mL": 1}, plausible=[0, 1000],
        reference=[{"high": 0.04}]),
]  # fmt: skip
DRUGS = {
    "aspirin": "aspirin",
    "metformin": "metformin",
    "lisinopril": "lisinopril",
    "ceftriaxone": "ceftriaxone",
    "penicillin": "penicillin",
}


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """A small knowledge base."""
    path: Path = tmp_path_factory.mktemp("knowledge") / "knowledge.sqlite"
    db = sqlite3.connect(path)
    db.executescript(SCHEMA + DRUGS_SCHEMA)
    for key, (kind, en, zh) in FINDINGS.items():
        entry = FindingEntry.model_validate({"id": key, "names": {"en": en, "zh": zh}, "kind": kind, "background": 0.1})
        db.execute(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, en[0], zh[0], kind, 0.1, None, entry.model_dump_json()),
        )
        rows = [(min(stems(n)), " ".join(stems(n)), key, n, 1) for n in en]
        db.executemany("INSERT INTO lexicon VALUES (?, ?, ?, ?, ?)", rows)
        db.executemany("INSERT INTO lexicon_zh VALUES (?, ?)", [(n, key) for n in zh])
    db.executemany("INSERT INTO analyte VALUES (?, ?)", [(a.id, a.model_dump_json()) for a in ANALYTES])
    db.executemany("INSERT INTO drug_name VALUES (?, ?, 0)", DRUGS.items())
    db.execute("INSERT INTO product VALUES (?, ?)", ("twofold", '["aspirin", "metformin"]'))
    db.commit()
    db.close()
    return Knowledge(path)
