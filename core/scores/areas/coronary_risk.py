"""Acute coronary syndromes: GRACE, EDACS and Killip's classes."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.coronary import KILLIP, RAISED, RISK_INPUTS, RISKS, ST, coronary
from core.scores.areas.measures import measures, on_request
from core.scores.areas.parts import answers, past, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, from_bound, graded

_KILLIP_POINTS = {1: 0, 2: 20, 3: 39, 4: 59}


def _burdened(values: Values) -> float:
    """Known coronary disease or three risk factors count in the young alone."""
    burdened = bool(values["coronary"]) or sum(bool(values[name]) for name in RISKS) >= 3
    return 4 if burdened and 18 <= float(values["age"]) <= 50 else 0


CALCULATORS = (
    Calculator(
        id="grace",
        names=("GRACE score (in-hospital)", "GRACE", "GRACE score", "GRACE ACS risk score"),
        zh="GRACE评分（院内）",
        purpose="Risk of death in hospital in an acute coronary syndrome.",
        population=Population(
            youngest=18,
            exclusions="For adults with an acute coronary syndrome; the points of 2003, not the model of GRACE 2.0.",
            exclusions_zh="用于急性冠脉综合征成人；为2003年评分，非GRACE 2.0。",
        ),
        inputs=(
            AGE,
            *measures("heart-rate", "systolic", "creatinine"),
            KILLIP,
            sign("arrest", "cardiac arrest at admission", "入院时心脏骤停", words=r"cardiac arrest|\bROSC\b|心脏骤停"),
            ST,
            RAISED,
        ),
        criteria=(
            from_bound("age", (30, 8), (40, 25), (50, 41), (60, 58), (70, 75), (80, 91), (90, 100), under=0),
            from_bound("heart-rate", (50, 3), (70, 9), (90, 15), (110, 24), (150, 38), (200, 46), under=0),
            from_bound("systolic", (80, 53), (100, 43), (120, 34), (140, 24), (160, 10), (200, 0), under=58),
            from_bound("creatinine", (0.4, 4), (0.8, 7), (1.2, 10), (1.6, 13), (2, 21), (4, 28), under=1),
            Criterion(("killip",), lambda values: _KILLIP_POINTS[int(float(values["killip"]))]),
            any_of(("arrest",), 39),
            any_of(("st",), 28),
            any_of(("troponin",), 14),
        ),
        categories=(
            Category(
                0, "low", "低风险", "Up to 108: below 1 % without ST elevation.", "≤108：非ST抬高者<1%。", low=True
            ),
            Category(109, "intermediate", "中风险", "109 to 140: 1 to 3 %.", "109–140：1%–3%。"),
            Category(141, "high", "高风险", "Above 140: more than 3 %.", ">140：>3%。"),
        ),
        unit="points",
        source="Granger CB et al. Arch Intern Med 2003;163:2345-2353",
        matters=lambda case: 0.7 * coronary(case),
        never_low_while_unknown=True,
    ),
    Calculator(
        id="edacs",
        names=("EDACS", "Emergency Department Assessment of Chest Pain Score", "EDACS score"),
        zh="EDACS胸痛评分",
        purpose="Which adults with chest pain are at low risk of a major cardiac event, with two troponins and an ECG.",
        population=Population(
            youngest=18,
            exclusions="Low risk needs, beside fewer than 16 points, no new ischaemia on the ECG and negative "
            "troponins at"
            " 0 and 2 hours.",
            exclusions_zh="低危还须心电图无新发缺血且0和2小时肌钙蛋白均阴性。",
        ),
        inputs=(
            AGE,
            SEX,
            *RISK_INPUTS,
            past("coronary", "known coronary disease", "已知冠心病", "BD:history-of-coronary-disease"),
            sign("sweating", "sweating", "出汗", "HP:0000975"),
            sign(
                "radiation",
                "pain radiating to the arm, shoulder, neck or jaw",
                "疼痛放射至手臂、肩、颈或下颌",
                "BD:pain-radiating-to-arm",
                "BD:pain-radiating-to-jaw-or-neck",
                "BD:pain-radiating-to-both-arms",
                "BD:pain-radiating-to-left-arm",
                "BD:pain-radiating-to-right-arm",
                words=r"radiat\w+ (?:\w+ ){0,4}(?:arm|shoulder|neck|jaw)",
                against=r"non-?radiating",
            ),
            sign("inspiration", "pain with inspiration", "吸气时疼痛", "HP:0033771"),
            sign("palpation", "pain reproduced by palpation", "触压可诱发疼痛", "HP:6000047"),
        ),
        criteria=(
            from_bound(
                "age",
                *((18, 2), (46, 4), (51, 6), (56, 8), (61, 10), (66, 12), (71, 14), (76, 16), (81, 18), (86, 20)),
                under=2,
            ),
            graded("sex", {"female": 0, "male": 6}),
            Criterion(("age", *RISKS, "coronary"), _burdened, {"age": (50, 51)}),
            any_of(("sweating",), 3),
            any_of(("radiation",), 5),
            any_of(("inspiration",), -4),
            any_of(("palpation",), -6),
        ),
        categories=(
            Category(
                -8,
                "low points",
                "低分",
                "Below 16: low risk if ECG and both troponins are negative.",
                "<16：心电图及两次肌钙蛋白均阴性者为低危。",
                low=True,
            ),
            Category(16, "not low", "非低危", "16 or more: not at low risk.", "≥16：非低危。"),
        ),
        unit="points",
        source="Than M et al. Emerg Med Australas 2014;26:34-44",
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="killip",
        names=("Killip class", "Killip classification", "Killip"),
        zh="Killip分级",
        purpose="Heart failure in acute myocardial infarction.",
        population=Population(exclusions="For acute myocardial infarction.", exclusions_zh="用于急性心肌梗死。"),
        inputs=(KILLIP,),
        criteria=answers("killip"),
        categories=(
            Category(1, "class I", "I级", "No sign of heart failure.", "无心力衰竭体征。"),
            Category(
                2,
                "class II",
                "II级",
                "Crackles, a third heart sound or raised jugular pressure.",
                "肺部啰音、第三心音或颈静脉压升高。",
            ),
            Category(3, "class III", "III级", "Acute pulmonary oedema.", "急性肺水肿。"),
            Category(4, "class IV", "IV级", "Cardiogenic shock.", "心源性休克。"),
        ),
        unit="class",
        source="Killip T, Kimball JT. Am J Cardiol 1967;20:457-464",
        matters=on_request,
    ),
)
