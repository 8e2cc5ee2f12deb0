"""Lungs: CURB-65."""

from __future__ import annotations

from core.scores.areas.background import confused
from core.scores.areas.pneumonia_severity import pneumonia
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, band
from core.scores.inputs import Age, Number


def _pressure(values: Values) -> float:
    return 1 if float(values["systolic"]) < 90 or float(values["diastolic"]) <= 60 else 0


CALCULATORS = (
    Calculator(
        id="curb-65",
        names=("CURB-65", "CURB-65 Score for Pneumonia Severity", "CURB65", "CURB 65", "CURB-65 score"),
        zh="CURB-65评分",
        purpose="Risk of death within 30 days in community-acquired pneumonia.",
        population=Population(
            youngest=18,
            exclusions="For adults with community-acquired pneumonia; it does not replace judgement of where to treat.",
            exclusions_zh="用于社区获得性肺炎的成人；不能代替对治疗场所的临床判断。",
        ),
        inputs=(
            confused("new confusion", "新发意识模糊"),
            Number(
                id="urea",
                en="urea",
                zh="尿素",
                analytes=("urea", "blood-urea-nitrogen"),
                unit="mmol/L",
                limits=(0.3, 100),
                decimals=2,
            ),
            Number(
                id="respiratory-rate",
                en="respiratory rate",
                zh="呼吸频率",
                analytes=("respiratory-rate",),
                unit="/min",
                limits=(1, 90),
                decimals=0,
            ),
            Number(
                id="systolic",
                en="systolic blood pressure",
                zh="收缩压",
                analytes=("systolic-blood-pressure",),
                unit="mmHg",
                limits=(30, 300),
                decimals=0,
            ),
            Number(
                id="diastolic",
                en="diastolic blood pressure",
                zh="舒张压",
                analytes=("diastolic-blood-pressure",),
                unit="mmHg",
                limits=(10, 200),
                decimals=0,
                beside="systolic",
            ),
            Age(id="age", en="age", zh="年龄"),
        ),
        criteria=(
            any_of(("confusion",)),
            band("urea", (7, 0), above=1),
            band("respiratory-rate", (29, 0), above=1),
            Criterion(("systolic", "diastolic"), _pressure, {"systolic": (89, 90), "diastolic": (60, 61)}),
            Criterion(("age",), lambda values: 1 if float(values["age"]) >= 65 else 0, {"age": (64, 65)}),
        ),
        categories=(
            Category(
                0,
                "low",
                "低风险",
                "0 or 1: 30-day mortality 1.5 % in the original cohort.",
                "0–1分：原始队列30天死亡率1.5%。",
                low=True,
            ),
            Category(
                2,
                "intermediate",
                "中风险",
                "2: 30-day mortality 9.2 % in the original cohort.",
                "2分：原始队列30天死亡率9.2%。",
            ),
            Category(
                3,
                "high",
                "高风险",
                "3 to 5: 30-day mortality 22 % in the original cohort; severe pneumonia.",
                "3–5分：原始队列30天死亡率22%；重症肺炎。",
            ),
        ),
        unit="points",
        source="Lim WS et al. Thorax 2003;58:377-382",
        matters=pneumonia,
        never_low_while_unknown=True,
    ),
)
