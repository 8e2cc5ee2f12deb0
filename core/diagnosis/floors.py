"""What makes a patient urgent whatever the ranking says: vital signs and laboratory values beyond a limit.

Each gives a level by itself, and no likely harmless disease outvotes it.
"""

from __future__ import annotations

from typing import NamedTuple

from core.case.model import Patient
from core.diagnosis.model import TriageReason
from core.knowledge.schema import Urgency
from core.language.model import Measurement, Reading
from core.language.ranges import SEVERE_IN_PREGNANCY

ADULT = 16
# Fever in a baby: from 38 °C, before three months of age.
FEVER = 38.0
FEVER_IS_AN_EMERGENCY = 0.25


class Ground(NamedTuple):
    """A reason, and the level that it asks for by itself."""

    level: Urgency
    reason: TriageReason


class Floor(NamedTuple):
    """Limits of one quantity, both included, in its canonical unit, and the level beyond them."""

    analyte: str
    low: float | None
    high: float | None
    text: str
    text_zh: str
    level: Urgency = "emergent"

    def beyond(self, value: float) -> bool:
        """Is a value at a limit or beyond it?"""
        return (self.low is not None and value <= self.low) or (self.high is not None and value >= self.high)


# A single parameter that scores 3 in NEWS2 (Royal College of Physicians, National Early Warning Score 2, 2017).
VITAL_SIGNS = (
    Floor("respiratory-rate", 8, 25, "respiratory rate {value:g}/min", "呼吸频率 {value:g} 次/分"),
    Floor("oxygen-saturation", 91, None, "oxygen saturation {value:g} %", "血氧饱和度 {value:g} %"),
    Floor("systolic-blood-pressure", 90, 220, "systolic blood pressure {value:g} mmHg", "收缩压 {value:g} mmHg"),
    Floor("heart-rate", 40, 131, "heart rate {value:g}/min", "心率 {value:g} 次/分"),
    Floor("temperature", 35.0, None, "temperature {value:g} °C", "体温 {value:g} °C"),
    Floor("gcs", 14, None, "Glasgow Coma Scale {value:g}", "格拉斯哥昏迷评分 {value:g}"),
)
# Values that kill by themselves or that nobody leaves until tomorrow, whatever has caused them. Expert estimates; the
# first line that a value is beyond counts, and limits hold from one year of age (a newborn's are others).
VALUES = (
    Floor("potassium", 2.5, 6.5, "potassium {value:g} mmol/L", "血钾 {value:g} mmol/L"),
    Floor("potassium", 2.9, 6.0, "potassium {value:g} mmol/L", "血钾 {value:g} mmol/L", "one-day"),
    Floor("sodium", 120, 160, "sodium {value:g} mmol/L", "血钠 {value:g} mmol/L"),
    Floor("sodium", 125, 155, "sodium {value:g} mmol/L", "血钠 {value:g} mmol/L", "one-day"),
    Floor("glucose", 2.9, 30, "glucose {value:g} mmol/L", "血糖 {value:g} mmol/L"),
    Floor("glucose", None, 20, "glucose {value:g} mmol/L", "血糖 {value:g} mmol/L", "one-day"),
    Floor("calcium", 1.8, 3.5, "calcium {value:g} mmol/L", "血钙 {value:g} mmol/L"),
    Floor("calcium", 1.9, 3.0, "calcium {value:g} mmol/L", "血钙 {value:g} mmol/L", "one-day"),
    Floor("ph", 7.2, 7.6, "blood pH {value:g}", "血 pH {value:g}"),
    Floor("lactate", None, 4, "lactate {value:g} mmol/L", "乳酸 {value:g} mmol/L"),
    Floor("haemoglobin", 50, None, "haemoglobin {value:g} g/L", "血红蛋白 {value:g} g/L"),
    Floor("haemoglobin", 70, None, "haemoglobin {value:g} g/L", "血红蛋白 {value:g} g/L", "one-day"),
    Floor("platelets", 10, None, "platelets {value:g} ×10⁹/L", "血小板 {value:g} ×10⁹/L"),
    Floor("platelets", 30, None, "platelets {value:g} ×10⁹/L", "血小板 {value:g} ×10⁹/L", "one-day"),
    Floor("neutrophils", 0.5, None, "neutrophils {value:g} ×10⁹/L", "中性粒细胞 {value:g} ×10⁹/L", "one-day"),
    Floor("inr", None, 5, "INR {value:g}", "INR {value:g}", "one-day"),
    Floor("creatine-kinase", None, 5000, "creatine kinase {value:g} U/L", "肌酸激酶 {value:g} U/L", "one-day"),
    Floor("carboxyhaemoglobin", None, 10, "carboxyhaemoglobin {value:g} %", "碳氧血红蛋白 {value:g} %"),
    Floor("methaemoglobin", None, 20, "methaemoglobin {value:g} %", "高铁血红蛋白 {value:g} %"),
)
NOT_A_NEWBORN = 1.0
CHILDS_VITAL_SIGNS = frozenset(floor.analyte for floor in VITAL_SIGNS)


def measured(reading: Reading) -> list[Ground]:
    """The grounds that the present values of a record give."""
    patient = reading.patient
    now = [m for m in reading.measurements if m.experiencer == "patient" and m.temporality == "recent"]
    grounds = [_pressure_in_pregnancy(m) for m in now if patient.pregnant and _severe_in_pregnancy(m)]
    if patient.age_years is None or patient.age_years >= NOT_A_NEWBORN:
        grounds += _beyond(VALUES, now)
    if is_adult(patient):
        return grounds + _beyond(VITAL_SIGNS, now)
    return grounds + [_critical(m) for m in now if _critical_in_child(m, patient)]


def is_adult(patient: Patient) -> bool:
    """From sixteen years on, and where the age is not known."""
    return patient.age_years is None or patient.age_years >= ADULT


def _beyond(floors: tuple[Floor, ...], now: list[Measurement]) -> list[Ground]:
    """One ground a measurement: the most urgent floor that it is beyond."""
    found = []
    for m in now:
        floor = next((f for f in floors if f.analyte == m.analyte and f.beyond(m.value)), None)
        if floor is not None:
            text, zh = floor.text.format(value=m.value), floor.text_zh.format(value=m.value)
            found.append(Ground(floor.level, TriageReason(text=text, text_zh=zh, spans=((m.start, m.end),))))
    return found


def _severe_in_pregnancy(m: Measurement) -> bool:
    return m.value >= SEVERE_IN_PREGNANCY.get(m.analyte, float("inf"))


def _pressure_in_pregnancy(m: Measurement) -> Ground:
    text, zh = f"blood pressure {m.given} in pregnancy", f"妊娠期血压 {m.given}"
    return Ground("emergent", TriageReason(text=text, text_zh=zh, spans=((m.start, m.end),)))


def _critical_in_child(m: Measurement, patient: Patient) -> bool:
    """A vital sign (in the first year any value) beyond the limits of this age. A high temperature alone is an
    emergency in the first three months only (NICE NG143, Fever in under 5s, 2019)."""
    if m.analyte == "temperature" and m.flag in ("high", "critical-high"):
        return patient.age_years is not None and patient.age_years < FEVER_IS_AN_EMERGENCY and m.value >= FEVER
    counts = m.analyte in CHILDS_VITAL_SIGNS or (patient.age_years or 0) < NOT_A_NEWBORN
    return counts and (m.flag or "").startswith("critical")


def _critical(m: Measurement) -> Ground:
    text = f"{m.label} {m.value:g} {m.unit} is critical for this age"
    zh = f"{m.label} {m.value:g} {m.unit}（该年龄危急值）"
    return Ground("emergent", TriageReason(text=text, text_zh=zh, spans=((m.start, m.end),)))
