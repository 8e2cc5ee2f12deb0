"""Risk of cardiovascular disease in ten years: PREVENT."""

from __future__ import annotations

from math import exp, nan
from typing import NamedTuple

from core.scores.areas.background import AGE, DIABETES, TREATED
from core.scores.areas.body import SEX
from core.scores.areas.cardiovascular_risk import FATS, SMOKER, beyond
from core.scores.areas.measures import on_request
from core.scores.areas.parts import quantity, sign
from core.scores.calculator import Calculator, Population
from core.scores.criteria import equation

_MMOL = 0.02586  # mmol/L of cholesterol in a mg/dL, as the PREVENT equations take it


class _Prevent(NamedTuple):
    constant: float
    age: float
    other: float  # cholesterol that is not HDL
    hdl: float
    low_pressure: float
    pressure: float
    diabetes: float
    smoker: float
    low_filtration: float
    filtration: float
    treated: float
    statin: float
    treated_pressure: float
    statin_other: float
    age_other: float
    age_hdl: float
    age_pressure: float
    age_diabetes: float
    age_smoker: float
    age_filtration: float


_PREVENT = {
    "female": _Prevent(
        -3.307728,
        0.7939329,
        0.0305239,
        -0.1606857,
        -0.2394003,
        0.3600781,
        0.8667604,
        0.5360739,
        0.6045917,
        0.0433769,
        0.3151672,
        -0.1477655,
        -0.0663612,
        0.1197879,
        -0.0819715,
        0.0306769,
        -0.0946348,
        -0.27057,
        -0.078715,
        -0.1637806,
    ),
    "male": _Prevent(
        -3.031168,
        0.7688528,
        0.0736174,
        -0.0954431,
        -0.4347345,
        0.3362658,
        0.7692857,
        0.4386871,
        0.5378979,
        0.0164827,
        0.288879,
        -0.1337349,
        -0.0475924,
        0.150273,
        -0.0517874,
        0.0191169,
        -0.1049477,
        -0.2251948,
        -0.0895067,
        -0.1543702,
    ),
}


def _prevent(
    age: float,
    sex: str,
    total: float,
    hdl: float,
    pressure: float,
    diabetes: bool,
    smoker: bool,
    filtration: float,
    treated: bool,
    statin: bool,
) -> float:
    if not 30 <= age <= 79 or beyond(total, hdl, pressure) or not 15 <= filtration <= 150:
        return nan
    m, decade = _PREVENT[sex], (age - 55) / 10
    other, good = (total - hdl) * _MMOL - 3.5, (hdl * _MMOL - 1.3) / 0.3
    low, high = (min(pressure, 110) - 110) / 20, (max(pressure, 110) - 130) / 20
    poor, fair = (min(filtration, 60) - 60) / -15, (max(filtration, 60) - 90) / -15
    line = m.constant + m.age * decade + m.other * other + m.hdl * good + m.low_pressure * low + m.pressure * high
    line += m.diabetes * diabetes + m.smoker * smoker + m.low_filtration * poor + m.filtration * fair
    line += (
        m.treated * treated + m.statin * statin + m.treated_pressure * high * treated + m.statin_other * other * statin
    )
    line += decade * (m.age_other * other + m.age_hdl * good + m.age_pressure * high + m.age_diabetes * diabetes)
    line += decade * (m.age_smoker * smoker + m.age_filtration * poor)
    return 100 * exp(line) / (1 + exp(line))


CALCULATORS = (
    Calculator(
        id="prevent",
        names=("PREVENT (base, total cardiovascular disease)", "PREVENT", "PREVENT equations", "AHA PREVENT"),
        zh="PREVENT心血管病10年风险",
        purpose="Chance of a first heart attack, stroke or heart failure within ten years.",
        population=Population(
            youngest=30,
            oldest=80,
            exclusions="From 30 to 79 years without cardiovascular disease; total cholesterol 130 to 320 and HDL 20 to"
            " 100 mg/dL, 90 to 200 mmHg, filtration rate 15 to 150.",
            exclusions_zh="30–79岁，无心血管病；总胆固醇130–320、HDL 20–100 mg/dL，收缩压90–200 mmHg，eGFR 15–150。",
        ),
        inputs=(
            AGE,
            SEX,
            *FATS,
            DIABETES,
            SMOKER,
            quantity("egfr", "filtration rate", "肾小球滤过率", "mL/min/1.73 m²", (10, 160), decimals=0),
            TREATED,
            sign(
                "statin",
                "a statin",
                "他汀类药物",
                drugs=(
                    "atorvastatin",
                    "rosuvastatin",
                    "simvastatin",
                    "pravastatin",
                    "fluvastatin",
                    "lovastatin",
                    "pitavastatin",
                ),
                words=r"\bstatins?\b|他汀",
            ),
        ),
        criteria=(
            equation(
                ("age", "sex", "cholesterol", "hdl", "systolic", "diabetes", "smoker", "egfr", "treated", "statin"),
                _prevent,
            ),
        ),
        unit="%",
        decimals=1,
        caution=(
            "The limits of the pooled cohort equations (5, 7.5 and 20 %) do not hold: PREVENT gives lower figures.",
            "汇总队列方程的界值（5%、7.5%、20%）不适用：PREVENT数值较低。",
        ),
        source="Khan SS et al. Circulation 2024;149:430-449",
        matters=on_request,
    ),
)
