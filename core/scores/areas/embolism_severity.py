"""Proven pulmonary embolism: PESI, simplified PESI and BOVA."""

from __future__ import annotations

from math import nan

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.measures import measure, measures
from core.scores.areas.parts import past, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, at_least, below, flagged, graded, met
from core.scores.situation import Situation

_CANCER = past(
    "cancer", "cancer, active or of the past", "癌症（现患或既往）", "BD:active-cancer", words=r"history of \w+ cancer"
)
_PROVEN = Population(
    youngest=18, in_pregnancy=False, exclusions="For proven pulmonary embolism.", exclusions_zh="用于确诊的肺栓塞。"
)
ALTERED = sign(
    "altered",
    "altered mental state",
    "精神状态改变",
    "HP:0001289",
    "BD:altered-mental-status",
    "HP:0004372",
    "HP:0001259",
    denied_by=("BD:alert-and-oriented",),
)
_HEART = past("heart", "chronic heart failure", "慢性心力衰竭", "BD:history-of-heart-failure")
_LUNG = past("lung", "chronic lung disease", "慢性肺病", "BD:chronic-lung-disease", "HP:0006510")


# From this chance on an embolism is treated, proven or not yet: how grave it is decides where and with what.
_TREATED = 0.4


def _severity(case: Situation) -> float:
    proven = case.present("BD:pulmonary-artery-filling-defect", "HP:0002204")
    return 0.7 if proven or case.chance("pulmonary-embolism") >= _TREATED else 0


def _stable(values: Values) -> float:
    """Below 90 mmHg the score does not hold: that is embolism at high risk, whatever the rest would add up to."""
    pressure = float(values["systolic"])
    return nan if pressure < 90 else 2 if pressure <= 100 else 0


CALCULATORS = (
    Calculator(
        id="pesi",
        names=("PESI", "pulmonary embolism severity index", "PE severity index"),
        zh="肺栓塞严重指数（PESI）",
        purpose="Risk of death within 30 days of pulmonary embolism.",
        population=_PROVEN,
        inputs=(
            AGE,
            SEX,
            _CANCER,
            _HEART,
            _LUNG,
            *measures("heart-rate", "systolic", "respiratory-rate"),
            measure("temperature", assumable=True),
            ALTERED,
            measure("saturation"),
        ),
        criteria=(
            Criterion(("age",), lambda values: float(int(float(values["age"]))), {"age": (18, 110)}),
            graded("sex", {"female": 0, "male": 10}),
            any_of(("cancer",), 30),
            any_of(("heart",), 10),
            any_of(("lung",), 10),
            met(20, at_least("heart-rate", 110)),
            met(30, below("systolic", 100)),
            met(20, at_least("respiratory-rate", 30)),
            met(20, below("temperature", 36)),
            any_of(("altered",), 60),
            met(20, below("saturation", 90)),
        ),
        categories=(
            Category(0, "class I", "I级", "Up to 65: very low, 0 to 1.6 % died.", "≤65：极低危，0–1.6%。", low=True),
            Category(66, "class II", "II级", "66 to 85: low, 1.7 to 3.5 %.", "66–85：低危，1.7%–3.5%。", low=True),
            Category(86, "class III", "III级", "86 to 105: 3.2 to 7.1 %.", "86–105：3.2%–7.1%。"),
            Category(106, "class IV", "IV级", "106 to 125: 4.0 to 11.4 %.", "106–125：4.0%–11.4%。"),
            Category(126, "class V", "V级", "Above 125: 10.0 to 24.5 %.", ">125：10.0%–24.5%。"),
        ),
        unit="points",
        source="Aujesky D et al. Am J Respir Crit Care Med 2005;172:1041-1046",
        matters=_severity,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="spesi",
        names=("sPESI", "simplified PESI", "simplified pulmonary embolism severity index"),
        zh="简化肺栓塞严重指数（sPESI）",
        purpose="Which patients with pulmonary embolism are at low risk of death within 30 days.",
        population=_PROVEN,
        inputs=(AGE, _CANCER, _HEART, _LUNG, *measures("heart-rate", "systolic", "saturation")),
        criteria=(
            met(1, above("age", 80)),
            any_of(("cancer",)),
            met(1, flagged("heart", "lung")),
            met(1, at_least("heart-rate", 110)),
            met(1, below("systolic", 100)),
            met(1, below("saturation", 90)),
        ),
        categories=(
            Category(0, "low", "低风险", "0: 1.0 % died in 30 days.", "0分：30天死亡率1.0%。", low=True),
            Category(1, "high", "高风险", "1 or more: 10.9 %.", "≥1分：10.9%。"),
        ),
        unit="points",
        source="Jiménez D et al. Arch Intern Med 2010;170:1383-1389",
        matters=_severity,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="bova",
        names=("BOVA score", "BOVA"),
        zh="BOVA评分",
        purpose="Risk of complications of pulmonary embolism with a stable pressure.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="For proven embolism with a systolic pressure of 90 or more.",
            exclusions_zh="用于收缩压≥90 mmHg的确诊肺栓塞。",
        ),
        inputs=(
            *measures("systolic", "heart-rate"),
            sign(
                "troponin", "raised troponin", "肌钙蛋白升高", "BD:raised-troponin", denied_by=("BD:troponin-negative",)
            ),
            sign("strain", "dysfunction of the right ventricle", "右心室功能障碍", "BD:right-heart-strain-on-imaging"),
        ),
        criteria=(
            Criterion(("systolic",), _stable, {"systolic": (100, 101)}),
            any_of(("troponin",), 2),
            any_of(("strain",), 2),
            met(1, at_least("heart-rate", 110)),
        ),
        categories=(
            Category(0, "stage I", "I期", "0 to 2: low risk of complications.", "0–2分：并发症低风险。", low=True),
            Category(3, "stage II", "II期", "3 or 4: intermediate.", "3–4分：中等。"),
            Category(5, "stage III", "III期", "5 to 7: high.", "5–7分：高。"),
        ),
        unit="points",
        source="Bova C et al. Eur Respir J 2014;44:694-703",
        matters=lambda case: 0.8 * _severity(case),
        never_low_while_unknown=True,
    ),
)
