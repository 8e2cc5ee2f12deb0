"""Sleep apnoea: STOP-BANG."""

from __future__ import annotations

from core.scores.areas.background import AGE, HYPERTENSION
from core.scores.areas.body import SEX
from core.scores.areas.measures import measures
from core.scores.areas.parts import likely, quantity, sign
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, any_of, graded, met

CALCULATORS = (
    Calculator(
        id="stop-bang",
        names=("STOP-BANG", "STOP-BANG score", "STOPBANG", "STOP BANG questionnaire"),
        zh="STOP-BANG问卷",
        purpose="How likely obstructive sleep apnoea is.",
        population=Population(youngest=18, exclusions="For adults; a screen.", exclusions_zh="用于成人筛查。"),
        inputs=(
            sign("snoring", "loud snoring", "大声打鼾", words=r"\bsnor(?:es?|ing)\b|打鼾"),
            sign(
                "tired",
                "tired by day",
                "日间疲倦",
                words=r"daytime (?:sleepiness|somnolence|fatigue|tiredness)|tired (?:during|by)"
                r" (?:the )?day|falls? asleep|sleepy (?:during|in) the day|白天(?:嗜睡|疲倦)|(?:tired|fatigued|"
                r"sleepy)\b",
            ),
            sign(
                "observed",
                "observed pauses of breathing",
                "观察到呼吸暂停",
                words=r"(?:observed|witnessed) (?:apn|stop|paus)\w*|stops? breathing"
                r"|(?:stopping|pauses? in|paus\w+) (?:his |her |of )?breathing|gasp\w* (?:during|in) (?:his |"
                r"her )?sleep|呼吸暂停",
            ),
            HYPERTENSION,
            *measures("height", "weight", "bmi"),
            AGE,
            quantity(
                "neck",
                "neck circumference",
                "颈围",
                "cm",
                (20, 80),
                analytes=(),
                decimals=1,
                words=r"\b(?:neck|collar)[^.;]{0,25}?(\d{2}(?:\.\d)?)\s?cm",
            ),
            SEX,
        ),
        criteria=(
            any_of(("snoring",)),
            any_of(("tired",)),
            any_of(("observed",)),
            any_of(("hypertension",)),
            met(1, above("bmi", 35)),
            met(1, above("age", 50)),
            met(1, above("neck", 40)),
            graded("sex", {"female": 0, "male": 1}),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 2.", "0–2分。", low=True),
            Category(
                3,
                "intermediate",
                "中风险",
                "3 or 4; high if two of the first four (snoring to pressure) come with male sex, BMI or neck.",
                "3–4分；前四项中两项阳性并有男性、BMI或颈围之一者为高风险。",
            ),
            Category(5, "high", "高风险", "5 to 8.", "5–8分。"),
        ),
        unit="points",
        source="Chung F et al. Anesthesiology 2008;108:812-821; Br J Anaesth 2012;108:768-775",
        matters=likely(0.5, "obstructive-sleep-apnoea"),
        never_low_while_unknown=True,
    ),
)
