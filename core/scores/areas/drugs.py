"""Equal doses: glucocorticoids, and opioids as oral morphine."""

from __future__ import annotations

from typing import NamedTuple

from core.scores.areas.measures import on_request
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import equation
from core.scores.inputs import Told
from core.scores.reading_doses import daily_dose
from core.scores.reading_steroids import read_steroid, read_steroid_dose, read_target_steroid

# Milligrams of each that act alike on glucose and inflammation.
EQUAL_STEROIDS = {
    "betamethasone": 0.75, "cortisone": 25.0, "dexamethasone": 0.75, "hydrocortisone": 20.0, "methylprednisolone": 4.0,
    "prednisolone": 5.0, "prednisone": 5.0, "triamcinolone": 4.0,
}  # fmt: skip


class _Opioid(NamedTuple):
    """An opioid, how it is written, its way if that decides, and milligrams of oral morphine for each milligram."""

    key: str
    en: str
    zh: str
    written: str
    route: str | None
    factor: float


# CDC 2022; buccal fentanyl for each microgram, a patch for each microgram an hour.
OPIOIDS = (
    _Opioid("codeine", "codeine", "可待因", "(?<!hydro)codeine|co-codamol", None, 0.15),
    _Opioid("fentanyl-buccal", "fentanyl, buccal", "芬太尼口腔制剂", "fentanyl", "buccal", 0.13),
    _Opioid("fentanyl-nasal", "fentanyl, nasal", "芬太尼鼻喷剂", "fentanyl", "nasal", 0.16),
    _Opioid("fentanyl-patch", "fentanyl patch", "芬太尼贴剂", "fentanyl", "patch", 2.4),
    _Opioid("hydrocodone", "hydrocodone", "氢可酮", "hydrocodone", None, 1.0),
    _Opioid("hydromorphone", "hydromorphone", "氢吗啡酮", "hydromorphone", None, 5.0),
    _Opioid("methadone", "methadone", "美沙酮", "methadone", None, 4.7),
    _Opioid("morphine", "morphine", "吗啡", r"(?<!di)(?<!apo)morphine|oramorph|sevredol", None, 1.0),
    _Opioid("oxycodone", "oxycodone", "羟考酮", "oxycodone", None, 1.5),
    _Opioid("oxymorphone", "oxymorphone", "羟吗啡酮", "oxymorphone", None, 3.0),
    _Opioid("tapentadol", "tapentadol", "他喷他多", "tapentadol", None, 0.4),
    _Opioid("tramadol", "tramadol", "曲马多", "tramadol", None, 0.2),
)


def _steroid(dose: float, given: str, wanted: str) -> float:
    return dose * EQUAL_STEROIDS[wanted] / EQUAL_STEROIDS[given]


def _morphine(*daily: float) -> float:
    return sum(amount * opioid.factor for amount, opioid in zip(daily, OPIOIDS, strict=True))


CALCULATORS = (
    Calculator(
        id="steroid-conversion",
        names=("steroid conversion", "Steroid Conversion Calculator", "glucocorticoid equivalents"),
        zh="糖皮质激素等效剂量换算",
        purpose="The dose of one glucocorticoid that acts like that of another.",
        population=Population(
            exclusions="By mouth or vein; not for inhaled, joint or skin use, nor for the effect on salt.",
            exclusions_zh="用于口服或静脉；不用于吸入、关节腔或外用，也不反映盐皮质作用。",
        ),
        inputs=(
            Told(id="dose", en="dose in a day", zh="日剂量", assumable=False, read=read_steroid_dose),
            Told(id="given", en="steroid taken", zh="所用激素", assumable=False, read=read_steroid),
            Told(id="wanted", en="steroid asked for", zh="目标激素", assumable=False, read=read_target_steroid),
        ),
        criteria=(equation(("dose", "given", "wanted"), _steroid),),
        unit="mg",
        decimals=3,
        source="customary table of equal doses (hydrocortisone 20 mg = prednisone 5 mg = dexamethasone 0.75 mg)",
        matters=on_request,
    ),
    Calculator(
        id="morphine-equivalents",
        names=(
            "morphine milligram equivalents",
            "Morphine milligram equivalents (per day, CDC 2022)",
            "Morphine Milligram Equivalents (MME) Calculator",
            "MME",
            "oral morphine equivalent",
        ),
        zh="吗啡毫克当量",
        purpose="The opioids of a day as milligrams of oral morphine.",
        population=Population(
            youngest=18,
            exclusions="For the risk of a daily dose, not for changing from one opioid to another.",
            exclusions_zh="用于评估每日剂量的风险，不用于阿片类药物轮换。",
        ),
        inputs=tuple(
            Told(id=o.key, en=o.en, zh=o.zh, assumable=False, read=daily_dose(o.written, o.route, o.route is not None))
            for o in OPIOIDS
        ),
        criteria=(equation(tuple(o.key for o in OPIOIDS), _morphine),),
        categories=(
            Category(0, "below 50", "<50", "Below 50 mg a day.", "每日<50 mg。"),
            Category(
                50,
                "50 or more",
                "≥50",
                "50 mg a day or more: more harm than benefit becomes likelier.",
                "每日≥50 mg：风险增加。",
            ),
            Category(90, "90 or more", "≥90", "90 mg a day or more.", "每日≥90 mg。"),
        ),
        unit="mg",
        decimals=2,
        caution=(
            "Buccal and nasal fentanyl count in micrograms, a patch in micrograms an hour, whatever unit is written.",
            "芬太尼口腔及鼻用制剂按微克、贴剂按微克/小时计算，不论所写单位。",
        ),
        source="CDC Clinical Practice Guideline for Prescribing Opioids for Pain, 2022, table of conversion factors",
        matters=on_request,
    ),
)
