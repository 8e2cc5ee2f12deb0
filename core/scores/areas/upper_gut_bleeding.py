"""Bleeding of the upper gut: Rockall before and after endoscopy, AIMS65."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.embolism_severity import ALTERED
from core.scores.areas.measures import measure, measures
from core.scores.areas.parts import answer, answers, past
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, at_least, at_most, below, from_bound, met
from core.scores.inputs import Input
from core.scores.situation import Situation

_ILLNESS: tuple[Input, ...] = (
    past(
        "major",
        "heart failure, ischaemic heart disease or other major illness",
        "心衰、缺血性心脏病或其他重大疾病",
        "BD:history-of-heart-failure",
        "BD:history-of-coronary-disease",
        "BD:history-of-myocardial-infarction",
    ),
    past(
        "grave",
        "kidney failure, liver failure or disseminated cancer",
        "肾衰竭、肝衰竭或播散性癌症",
        "HP:0003774",
        "HP:0000083",
        "HP:0001399",
        words=r"metasta\w+|disseminated malignan\w+|(?:liver|hepatic|renal|kidney) failure|dialysis|end-stage "
        r"(?:renal|kidney|liver)",
    ),
)


def _shock(values: Values) -> float:
    """Pressure before pulse: below 100 mmHg is shock whatever the pulse."""
    return 2 if float(values["systolic"]) < 100 else 1 if float(values["heart-rate"]) >= 100 else 0


def _comorbidity(values: Values) -> float:
    return 3 if values["grave"] else 2 if values["major"] else 0


_ROCKALL_INPUTS = (AGE, *measures("systolic", "heart-rate"), *_ILLNESS)
_ROCKALL = (
    from_bound("age", (60, 1), (80, 2), under=0),
    Criterion(("systolic", "heart-rate"), _shock, {"systolic": (99, 100), "heart-rate": (99, 100)}),
    Criterion(("grave", "major"), _comorbidity),
)


def _bleeding(case: Situation) -> float:
    return 0.6 if case.present("HP:0002248", "HP:0002249") else 0


CALCULATORS = (
    Calculator(
        id="rockall-pre",
        names=(
            "Rockall score (pre-endoscopic)",
            "clinical Rockall score",
            "pre-endoscopy Rockall",
            "pre-endoscopic Rockall score",
        ),
        zh="内镜前Rockall评分",
        purpose="Risk of death from bleeding of the upper gut, before endoscopy.",
        population=Population(
            youngest=16, exclusions="For bleeding of the upper gut.", exclusions_zh="用于上消化道出血。"
        ),
        inputs=_ROCKALL_INPUTS,
        criteria=_ROCKALL,
        categories=(
            Category(0, "low", "低风险", "0: early discharge may be thought of.", "0分：可考虑早期出院。", low=True),
            Category(1, "raised", "升高", "1 or more: endoscopy.", "≥1分：行内镜检查。"),
        ),
        unit="points",
        source="Rockall TA et al. Gut 1996;38:316-321",
        matters=lambda case: 0.7 * _bleeding(case),
        never_low_while_unknown=True,
    ),
    Calculator(
        id="rockall",
        names=("Rockall score", "Rockall score (full)", "full Rockall score", "complete Rockall score", "Rockall"),
        zh="Rockall评分",
        purpose="Risk of rebleeding and death from bleeding of the upper gut, after endoscopy.",
        population=Population(
            youngest=16,
            exclusions="For bleeding of the upper gut after endoscopy.",
            exclusions_zh="用于内镜后的上消化道出血。",
        ),
        inputs=(
            *_ROCKALL_INPUTS,
            answer(
                "diagnosis",
                "diagnosis at endoscopy",
                "内镜诊断",
                (
                    2,
                    (
                        r"(?:gastric|o?esophageal|upper GI|stomach) (?:cancer|carcinoma|malignan\w+|"
                        r"adenocarcinoma)|malignant ulcer"
                    ),
                ),
                (1, r"ulcer|erosi\w+|gastritis|o?esophagitis|varic\w+|angiodysplasia|duodenitis|Dieulafoy"),
                (0, r"Mallory|no lesion|normal endoscopy|no (?:source|abnormality)"),
            ),
            answer(
                "stigmata",
                "stigmata of recent bleeding",
                "近期出血征象",
                (
                    2,
                    (
                        r"(?:visible|spurting|bleeding) vessel|adherent clot|(?:fresh |active )bleeding|blood in "
                        r"the (?:stomach|upper)|spurt\w+|oozing"
                    ),
                ),
                (0, r"no stigmata|clean[- ]base\w*|dark spots?|flat (?:pigmented )?spots?|Forrest (?:III|IIc)"),
            ),
        ),
        criteria=(*_ROCKALL, *answers("diagnosis", "stigmata")),
        categories=(
            Category(0, "low", "低风险", "0 to 2: death below 1 %.", "0–2分：死亡率<1%。", low=True),
            Category(3, "intermediate", "中风险", "3 to 7.", "3–7分。"),
            Category(8, "high", "高风险", "8 to 11: death 40 % or more.", "8–11分：死亡率≥40%。"),
        ),
        unit="points",
        source="Rockall TA et al. Gut 1996;38:316-321",
        matters=lambda case: 0.5 * _bleeding(case),
        never_low_while_unknown=True,
    ),
    Calculator(
        id="aims65",
        names=("AIMS65", "AIMS65 score", "AIMS-65"),
        zh="AIMS65评分",
        purpose="Risk of death in hospital from bleeding of the upper gut.",
        population=Population(
            youngest=18, exclusions="For bleeding of the upper gut.", exclusions_zh="用于上消化道出血。"
        ),
        inputs=(*measures("albumin", "inr", assumable=True), ALTERED, measure("systolic"), AGE),
        criteria=(
            met(1, below("albumin", 3)),
            met(1, above("inr", 1.5)),
            any_of(("altered",)),
            met(1, at_most("systolic", 90)),
            met(1, at_least("age", 65)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 or 1.", "0–1分。", low=True),
            Category(2, "high", "高风险", "2 or more.", "≥2分。"),
        ),
        unit="points",
        source="Saltzman JR et al. Gastrointest Endosc 2011;74:1215-1224",
        matters=_bleeding,
        never_low_while_unknown=True,
    ),
)
