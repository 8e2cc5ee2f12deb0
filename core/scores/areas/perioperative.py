"""Before an operation: the revised cardiac risk index."""

from __future__ import annotations

from core.scores.areas.measures import measure
from core.scores.areas.parts import past, sign
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, any_of, met
from core.scores.inputs import Flag
from core.scores.reading_operation import read_cavity_operation

CALCULATORS = (
    Calculator(
        id="rcri",
        names=(
            "revised cardiac risk index",
            "Revised Cardiac Risk Index for Pre-Operative Risk",
            "RCRI",
            "Lee index",
        ),
        zh="改良心脏风险指数（RCRI）",
        purpose="Risk of a major cardiac event with an operation other than on the heart.",
        population=Population(
            youngest=18,
            exclusions="For elective operations other than on the heart, from 45 years in later use.",
            exclusions_zh="用于择期非心脏手术；后续应用于≥45岁者。",
        ),
        inputs=(
            sign(
                "operation",
                "operation within chest or abdomen, or on vessels above the groin",
                "胸腔、腹腔或腹股沟以上血管手术",
                "BD:high-risk-surgery",
                words=read_cavity_operation,
            ),
            past(
                "ischaemia",
                "ischaemic heart disease",
                "缺血性心脏病",
                "BD:history-of-coronary-disease",
                "BD:coronary-revascularisation",
                "HP:0001658",
                "HP:0001681",
                "BD:exertional-chest-pain",
                "BD:pathological-q-waves",
            ),
            past("failure", "heart failure", "心力衰竭", "BD:history-of-heart-failure", "HP:0001635", "HP:0100598"),
            past(
                "cerebrovascular",
                "stroke or TIA",
                "卒中或TIA",
                "BD:history-of-stroke",
                "HP:0001297",
                "HP:0002326",
                "BD:cerebrovascular-disease",
            ),
            Flag(
                id="insulin",
                en="insulin before the operation",
                zh="术前使用胰岛素",
                concepts=("BD:insulin-use",),
                drugs=(
                    "insulin regular",
                    "insulin human",
                    "insulin glargine",
                    "insulin lispro",
                    "insulin aspart",
                    "insulin detemir",
                    "insulin degludec",
                ),
            ),
            measure("creatinine", assumable=True),
        ),
        criteria=(
            any_of(("operation",)),
            any_of(("ischaemia",)),
            any_of(("failure",)),
            any_of(("cerebrovascular",)),
            any_of(("insulin",)),
            met(1, above("creatinine", 2)),
        ),
        categories=(
            Category(
                0,
                "class I",
                "I级",
                "0: 0.4 % in the original cohort, 3.9 % in later ones.",
                "0分：原始队列0.4%，后续3.9%。",
                low=True,
            ),
            Category(1, "class II", "II级", "1: 0.9 %, in later cohorts 6.0 %.", "1分：0.9%，后续6.0%。"),
            Category(2, "class III", "III级", "2: 6.6 %, in later cohorts 10.1 %.", "2分：6.6%，后续10.1%。"),
            Category(3, "class IV", "IV级", "3 or more: 11 %, in later cohorts 15 %.", "≥3分：11%，后续15%。"),
        ),
        unit="points",
        source="Lee TH et al. Circulation 1999;100:1043-1049; later rates Duceppe E et al. Can J Cardiol 2017;33:17-32",
        matters=lambda case: 0.3 if case.present("BD:high-risk-surgery") else 0,
        never_low_while_unknown=True,
    ),
)
