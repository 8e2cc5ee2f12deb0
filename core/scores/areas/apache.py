"""Intensive care: APACHE II."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.coma import RESPONSES, STATED, coma_scale
from core.scores.areas.measures import measures
from core.scores.areas.organ_failure import FIO2
from core.scores.areas.parts import past, sign
from core.scores.asked import fit
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import from_bound
from core.scores.facts import Fact
from core.scores.inputs import Flag, Told
from core.scores.source import Source

_CREATININE = ((0.6, 0), (1.5, 2), (2, 3), (3.5, 4))
_UNDER_CREATININE = 2


def _oxygenation(values: Values) -> float:
    """By the arterial pressure of oxygen, or from half oxygen on by the gradient to the alveoli (as stated, or at sea
    level)."""
    share, po2 = float(values["fio2"]) / 100, float(values["po2"])
    if share < 0.5:
        return 0 if po2 > 70 else 1 if po2 > 60 else 3 if po2 >= 55 else 4
    gradient = float(values["gradient"]) or share * 713 - float(values["pco2"]) / 0.8 - po2
    return 4 if gradient >= 500 else 3 if gradient >= 350 else 2 if gradient >= 200 else 0


def _kidney(values: Values) -> float:
    creatinine = float(values["creatinine"])
    points = next((p for lower, p in reversed(_CREATININE) if creatinine >= lower), _UNDER_CREATININE)
    # Doubled in acute failure; a low creatinine is none.
    return points * 2 if values["acute-kidney"] and creatinine >= _CREATININE[0][0] else points


def _chronic(values: Values) -> float:
    if not values["insufficiency"]:
        return 0
    return 2 if values["operation"] and not values["emergency"] else 5


def _gradient(source: Source) -> Fact:
    """The gradient in mmHg that the record states; 0 where it states none."""
    stated = [m for m in source.measurements("a-a-gradient") if m.relation == "="]
    if not stated:
        return Fact((0.0,))
    best = max(stated, key=lambda m: (fit(source, m), m.value))
    return Fact((best.value,), unit="mmHg", start=best.start, end=best.end)


_ORGAN = r"(?:organ|liver|hepatic|cardiac|heart|renal|kidney|respiratory|pulmonary)"
_LONG_SEVERE = (
    r"\b(?:history|historical|previous(?:ly)?|prior|known|chronic|long-?standing)\b[^.;,]{0,45}"
    rf"\b(?:severe|end-?stage) (?:chronic )?{_ORGAN} (?:failures?|insufficiency)"
)
_OPERATION = r"(?:surgery|operation|repair|\w{3,}ectomy|\w{3,}otomy)\b"

CALCULATORS = (
    Calculator(
        id="apache-ii",
        names=("APACHE II", "APACHE II Score", "APACHE 2"),
        zh="APACHE II评分",
        purpose="Severity of illness on the first day of intensive care.",
        population=Population(
            youngest=16,
            exclusions="For adults in intensive care; the worst values of the first 24 hours.",
            exclusions_zh="用于重症监护成人；取首个24小时最差值。",
        ),
        inputs=(
            AGE,
            *measures("systolic", "diastolic"),
            *measures(
                "temperature",
                "mean-pressure",
                "heart-rate",
                "respiratory-rate",
                "po2",
                "pco2",
                "ph",
                "sodium",
                "potassium",
                "creatinine",
                "haematocrit",
                "white-cells",
                assumable=True,
            ),
            FIO2,
            Told(id="gradient", en="A-a gradient, as stated", zh="已记录的肺泡动脉氧分压差", read=_gradient),
            STATED,
            *RESPONSES,
            Flag(id="acute-kidney", en="acute kidney failure", zh="急性肾衰竭", concepts=("HP:0001919",)),
            past(
                "insufficiency",
                "severe chronic organ failure or immunosuppression",
                "严重慢性器官功能不全或免疫抑制",
                "HP:0001394",
                "HP:0003774",
                "BD:immunosuppression",
                words=r"\b(?:home|domiciliary|long-?term) (?:oxygen|O2)\b|\bhouse-?bound\b"
                rf"|\bNYHA (?:class )?(?:IV|4)\b|{_LONG_SEVERE}",
            ),
            sign(
                "operation",
                "after an operation",
                "术后",
                "BD:recent-surgery",
                "BD:after-an-operation",
                "BD:high-risk-surgery",
                words=rf"\b(?:after|following) (?:\w+,? ){{0,3}}{_OPERATION}",
            ),
            sign(
                "emergency",
                "emergency operation",
                "急诊手术",
                "BD:emergency-surgery",
                words=rf"\bemergency (?:\w+ ){{0,3}}{_OPERATION}",
            ),
        ),
        criteria=(
            from_bound("age", (45, 2), (55, 3), (65, 5), (75, 6), under=0),
            from_bound("temperature", (30, 3), (32, 2), (34, 1), (36, 0), (38.5, 1), (39, 3), (41, 4), under=4),
            from_bound("mean-pressure", (50, 2), (70, 0), (110, 2), (130, 3), (160, 4), under=4),
            from_bound("heart-rate", (40, 3), (55, 2), (70, 0), (110, 2), (140, 3), (180, 4), under=4),
            from_bound("respiratory-rate", (6, 2), (10, 1), (12, 0), (25, 1), (35, 3), (50, 4), under=4),
            Criterion(
                ("po2", "fio2", "pco2", "gradient"), _oxygenation, {"po2": (54, 700), "fio2": (21, 100), "pco2": (40,)}
            ),
            from_bound("ph", (7.15, 3), (7.25, 2), (7.33, 0), (7.5, 1), (7.6, 3), (7.7, 4), under=4),
            from_bound("sodium", (111, 3), (120, 2), (130, 0), (150, 1), (155, 2), (160, 3), (180, 4), under=4),
            from_bound("potassium", (2.5, 2), (3, 1), (3.5, 0), (5.5, 1), (6, 3), (7, 4), under=4),
            Criterion(("creatinine", "acute-kidney"), _kidney, {"creatinine": (0.5, 0.6, 1.5, 2, 3.5)}),
            from_bound("haematocrit", (20, 2), (30, 0), (46, 1), (50, 2), (60, 4), under=4),
            from_bound("white-cells", (1, 2), (3, 0), (15, 1), (20, 2), (40, 4), under=4),
            Criterion(("stated", "eye", "verbal", "motor"), lambda values: 15 - coma_scale(values)),
            Criterion(("insufficiency", "operation", "emergency"), _chronic),
        ),
        categories=(
            Category(0, "below 10", "<10分", "About 4 to 8 % died in the original cohort.", "原始队列死亡率约4–8%。"),
            Category(10, "10 to 19", "10–19分", "About 15 to 25 % died.", "死亡率约15–25%。"),
            Category(20, "20 to 29", "20–29分", "About 40 to 55 % died.", "死亡率约40–55%。"),
            Category(30, "30 or more", "≥30分", "Above 70 % died.", "死亡率>70%。"),
        ),
        unit="points",
        source="Knaus WA et al. Crit Care Med 1985;13:818-829",
        matters=lambda case: 0.3 if case.present("BD:mechanical-ventilation", "HP:0031273") else 0,
    ),
)
