"""Bleeding: HAS-BLED and the Glasgow-Blatchford score."""

from __future__ import annotations

from core.scores.areas.background import AGE, STROKE
from core.scores.areas.body import SEX
from core.scores.areas.measures import measures
from core.scores.areas.parts import past, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, at_least, flagged, from_bound, met
from core.scores.inputs import Told
from core.scores.reading_alcohol import read_drinks, read_excess
from core.scores.reading_worded import read_dialysis
from core.scores.situation import Situation

_ANTIPLATELETS_AND_NSAIDS = (
    "aspirin", "clopidogrel", "prasugrel", "ticagrelor", "dipyridamole", "ibuprofen",
    "naproxen", "diclofenac", "indomethacin", "ketorolac", "celecoxib", "meloxicam", "piroxicam", "etodolac",
    "ticlopidine",
)  # fmt: skip
_LIVER = ("HP:0001394", "HP:0001399", "HP:0002480")
_MEN, _WOMEN = ((10, 3), (12, 1), (13, 0)), ((10, 1), (12, 0))


def _haemoglobin(values: Values) -> float:
    steps = _WOMEN if values["sex"] == "female" else _MEN
    return next((points for lower, points in reversed(steps) if float(values["haemoglobin"]) >= lower), 6)


def _bleeding(case: Situation) -> float:
    return 0.7 if case.present("HP:0002248", "HP:0002249") else 0


CALCULATORS = (
    Calculator(
        id="has-bled",
        names=("HAS-BLED", "HAS-BLED Score for Major Bleeding Risk", "HASBLED"),
        zh="HAS-BLED评分",
        purpose="Risk of major bleeding under anticoagulants in atrial fibrillation.",
        population=Population(
            youngest=18,
            exclusions="For adults with atrial fibrillation; it names what can be mended, it is no reason to withhold.",
            exclusions_zh="用于房颤成人；用于发现可纠正因素，不作为拒绝抗凝的理由。",
        ),
        inputs=(
            sign(
                "uncontrolled",
                "uncontrolled hypertension",
                "未控制的高血压",
                "BD:uncontrolled-hypertension",
                denied=("HP:0000822",),
                ever=True,
            ),
            *measures("systolic", "creatinine", "bilirubin", assumable=True),
            Told(id="dialysis", en="dialysis", zh="透析", read=read_dialysis, absent=False),
            past(
                "renal",
                "chronic kidney disease",
                "慢性肾脏病",
                "HP:0012622",
                "HP:0003774",
                "HP:0000083",
                words=r"(?<!mild )(?:renal|kidney) (?:impairment|insufficiency|disease|failure)",
            ),
            past("liver", "cirrhosis or liver failure", "肝硬化或肝衰竭", *_LIVER),
            STROKE,
            past(
                "bleeding",
                "major bleeding or a predisposition to it",
                "大出血或出血倾向",
                "BD:major-bleeding",
                "HP:0002239",
                "HP:0002170",
                words=r"(?:ulcer|GI|gastrointestinal|variceal|intracranial|retroperitoneal) (?:bleed|ha?emorrhage)",
            ),
            sign(
                "inr",
                "labile INR",
                "INR不稳定",
                "BD:labile-inr",
                words=r"(?:TTR|time in (?:the )?therapeutic range)[^.;\d%]{0,30}[1-5]?\d ?%"
                r"|\bINRs?\b(?:(?!\b(?:no|not|without|never|stable|ruling|rules?|excluding)\b)[^.;]){0,70}\b(?:labil\w+|unstable|erratic|fluctuat\w+)",
            ),
            AGE,
            sign(
                "drugs",
                "antiplatelet or anti-inflammatory drugs",
                "抗血小板药或非甾体抗炎药",
                "BD:nsaid-use",
                drugs=_ANTIPLATELETS_AND_NSAIDS,
                words=r"anti-?platelet (?:drugs?|medications?|agents?|therapy|treatment)"
                r"|(?:anti-inflammatory|anti-inflammatories)",
            ),
            Told(id="alcohol", en="alcohol excess", zh="过量饮酒", read=read_excess, absent=False),
            Told(id="drinks", en="drinks a week", zh="每周饮酒量", read=read_drinks, absent=0.0),
        ),
        criteria=(
            met(1, flagged("uncontrolled"), above("systolic", 160)),
            met(1, flagged("dialysis", "renal"), above("creatinine", 2.26)),
            met(1, flagged("liver"), above("bilirubin", 2.4)),
            any_of(("stroke",)),
            any_of(("bleeding",)),
            any_of(("inr",)),
            met(1, above("age", 65)),
            any_of(("drugs",)),
            met(1, flagged("alcohol"), at_least("drinks", 8)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 or 1: about 1 % a year.", "0–1分：每年约1%。", low=True),
            Category(2, "moderate", "中风险", "2: 1.9 % a year.", "2分：每年1.9%。"),
            Category(3, "high", "高风险", "3 or more: 3.7 % a year and above.", "≥3分：每年≥3.7%。"),
        ),
        unit="points",
        source="Pisters R et al. Chest 2010;138:1093-1100",
        matters=lambda case: 0.4 if case.ever("HP:0005110") else 0,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="glasgow-blatchford",
        names=(
            "Glasgow-Blatchford score",
            "Glasgow-Blatchford Bleeding Score (GBS)",
            "Glasgow Blatchford score",
            "Blatchford score",
            "GBS",
        ),
        zh="Glasgow-Blatchford评分",
        purpose="Need of treatment in bleeding of the upper gut, before endoscopy.",
        population=Population(
            youngest=16,
            exclusions="For bleeding of the upper gut in adults.",
            exclusions_zh="用于成人上消化道出血。",
        ),
        inputs=(
            *measures("urea-nitrogen", "haemoglobin", "systolic", "heart-rate", assumable=True),
            SEX,
            sign("melaena", "melaena", "黑便", "HP:0002249", words=r"black,? (?:and )?tarry|tarry,? (?:and )?black"),
            sign(
                "syncope",
                "syncope",
                "晕厥",
                "HP:0001279",
                words=r"\b(?:a|one|two|brief) (?:\w+ )?faints?\b|\b(?:passed|blacked) out\b",
            ),
            past("liver", "liver disease", "肝病", "HP:0001394", "HP:0001399", "HP:0200123", "HP:0001392"),
            past("failure", "heart failure", "心力衰竭", "BD:history-of-heart-failure", "HP:0001635"),
        ),
        criteria=(
            from_bound("urea-nitrogen", (18.2, 2), (22.4, 3), (28, 4), (70, 6), under=0),
            Criterion(("haemoglobin", "sex"), _haemoglobin, {"haemoglobin": (9.9, 10, 12, 13)}),
            from_bound("systolic", (90, 2), (100, 1), (110, 0), under=3),
            met(1, at_least("heart-rate", 100)),
            any_of(("melaena",)),
            any_of(("syncope",), 2),
            any_of(("liver",), 2),
            any_of(("failure",), 2),
        ),
        categories=(
            Category(0, "very low", "极低风险", "0 or 1: outpatient care may do.", "0–1分：可考虑门诊处理。", low=True),
            Category(2, "raised", "升高", "2 or more: admit and plan endoscopy.", "≥2分：收治并安排内镜。"),
            Category(7, "high", "高风险", "7 or more: endoscopic treatment likely.", "≥7分：可能需内镜治疗。"),
        ),
        unit="points",
        source="Blatchford O et al. Lancet 2000;356:1318-1321",
        matters=_bleeding,
        never_low_while_unknown=True,
    ),
)
