"""Chest pain: HEART."""

from __future__ import annotations

from core.scores.areas.background import (
    AGE,
    DIABETES,
    HYPERTENSION,
    PERIPHERAL,
    SMOKED_UP_TO,
    STROKE,
    treated_condition,
)
from core.scores.areas.parts import past, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import graded
from core.scores.inputs import Choice, Flag, Hint, LimitMultiple, Option, Told
from core.scores.reading_phrases import settled
from core.scores.situation import Situation

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
    "BD:pain-worse-lying-flat",
    "BD:pain-relieved-by-leaning-forward",
)
_SLIGHT, _MODERATE, _HIGH = "slightly suspicious", "moderately suspicious", "highly suspicious"
_NORMAL, _MIDDLE, _DEVIATION = "normal", "non-specific repolarisation disturbance", "significant ST deviation"
_NOT_RAISED, _UP_TO_3, _OVER_3 = "not above the limit", "1 to 3 times the limit", "3 times the limit or more"


_CORONARY_DISEASE = past("coronary", "coronary artery disease", "冠心病", "BD:history-of-coronary-disease")
_STATINS = ("atorvastatin", "simvastatin", "rosuvastatin", "pravastatin", "fluvastatin", "lovastatin", "pitavastatin")
_LIPIDS = treated_condition(
    "lipids", "hypercholesterolaemia", "高胆固醇血症", ("HP:0003077", "HP:0003124"), (*_STATINS, "ezetimibe")
)
_SMOKING = sign(
    "smoking",
    "smoking now or in the last 90 days",
    "目前吸烟或近90天内吸烟",
    "BD:smoking",
    denied_by=("BD:ex-smoker",),
    ever=True,
    words=SMOKED_UP_TO,
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


# A clinician's presumption is a judgement too.
_PRESUMED = (
    r"\b(?:presumed|presumptive|working|provisional|admitting) diagnosis of (?:an? )?"
    r"(?:unstable angina|acute coronary syndrome|ACS\b|NSTE-?(?:MI|ACS)|(?:acute )?myocardial infarction)"
)
_STORY = settled(
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
    (_HIGH, rf"(?<!not )\bhighly suspicious\b|{_PRESUMED}"),
    (_MODERATE, r"\bmoderately suspicious\b"),
    (_SLIGHT, r"\bslightly suspicious\b"),
)


def _heart_risks(values: Values) -> float:
    count = sum(bool(values[r]) for r in _RISKS)
    if count >= 3 or any(values[a] for a in _ATHEROSCLEROSIS):
        return 2
    return 1 if count else 0


def _heart_age(values: Values) -> float:
    age = float(values["age"])
    return 2 if age >= 65 else 1 if age >= 45 else 0


# Where one of these is all but found, nobody weighs whether a chest pain is of the heart.
_NOT_THE_HEART, _SETTLED = ("pulmonary-embolism", "aortic-dissection"), 0.5


def _heart_matters(case: Situation) -> float:
    if case.st_elevation_infarction() or not case.present(*_CHEST_PAIN):
        return 0
    if case.chance(*_NOT_THE_HEART) >= _SETTLED:
        return case.chance(*_CORONARY)
    return max(case.chance(*_CORONARY), 0.6)


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
            Told(id="history", en="history", zh="病史", read=_STORY, absent=_SLIGHT),
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
            AGE,
            HYPERTENSION,
            DIABETES,
            _LIPIDS,
            _SMOKING,
            _FAMILY,
            _OBESITY,
            _CORONARY_DISEASE,
            STROKE,
            PERIPHERAL,
            LimitMultiple(
                id="troponin",
                en="troponin",
                zh="肌钙蛋白",
                analytes=("high-sensitivity-troponin-i", "high-sensitivity-troponin-t", "troponin-i", "troponin-t"),
                steps=(1, 3),
                options=(
                    Option(_NOT_RAISED, ("BD:serial-troponin-negative", "BD:troponin-negative")),
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
)
