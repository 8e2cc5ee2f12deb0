"""Intensive care: the sequential organ failure assessment."""

from __future__ import annotations

from core.scores.areas.coma import RESPONSES, STATED, coma_scale
from core.scores.areas.measures import measure, measures
from core.scores.areas.parts import sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import from_bound
from core.scores.inputs import Number, Told
from core.scores.reading_phrases import first_known, said
from core.scores.reading_support import (
    HIGH_PRESSOR,
    LOW_PRESSOR,
    MIDDLE_PRESSOR,
    NO_PRESSOR,
    ROOM_AIR,
    read_fio2,
    read_pressors,
)
from core.scores.reading_worded import worded
from core.scores.situation import Situation

_SUPPORT = ("BD:supplemental-oxygen", "BD:mechanical-ventilation")
# Positive pressure by a mask, not the machine that somebody sleeps with.
_ASLEEP = r"(?! (?:\(CPAP\) )?(?:machine|(?:at|every) (?:home|night)|for (?:\w+ ){0,2}sleep))"
_MASK = (
    rf"(?<!home )(?<!nocturnal )(?<!nightly )\b(?:(?:CPAP|BiPAP)\b{_ASLEEP}"
    r"|non-?invasive (?:positive pressure )?ventilation"
    rf"|(?:continuous|bi-?level) positive airway pressure{_ASLEEP})"
)
FIO2 = Told(id="fio2", en="inspired oxygen", zh="吸入氧浓度", read=read_fio2, absent=ROOM_AIR)
VENTILATED = Told(
    id="ventilated",
    en="mechanical ventilation or positive pressure",
    zh="机械通气或正压通气",
    read=first_known(
        worded(r"ventilat|intubat|CPAP|BiPAP|positive (?:airway )?pressure|机械通气|插管", *_SUPPORT), said(_MASK)
    ),
    absent=False,
)
_URINE = Number(
    id="urine",
    en="urine in 24 hours",
    zh="24小时尿量",
    analytes=("urine-volume-24h",),
    unit="mL",
    limits=(0, 25000),
    decimals=0,
)
_CREATININE = ((1.2, 1), (2, 2), (3.5, 3), (5, 4))
_PRESSOR_POINTS = {NO_PRESSOR: 0, LOW_PRESSOR: 2, MIDDLE_PRESSOR: 3, HIGH_PRESSOR: 4}


def _oxygenation(values: Values) -> float:
    """Below 200 three or four points need ventilation; without it there are two."""
    ratio = float(values["po2"]) / (float(values["fio2"]) / 100)
    points = 4 if ratio < 100 else 3 if ratio < 200 else 2 if ratio < 300 else 1 if ratio < 400 else 0
    return points if values["ventilated"] else min(points, 2)


def _consciousness(values: Values) -> float:
    total = coma_scale(values)
    return 0 if total >= 15 else 1 if total >= 13 else 2 if total >= 10 else 3 if total >= 6 else 4


def _circulation(values: Values) -> float:
    support = _PRESSOR_POINTS[str(values["pressors"])]
    return support or (1 if float(values["mean-pressure"]) < 70 else 0)


def _kidney(values: Values) -> float:
    """By the creatinine, or by less than 500 or 200 mL of urine in a day."""
    creatinine, urine = float(values["creatinine"]), float(values["urine"])
    points = next((p for lower, p in reversed(_CREATININE) if creatinine >= lower), 0)
    if values["anuria"] or urine < 200:
        return 4
    return max(points, 3) if urine < 500 else points


def _matters(case: Situation) -> float:
    ill = case.present("HP:0100806", "HP:0031273", "BD:mechanical-ventilation", "HP:0002878")
    return 0.35 if ill else 0


CALCULATORS = (
    Calculator(
        id="sofa",
        names=(
            "SOFA",
            "Sequential Organ Failure Assessment (SOFA) Score",
            "SOFA score",
            "sequential organ failure assessment",
        ),
        zh="序贯器官衰竭评分（SOFA）",
        purpose="How many organs fail, and how far, in intensive care.",
        population=Population(
            youngest=18,
            exclusions="For adults in intensive care; the worst values of 24 hours.",
            exclusions_zh="用于重症监护成人；取24小时内最差值。",
        ),
        inputs=(
            measure("po2", assumable=True, pick="lowest"),
            FIO2,
            VENTILATED,
            measure("platelets", assumable=True, pick="lowest"),
            STATED,
            *RESPONSES,
            measure("bilirubin", assumable=True, pick="highest"),
            *measures("systolic", "diastolic"),
            measure("mean-pressure", assumable=True, pick="lowest"),
            Told(id="pressors", en="vasopressors", zh="血管活性药", read=read_pressors, absent=NO_PRESSOR),
            measure("creatinine", assumable=True, pick="highest"),
            _URINE,
            sign(
                "anuria",
                "no urine",
                "无尿",
                "HP:0100519",
                denied=("HP:0100518", "HP:0100519"),
                words=r"(?<!is )\bno (?:measurable )?urine (?:output|production)",
            ),
        ),
        criteria=(
            Criterion(("po2", "fio2", "ventilated"), _oxygenation, {"po2": (10, 700), "fio2": (21, 100)}),
            from_bound("platelets", (20, 3), (50, 2), (100, 1), (150, 0), under=4),
            Criterion(("stated", "eye", "verbal", "motor"), _consciousness),
            from_bound("bilirubin", (1.2, 1), (2, 2), (6, 3), (12, 4), under=0),
            Criterion(("mean-pressure", "pressors"), _circulation, {"mean-pressure": (69, 70)}),
            Criterion(
                ("creatinine", "urine", "anuria"),
                _kidney,
                {"creatinine": (1.1, 1.2, 2, 3.5, 5), "urine": (199, 499, 500)},
            ),
        ),
        categories=(
            Category(0, "0 to 6", "0–6分", "Below 10 % died in early cohorts.", "早期队列死亡率<10%。"),
            Category(7, "7 to 9", "7–9分", "15 to 20 % died.", "死亡率15–20%。"),
            Category(10, "10 to 12", "10–12分", "40 to 50 % died.", "死亡率40–50%。"),
            Category(13, "13 or more", "≥13分", "50 % or more died.", "死亡率≥50%。"),
        ),
        unit="points",
        source="Vincent JL et al. Intensive Care Med 1996;22:707-710",
        matters=_matters,
    ),
)
