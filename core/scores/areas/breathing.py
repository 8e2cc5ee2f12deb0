"""Lungs and blood gases: SMART-COP, ROX, the gradient and the ratio of oxygen."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.embolism_severity import ALTERED
from core.scores.areas.measures import measure, measures, needs
from core.scores.areas.organ_failure import FIO2
from core.scores.areas.parts import sign
from core.scores.areas.pneumonia_severity import pneumonia
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, at_least, below, equation, met
from core.scores.situation import Situation

_BAROMETER, _VAPOUR, _QUOTIENT = 760, 47, 0.8  # sea level, water vapour at 37 °C, respiratory quotient
_GASES = (FIO2, measure("po2"), measure("pco2"))
_SEA = "At sea level; the inspired oxygen of open masks is an estimate."
_SEA_ZH = "按海平面计算；开放式面罩的吸入氧浓度为估计值。"


def _grave_pneumonia(case: Situation) -> float:
    """Where the question of intensive care arises."""
    signs = ("HP:0031273", "HP:0002615", "HP:0012418", "HP:0002098", "BD:multilobar-or-bilateral-infiltrates")
    return 0.8 * pneumonia(case) if case.present(*signs) else 0


def _breaths(values: Values) -> float:
    """Faster than is usual for the age."""
    return 1 if float(values["respiratory-rate"]) >= (30 if float(values["age"]) > 50 else 25) else 0


def _oxygen(values: Values) -> float:
    old = float(values["age"]) > 50
    ratio = 100 * float(values["po2"]) / float(values["fio2"])
    low = float(values["po2"]) < (60 if old else 70) or ratio < (250 if old else 333)
    return 2 if low or float(values["saturation"]) <= (90 if old else 93) else 0


def _gradient(fio2: float, po2: float, pco2: float) -> float:
    return fio2 / 100 * (_BAROMETER - _VAPOUR) - pco2 / _QUOTIENT - po2


CALCULATORS = (
    Calculator(
        id="smart-cop",
        names=("SMART-COP", "SMART-COP score", "SMARTCOP"),
        zh="SMART-COP评分",
        purpose="Need of intensive respiratory support or vasopressors in community-acquired pneumonia.",
        population=Population(
            youngest=18,
            exclusions="For adults with pneumonia on imaging, not immunosuppressed.",
            exclusions_zh="用于影像学证实的成人肺炎，非免疫抑制者。",
        ),
        inputs=(
            measure("systolic"),
            sign("multilobar", "infiltrates of several lobes", "多叶浸润", "BD:multilobar-or-bilateral-infiltrates"),
            measure("albumin", assumable=True),
            AGE,
            *measures("respiratory-rate", "heart-rate"),
            ALTERED,
            measure("saturation"),
            measure("po2", assumable=True),
            FIO2,
            measure("ph", assumable=True),
        ),
        criteria=(
            met(2, below("systolic", 90)),
            any_of(("multilobar",)),
            met(1, below("albumin", 3.5)),
            Criterion(("respiratory-rate", "age"), _breaths, {"respiratory-rate": (24, 25, 29, 30), "age": (50, 51)}),
            met(1, at_least("heart-rate", 125)),
            any_of(("altered",)),
            Criterion(
                ("saturation", "po2", "fio2", "age"),
                _oxygen,
                {"saturation": (90, 91, 93, 94), "po2": (1, 600), "fio2": (21, 100), "age": (50, 51)},
            ),
            met(2, below("ph", 7.35)),
        ),
        categories=(
            Category(
                0,
                "low",
                "低风险",
                "0 to 2: low risk of needing intensive support.",
                "0–2分：需强化支持风险低。",
                low=True,
            ),
            Category(3, "moderate", "中风险", "3 or 4: about 1 in 8.", "3–4分：约1/8。"),
            Category(5, "high", "高风险", "5 or 6: about 1 in 3.", "5–6分：约1/3。"),
            Category(7, "very high", "极高风险", "7 or more: about 2 in 3.", "≥7分：约2/3。"),
        ),
        unit="points",
        source="Charles PGP et al. Clin Infect Dis 2008;47:375-384",
        matters=_grave_pneumonia,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="rox",
        names=("ROX index", "ROX"),
        zh="ROX指数",
        purpose="Whether high-flow nasal oxygen is likely to fail.",
        population=Population(
            youngest=18,
            exclusions="For pneumonia on high-flow nasal oxygen, at 2, 6 and 12 hours.",
            exclusions_zh="用于经鼻高流量氧疗的肺炎，于2、6、12小时评估。",
        ),
        inputs=(measure("saturation"), FIO2, measure("respiratory-rate")),
        criteria=(equation(("saturation", "fio2", "respiratory-rate"), lambda s, f, r: s / (f / 100) / r),),
        categories=(
            Category(
                0,
                "likely to fail soon",
                "失败风险高",
                "Below 3.85 at 12 h (3.47 at 6 h, 2.85 at 2 h): intubation is likely.",
                "12小时<3.85（6小时<3.47，2小时<2.85）：插管可能性大。",
            ),
            Category(3.85, "undecided", "不确定", "3.85 to 4.87: repeat soon.", "3.85–4.87：尽快复评。"),
            Category(
                4.88,
                "likely to succeed",
                "成功可能大",
                "4.88 or more: intubation is less likely.",
                "≥4.88：插管可能性较小。",
            ),
        ),
        decimals=2,
        of_the_moment=True,
        source="Roca O et al. Am J Respir Crit Care Med 2019;199:1368-1376",
        matters=needs(0.3, "oxygen-saturation", "fio2", "respiratory-rate"),
    ),
    Calculator(
        id="a-a-gradient",
        names=("A-a gradient", "A–a gradient", "alveolar-arterial gradient", "A-a O2 gradient", "Aa gradient"),
        zh="肺泡-动脉氧分压差",
        purpose="Whether low oxygen comes from the lung or from too little breathing.",
        population=Population(exclusions=_SEA, exclusions_zh=_SEA_ZH),
        inputs=_GASES,
        criteria=(equation(("fio2", "po2", "pco2"), _gradient),),
        unit="mmHg",
        decimals=1,
        caution=("Usual on air up to about age / 4 + 4 mmHg.", "呼吸空气时正常上限约为年龄/4+4 mmHg。"),
        source="The alveolar gas equation, respiratory quotient 0.8; 760 and 47 mmHg",
        matters=needs(0.3, "po2", "pco2"),
    ),
    Calculator(
        id="pf-ratio",
        names=("P/F ratio", "PaO2/FiO2 ratio", "PF ratio", "PaO2/FiO2", "Horowitz index"),
        zh="氧合指数（P/F）",
        purpose="How far the lung fails to take up oxygen.",
        population=Population(
            exclusions="Degrees of ARDS need a PEEP of 5 cmH2O and bilateral opacities.",
            exclusions_zh="ARDS分级须PEEP≥5 cmH2O且双肺浸润。",
        ),
        inputs=(FIO2, measure("po2")),
        criteria=(equation(("po2", "fio2"), lambda p, f: 100 * p / f),),
        categories=(
            Category(0, "100 or less", "≤100", "As in severe ARDS.", "相当于重度ARDS。"),
            Category(100.001, "101 to 200", "101–200", "As in moderate ARDS.", "相当于中度ARDS。"),
            Category(200.001, "201 to 300", "201–300", "As in mild ARDS.", "相当于轻度ARDS。"),
            Category(300.001, "above 300", ">300", "Not low enough for ARDS.", "未达ARDS标准。"),
        ),
        unit="mmHg",
        decimals=1,
        source="ARDS Definition Task Force. JAMA 2012;307:2526-2533",
        matters=needs(0.3, "po2", "fio2"),
    ),
)
