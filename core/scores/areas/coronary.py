"""Acute coronary syndromes: the two TIMI scores."""

from __future__ import annotations

from core.scores.areas.background import AGE, DIABETES, HYPERTENSION, smoking
from core.scores.areas.measures import measures
from core.scores.areas.parts import answer, past, quantity, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, at_least, below, from_bound, met
from core.scores.inputs import Flag
from core.scores.situation import Situation

RISKS = ("hypertension", "diabetes", "lipids", "smoking", "family")
RISK_INPUTS = (
    HYPERTENSION,
    DIABETES,
    past("lipids", "raised blood lipids", "高脂血症", "HP:0003077"),
    smoking("smoking"),
    Flag(
        id="family",
        en="family history of coronary disease",
        zh="冠心病家族史",
        concepts=("BD:family-history-of-heart-disease",),
        ever=True,
    ),
)
RAISED = Flag(
    id="troponin",
    en="raised troponin or CK-MB",
    zh="肌钙蛋白或CK-MB升高",
    concepts=("BD:raised-troponin", "BD:markedly-raised-troponin", "HP:0410173", "HP:0410174"),
    denied_by=("BD:troponin-negative", "BD:serial-troponin-negative"),
)
ST = Flag(
    id="st",
    en="ST deviation",
    zh="ST段偏移",
    concepts=("HP:0012250", "HP:0012251"),
    denied_by=("BD:normal-ecg",),
    denied=("HP:0012250", "HP:0012251"),
)
KILLIP = answer(
    "killip",
    "Killip class",
    "Killip分级",
    (4, r"Killip(?:\s+class)?\s*(?:IV|4)\b|cardiogenic shock|心源性休克"),
    (3, r"Killip(?:\s+class)?\s*(?:III|3)\b|acute pulmonary (?:o)?edema|急性肺水肿"),
    (2, r"Killip(?:\s+class)?\s*(?:II|2)\b"),
    (1, r"Killip(?:\s+class)?\s*(?:I|1)\b|no (?:clinical )?signs? of heart failure"),
)


# Per cent dead within 30 days with 0, 1 … points; the last stands for 9 and more. The paper names no groups of risk.
_DIED = (0.8, 1.6, 2.2, 4.4, 7.3, 12.4, 16.1, 23.4, 26.8, 35.9)


def three_risks(values: Values) -> float:
    """One point for three or more of the risk factors."""
    return 1 if sum(bool(values[name]) for name in RISKS) >= 3 else 0


# A chance below this is nobody's question.
_THOUGHT_OF = 0.02


def coronary(case: Situation) -> float:
    """How likely an acute coronary syndrome is, where the ECG or troponin speaks for it; HEART comes before that."""
    spoken = case.present(*(o for flag in (ST, RAISED) for o in flag.concepts), "BD:dynamic-st-t-changes")
    chance = case.chance("acute-myocardial-infarction", "unstable-angina")
    return chance if spoken and chance >= _THOUGHT_OF else 0


def _without_elevation(case: Situation) -> float:
    return 0 if case.st_elevation_infarction() else 0.8 * coronary(case)


CALCULATORS = (
    Calculator(
        id="timi-ua-nstemi",
        names=("TIMI risk score (UA/NSTEMI)", "TIMI UA/NSTEMI", "TIMI NSTEMI", "TIMI risk score", "TIMI score", "TIMI"),
        zh="TIMI评分（不稳定型心绞痛/NSTEMI）",
        purpose="Risk of death, infarction or urgent revascularisation in 14 days without ST elevation.",
        population=Population(
            youngest=18,
            exclusions="For unstable angina and infarction without ST elevation; it rules nothing out.",
            exclusions_zh="用于不稳定型心绞痛及非ST段抬高型心肌梗死；不能用于排除诊断。",
        ),
        inputs=(
            AGE,
            *RISK_INPUTS,
            past(
                "stenosis",
                "coronary stenosis of 50 % or more",
                "冠脉狭窄≥50%",
                "HP:0005145",
                words=r"stenosis of (?:[5-9]\d|100)\s?%|(?:[5-9]\d|100)\s?% (?:\w+\s){0,3}stenosis|\bPCI\b|\bCABG\b"
                r"|coronary stent|stent to|bypass graft|known (?:CAD|coronary (?:artery )?disease)",
            ),
            sign(
                "aspirin",
                "aspirin in the last 7 days",
                "近7天服用阿司匹林",
                drugs=("aspirin",),
                # Not what the patient must not have.
                words=r"(?<!allergic to )(?<!allergy to )(?<!allergy: )(?<!allergies: )(?<!reaction to )"
                r"(?<!intolerant of )\baspirin\b(?![- ](?:\w+ )?(?:allerg|intoleran|sensitiv|hypersens|exacerbated))",
            ),
            sign(
                "severe",
                "two or more attacks of angina in 24 hours",
                "24小时内≥2次心绞痛",
                words=r"(?:two|three|four|five|several|multiple|recurrent|repeated|[2-9]) (?:\w+ "
                r"){0,3}(?:episodes?|attacks?|"
                r"bouts?)(?: of)? (?:\w+ ){0,4}(?:in|within|over|during) (?:the )?(?:last |past |previous |"
                r"preceding )?(?:24|day)"
                r"|(?:two|three|four|five|several|multiple|recurrent|[2-9]) (?:\w+ ){0,2}(?:episodes?|attacks?|"
                r"bouts?) since (?:last night|yesterday|this morning)",
                against=r"(?:one|single|1|first) (?:\w+ ){0,2}(?:episode|attack|bout)",
            ),
            ST,
            RAISED,
        ),
        criteria=(
            met(1, at_least("age", 65)),
            Criterion(RISKS, three_risks),
            any_of(("stenosis",)),
            any_of(("aspirin",)),
            any_of(("severe",)),
            any_of(("st",)),
            any_of(("troponin",)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 2: 5 to 8 % in the original trial.", "0–2分：原试验5%–8%。", low=True),
            Category(3, "intermediate", "中风险", "3 or 4: 13 to 20 %.", "3–4分：13%–20%。"),
            Category(5, "high", "高风险", "5 to 7: 26 to 41 %.", "5–7分：26%–41%。"),
        ),
        unit="points",
        source="Antman EM et al. JAMA 2000;284:835-842",
        matters=_without_elevation,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="timi-stemi",
        names=("TIMI risk score (STEMI)", "TIMI STEMI", "TIMI risk score for STEMI"),
        zh="TIMI评分（STEMI）",
        purpose="Risk of death within 30 days of an infarction with ST elevation.",
        population=Population(
            youngest=18, exclusions="For infarction with ST elevation.", exclusions_zh="用于ST段抬高型心肌梗死。"
        ),
        inputs=(
            AGE,
            DIABETES,
            HYPERTENSION,
            past("angina", "angina before", "既往心绞痛", words=r"\bangina\b"),
            *measures("systolic", "heart-rate", "weight"),
            KILLIP,
            sign(
                "anterior",
                "anterior ST elevation or left bundle branch block",
                "前壁ST段抬高或左束支阻滞",
                "HP:0011713",
                words=r"anterior (?:STEMI|ST[- ](?:segment )?elevation|(?:wall )?(?:MI|myocardial infarction))"
                r"|ST[- ](?:segment )?elevations? in (?:leads? )?V[1-4]|anterior wall",
                against=r"\b(?:inferior|lateral|posterior) (?:STEMI|wall|ST)",
            ),
            quantity(
                "delay",
                "time to treatment",
                "至治疗时间",
                "h",
                (0, 240),
                analytes=(),
                words=r"(?:time to (?:treatment|reperfusion|balloon)|treated|reperfused|"
                r"presented)\D{0,20}?(\d{1,3}(?:\.\d)?)\s?h",
                decimals=1,
            ),
        ),
        criteria=(
            from_bound("age", (65, 2), (75, 3), under=0),
            any_of(("diabetes", "hypertension", "angina")),
            met(3, below("systolic", 100)),
            met(2, above("heart-rate", 100)),
            Criterion(("killip",), lambda values: 2 if float(values["killip"]) >= 2 else 0),
            met(1, below("weight", 67)),
            any_of(("anterior",)),
            met(1, above("delay", 4)),
        ),
        categories=tuple(
            Category(
                points,
                f"{died} % died within 30 days",
                f"30天死亡率{died}%",
                "Under fibrinolysis; with primary PCI fewer die.",
                "溶栓治疗队列；直接PCI时死亡率更低。",
            )
            for points, died in enumerate(_DIED)
        ),
        unit="points",
        source="Morrow DA et al. Circulation 2000;102:2031-2037",
        matters=lambda case: 0.9 if case.st_elevation_infarction() else 0,
    ),
)
