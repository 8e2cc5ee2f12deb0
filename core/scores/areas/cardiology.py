"""Heart: HEART and CHA2DS2-VASc."""

from __future__ import annotations

from core.scores.calculator import Calculator, Category, Criterion, Population, Values, any_of, graded
from core.scores.inputs import Age, Choice, Flag, Hint, LimitMultiple, Option, Sex
from core.scores.reading import PREVIOUSLY_HEALTHY
from core.scores.situation import Situation

_AGE = Age(id="age", en="age", zh="年龄")
_CHEST_PAIN = ("HP:0100749", "HP:0031352")
_CORONARY = ("acute-myocardial-infarction", "unstable-angina", "stable-angina")

# What Six and Backus call specific for cardiac ischaemia, and what they call unspecific.
_SPECIFIC = (
    "HP:6000048",
    "BD:retrosternal-pain",
    "BD:exertional-chest-pain",
    "BD:pain-radiating-to-arm",
    "BD:pain-radiating-to-jaw-or-neck",
    "BD:chest-pain-relieved-by-nitrate",
    "BD:crescendo-pattern",
    "BD:pain-similar-to-previous-infarction",
)
_UNSPECIFIC = (
    "HP:0033771",
    "BD:sharp-chest-pain",
    "BD:localised-chest-pain",
    "BD:fleeting-chest-pain",
    "HP:6000047",
    "BD:pain-worse-with-movement",
    "BD:pain-worse-with-coughing",
)
_SLIGHT, _MODERATE, _HIGH = "slightly suspicious", "moderately suspicious", "highly suspicious"
_NORMAL, _MIDDLE, _DEVIATION = "normal", "non-specific repolarisation disturbance", "significant ST deviation"
_NOT_RAISED, _UP_TO_3, _OVER_3 = "not above the limit", "1 to 3 times the limit", "3 times the limit or more"


def _background(key: str, en: str, zh: str, *concepts: str) -> Flag:
    return Flag(id=key, en=en, zh=zh, concepts=concepts, denied_by=(PREVIOUSLY_HEALTHY,), ever=True)


_HYPERTENSION = _background("hypertension", "hypertension", "高血压", "HP:0000822")
_DIABETES = _background("diabetes", "diabetes", "糖尿病", "HP:0000819")
_INFARCTION = _background(
    "infarction", "previous myocardial infarction", "既往心肌梗死", "BD:history-of-myocardial-infarction"
)
_PERIPHERAL = _background("peripheral", "peripheral arterial disease", "外周动脉疾病", "HP:0004950")
_PLAQUE = _background("plaque", "aortic plaque", "主动脉斑块", "BD:aortic-plaque")
_STROKE = _background(
    "stroke",
    "stroke, TIA or systemic embolism",
    "卒中、TIA或体循环栓塞",
    "BD:history-of-stroke",
    "HP:0001297",
    "HP:0002326",
    "BD:systemic-embolism",
)
_FAILURE = _background(
    "heart-failure",
    "heart failure or reduced ejection fraction",
    "心力衰竭或射血分数降低",
    "BD:history-of-heart-failure",
    "HP:0001635",
    "HP:0012664",
)
_CORONARY_DISEASE = _background("coronary", "coronary artery disease", "冠心病", "BD:history-of-coronary-disease")
_LIPIDS = _background("lipids", "hypercholesterolaemia", "高胆固醇血症", "HP:0003077", "HP:0003124")
_SMOKING = Flag(
    id="smoking",
    en="smoking now or in the last 90 days",
    zh="目前吸烟或近90天内吸烟",
    concepts=("BD:smoking",),
    denied_by=("BD:ex-smoker",),
    ever=True,
)
_FAMILY = Flag(
    id="family",
    en="family history of coronary disease",
    zh="冠心病家族史",
    concepts=("BD:family-history-of-heart-disease",),
    ever=True,
)
_OBESITY = Flag(id="obesity", en="obesity (BMI over 30)", zh="肥胖（BMI>30）", concepts=("HP:0001513",), ever=True)

_RISKS = ("hypertension", "diabetes", "lipids", "smoking", "family", "obesity")
_ATHEROSCLEROSIS = ("coronary", "stroke", "peripheral")


def _heart_risks(values: Values) -> float:
    count = sum(bool(values[r]) for r in _RISKS)
    if count >= 3 or any(values[a] for a in _ATHEROSCLEROSIS):
        return 2
    return 1 if count else 0


def _heart_age(values: Values) -> float:
    age = float(values["age"])
    return 2 if age >= 65 else 1 if age >= 45 else 0


def _cha_age(values: Values) -> float:
    age = float(values["age"])
    return 2 if age >= 75 else 1 if age >= 65 else 0


def _heart_matters(case: Situation) -> float:
    chance = case.chance(*_CORONARY)
    return max(chance, 0.6) if case.present(*_CHEST_PAIN) else 0


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
        id="heart",
        names=("HEART score", "HEART Score for Major Cardiac Events", "HEART"),
        zh="HEART评分",
        purpose="Risk of a major cardiac event within six weeks in an adult with acute chest pain.",
        population=Population(
            youngest=18,
            exclusions="For chest pain in the emergency department; not with new ST elevation that needs treatment.",
            exclusions_zh="用于急诊胸痛；不用于需立即处理的新发ST段抬高。",
        ),
        inputs=(
            Choice(
                id="history",
                en="history",
                zh="病史",
                options=(
                    Option(_SLIGHT, ("BD:slightly-suspicious-chest-pain-history",)),
                    Option(_MODERATE, ("BD:moderately-suspicious-chest-pain-history",)),
                    Option(_HIGH, ("BD:highly-suspicious-chest-pain-history",)),
                ),
                hints=(Hint(_SPECIFIC, (_MODERATE, _HIGH)), Hint(_UNSPECIFIC, (_SLIGHT, _MODERATE))),
            ),
            Choice(
                id="ecg",
                en="ECG",
                zh="心电图",
                options=(
                    Option(_NORMAL, ("BD:normal-ecg",)),
                    Option(
                        _MIDDLE, ("HP:0011713", "HP:0001712", "HP:0010872", "BD:nonspecific-repolarisation-disturbance")
                    ),
                    Option(_DEVIATION, ("HP:0012250", "HP:0012251")),
                ),
            ),
            _AGE,
            _HYPERTENSION,
            _DIABETES,
            _LIPIDS,
            _SMOKING,
            _FAMILY,
            _OBESITY,
            _CORONARY_DISEASE,
            _STROKE,
            _PERIPHERAL,
            LimitMultiple(
                id="troponin",
                en="troponin",
                zh="肌钙蛋白",
                analytes=("high-sensitivity-troponin-i", "high-sensitivity-troponin-t", "troponin-i", "troponin-t"),
                steps=(1, 3),
                options=(
                    Option(_NOT_RAISED, ("BD:serial-troponin-negative",)),
                    Option(_UP_TO_3, ()),
                    Option(_OVER_3, ("BD:markedly-raised-troponin",)),
                ),
                hints=(Hint(("BD:raised-troponin",), (_UP_TO_3, _OVER_3)),),
            ),
        ),
        criteria=(
            graded("history", {_SLIGHT: 0, _MODERATE: 1, _HIGH: 2}),
            graded("ecg", {_NORMAL: 0, _MIDDLE: 1, _DEVIATION: 2}),
            Criterion(("age",), _heart_age, {"age": (44, 45, 65)}),
            Criterion((*_RISKS, *_ATHEROSCLEROSIS), _heart_risks),
            graded("troponin", {_NOT_RAISED: 0, _UP_TO_3: 1, _OVER_3: 2}),
        ),
        categories=(
            Category(
                0,
                "low",
                "低风险",
                "0 to 3: 1.7 % had a major cardiac event in six weeks (Backus 2013).",
                "0–3分：6周内主要心脏事件1.7%（Backus 2013）。",
                low=True,
            ),
            Category(
                4,
                "moderate",
                "中风险",
                "4 to 6: 16.6 % had a major cardiac event in six weeks (Backus 2013).",
                "4–6分：6周内主要心脏事件16.6%（Backus 2013）。",
            ),
            Category(
                7,
                "high",
                "高风险",
                "7 to 10: 50.1 % had a major cardiac event in six weeks (Backus 2013).",
                "7–10分：6周内主要心脏事件50.1%（Backus 2013）。",
            ),
        ),
        unit="points",
        source="Six AJ et al. Neth Heart J 2008;16:191-196; Backus BE et al. Int J Cardiol 2013;168:2153-2158",
        matters=_heart_matters,
        never_low_while_unknown=True,
    ),
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
            _HYPERTENSION,
            _AGE,
            _DIABETES,
            _STROKE,
            _INFARCTION,
            _PERIPHERAL,
            _PLAQUE,
            Sex(id="sex", en="sex", zh="性别"),
        ),
        criteria=(
            any_of(("heart-failure",)),
            any_of(("hypertension",)),
            Criterion(("age",), _cha_age, {"age": (64, 65, 75)}),
            any_of(("diabetes",)),
            any_of(("stroke",), 2),
            any_of(("infarction", "peripheral", "plaque")),
            graded("sex", {"male": 0, "female": 1}),
        ),
        categories=(_CHA_LOW, _CHA_MIDDLE, _CHA_HIGH),
        rate=_rate_cha,
        unit="points",
        source="Lip GYH et al. Chest 2010;137:263-272",
        matters=_cha_matters,
        never_low_while_unknown=True,
    ),
)
