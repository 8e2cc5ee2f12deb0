"""The calculators of the package `medcalc-bench` beside ours: which input is which,
and where the package departs from
the published table, as a correction of its answer. What each departure is stands in docs/scores.md."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.core.scores.notes import Given

Theirs = dict[str, object]
Extra = Callable[[random.Random, Given, Theirs], None]
# Range and decimals of what is drawn.
RANGES: dict[str, tuple[float, float, int]] = {
    "age": (19, 92, 0), "sodium": (112, 165, 0), "chloride": (85, 125, 0), "bicarbonate": (5, 40, 0),
    "albumin": (1.5, 5, 1),
    "calcium": (6, 14, 1), "creatinine": (0.3, 9, 2), "bilirubin": (0.3, 15, 1), "inr": (0.8, 4, 1), "glucose": (60,
    700, 0),
    "weight": (35, 150, 1), "height": (140, 200, 0), "urea-nitrogen": (5, 90, 1), "insulin": (2, 60, 1),
    "cholesterol": (100, 330, 0),
    "hdl": (20, 95, 0), "triglycerides": (40, 390, 0), "ast": (8, 900, 0), "alt": (8, 900, 0), "platelets": (10, 500,
    0),
    "systolic": (70, 220, 0), "diastolic": (35, 120, 0), "heart-rate": (35, 190, 0), "pulse": (35, 190, 0),
    "qt": (280, 560, 0),
    "respiratory-rate": (6, 45, 0), "temperature": (33, 41.5, 1), "saturation": (80, 100, 0), "urine-sodium": (5,
    150, 0),
    "urine-creatinine": (10, 250, 0), "ph": (7, 7.7, 2), "haematocrit": (15, 62, 0), "po2": (40, 110, 0),
    "haemoglobin": (6, 16, 1),
    "white-cells": (0.5, 45, 1), "potassium": (2, 7.5, 1), "pco2": (20, 60, 0), "stated": (3, 15, 0), "urea": (2, 25,
    1),
    "target": (20, 30, 1), "drinks": (0, 20, 0), "bmi": (17, 45, 1),
}  # fmt: skip
UNITS = {
    "age": "years", "sodium": "mEq/L", "chloride": "mEq/L", "bicarbonate": "mEq/L", "albumin": "g/dL",
    "calcium": "mg/dL",
    "creatinine": "mg/dL", "bilirubin": "mg/dL", "glucose": "mg/dL", "weight": "kg", "height": "cm",
    "urea-nitrogen": "mg/dL",
    "insulin": "µIU/mL", "cholesterol": "mg/dL", "hdl": "mg/dL", "triglycerides": "mg/dL",
    "temperature": "degrees celsius",
    "urine-sodium": "mEq/L", "urine-creatinine": "mg/dL", "haemoglobin": "g/dL", "potassium": "mEq/L", "po2": "mm Hg",
}  # fmt: skip
BARE = frozenset(("inr", "ph", "stated", "drinks", "insulin-bare"))  # numbers that stand without a unit
AS_COUNT = {"platelets": 1e3, "white-cells": 1e3}  # 10^9/L as a number in a microlitre


@dataclass(frozen=True)
class Row:
    """One calculator: its module and function there, our inputs and their names,
    and the correction of what is known to
    be wrong there (given what was drawn). `skip` names the inputs for which the package has no answer of its own."""

    id: str
    module: str
    function: str
    keys: Mapping[str, str]
    extra: Extra | None = None
    correct: Callable[[Given, float], float] | None = None
    skip: Callable[[Given], bool] = field(default=lambda given: False)
    ours: Mapping[str, float | bool | str] = field(default_factory=dict)
    tolerance: float = 0


def draw(row: Row, chance: random.Random) -> tuple[Given, Theirs]:
    """One random patient for both."""
    while True:
        ours: Given = dict(row.ours)
        theirs: Theirs = {}
        for key, name in row.keys.items():
            value, shown = _one(key, chance)
            ours[key] = value
            if name:
                theirs[name] = shown
        if row.extra is not None:
            row.extra(chance, ours, theirs)
        if not row.skip(ours):
            return ours, theirs


def _one(key: str, chance: random.Random) -> tuple[float | bool | str, object]:
    if key == "sex":
        sex = chance.choice(("male", "female"))
        return sex, sex.capitalize()
    if key not in RANGES:
        flag = chance.random() < 0.35
        return flag, flag
    low, high, decimals = RANGES[key]
    value = round(chance.uniform(low, high), decimals)
    value = int(value) if decimals == 0 else value
    if key in BARE:
        return value, value
    return value, [value * AS_COUNT.get(key, 1), "µL" if key in AS_COUNT else UNITS.get(key, "")]


def choose(key: str, name: str, options: Mapping[str | float, object]) -> Extra:
    """A graded answer under both names."""

    def extra(chance: random.Random, ours: Given, theirs: Theirs) -> None:
        value = chance.choice(list(options))
        ours[key], theirs[name] = value, options[value]

    return extra


def both(*extras: Extra) -> Extra:
    """Several of them."""

    def extra(chance: random.Random, ours: Given, theirs: Theirs) -> None:
        for one in extras:
            one(chance, ours, theirs)

    return extra
