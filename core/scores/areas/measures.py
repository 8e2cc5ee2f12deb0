"""The measured quantities that scores ask for, declared once with their units and the limits of belief."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.scores.inputs import Derivation, Number
from core.scores.reading_size import read_height, read_weight
from core.scores.reading_urine import of_urine
from core.scores.situation import Matters, Situation


def _number(
    key: str,
    en: str,
    zh: str,
    unit: str,
    limits: tuple[float, float],
    divisor: float = 1,
    decimals: int = 2,
    **more: Any,
) -> Number:
    analytes = more.pop("analytes", (key,))
    return Number(
        id=key,
        en=en,
        zh=zh,
        assumable=False,
        analytes=analytes,
        unit=unit,
        limits=limits,
        divisor=divisor,
        decimals=decimals,
        **more,
    )


# Factors: creatinine 88.4 µmol/L, glucose 18.016 mg/dL in a mmol/L, cholesterol 38.67, triglycerides 88.57, calcium
# 4.008, bilirubin 17.104 µmol/L in a mg/dL, urea nitrogen 2.801 mg/dL in a mmol/L of urea.
_ALL = (
    _number("creatinine", "creatinine", "肌酐", "mg/dL", (0.1, 40), 88.4, 3),
    _number("sodium", "sodium", "钠", "mmol/L", (90, 210), 1, 1),
    _number("potassium", "potassium", "钾", "mmol/L", (1, 12), 1, 1, beside="sodium"),
    _number("chloride", "chloride", "氯", "mmol/L", (50, 170), 1, 1, beside="sodium"),
    _number("bicarbonate", "bicarbonate", "碳酸氢根", "mmol/L", (1, 70), 1, 1, beside="sodium"),
    _number("glucose", "glucose", "葡萄糖", "mg/dL", (5, 2500), 1 / 18.016, 0),
    _number(
        "urea-nitrogen",
        "blood urea nitrogen",
        "血尿素氮",
        "mg/dL",
        (0.5, 300),
        1 / 2.801,
        1,
        analytes=("blood-urea-nitrogen", "urea"),
    ),
    _number("calcium", "calcium", "钙", "mg/dL", (3, 24), 1 / 4.008, 2),
    _number("albumin", "albumin", "白蛋白", "g/dL", (0.5, 8), 10, 2),
    _number("bilirubin", "total bilirubin", "总胆红素", "mg/dL", (0.05, 80), 17.104, 2),
    _number("inr", "INR", "国际标准化比值", "", (0.5, 20), 1, 2),
    _number("ast", "AST", "天冬氨酸氨基转移酶", "U/L", (1, 20000), 1, 0),
    _number("alt", "ALT", "丙氨酸氨基转移酶", "U/L", (1, 20000), 1, 0),
    _number("platelets", "platelets", "血小板", "10^9/L", (1, 3000), 1, 0),
    _number("white-cells", "white cells", "白细胞", "10^9/L", (0.05, 500), 1, 2, analytes=("white-cell-count",)),
    _number("haemoglobin", "haemoglobin", "血红蛋白", "g/dL", (1.5, 26), 10, 1),
    _number("haematocrit", "haematocrit", "红细胞压积", "%", (5, 80), 1, 1),
    _number("cholesterol", "total cholesterol", "总胆固醇", "mg/dL", (20, 1200), 1 / 38.67, 1),
    _number(
        "hdl", "HDL cholesterol", "高密度脂蛋白胆固醇", "mg/dL", (3, 250), 1 / 38.67, 1, analytes=("hdl-cholesterol",)
    ),
    _number("triglycerides", "triglycerides", "甘油三酯", "mg/dL", (10, 5000), 1 / 88.57, 1),
    _number("insulin", "insulin", "胰岛素", "mIU/L", (0.1, 2000), 1, 1),
    _number("ph", "arterial pH", "动脉血pH", "", (6.5, 7.9), 1, 2),
    _number("po2", "arterial PO2", "动脉血氧分压", "mmHg", (15, 700), 1, 1),
    _number("pco2", "arterial PCO2", "动脉血二氧化碳分压", "mmHg", (8, 200), 1, 1),
    _number("fio2", "inspired oxygen", "吸入氧浓度", "%", (20, 100), 1, 0),
    _number("heart-rate", "heart rate", "心率", "/min", (10, 350), 1, 0),
    _number("respiratory-rate", "respiratory rate", "呼吸频率", "/min", (1, 90), 1, 0),
    _number("temperature", "temperature", "体温", "°C", (24, 45), 1, 1),
    _number("saturation", "oxygen saturation", "血氧饱和度", "%", (30, 100), 1, 0, analytes=("oxygen-saturation",)),
    _number(
        "systolic", "systolic blood pressure", "收缩压", "mmHg", (30, 300), 1, 0, analytes=("systolic-blood-pressure",)
    ),
    _number(
        "diastolic",
        "diastolic blood pressure",
        "舒张压",
        "mmHg",
        (10, 200),
        1,
        0,
        analytes=("diastolic-blood-pressure",),
        beside="systolic",
    ),
    _number(
        "mean-pressure",
        "mean arterial pressure",
        "平均动脉压",
        "mmHg",
        (15, 220),
        1,
        1,
        analytes=("mean-arterial-pressure",),
        derive=(Derivation(("systolic", "diastolic"), lambda s, d: (s + 2 * d) / 3),),
    ),
    _number("qt", "QT interval", "QT间期", "ms", (150, 900), 1, 0, analytes=("qt-interval",)),
    _number(
        "urine-sodium",
        "urine sodium",
        "尿钠",
        "mmol/L",
        (1, 400),
        1,
        1,
        read=of_urine("urine-sodium", "(?:sodium|Na)", "mmol/L"),
    ),
    _number(
        "urine-creatinine",
        "urine creatinine",
        "尿肌酐",
        "mg/dL",
        (2, 800),
        1 / 11.312,
        1,
        read=of_urine("urine-creatinine", "creatinine", "mg/dL", 1 / 11.312),
    ),
    _number("height", "height", "身高", "cm", (20, 260), 1, 1, field="height_cm", read=read_height),
    _number("weight", "weight", "体重", "kg", (0.3, 400), 1, 2, field="weight_kg", read=read_weight),
    _number(
        "bmi",
        "body mass index",
        "体重指数",
        "kg/m²",
        (8, 100),
        1,
        2,
        derive=(Derivation(("weight", "height"), lambda weight, height: weight / (height / 100) ** 2),),
    ),
)
_BY_ID = {n.id: n for n in _ALL}


def measure(key: str, **changes: Any) -> Number:
    """One of the quantities, never assumed to be normal unless changed to `assumable=True`."""
    return replace(_BY_ID[key], **changes)


def measures(*keys: str, **changes: Any) -> tuple[Number, ...]:
    """Several of them, changed alike."""
    return tuple(measure(key, **changes) for key in keys)


def needs(weight: float, *analytes: str) -> Matters:
    """A score that matters so much where the record gives all of these quantities, and not at all elsewhere."""

    def matters(case: Situation) -> float:
        return weight if case.measured(*analytes) == len(analytes) else 0

    return matters


def on_request(_case: Situation) -> float:
    """A score that is computed when it is asked for, and never offered."""
    return 0
