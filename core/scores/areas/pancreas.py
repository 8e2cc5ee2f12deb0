"""Acute pancreatitis: Ranson's criteria (at admission, and with those of 48 hours) and BISAP."""

from __future__ import annotations

from collections.abc import Callable

from core.scores.areas.background import AGE
from core.scores.areas.embolism_severity import ALTERED
from core.scores.areas.measures import measure, measures
from core.scores.areas.parts import likely, quantity, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, at_least, below, met
from core.scores.facts import Fact
from core.scores.inputs import Told
from core.scores.source import Source

_ADMISSION_INPUTS = (
    AGE,
    *measures("white-cells", "glucose", assumable=True),
    quantity("ldh", "LDH", "乳酸脱氢酶", "U/L", (20, 30000), decimals=0, assumable=True),
    measure("ast", assumable=True),
)
_ADMISSION = (
    met(1, above("age", 55)),
    met(1, above("white-cells", 16)),
    met(1, above("glucose", 200)),
    met(1, above("ldh", 350)),
    met(1, above("ast", 250)),
)
_HOURS = r"(?:at|by|after|within) 48 ?h(?:ours|rs)?"
_LATER = (
    quantity(
        "haematocrit-fall",
        "fall of the haematocrit in 48 h",
        "48小时血细胞比容下降",
        "%",
        (0, 60),
        analytes=(),
        assumable=True,
        words=r"h(?:a)?ematocrit (?:fall|fell|drop\w*|decreas\w+)(?: by| of)?\D{0,20}(\d{1,2}(?:\.\d)?)",
    ),
    quantity(
        "urea-rise",
        "rise of urea nitrogen in 48 h",
        "48小时尿素氮升高",
        "mg/dL",
        (0, 200),
        analytes=(),
        assumable=True,
        words=r"BUN (?:rise|rose|increas\w+)(?: by| of)?\D{0,20}(\d{1,3}(?:\.\d)?)",
    ),
    measure("calcium", assumable=True, pick="lowest"),
    measure("po2", assumable=True, pick="lowest"),
    quantity("base-deficit", "base deficit", "碱缺失", "mmol/L", (0, 40), decimals=1, assumable=True),
    quantity(
        "fluid",
        "fluid sequestration in 48 h",
        "48小时液体潴留",
        "L",
        (0, 40),
        analytes=(),
        assumable=True,
        words=r"(?:fluid sequestration|sequestered|positive (?:fluid )?balance)\D{0,20}(\d{1,2}(?:\.\d)?)\s?L",
    ),
)


def _low_pco2(source: Source) -> Fact:
    """A carbon dioxide below 32 mmHg; not met where no blood gas is given."""
    return _measured(source, "pco2", lambda value: value < 32)


def _bands(source: Source) -> Fact:
    """More than 10 % of band neutrophils; not met where they were not counted."""
    return _measured(source, "band-percentage", lambda value: value > 10)


def _measured(source: Source, analyte: str, met_by: Callable[[float], bool]) -> Fact:
    for m in source.measurements(analyte):
        if met_by(m.value):
            return Fact((True,), start=m.start, end=m.end)
    return Fact((False,))


def _inflamed(values: Values) -> float:
    """Two or more criteria of a systemic inflammatory response."""
    warm, beats, breaths = (float(values[n]) for n in ("temperature", "heart-rate", "respiratory-rate"))
    cells = float(values["white-cells"])
    fast, odd = breaths > 20 or bool(values["low-pco2"]), cells > 12 or cells < 4 or bool(values["bands"])
    return 1 if (warm > 38 or warm < 36) + (beats > 90) + fast + odd >= 2 else 0


_RANSON = (
    Category(0, "mild", "轻症", "0 to 2: mild as a rule.", "0–2分：通常为轻症。", low=True),
    Category(3, "severe", "重症", "3 or more: severe pancreatitis likely.", "≥3分：重症可能。"),
)
_NOT_STONES = Population(
    youngest=18,
    exclusions="The limits of pancreatitis without gallstones; with gallstones other limits hold.",
    exclusions_zh="非胆源性胰腺炎界值；胆源性者界值不同。",
)

CALCULATORS = (
    Calculator(
        id="ranson-admission",
        names=("Ranson criteria (admission)", "Ranson criteria at admission", "Ranson's criteria (admission)"),
        zh="Ranson评分（入院）",
        purpose="Severity of acute pancreatitis, from the five criteria of admission.",
        population=_NOT_STONES,
        inputs=_ADMISSION_INPUTS,
        criteria=_ADMISSION,
        categories=_RANSON,
        unit="points",
        source="Ranson JH et al. Surg Gynecol Obstet 1974;139:69-81",
        matters=likely(0.6, "acute-pancreatitis"),
        never_low_while_unknown=True,
    ),
    Calculator(
        id="ranson",
        names=("Ranson criteria", "Ranson's criteria", "Ranson score", "Ranson", "Ranson criteria (48 hours)"),
        zh="Ranson评分",
        purpose="Severity of acute pancreatitis, from admission and the first 48 hours.",
        population=_NOT_STONES,
        inputs=(*_ADMISSION_INPUTS, *_LATER),
        criteria=(
            *_ADMISSION,
            # Sources differ on exactly 10 and 5 (above, or at least): what is met sooner is the safer.
            met(1, at_least("haematocrit-fall", 10)),
            met(1, at_least("urea-rise", 5)),
            met(1, below("calcium", 8)),
            met(1, below("po2", 60)),
            met(1, above("base-deficit", 4)),
            met(1, above("fluid", 6)),
        ),
        categories=_RANSON,
        unit="points",
        source="Ranson JH et al. Surg Gynecol Obstet 1974;139:69-81",
        matters=likely(0.4, "acute-pancreatitis"),
        never_low_while_unknown=True,
    ),
    Calculator(
        id="bisap",
        names=("BISAP", "BISAP score"),
        zh="BISAP评分",
        purpose="Risk of death in acute pancreatitis, within the first 24 hours.",
        population=Population(youngest=18, exclusions="For acute pancreatitis.", exclusions_zh="用于急性胰腺炎。"),
        inputs=(
            measure("urea-nitrogen", assumable=True),
            ALTERED,
            *measures("temperature", "heart-rate", "respiratory-rate"),
            measure("white-cells", assumable=True),
            Told(id="low-pco2", en="PCO2 below 32 mmHg", zh="PCO2<32 mmHg", read=_low_pco2, absent=False),
            Told(id="bands", en="more than 10 % bands", zh="杆状核粒细胞>10%", read=_bands, absent=False),
            AGE,
            sign("effusion", "pleural effusion", "胸腔积液", "HP:0002202", "BD:bilateral-pleural-effusions"),
        ),
        criteria=(
            met(1, above("urea-nitrogen", 25)),
            any_of(("altered",)),
            Criterion(
                ("temperature", "heart-rate", "respiratory-rate", "low-pco2", "white-cells", "bands"),
                _inflamed,
                {
                    "temperature": (37, 38.1),
                    "heart-rate": (90, 91),
                    "respiratory-rate": (20, 21),
                    "white-cells": (8, 12.1),
                },
            ),
            met(1, above("age", 60)),
            any_of(("effusion",)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 2: death about 2 % at most.", "0–2分：死亡率不超过约2%。", low=True),
            Category(3, "high", "高风险", "3 to 5: death above 5 %.", "3–5分：死亡率>5%。"),
        ),
        unit="points",
        source="Wu BU et al. Gut 2008;57:1698-1703",
        matters=likely(0.8, "acute-pancreatitis"),
        never_low_while_unknown=True,
    ),
)
