"""Arrhythmia: CHA2DS2-VASc."""

from __future__ import annotations

from core.scores.areas.background import AGE, DIABETES, HYPERTENSION, PERIPHERAL, STROKE
from core.scores.areas.parts import past
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, graded
from core.scores.inputs import Sex
from core.scores.situation import Situation

# Lip's "previous infarction", as the ESC reads it since 2020: coronary disease that is known or seen.
_CORONARY_OR_INFARCTION = past(
    "coronary",
    "coronary disease or myocardial infarction",
    "冠心病或心肌梗死",
    "BD:history-of-coronary-disease",
    "HP:0005145",
    "HP:0001658",
    words=r"coronary (?:artery )?bypass|\bCABG\b|\bcoronary (?:artery|heart) disease\b"
    r"(?! (?:risk|clinic|screen|work))",
)
_PLAQUE = past("plaque", "aortic plaque", "主动脉斑块", "BD:aortic-plaque")
_FAILURE = past(
    "heart-failure",
    "heart failure or reduced ejection fraction",
    "心力衰竭或射血分数降低",
    "BD:history-of-heart-failure",
    "HP:0001635",
    "HP:0012664",
)


def _cha_age(values: Values) -> float:
    age = float(values["age"])
    return 2 if age >= 75 else 1 if age >= 65 else 0


def _cha_matters(case: Situation) -> float:
    return 0.45 if case.ever("HP:0005110") else 0


_CHA_LOW = Category(
    0,
    "low",
    "低风险",
    "No risk factor but sex: as a rule no anticoagulant.",
    "除性别外无危险因素：通常无需抗凝。",
    low=True,
)
_CHA_MIDDLE = Category(
    1,
    "intermediate",
    "中风险",
    "One risk factor besides sex: weigh an anticoagulant.",
    "除性别外有1项危险因素：考虑抗凝。",
)
_CHA_HIGH = Category(
    2, "high", "高风险", "Two or more points besides sex: as a rule an anticoagulant.", "除性别外≥2分：通常建议抗凝。"
)


def _rate_cha(_total: float, points: tuple[float, ...]) -> Category:
    """Being female counts only beside another risk factor: the last criterion, sex, is left out."""
    besides = sum(points[:-1])
    return _CHA_HIGH if besides >= 2 else _CHA_MIDDLE if besides else _CHA_LOW


CALCULATORS = (
    Calculator(
        id="cha2ds2-vasc",
        names=(
            "CHA2DS2-VASc",
            "CHA2DS2-VASc Score for Atrial Fibrillation Stroke Risk",
            "CHA₂DS₂-VASc",
            "CHADS-VASc",
            "CHA2DS2VASc",
        ),
        zh="CHA2DS2-VASc评分",
        purpose="Risk of stroke in atrial fibrillation without mitral stenosis or a mechanical valve.",
        population=Population(
            youngest=18,
            exclusions="Not with moderate or severe mitral stenosis or a mechanical valve.",
            exclusions_zh="不用于中重度二尖瓣狭窄或机械瓣患者。",
        ),
        inputs=(
            _FAILURE,
            HYPERTENSION,
            AGE,
            DIABETES,
            STROKE,
            _CORONARY_OR_INFARCTION,
            PERIPHERAL,
            _PLAQUE,
            Sex(id="sex", en="sex", zh="性别"),
        ),
        criteria=(
            any_of(("heart-failure",)),
            any_of(("hypertension",)),
            Criterion(("age",), _cha_age, {"age": (64, 65, 75)}),
            any_of(("diabetes",)),
            any_of(("stroke",), 2),
            any_of(("coronary", "peripheral", "plaque")),
            graded("sex", {"male": 0, "female": 1}),
        ),
        categories=(_CHA_LOW, _CHA_MIDDLE, _CHA_HIGH),
        rate=_rate_cha,
        unit="points",
        source="Lip GYH et al. Chest 2010;137:263-272; vascular disease as in ESC 2020 (Hindricks G et al.)",
        matters=_cha_matters,
        never_low_while_unknown=True,
    ),
)
