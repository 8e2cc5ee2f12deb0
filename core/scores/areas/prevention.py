"""Prevention: the ten-year risk of hard coronary disease."""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

from core.scores.areas.background import AGE, TREATED, smoking
from core.scores.areas.body import SEX
from core.scores.areas.measures import measures, on_request
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation


class _Model(NamedTuple):
    age: float
    cholesterol: float
    hdl: float
    pressure: float
    treated: float
    smoker: float
    age_cholesterol: float
    age_smoker: float
    age_squared: float
    constant: float
    survival: float
    oldest_smoker: float  # beyond it smoking weighs no less


_MEN = _Model(
    52.00961, 20.014077, -0.905964, 1.305784, 0.241549, 12.096316, -4.605038, -2.84367, -2.93323, 172.300168, 0.9402, 70
)
_WOMEN = _Model(
    31.764001, 22.465206, -1.187731, 2.552905, 0.420251, 13.07543, -5.060998, -2.996945, 0, 146.5933061, 0.98767, 78
)


def _risk(age: float, sex: str, cholesterol: float, hdl: float, pressure: float, treated: bool, smoker: bool) -> float:
    m = _WOMEN if sex == "female" else _MEN
    years, fat = log(age), log(cholesterol)
    total = m.age * years + m.cholesterol * fat + m.hdl * log(hdl) + m.pressure * log(pressure) - m.constant
    total += m.treated * treated + m.smoker * smoker + m.age_cholesterol * years * fat + m.age_squared * years**2
    total += m.age_smoker * log(min(age, m.oldest_smoker)) * smoker
    return float(100 * (1 - m.survival ** exp(total)))


CALCULATORS = (
    Calculator(
        id="framingham-hard-chd",
        names=(
            "Framingham risk score (hard coronary disease)",
            "Framingham Risk Score for Hard Coronary Heart Disease",
            "Framingham Risk Score",
            "Framingham",
        ),
        zh="Framingham冠心病10年风险",
        purpose="Chance of infarction or coronary death in ten years, without coronary disease or diabetes.",
        population=Population(
            youngest=30,
            exclusions="From 30 to 79 years, without coronary disease, diabetes or claudication.",
            exclusions_zh="30–79岁，无冠心病、糖尿病及间歇性跛行者。",
        ),
        inputs=(
            AGE,
            SEX,
            *measures("cholesterol", "hdl", "systolic"),
            TREATED,
            smoking("smoker"),
        ),
        criteria=(equation(("age", "sex", "cholesterol", "hdl", "systolic", "treated", "smoker"), _risk),),
        categories=(
            Category(0, "below 10 %", "<10%", "Low by the Adult Treatment Panel III.", "ATP III低危。", low=True),
            Category(10, "10 to 20 %", "10%–20%", "Intermediate by the Adult Treatment Panel III.", "ATP III中危。"),
            Category(20.001, "above 20 %", ">20%", "High by the Adult Treatment Panel III.", "ATP III高危。"),
        ),
        unit="%",
        decimals=2,
        source="Adult Treatment Panel III. Circulation 2002;106:3143-3421",
        matters=on_request,
        never_low_while_unknown=True,
    ),
)
