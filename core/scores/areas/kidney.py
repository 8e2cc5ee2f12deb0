"""Kidney: estimated glomerular filtration."""

from __future__ import annotations

from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.inputs import Age, Number, Sex
from core.scores.situation import Situation


def _ckd_epi(values: Values) -> float:
    female = values["sex"] == "female"
    ratio = float(values["creatinine"]) / (0.7 if female else 0.9)
    below = min(ratio, 1.0) ** (-0.241 if female else -0.302)
    above = max(ratio, 1.0) ** -1.200
    return float(142 * below * above * 0.9938 ** float(values["age"]) * (1.012 if female else 1.0))


_STAGES = (
    (0, "G5", "kidney failure", "肾衰竭"),
    (15, "G4", "severely decreased", "重度下降"),
    (30, "G3b", "moderately to severely decreased", "中重度下降"),
    (45, "G3a", "mildly to moderately decreased", "轻中度下降"),
    (60, "G2", "mildly decreased", "轻度下降"),
    (90, "G1", "normal or high", "正常或升高"),
)
_CATEGORIES = tuple(
    Category(
        # KDIGO speaks of whole numbers: 59.5 is reported as 60.
        lower - 0.5,
        stage,
        stage,
        f"{words}; chronic kidney disease only if it lasts three months or more",
        f"{zh}；持续≥3个月方可诊断慢性肾脏病",
    )
    for lower, stage, words, zh in _STAGES
)


def _matters(case: Situation) -> float:
    return 0.2 if case.measured("creatinine") else 0


CALCULATORS = (
    Calculator(
        id="ckd-epi-2021",
        names=(
            "CKD-EPI 2021",
            "CKD-EPI Equations for Glomerular Filtration Rate",
            "CKD-EPI",
            "CKD-EPI 2021 creatinine",
            "eGFR",
        ),
        zh="CKD-EPI 2021肾小球滤过率",
        purpose="Estimated glomerular filtration rate from creatinine, without race.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="Needs a stable creatinine: not in acute kidney injury, on dialysis or in pregnancy.",
            exclusions_zh="需肌酐稳定：不适用于急性肾损伤、透析或妊娠。",
        ),
        inputs=(
            Number(
                id="creatinine",
                en="creatinine",
                zh="肌酐",
                assumable=False,
                analytes=("creatinine",),
                unit="mg/dL",
                limits=(0.1, 40),
                divisor=88.4,
                decimals=3,
            ),
            Age(id="age", en="age", zh="年龄"),
            Sex(id="sex", en="sex", zh="性别"),
        ),
        criteria=(Criterion(("creatinine", "age", "sex"), _ckd_epi),),
        categories=_CATEGORIES,
        unit="mL/min/1.73 m²",
        decimals=1,
        source="Inker LA et al. N Engl J Med 2021;385:1737-1749",
        matters=_matters,
    ),
)
