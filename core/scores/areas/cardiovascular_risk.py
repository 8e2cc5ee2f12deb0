"""Risk of cardiovascular disease in ten years: the pooled cohort equations and SCORE2."""

from __future__ import annotations

from math import exp, log, nan
from typing import NamedTuple

from core.scores.areas.background import AGE, DIABETES, TREATED, smoking
from core.scores.areas.body import SEX
from core.scores.areas.measures import measures, on_request
from core.scores.areas.parts import answer
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.inputs import Told
from core.scores.reading_words import read_black

SMOKER = smoking("smoker")


class _Pooled(NamedTuple):
    """Coefficients of the logarithms (those after `age` with their product with it), mean and survival."""

    age: float
    age_squared: float
    total: tuple[float, float]
    hdl: tuple[float, float]
    treated: tuple[float, float]
    untreated: tuple[float, float]
    smoker: tuple[float, float]
    diabetes: float
    mean: float
    survival: float


_POOLED = {
    ("female", False): _Pooled(
        -29.799,
        4.884,
        (13.540, -3.114),
        (-13.578, 3.149),
        (2.019, 0),
        (1.957, 0),
        (7.574, -1.665),
        0.661,
        -29.18,
        0.9665,
    ),
    ("female", True): _Pooled(
        17.114, 0, (0.940, 0), (-18.920, 4.475), (29.291, -6.432), (27.820, -6.087), (0.691, 0), 0.874, 86.61, 0.9533
    ),
    ("male", False): _Pooled(
        12.344, 0, (11.853, -2.664), (-7.990, 1.769), (1.797, 0), (1.764, 0), (7.837, -1.795), 0.658, 61.18, 0.9144
    ),
    ("male", True): _Pooled(
        2.469, 0, (0.302, 0), (-0.307, 0), (1.916, 0), (1.809, 0), (0.549, 0), 0.645, 19.54, 0.8954
    ),
}


def beyond(total: float, hdl: float, pressure: float) -> bool:
    """Values (mg/dL, mmHg) for which the American equations were not made."""
    return not (130 <= total <= 320 and 20 <= hdl <= 100 and 90 <= pressure <= 200)


def _pooled(
    age: float,
    sex: str,
    black: bool,
    total: float,
    hdl: float,
    pressure: float,
    treated: bool,
    smoker: bool,
    diabetes: bool,
) -> float:
    if not 40 <= age <= 79 or beyond(total, hdl, pressure):
        return nan
    m, years = _POOLED[sex, bool(black)], log(age)
    line = m.age * years + m.age_squared * years**2
    terms = ((m.total, log(total)), (m.hdl, log(hdl)), (m.treated if treated else m.untreated, log(pressure)))
    line += sum((alone + product * years) * value for (alone, product), value in (*terms, (m.smoker, float(smoker))))
    return float(100 * (1 - m.survival ** exp(line + m.diabetes * diabetes - m.mean)))


# Age by 5 years, smoking, pressure by 20, total by 1 and HDL by 0.5 mmol/L, then the products with age; survival.
_SCORE2 = {
    "male": ((0.3742, 0.6012, 0.2777, 0.1458, -0.2698), (-0.0755, -0.0255, -0.0281, 0.0426), 0.9605),
    "female": ((0.4648, 0.7744, 0.3131, 0.1002, -0.2606), (-0.1088, -0.0277, -0.0226, 0.0613), 0.9776),
}
_REGIONS = {  # low, moderate, high, very high risk
    "male": ((-0.5699, 0.7476), (-0.1565, 0.8009), (0.3207, 0.9360), (0.5836, 0.8294)),
    "female": ((-0.7380, 0.7019), (-0.3143, 0.7701), (0.5710, 0.9369), (0.9412, 0.8329)),
}


def _score2(age: float, sex: str, smoker: bool, pressure: float, total: float, hdl: float, region: float) -> float:
    if not 40 <= age <= 69:
        return nan
    main, products, survival = _SCORE2[sex]
    years = (age - 60) / 5
    values = (float(smoker), (pressure - 120) / 20, total / 38.67 - 6, (hdl / 38.67 - 1.3) / 0.5)
    line = main[0] * years + sum(c * v for c, v in zip(main[1:], values, strict=True))
    line += years * sum(c * v for c, v in zip(products, values, strict=True))
    plain = 1 - survival ** exp(line)
    shift, slope = _REGIONS[sex][int(region)]
    return 100 * (1 - exp(-exp(shift + slope * log(-log(1 - plain)))))


FATS = measures("cholesterol", "hdl", "systolic")
_US = (
    Category(0, "low", "低", "Below 5 %.", "<5%。", low=True),
    Category(5, "borderline", "临界", "5 to 7.4 %.", "5%–7.4%。"),
    Category(7.5, "intermediate", "中", "7.5 to 19.9 %.", "7.5%–19.9%。"),
    Category(20, "high", "高", "20 % or more.", "≥20%。"),
)

CALCULATORS = (
    Calculator(
        id="pooled-cohort",
        names=(
            "pooled cohort equations",
            "ASCVD risk (pooled cohort equations)",
            "ASCVD 10-year risk",
            "ASCVD risk",
            "PCE",
        ),
        zh="汇总队列方程（ASCVD 10年风险）",
        purpose="Chance of a first heart attack or stroke within ten years.",
        population=Population(
            youngest=40,
            oldest=80,
            exclusions="From 40 to 79 years without cardiovascular disease; total cholesterol 130 to 320 and HDL 20 to"
            " 100 mg/dL, 90 to 200 mmHg. As published, with race.",
            exclusions_zh="40–79岁，无心血管病；总胆固醇130–320、HDL 20–100 mg/dL，"
            "收缩压90–200 mmHg；按原文含种族变量。",
        ),
        inputs=(
            AGE,
            SEX,
            Told(id="black", en="black", zh="黑人", assumable=False, read=read_black),
            *FATS,
            TREATED,
            SMOKER,
            DIABETES,
        ),
        criteria=(
            equation(
                ("age", "sex", "black", "cholesterol", "hdl", "systolic", "treated", "smoker", "diabetes"), _pooled
            ),
        ),
        categories=_US,
        unit="%",
        decimals=1,
        source="Goff DC et al. Circulation 2014;129(suppl 2):S49-S73",
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="score2",
        names=("SCORE2", "SCORE2 cardiovascular risk", "ESC SCORE2"),
        zh="SCORE2心血管病10年风险",
        purpose="Chance of a first cardiovascular event within ten years, by European region of risk.",
        population=Population(
            youngest=40,
            oldest=70,
            exclusions="From 40 to 69 years without cardiovascular disease, diabetes or kidney disease; not SCORE2-OP.",
            exclusions_zh="40–69岁，无心血管病、糖尿病及肾病；非SCORE2-OP。",
        ),
        inputs=(
            AGE,
            SEX,
            SMOKER,
            *measures("systolic", "cholesterol", "hdl"),
            answer(
                "region",
                "region of risk",
                "风险地区",
                (3, r"very[- ]high[- ]risk (?:region|countr\w+)"),
                (0, r"low[- ]risk (?:region|countr\w+)"),
                (1, r"moderate[- ]risk (?:region|countr\w+)"),
                (2, r"high[- ]risk (?:region|countr\w+)"),
            ),
        ),
        criteria=(equation(("age", "sex", "smoker", "systolic", "cholesterol", "hdl", "region"), _score2),),
        unit="%",
        decimals=1,
        source="SCORE2 working group and ESC Cardiovascular risk collaboration. Eur Heart J 2021;42:2439-2454",
        matters=on_request,
    ),
)
