"""Thrombosis after an operation: the Caprini score of 2005."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from core.scores.areas.background import AGE, BROKEN_LEG, CEREBROVASCULAR, oestrogens
from core.scores.areas.measures import measure
from core.scores.areas.parts import past, sign
from core.scores.areas.thrombosis_signs import EARLIER_CLOT, IN_BED, swollen_leg
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, from_bound, graded, met
from core.scores.facts import Fact
from core.scores.inputs import Flag, Told
from core.scores.reading_findings import read_flag
from core.scores.reading_operation import MAJOR, MINOR, NO_OPERATION, REPLACEMENT, read_operation
from core.scores.reading_phrases import affirmed, first_known, said
from core.scores.reading_thrombophilia import read_leiden, read_lupus_anticoagulant, read_other_thrombophilia
from core.scores.reading_worded import worded
from core.scores.source import Source

_OPERATION = {NO_OPERATION: 0, MINOR: 1, MAJOR: 2, REPLACEMENT: 5}


_LEGS = r"(?:lower (?:extremit(?:y|ies)|limbs?)|legs|calves|ankles and (?:calves|legs))"
_BOTH_LEGS = (
    rf"\bswelling (?:of|in) (?:(?:the|her|his|both|bilateral) ){{0,2}}{_LEGS}"
    rf"|\b{_LEGS}\b(?:(?!\b(?:no|not|without|nor|denie[sd])\b)[^.;,]){{0,30}}\b(?:swollen|swelling|swelled)\b"
)
_VENOUS = (
    r"(?:(?:deep )?(?:vein|venous) thrombo\w+|(?:venous )?thromboembol\w+|thrombos[ei]s|blood clots?|DVTs?|PEs?|VTE)"
)
_IN_FAMILY = (
    r"\bfamily history (?:(?:is|was) )?(?:(?:positive|significant|remarkable|notable) )?"
    rf"(?:of|for) (?:\w+ ){{0,2}}{_VENOUS}\b"
)
_STROKE = rf"(?:stroke|CVA|{CEREBROVASCULAR})"
_WITHIN_A_MONTH = (
    r"(?:(?:\d|[12]\d|one|two|three|four|five|six|seven|ten|a few|several) days?"
    r"|(?:[1-4]|one|two|three|four|a) weeks?|(?:1|one|a) month) (?:ago|earlier|before|prior)"
)
_RECENT_STROKE = rf"\b(?:recent(?:ly)?|fresh) (?:\w+ ){{0,2}}{_STROKE}\b|\b{_STROKE}\b[^.;,]{{0,20}}\b{_WITHIN_A_MONTH}"


def _flag(key: str, en: str, zh: str, *concepts: str) -> Flag:
    return Flag(id=key, en=en, zh=zh, concepts=concepts)


_ONE = (
    _flag("failure", "heart failure in the last month", "近1月心力衰竭", "HP:0001635", "BD:history-of-heart-failure"),
    _flag("sepsis", "sepsis in the last month", "近1月脓毒症", "HP:0100806"),
    _flag("pneumonia", "pneumonia in the last month", "近1月肺炎", "HP:0002090"),
    past("varicose", "varicose veins", "静脉曲张", "HP:0002619"),
    swollen_leg(
        "swollen",
        "swollen legs",
        "下肢肿胀",
        "HP:0012398",
        also=_BOTH_LEGS,
        denied=("HP:0012398", "BD:unilateral-leg-swelling"),
    ),
    past("bowel", "inflammatory bowel disease", "炎症性肠病", "HP:0002037", "HP:0100279", "HP:0100280"),
    _flag("infarction", "acute myocardial infarction", "急性心肌梗死", "HP:0001658"),
    past("lung", "chronic obstructive or other severe lung disease", "慢性阻塞性或其他严重肺病", "HP:0006510"),
    _flag("pregnant", "pregnancy or childbed", "妊娠或产褥期", "BD:pregnancy", "BD:postpartum"),
    oestrogens("contraceptives or hormones", "口服避孕药或激素替代"),
    past(
        "miscarriage",
        "unexplained stillbirth or recurrent miscarriage",
        "不明原因死胎或反复流产",
        "HP:0005268",
    ),
)
_TWO = (
    Told(
        id="plaster",
        en="plaster cast in the last month",
        zh="近1月石膏固定",
        read=worded(r"plaster|\bcast\b|石膏", "BD:recent-immobility"),
        absent=False,
    ),
    sign(
        "catheter",
        "central venous catheter",
        "中心静脉置管",
        "BD:indwelling-catheter-or-line",
        words=r"\bcentral (?:venous|vein) (?:access|catheter\w*|lines?)\b|\bcentral lines?\b|\bPICC\b",
    ),
    past("cancer", "cancer", "恶性肿瘤", "BD:active-cancer"),
)
_THREE = (
    past(
        "previous",
        "previous venous thrombosis",
        "既往静脉血栓",
        "BD:history-of-venous-thromboembolism",
        "HP:0002625",
        "HP:0002204",
        words=EARLIER_CLOT,
    ),
    past("family", "thrombosis in the family", "血栓家族史", "BD:family-history-of-thrombosis", words=_IN_FAMILY),
    Told(id="leiden", en="factor V Leiden", zh="因子V Leiden", read=read_leiden, absent=False),
    past("prothrombin", "prothrombin mutation", "凝血酶原基因突变", "BD:prothrombin-mutation"),
    past("homocysteine", "raised homocysteine", "同型半胱氨酸升高", "BD:raised-homocysteine", "HP:0002160"),
    Told(id="lupus", en="lupus anticoagulant", zh="狼疮抗凝物", read=read_lupus_anticoagulant, absent=False),
    past("cardiolipin", "anticardiolipin antibody", "抗心磷脂抗体", "BD:anticardiolipin-antibody"),
    past("heparin", "thrombocytopenia from heparin", "肝素诱导的血小板减少", "HP:0011874"),
    Told(id="thrombophilia", en="other thrombophilia", zh="其他易栓症", read=read_other_thrombophilia, absent=False),
)
_FIVE = (
    sign(
        "fracture",
        "fracture of hip, pelvis or leg in the last month",
        "近1月髋、骨盆或下肢骨折",
        "BD:hip-or-leg-fracture",
        "HP:0041161",
        "HP:0031846",
        words=BROKEN_LEG,
    ),
    Told(
        id="stroke",
        en="stroke in the last month",
        zh="近1月卒中",
        read=first_known(affirmed(_RECENT_STROKE), partial(read_flag, _flag("stroke", "stroke", "卒中", "HP:0001297"))),
        absent=False,
    ),
    sign(
        "trauma",
        "multiple trauma in the last month",
        "近1月多发伤",
        "BD:multiple-trauma",
        words=r"\bpoly-?trauma\w*|\bmulti(?:ple)?[- ]trauma\b",
    ),
    _flag("spine", "spinal cord injury in the last month", "近1月脊髓损伤", "BD:acute-spinal-cord-injury"),
)
_72_HOURS = r"(?:over|more than|at least|longer than|>|beyond) ?(?:72|seventy-two) ?(?:hours|hrs|h)\b"
_HER_BED = r"(?:(?:the|his|her|their) )?bed\b"
_UP, _BED_REST, _IN_BED = "no", "at bed rest", "over three days"
_DAYS_IN_BED = first_known(
    affirmed(
        rf"{_72_HOURS}\s+(?:\w+\s+){{0,2}}(?:confined to|in) {_HER_BED}"
        rf"|(?:confined to|in) {_HER_BED}\s+(?:for\s+)?{_72_HOURS}"
    ),
    worded(r"\bbed|immobil|confined|卧床|制动", "BD:recent-immobility"),
    said(rf"{IN_BED}|\bbed-?bound(?!\?)|\bbed-?ridden"),
)
_RESTING = said(rf"confined to {_HER_BED}|on (?:strict )?bed ?rest")


def _bed(source: Source) -> Fact:
    """At bed rest, or confined to bed for more than three days."""
    days, rest = _DAYS_IN_BED(source), _RESTING(source)
    if days.possible == (True,):
        return replace(days, possible=(_IN_BED,))
    if rest.possible == (True,):
        return replace(rest, possible=(_BED_REST,))
    return replace(days, possible=(_UP,)) if days.known else Fact((_UP, _BED_REST, _IN_BED))


_BED = Told(
    id="bed",
    en="confined to bed",
    zh="卧床",
    read=_bed,
    absent=_UP,
)


def _operation(values: Values) -> float:
    return _OPERATION[str(values["operation"])]


CALCULATORS = (
    Calculator(
        id="caprini",
        names=("Caprini score", "Caprini Score for Venous Thromboembolism (2005)", "Caprini"),
        zh="Caprini血栓风险评分",
        purpose="Risk of venous thrombosis with an operation, for prevention.",
        population=Population(youngest=18, exclusions="For adults in hospital.", exclusions_zh="用于住院成人。"),
        inputs=(
            AGE,
            measure("weight"),
            measure("height"),
            measure("bmi", assumable=True),
            Told(id="operation", en="operation", zh="手术", read=read_operation, absent=NO_OPERATION),
            *_ONE,
            *_TWO,
            *_THREE,
            *_FIVE,
            _BED,
        ),
        criteria=(
            from_bound("age", (41, 1), (61, 2), (75, 3), under=0),
            met(1, above("bmi", 25)),
            Criterion(("operation",), _operation),
            *(any_of((flag.id,)) for flag in _ONE),
            *(any_of((flag.id,), 2) for flag in _TWO),
            graded("bed", {_UP: 0, _BED_REST: 1, _IN_BED: 2}),
            *(any_of((flag.id,), 3) for flag in _THREE),
            *(any_of((flag.id,), 5) for flag in _FIVE),
        ),
        categories=(
            Category(0, "lowest", "极低风险", "0: early walking.", "0分：早期活动。", low=True),
            Category(1, "low", "低风险", "1 or 2: mechanical prevention.", "1–2分：机械预防。", low=True),
            Category(3, "moderate", "中风险", "3 or 4: drug or mechanical prevention.", "3–4分：药物或机械预防。"),
            Category(5, "high", "高风险", "5 or more: drug and mechanical prevention.", "≥5分：药物联合机械预防。"),
        ),
        unit="points",
        source="Caprini JA. Dis Mon 2005;51:70-78",
        matters=lambda case: (
            0.2 if case.present("BD:recent-surgery", "BD:high-risk-surgery", "BD:after-an-operation") else 0
        ),
        never_low_while_unknown=True,
    ),
)
