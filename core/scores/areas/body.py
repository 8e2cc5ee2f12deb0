"""Body size: mass index, ideal, adjusted and target weight, surface, and the fluids that follow from weight."""

from __future__ import annotations

from core.scores.areas.measures import measure, measures, needs, on_request
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.inputs import Sex, Told
from core.scores.reading_words import read_target_bmi

SEX = Sex(id="sex", en="sex", zh="性别")
_ADULTS = Population(
    youngest=18,
    exclusions="For adults; Devine's formula was made for drug doses and departs at heights below 152 cm.",
    exclusions_zh="用于成人；Devine公式用于药物剂量，身高低于152 cm时偏差较大。",
)
_ANYBODY = Population(exclusions="None.", exclusions_zh="无。")
_INCH = 2.54


def ideal_weight(height: float, sex: str) -> float:
    """Devine's ideal weight in kg from a height in cm; below five feet by the same slope, as it is commonly done."""
    return (45.5 if sex == "female" else 50.0) + 2.3 * (height / _INCH - 60)


def adjusted_weight(weight: float, height: float, sex: str) -> float:
    """The ideal weight and 40 % of what is above it."""
    ideal = ideal_weight(height, sex)
    return ideal + 0.4 * (weight - ideal)


def maintenance(weight: float) -> float:
    """Holliday and Segar's daily need as mL/h: 4 for each of the first 10 kg, 2 for the next 10, 1 for each above."""
    return 4 * min(weight, 10) + 2 * min(max(weight - 10, 0), 10) + max(weight - 20, 0)


_CLASSES = (
    Category(0, "underweight", "体重过低", "Below 18.5 kg/m².", "<18.5 kg/m²。"),
    Category(18.5, "normal", "正常", "18.5 to 24.9 kg/m².", "18.5–24.9 kg/m²。"),
    Category(25, "overweight", "超重", "25 to 29.9 kg/m².", "25–29.9 kg/m²。"),
    Category(30, "obesity class 1", "肥胖I级", "30 to 34.9 kg/m².", "30–34.9 kg/m²。"),
    Category(35, "obesity class 2", "肥胖II级", "35 to 39.9 kg/m².", "35–39.9 kg/m²。"),
    Category(40, "obesity class 3", "肥胖III级", "40 kg/m² or more.", "≥40 kg/m²。"),
)

CALCULATORS = (
    Calculator(
        id="bmi",
        names=("body mass index", "Body Mass Index (BMI)", "BMI"),
        zh="体重指数",
        purpose="Weight for height.",
        population=Population(
            youngest=20,
            in_pregnancy=False,
            exclusions="The classes are those of the WHO for adults; children have centiles.",
            exclusions_zh="分级为WHO成人标准；儿童使用百分位。",
        ),
        inputs=measures("weight", "height", "bmi"),
        criteria=(equation(("bmi",), lambda bmi: bmi),),
        categories=_CLASSES,
        unit="kg/m²",
        decimals=2,
        source="World Health Organization, Technical Report Series 894, 2000",
        matters=needs(0.1, "weight", "height"),
    ),
    Calculator(
        id="ideal-body-weight",
        names=(
            "ideal body weight",
            "Ideal body weight (Devine)",
            "Ideal Body Weight",
            "IBW",
            "Devine ideal body weight",
        ),
        zh="理想体重（Devine）",
        purpose="The weight that some doses and ventilator settings are made for.",
        population=_ADULTS,
        inputs=(measure("height"), SEX),
        criteria=(equation(("height", "sex"), ideal_weight),),
        unit="kg",
        decimals=2,
        source="Devine BJ. Drug Intell Clin Pharm 1974;8:650-655",
        matters=on_request,
    ),
    Calculator(
        id="adjusted-body-weight",
        names=("adjusted body weight", "Adjusted Body Weight", "AjBW", "ABW"),
        zh="校正体重",
        purpose="A weight for doses in obesity: ideal weight and 40 % of what is above it.",
        population=_ADULTS,
        inputs=(*measures("weight", "height"), SEX),
        criteria=(equation(("weight", "height", "sex"), adjusted_weight),),
        unit="kg",
        decimals=2,
        source="Devine BJ. Drug Intell Clin Pharm 1974;8:650-655, with the customary factor 0.4",
        matters=on_request,
    ),
    Calculator(
        id="target-weight",
        names=("target weight", "Target weight"),
        zh="目标体重",
        purpose="The weight that a wanted body mass index means at this height.",
        population=_ANYBODY,
        inputs=(
            measure("height"),
            Told(id="target", en="target body mass index", zh="目标体重指数", assumable=False, read=read_target_bmi),
        ),
        criteria=(equation(("height", "target"), lambda height, target: target * (height / 100) ** 2),),
        unit="kg",
        decimals=2,
        source="arithmetic: target body mass index × height²",
        matters=on_request,
    ),
    Calculator(
        id="body-surface-area",
        names=(
            "body surface area",
            "Body surface area (Mosteller)",
            "Body Surface Area Calculator",
            "BSA",
            "Mosteller body surface area",
        ),
        zh="体表面积（Mosteller）",
        purpose="Body surface, for doses and indices.",
        population=_ANYBODY,
        inputs=measures("weight", "height"),
        criteria=(equation(("weight", "height"), lambda weight, height: (weight * height / 3600) ** 0.5),),
        unit="m²",
        decimals=3,
        source="Mosteller RD. N Engl J Med 1987;317:1098",
        matters=on_request,
    ),
    Calculator(
        id="maintenance-fluids",
        names=(
            "maintenance fluids",
            "Maintenance fluids (4-2-1)",
            "Maintenance Fluids Calculations",
            "4-2-1 rule",
            "Holliday-Segar",
        ),
        zh="维持补液量（4-2-1法则）",
        purpose="Hourly maintenance fluid from weight.",
        population=Population(
            exclusions="Not for newborns, nor in shock, heart or kidney failure, or where sodium must be watched.",
            exclusions_zh="不用于新生儿、休克、心肾功能衰竭或需监测血钠者。",
        ),
        inputs=(measure("weight"),),
        criteria=(equation(("weight",), maintenance),),
        unit="mL/h",
        decimals=1,
        source="Holliday MA, Segar WE. Pediatrics 1957;19:823-832",
        matters=on_request,
    ),
)
