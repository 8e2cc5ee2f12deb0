"""Diabetes to come: FINDRISC."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.measures import measures
from core.scores.areas.parts import answer, answers, past, quantity, sign, tally
from core.scores.calculator import Category, Criterion, Population, Values
from core.scores.criteria import any_of, from_bound
from core.scores.inputs import Flag


def _waist(values: Values) -> float:
    """In cm: men 94 and 102, women 80 and 88."""
    waist = float(values["waist"])
    first, second = (80, 88) if values["sex"] == "female" else (94, 102)
    return 4 if waist > second else 3 if waist >= first else 0


CALCULATORS = (
    tally(
        id="findrisc",
        names=("FINDRISC", "Finnish Diabetes Risk Score", "FINDRISC score"),
        zh="FINDRISC糖尿病风险评分",
        purpose="Chance of type 2 diabetes within ten years.",
        population=Population(youngest=18, exclusions="Adults without diabetes.", exclusions_zh="无糖尿病的成人。"),
        inputs=(
            AGE,
            *measures("height", "weight", "bmi"),
            quantity(
                "waist",
                "waist circumference",
                "腰围",
                "cm",
                (40, 220),
                analytes=(),
                decimals=1,
                words=r"waist(?: circumference)?[^.;\d]{0,20}(\d{2,3}(?:\.\d)?)\s?cm",
            ),
            SEX,
            sign(
                "active",
                "30 minutes of activity a day",
                "每日活动≥30分钟",
                words=r"physically active|exercis\w+ (?:daily|regularly)|(?:walks?|exercis\w+) [^.;"
                r"]{0,20}(?:3\d|[4-9]\d) min\w*",
                against=r"sedentary|inactive|no (?:regular )?exercise",
            ),
            sign(
                "vegetables",
                "vegetables or fruit every day",
                "每日食用蔬果",
                words=r"(?:vegetables|fruit)[^.;]{0,30}(?:daily|every day)|(?:daily|every day)[^.;"
                r"]{0,30}(?:vegetables|fruit)",
            ),
            Flag(
                id="treated",
                en="treatment of high blood pressure",
                zh="降压治疗",
                concepts=("BD:treated-hypertension",),
            ),
            past(
                "glucose",
                "high blood glucose before",
                "既往高血糖",
                "HP:0003074",
                words=r"pre-?diabetes|impaired (?:fasting )?glucose|gestational diabetes|high blood (?:sugar|glucose)",
            ),
            answer(
                "family",
                "family history of diabetes",
                "糖尿病家族史",
                (
                    5,
                    (
                        r"family history of (?:type 2 )?diabetes in (?:a )?(?:first|parent|sibling)|first-degree "
                        r"relative with diabetes"
                    ),
                ),
                (
                    3,
                    (
                        r"family history of (?:type 2 )?diabetes in (?:a )?(?:second|grand|aunt|uncle|cousin)|"
                        r"second-degree relative with diabetes"
                    ),
                ),
                (0, r"no family history of (?:type 2 )?diabetes"),
                absent=0,
            ),
        ),
        criteria=(
            from_bound("age", (45, 2), (55, 3), (65, 4), under=0),
            from_bound("bmi", (25, 1), (30.001, 3), under=0),
            Criterion(("waist", "sex"), _waist, {"waist": (79, 80, 88, 89, 94, 102, 103)}),
            Criterion(("active",), lambda v: 0 if v["active"] else 2),
            Criterion(("vegetables",), lambda v: 0 if v["vegetables"] else 1),
            any_of(("treated",), 2),
            any_of(("glucose",), 5),
            *answers("family"),
        ),
        categories=(
            Category(0, "low", "低", "Below 7: 1 in 100.", "<7分：1%。", low=True),
            Category(7, "slightly elevated", "略升高", "7 to 11: 1 in 25.", "7–11分：1/25。"),
            Category(12, "moderate", "中", "12 to 14: 1 in 6.", "12–14分：1/6。"),
            Category(15, "high", "高", "15 to 20: 1 in 3.", "15–20分：1/3。"),
            Category(21, "very high", "极高", "Above 20: 1 in 2.", ">20分：1/2。"),
        ),
        source="Lindström J, Tuomilehto J. Diabetes Care 2003;26:725-731",
        never_low_while_unknown=True,
    ),
)
