"""Loss of skin by a drug: SCORTEN."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.measures import measure
from core.scores.areas.parts import likely, quantity, sign
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, any_of, below, met
from core.scores.situation import Situation

_DETACHED = (
    r"(\d{1,3})\s?%\s?(?:of (?:the |her |his )?)?(?:BSA|TBSA|body surface(?: area)?|skin)(?:\s(?:is|was))?\s?"
    r"(?:detach\w*|denuded|involved|affected|loss|blister\w*|sloughed|epiderm\w+)?"
    r"|(?:BSA|TBSA|body surface area|detachment|体表面积|表皮剥脱)\D{0,15}?(\d{1,3})\s?%"
)

_BY_DISEASE = likely(0.8, "stevens-johnson-syndrome")


def _matters(case: Situation) -> float:
    return max(_BY_DISEASE(case), 0.5 if case.present("BD:skin-detachment") else 0)


CALCULATORS = (
    Calculator(
        id="scorten",
        names=("SCORTEN", "SCORTEN score", "severity-of-illness score for toxic epidermal necrolysis"),
        zh="SCORTEN评分",
        purpose="Risk of death in Stevens-Johnson syndrome and toxic epidermal necrolysis.",
        population=Population(
            exclusions="Within the first 24 hours, and again on the third day.",
            exclusions_zh="入院24小时内评估，第3天复评。",
        ),
        inputs=(
            AGE,
            sign("cancer", "malignancy", "恶性肿瘤", "BD:active-cancer", words=r"malignan\w+"),
            measure("heart-rate"),
            quantity(
                "detached",
                "body surface with detached skin",
                "表皮剥脱面积",
                "%",
                (0, 100),
                analytes=(),
                decimals=0,
                words=_DETACHED,
            ),
            quantity("urea", "blood urea", "血尿素", "mmol/L", (0.3, 120), analytes=("urea", "blood-urea-nitrogen")),
            quantity("glucose", "glucose", "血糖", "mmol/L", (0.5, 100)),
            quantity("bicarbonate", "bicarbonate", "碳酸氢根", "mmol/L", (1, 60), decimals=1),
        ),
        criteria=(
            met(1, above("age", 40)),
            any_of(("cancer",)),
            met(1, above("heart-rate", 120)),
            met(1, above("detached", 10)),
            met(1, above("urea", 10)),
            met(1, above("glucose", 14)),
            met(1, below("bicarbonate", 20)),
        ),
        categories=(
            Category(0, "0 or 1", "0–1分", "3.2 % died.", "病死率3.2%。", low=True),
            Category(2, "2", "2分", "12.1 % died.", "病死率12.1%。"),
            Category(3, "3", "3分", "35.3 % died.", "病死率35.3%。"),
            Category(4, "4", "4分", "58.3 % died.", "病死率58.3%。"),
            Category(5, "5 or more", "≥5分", "90 % died.", "病死率90%。"),
        ),
        unit="points",
        source="Bastuji-Garin S et al. J Invest Dermatol 2000;115:149-153",
        matters=_matters,
        never_low_while_unknown=True,
    ),
)
