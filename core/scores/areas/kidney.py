"""Kidney: estimated filtration and creatinine clearance, and the sodium that is lost."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX, adjusted_weight, ideal_weight
from core.scores.areas.measures import measure, measures, needs, on_request
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import equation
from core.scores.inputs import Derivation, Number, Told
from core.scores.reading_words import read_actual_weight, read_black


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


def dosing_weight(weight: float, height: float, sex: str) -> float:
    """The weight for Cockcroft and Gault's formula: the actual one when underweight, the ideal one (or the actual, if
    less) when normal, the adjusted one when overweight or obese."""
    bmi = weight / (height / 100) ** 2
    if bmi < 18.5:
        return weight
    if bmi < 25:
        return min(weight, ideal_weight(height, sex))
    return adjusted_weight(weight, height, sex)


def asked_weight(weight: float, height: float, sex: str, actual: bool) -> float:
    """The actual weight where the question asks for it, else the usual one."""
    return weight if actual else dosing_weight(weight, height, sex)


def _clearance(age: float, sex: str, creatinine: float, weight: float) -> float:
    return (140 - age) * weight * (0.85 if sex == "female" else 1) / (72 * creatinine)


def _mdrd(creatinine: float, age: float, sex: str, black: bool) -> float:
    return float(175 * creatinine**-1.154 * age**-0.203 * (0.742 if sex == "female" else 1) * (1.212 if black else 1))


def _excretion(urine_sodium: float, sodium: float, urine_creatinine: float, creatinine: float) -> float:
    return 100 * urine_sodium * creatinine / (sodium * urine_creatinine)


_STABLE = Population(
    youngest=18,
    in_pregnancy=False,
    exclusions="Needs a stable creatinine: not in acute kidney injury, on dialysis or in pregnancy.",
    exclusions_zh="需肌酐稳定：不适用于急性肾损伤、透析或妊娠。",
)
_ACTUAL_WEIGHT = Told(
    id="actual-weight", en="actual weight asked for", zh="要求用实际体重", read=read_actual_weight, absent=False
)
_DOSING_WEIGHT = Number(
    id="dosing-weight",
    en="weight for the formula",
    zh="公式所用体重",
    assumable=False,
    analytes=(),
    unit="kg",
    limits=(1, 400),
    decimals=2,
    derive=(
        Derivation(("weight", "height", "sex", "actual-weight"), asked_weight),
        Derivation(("weight",), float),
    ),
)

CALCULATORS = (
    Calculator(
        id="ckd-epi-2021",
        names=(
            "CKD-EPI 2021",
            "eGFR (CKD-EPI 2021 creatinine)",
            "CKD-EPI Equations for Glomerular Filtration Rate",
            "CKD-EPI",
            "CKD-EPI 2021 creatinine",
            "eGFR",
        ),
        zh="CKD-EPI 2021肾小球滤过率",
        purpose="Estimated glomerular filtration rate from creatinine, without race.",
        population=_STABLE,
        inputs=(
            measure("creatinine"),
            AGE,
            SEX,
        ),
        criteria=(Criterion(("creatinine", "age", "sex"), _ckd_epi),),
        categories=_CATEGORIES,
        unit="mL/min/1.73 m²",
        decimals=1,
        source="Inker LA et al. N Engl J Med 2021;385:1737-1749",
        matters=needs(0.2, "creatinine"),
    ),
    Calculator(
        id="cockcroft-gault",
        names=(
            "creatinine clearance (Cockcroft-Gault)",
            "Creatinine Clearance (Cockcroft-Gault Equation)",
            "Cockcroft-Gault",
            "CrCl",
            "creatinine clearance",
        ),
        zh="肌酐清除率（Cockcroft-Gault）",
        purpose="Creatinine clearance, by which many drugs are dosed.",
        population=_STABLE,
        inputs=(AGE, SEX, *measures("creatinine", "weight", "height"), _ACTUAL_WEIGHT, _DOSING_WEIGHT),
        criteria=(equation(("age", "sex", "creatinine", "dosing-weight"), _clearance),),
        unit="mL/min",
        decimals=1,
        source="Cockcroft DW, Gault MH. Nephron 1976;16:31-41; weight by body mass index (Winter MA et al. 2012)",
        matters=needs(0.15, "creatinine", "weight"),
    ),
    Calculator(
        id="mdrd",
        names=("MDRD", "eGFR (MDRD, 4-variable IDMS)", "MDRD GFR Equation", "MDRD GFR"),
        zh="MDRD肾小球滤过率",
        purpose="Estimated glomerular filtration rate by the older equation; CKD-EPI 2021 is preferred.",
        population=_STABLE,
        inputs=(
            measure("creatinine"),
            AGE,
            SEX,
            Told(id="black", en="black", zh="黑人", assumable=False, read=read_black),
        ),
        criteria=(equation(("creatinine", "age", "sex", "black"), _mdrd),),
        categories=_CATEGORIES,
        unit="mL/min/1.73 m²",
        decimals=2,
        source="Levey AS et al. Ann Intern Med 2006;145:247-254",
        matters=on_request,
    ),
    Calculator(
        id="fena",
        names=("fractional excretion of sodium", "Fractional Excretion of Sodium (FENa)", "FENa"),
        zh="钠排泄分数",
        purpose="The share of filtered sodium that is lost, where the kidney fails and little urine is made.",
        population=Population(
            exclusions="In oliguric acute kidney injury; diuretics raise it, and so does chronic kidney disease.",
            exclusions_zh="用于少尿型急性肾损伤；利尿剂及慢性肾脏病可使其升高。",
        ),
        inputs=measures("urine-sodium", "sodium", "urine-creatinine", "creatinine"),
        criteria=(equation(("urine-sodium", "sodium", "urine-creatinine", "creatinine"), _excretion),),
        categories=(
            Category(0, "below 1 %", "<1%", "Points to too little flow to the kidney.", "提示肾前性。"),
            Category(1, "1 to 2 %", "1%–2%", "Undecided.", "不能确定。"),
            Category(2.0001, "above 2 %", ">2%", "Points to damage of the tubules.", "提示肾小管损伤。"),
        ),
        unit="%",
        decimals=3,
        source="Espinel CH. JAMA 1976;236:579-581",
        matters=needs(0.4, "urine-sodium", "sodium", "urine-creatinine", "creatinine"),
    ),
)
