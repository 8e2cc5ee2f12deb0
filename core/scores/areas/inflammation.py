"""Joints and soft tissue: DAS28, CDAI and LRINEC."""

from __future__ import annotations

from math import log, sqrt

from core.scores.areas.measures import measures
from core.scores.areas.parts import likely, quantity
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, at_least, below, equation, from_bound, met

_TENDER = quantity(
    "tender",
    "tender joints of 28",
    "28关节压痛数",
    "joints",
    (0, 28),
    analytes=(),
    decimals=0,
    words=r"(\d{1,2}) (?:of (?:the )?28 )?tender(?: joints?)?|tender(?: joints?)?(?: count)?[^.;"
    r"\d]{0,30}?(\d{1,2})\b(?!/)|TJC-?(?:28)?\s*(?:of|=|:|is)?\s*(\d{1,2})\b",
)
_SWOLLEN = quantity(
    "swollen",
    "swollen joints of 28",
    "28关节肿胀数",
    "joints",
    (0, 28),
    analytes=(),
    decimals=0,
    words=r"(\d{1,2}) (?:of (?:the )?28 )?swollen(?: joints?)?|swollen(?: joints?)?(?: count)?[^.;"
    r"\d]{0,30}?(\d{1,2})\b(?!/)|SJC-?(?:28)?\s*(?:of|=|:|is)?\s*(\d{1,2})\b",
)
_GLOBAL_WORDS = r"(?:patient(?:'s)? global|global health|\bPGA\b|\bGH\b|\bVAS\b)"
_GLOBAL = quantity(
    "global",
    "global health by the patient",
    "患者总体评价",
    "mm",
    (0, 100),
    analytes=(),
    decimals=0,
    words=rf"{_GLOBAL_WORDS}[^.;\d]{{0,50}}?(\d{{1,3}})\b",
)
_CRP = quantity("crp", "C-reactive protein", "C反应蛋白", "mg/L", (0, 800), decimals=1)
_ESR = quantity("esr", "erythrocyte sedimentation rate", "血沉", "mm/h", (1, 200), decimals=0)
_ARTHRITIS = Population(youngest=16, exclusions="For rheumatoid arthritis.", exclusions_zh="用于类风湿关节炎。")
_ACTIVITY = (
    Category(0, "remission", "缓解", "Below 2.6.", "<2.6。"),
    Category(2.6, "low activity", "低活动度", "2.6 to 3.2.", "2.6–3.2。"),
    Category(3.2001, "moderate activity", "中活动度", "3.2 to 5.1.", "3.2–5.1。"),
    Category(5.1001, "high activity", "高活动度", "Above 5.1.", ">5.1。"),
)


def _by_crp(tender: float, swollen: float, crp: float, overall: float) -> float:
    return 0.56 * sqrt(tender) + 0.28 * sqrt(swollen) + 0.36 * log(crp + 1) + 0.014 * overall + 0.96


def _by_esr(tender: float, swollen: float, esr: float, overall: float) -> float:
    return 0.56 * sqrt(tender) + 0.28 * sqrt(swollen) + 0.70 * log(esr) + 0.014 * overall


def _das(key: str, names: tuple[str, ...], zh: str, marker: str) -> Calculator:
    return Calculator(
        id=key,
        names=names,
        zh=zh,
        purpose="How active rheumatoid arthritis is.",
        population=_ARTHRITIS,
        inputs=(_TENDER, _SWOLLEN, _CRP if marker == "crp" else _ESR, _GLOBAL),
        criteria=(equation(("tender", "swollen", marker, "global"), _by_crp if marker == "crp" else _by_esr),),
        categories=_ACTIVITY,
        decimals=2,
        source="Prevoo MLL et al. Arthritis Rheum 1995;38:44-48; Wells G et al. Ann Rheum Dis 2009;68:954-960",
        matters=likely(0.4, "rheumatoid-arthritis"),
    )


CALCULATORS = (
    _das("das28-crp", ("DAS28-CRP", "DAS28 CRP", "DAS28 (CRP)"), "DAS28-CRP", "crp"),
    _das("das28-esr", ("DAS28-ESR", "DAS28 ESR", "DAS28 (ESR)", "DAS28"), "DAS28-ESR", "esr"),
    Calculator(
        id="cdai-ra",
        names=("CDAI (rheumatoid arthritis)", "clinical disease activity index", "CDAI"),
        zh="类风湿关节炎临床疾病活动指数（CDAI）",
        purpose="How active rheumatoid arthritis is, without a blood test.",
        population=_ARTHRITIS,
        inputs=(
            _TENDER,
            _SWOLLEN,
            quantity(
                "patient",
                "global activity by the patient (0 to 10)",
                "患者总体评价（0–10）",
                "cm",
                (0, 10),
                analytes=(),
                decimals=1,
                words=r"(?:patient(?:'s)? global|\bPGA\b|\bPtGA\b)[^.;\d]{0,40}?(\d{1,2}(?:\.\d)?)\b",
            ),
            quantity(
                "physician",
                "global activity by the physician (0 to 10)",
                "医生总体评价（0–10）",
                "cm",
                (0, 10),
                analytes=(),
                decimals=1,
                words=r"(?:(?:physician|provider|evaluator|doctor|assessor)(?:'s)? global|\bEGA\b|\bPhGA\b)[^.;"
                r"\d]{0,40}?(\d{1,2}(?:\.\d)?)\b",
            ),
        ),
        criteria=(equation(("tender", "swollen", "patient", "physician"), lambda t, s, p, d: t + s + p + d),),
        categories=(
            Category(0, "remission", "缓解", "2.8 or less.", "≤2.8。"),
            Category(2.8001, "low activity", "低活动度", "Above 2.8 to 10.", ">2.8–10。"),
            Category(10.001, "moderate activity", "中活动度", "Above 10 to 22.", ">10–22。"),
            Category(22.001, "high activity", "高活动度", "Above 22.", ">22。"),
        ),
        decimals=1,
        source="Aletaha D et al. Arthritis Res Ther 2005;7:R796-R806",
        matters=likely(0.4, "rheumatoid-arthritis"),
    ),
    Calculator(
        id="lrinec",
        names=("LRINEC score", "LRINEC", "laboratory risk indicator for necrotizing fasciitis"),
        zh="LRINEC评分",
        purpose="Whether a soft tissue infection is necrotising; a low score does not exclude it.",
        population=Population(
            exclusions="A low score never rules out surgery.", exclusions_zh="低分不能排除手术指征。"
        ),
        inputs=(_CRP, *measures("white-cells", "haemoglobin", "sodium", "creatinine", "glucose")),
        criteria=(
            met(4, at_least("crp", 150)),
            from_bound("white-cells", (15, 1), (25.001, 2), under=0),
            from_bound("haemoglobin", (11, 1), (13.501, 0), under=2),
            met(2, below("sodium", 135)),
            met(2, above("creatinine", 141 / 88.4)),
            met(1, above("glucose", 180)),
        ),
        categories=(
            Category(
                0, "low", "低", "5 or less; never by itself a reason to wait.", "≤5分；不可据此单独等待。", low=True
            ),
            Category(6, "intermediate", "中", "6 or 7.", "6–7分。"),
            Category(8, "high", "高", "8 or more: more than 75 %.", "≥8分：>75%。"),
        ),
        unit="points",
        source="Wong CH et al. Crit Care Med 2004;32:1535-1541",
        matters=likely(1, "necrotising-fasciitis"),
        never_low_while_unknown=True,
    ),
)
