"""Electrolytes: corrected calcium and sodium, osmolality, and the deficit of free water."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.measures import measure, measures, needs, on_request
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.inputs import Told
from core.scores.reading_terms import read_glucose_factor, read_water_share

_IDEAL_SODIUM = 140


def _water_share(age: float, sex: str) -> float:
    """Body water as a share of weight: 0.6 in children and men, 0.5 in women and old men, 0.45 in old women."""
    if age < 18:
        return 0.6
    if age < 65:
        return 0.5 if sex == "female" else 0.6
    return 0.45 if sex == "female" else 0.5


def _deficit(weight: float, sodium: float, age: float, sex: str, share: float) -> float:
    return (share or _water_share(age, sex)) * weight * (sodium / _IDEAL_SODIUM - 1)


CALCULATORS = (
    Calculator(
        id="corrected-calcium",
        names=(
            "albumin-corrected calcium",
            "Corrected calcium (albumin)",
            "Calcium Correction for Hypoalbuminemia",
            "corrected calcium",
        ),
        zh="白蛋白校正钙",
        purpose="What the total calcium would be at an albumin of 4 g/dL.",
        population=Population(
            exclusions="A rough correction: ionised calcium is better, above all in the critically ill.",
            exclusions_zh="为粗略校正：应首选离子钙，尤其在危重患者。",
        ),
        inputs=(measure("calcium"), measure("albumin", beside="calcium")),
        criteria=(equation(("calcium", "albumin"), lambda calcium, albumin: calcium + 0.8 * (4 - albumin)),),
        categories=(
            Category(0, "low", "低", "Below 8.5 mg/dL.", "<8.5 mg/dL。"),
            Category(8.5, "normal", "正常", "8.5 to 10.5 mg/dL.", "8.5–10.5 mg/dL。"),
            Category(10.51, "high", "高", "Above 10.5 mg/dL.", ">10.5 mg/dL。"),
        ),
        unit="mg/dL",
        decimals=2,
        source="Payne RB et al. Br Med J 1973;4:643-646, with 0.8 mg/dL for each g/dL",
        matters=needs(0.25, "calcium", "albumin"),
    ),
    Calculator(
        id="corrected-sodium",
        names=(
            "glucose-corrected sodium",
            "Corrected sodium (hyperglycemia)",
            "corrected sodium (hyperglycaemia)",
            "Sodium Correction for Hyperglycemia",
            "corrected sodium",
            "sodium correction for hyperglycaemia",
        ),
        zh="血糖校正钠",
        purpose="What the sodium would be without the water that a high glucose draws.",
        population=Population(
            exclusions="For hyperglycaemia; 2.4 unless the record lays down another factor (Katz's 1.6 is as"
            " customary).",
            exclusions_zh="用于高血糖；未指定时用2.4，Katz系数1.6亦常用。",
        ),
        inputs=(
            measure("sodium"),
            measure("glucose", beside="sodium"),
            Told(
                id="factor",
                en="sodium for each 100 mg/dL of glucose",
                zh="每100 mg/dL葡萄糖对应的钠（mmol/L）",
                assumable=False,
                read=read_glucose_factor,
            ),
        ),
        criteria=(
            equation(
                ("sodium", "glucose", "factor"),
                lambda sodium, glucose, factor: sodium + factor * (glucose - 100) / 100,
            ),
        ),
        unit="mmol/L",
        decimals=1,
        source="Hillier TA et al. Am J Med 1999;106:399-403",
        matters=lambda case: 0.3 if case.measured("sodium", "glucose") == 2 and case.present("HP:0003074") else 0,
    ),
    Calculator(
        id="serum-osmolality",
        names=(
            "calculated osmolality",
            "Serum osmolality (calculated)",
            "Serum Osmolality",
            "calculated serum osmolality",
        ),
        zh="计算血浆渗透压",
        purpose="Osmolality from sodium, glucose and urea nitrogen.",
        population=Population(
            exclusions="Alcohols are not counted: a gap to the measured value points at them.",
            exclusions_zh="不包括醇类：与实测值之差提示其存在。",
        ),
        inputs=(
            measure("sodium"),
            measure("urea-nitrogen", beside="sodium"),
            measure("glucose", beside="sodium"),
        ),
        criteria=(
            equation(
                ("sodium", "urea-nitrogen", "glucose"), lambda na, bun, glucose: 2 * na + bun / 2.8 + glucose / 18
            ),
        ),
        categories=(
            Category(0, "low", "低", "Below 275 mOsm/kg.", "<275 mOsm/kg。"),
            Category(275, "normal", "正常", "275 to 295 mOsm/kg.", "275–295 mOsm/kg。"),
            Category(295.1, "high", "高", "Above 295 mOsm/kg.", ">295 mOsm/kg。"),
        ),
        unit="mOsm/kg",
        decimals=1,
        source="Dorwart WV, Chalmers L. Clin Chem 1975;21:190-194, in its customary short form",
        matters=lambda case: (
            0.25 if case.measured("sodium", "glucose") == 2 and case.measured("urea", "blood-urea-nitrogen") else 0
        ),
    ),
    Calculator(
        id="free-water-deficit",
        names=("free water deficit", "Free Water Deficit"),
        zh="自由水缺失",
        purpose="Litres of water that would bring the sodium to 140 mmol/L.",
        population=Population(
            exclusions="For hypernatraemia; it says nothing of how fast: slowly where it is old.",
            exclusions_zh="用于高钠血症；不说明纠正速度：慢性者须缓慢。",
        ),
        inputs=(
            *measures("weight", "sodium"),
            AGE,
            SEX,
            Told(
                id="share",
                en="body water as a share of weight, if laid down (0: by age and sex)",
                zh="指定的体水占体重比例（0：按年龄性别）",
                assumable=False,
                read=read_water_share,
            ),
        ),
        criteria=(equation(("weight", "sodium", "age", "sex", "share"), _deficit),),
        unit="L",
        decimals=3,
        source="Adrogué HJ, Madias NE. N Engl J Med 2000;342:1493-1499",
        matters=on_request,
    ),
)
