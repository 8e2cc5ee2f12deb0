"""Acute illness: NEWS2, qSOFA and SIRS."""

from __future__ import annotations

from core.scores.areas.measures import measure, measures
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, band, below, met
from core.scores.inputs import Flag, Number, Told
from core.scores.reading_observations import not_alert, oxygen
from core.scores.situation import INFECTIONS, Situation

_MOST_VITALS = 3
_VITALS = ("respiratory-rate", "oxygen-saturation", "systolic-blood-pressure", "heart-rate", "temperature")

# Vital signs are never assumed to be normal, and neither is consciousness.
_RESPIRATORY_RATE = measure("respiratory-rate")
_SYSTOLIC = measure("systolic")
_NOT_ALERT = Told(
    id="not-alert",
    en="new confusion or reduced consciousness",
    zh="新发意识模糊或意识水平下降",
    assumable=False,
    read=not_alert(
        Flag(
            id="not-alert",
            en="",
            zh="",
            concepts=("HP:0004372", "HP:0001289", "BD:altered-mental-status"),
            denied_by=("BD:alert-and-oriented",),
        )
    ),
)
_SATURATION = measure("saturation")
_PULSE = measure("heart-rate", id="pulse", en="pulse", zh="脉搏")
_TEMPERATURE = measure("temperature")
_OXYGEN = Told(
    id="oxygen",
    en="supplemental oxygen",
    zh="吸氧",
    absent=False,
    read=oxygen(
        Flag(
            id="oxygen",
            en="",
            zh="",
            concepts=("BD:supplemental-oxygen",),
            denied_by=("BD:breathing-room-air",),
        )
    ),
)
_HYPERCAPNIC = Flag(
    id="hypercapnic",
    en="hypercapnic respiratory failure (SpO2 scale 2)",
    zh="高碳酸血症性呼吸衰竭（SpO2量表2）",
    concepts=("BD:oxygen-target-88-92", "HP:0005972"),
    ever=True,
    unless_said=True,
)

_SCALE_1 = ((91, 3), (93, 2), (95, 1))
_SCALE_2 = ((83, 3), (85, 2), (87, 1), (92, 0))
_SCALE_2_ON_OXYGEN = ((94, 1), (96, 2))


def _saturation(values: Values) -> float:
    """Scale 2 counts too much oxygen as well as too little; it serves only those whose target is 88 to 92 %."""
    saturation = float(values["saturation"])
    if not values["hypercapnic"]:
        return next((points for upper, points in _SCALE_1 if saturation <= upper), 0)
    low = next((points for upper, points in _SCALE_2 if saturation <= upper), None)
    if low is not None:
        return low
    return next((points for upper, points in _SCALE_2_ON_OXYGEN if saturation <= upper), 3) if values["oxygen"] else 0


_LOW = Category(0, "low", "低风险", "Total 0 to 4: ward-based response.", "总分0–4分：病区常规处理。", low=True)
_RED = Category(
    0,
    "low-medium",
    "低-中风险",
    "A single parameter scores 3: urgent ward-based review.",
    "单项参数达3分：病区紧急评估。",
)
_MEDIUM = Category(
    5, "medium", "中风险", "Total 5 or 6: urgent review; think of sepsis.", "总分5–6分：紧急评估；警惕脓毒症。"
)
_HIGH = Category(
    7,
    "high",
    "高风险",
    "Total 7 or more: emergency assessment by a critical care team.",
    "总分≥7分：由重症团队紧急评估。",
)


def _rate_news2(total: float, points: tuple[float, ...]) -> Category:
    if total >= _HIGH.lower:
        return _HIGH
    if total >= _MEDIUM.lower:
        return _MEDIUM
    return _RED if max(points) >= 3 else _LOW


def _news2_matters(case: Situation) -> float:
    recorded = case.measured(*_VITALS)
    if recorded >= _MOST_VITALS or (recorded and _infection(case)):
        return 0.5
    # A pressure and a pulse alone, in a clinic, call for other scores first.
    return 0.1 if recorded >= 2 else 0


def _infection(case: Situation) -> bool:
    signs = case.present("HP:0001945", "BD:suspected-or-proven-infection")
    return signs or case.chance(*INFECTIONS) >= 0.1


def _qsofa_matters(case: Situation) -> float:
    recorded = case.measured("respiratory-rate", "systolic-blood-pressure", "gcs")
    return 0.4 + case.chance("sepsis") if recorded and _infection(case) else 0


CALCULATORS = (
    Calculator(
        id="news2",
        names=("NEWS2", "National Early Warning Score 2", "National Early Warning Score (NEWS) 2", "NEWS 2"),
        zh="国家早期预警评分2（NEWS2）",
        purpose="How ill an adult is from the vital signs, and how fast the response must be.",
        population=Population(
            youngest=16,
            in_pregnancy=False,
            exclusions="Not for those under 16 or pregnant.",
            exclusions_zh="不适用于16岁以下者或孕妇。",
        ),
        inputs=(_RESPIRATORY_RATE, _SATURATION, _HYPERCAPNIC, _OXYGEN, _SYSTOLIC, _PULSE, _NOT_ALERT, _TEMPERATURE),
        criteria=(
            band("respiratory-rate", (8, 3), (11, 1), (20, 0), (24, 2), above=3),
            Criterion(
                ("saturation", "hypercapnic", "oxygen"),
                _saturation,
                {"saturation": (83, 85, 87, 91, 92, 93, 94, 95, 96, 97)},
            ),
            Criterion(("oxygen",), lambda values: 2 if values["oxygen"] else 0),
            band("systolic", (90, 3), (100, 2), (110, 1), (219, 0), above=3),
            band("pulse", (40, 3), (50, 1), (90, 0), (110, 1), (130, 2), above=3),
            Criterion(("not-alert",), lambda values: 3 if values["not-alert"] else 0),
            band("temperature", (35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1), above=2),
        ),
        categories=(_LOW, _RED, _MEDIUM, _HIGH),
        rate=_rate_news2,
        unit="points",
        of_the_moment=True,
        source="Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017",
        matters=_news2_matters,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="qsofa",
        names=("qSOFA", "quick SOFA", "qSOFA Score", "quick sequential organ failure assessment"),
        zh="快速序贯器官衰竭评分（qSOFA）",
        purpose="Risk of a poor outcome in an adult with suspected infection outside intensive care.",
        population=Population(
            youngest=18,
            exclusions="For adults with suspected infection; it does not rule sepsis out.",
            exclusions_zh="用于疑似感染的成人；不能排除脓毒症。",
        ),
        inputs=(_RESPIRATORY_RATE, _NOT_ALERT, _SYSTOLIC),
        criteria=(
            band("respiratory-rate", (21, 0), above=1),
            Criterion(("not-alert",), lambda values: 1 if values["not-alert"] else 0),
            band("systolic", (100, 1), above=0),
        ),
        categories=(
            Category(
                0,
                "fewer than 2 criteria",
                "少于2项",
                "Not raised by these criteria; sepsis is not excluded.",
                "按此标准未升高；不能排除脓毒症。",
                low=True,
            ),
            Category(
                2,
                "positive (2 or 3 criteria)",
                "阳性（2–3项）",
                "A poor outcome is likelier: look for organ dysfunction.",
                "不良预后风险升高：评估器官功能障碍。",
            ),
        ),
        unit="points",
        of_the_moment=True,
        source="Singer M et al. JAMA 2016;315:801-810 (Sepsis-3)",
        matters=_qsofa_matters,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="sirs",
        names=("SIRS criteria", "SIRS Criteria", "SIRS"),
        zh="全身炎症反应综合征（SIRS）标准",
        purpose="How many criteria of a systemic inflammatory response are met.",
        population=Population(
            youngest=18,
            exclusions="For adults; unspecific, and sepsis is possible without it.",
            exclusions_zh="用于成人；特异性低，不符合亦不能排除脓毒症。",
        ),
        inputs=(
            _TEMPERATURE,
            _PULSE,
            _RESPIRATORY_RATE,
            *measures("pco2", "white-cells", assumable=True),
            Number(
                id="bands",
                en="band neutrophils",
                zh="杆状核粒细胞",
                analytes=("band-percentage",),
                unit="%",
                limits=(0, 100),
            ),
        ),
        criteria=(
            met(1, above("temperature", 38), below("temperature", 36)),
            met(1, above("pulse", 90)),
            met(1, above("respiratory-rate", 20), below("pco2", 32)),
            met(1, above("white-cells", 12), below("white-cells", 4), above("bands", 10)),
        ),
        categories=(
            Category(
                0,
                "fewer than 2 criteria",
                "少于2项",
                "No systemic inflammatory response by these criteria.",
                "未达SIRS标准。",
                low=True,
            ),
            Category(
                2,
                "systemic inflammatory response",
                "SIRS",
                "2 or more: look for its cause, infection first.",
                "≥2项：寻找原因，首先考虑感染。",
            ),
        ),
        unit="criteria",
        of_the_moment=True,
        source="Bone RC et al. Chest 1992;101:1644-1655",
        matters=lambda case: 0.35 if case.measured(*_VITALS) >= 2 and _infection(case) else 0,
        never_low_while_unknown=True,
    ),
)
