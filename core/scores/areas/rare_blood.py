"""Rare illness of the blood: haemophagocytosis and thrombotic microangiopathy."""

from __future__ import annotations

from core.scores.areas.blood import FIBRINOGEN
from core.scores.areas.measures import measure, measures
from core.scores.areas.parts import likely, past, quantity, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import above, any_of, at_least, at_most, below, flagged, from_bound, met

_FERRITIN = quantity("ferritin", "ferritin", "铁蛋白", "µg/L", (1, 200000), decimals=0, assumable=True)
_LIVER = sign("hepatomegaly", "enlarged liver", "肝大", "HP:0002240", words=r"hepatosplenomegaly|hepatomegaly")
_SPLEEN = sign("splenomegaly", "enlarged spleen", "脾大", "HP:0001744", words=r"hepatosplenomegaly|splenomegaly")


def _lineages(values: Values) -> float:
    """Of haemoglobin up to 9.2 g/dL, white cells up to 5 and platelets up to 110: two 24 points, three 34."""
    low = (
        (float(values["haemoglobin"]) <= 9.2)
        + (float(values["white-cells"]) <= 5)
        + (float(values["platelets"]) <= 110)
    )
    return {2: 24, 3: 34}.get(low, 0)


def _organs(values: Values) -> float:
    return (0, 23, 38)[bool(values["hepatomegaly"]) + bool(values["splenomegaly"])]


CALCULATORS = (
    Calculator(
        id="hscore",
        names=("HScore", "H-score", "HScore for reactive hemophagocytic syndrome", "hemophagocytic syndrome HScore"),
        zh="噬血细胞综合征HScore",
        purpose="How likely a reactive haemophagocytic syndrome is.",
        population=Population(youngest=18, exclusions="For adults.", exclusions_zh="用于成人。"),
        inputs=(
            past("immunosuppression", "immunosuppression known before", "已知免疫抑制", "BD:immunosuppression"),
            measure("temperature"),
            _LIVER,
            _SPLEEN,
            *measures("haemoglobin", "white-cells", "platelets"),
            _FERRITIN,
            quantity("triglycerides", "triglycerides", "甘油三酯", "mmol/L", (0.1, 60), assumable=True),
            FIBRINOGEN,
            measure("ast"),
            sign("marrow", "haemophagocytosis in the marrow", "骨髓噬血现象", words=r"h(?:a)?emophagocyt\w+"),
        ),
        criteria=(
            any_of(("immunosuppression",), 18),
            from_bound("temperature", (38.4, 33), (39.401, 49), under=0),
            Criterion(("hepatomegaly", "splenomegaly"), _organs),
            Criterion(
                ("haemoglobin", "white-cells", "platelets"),
                _lineages,
                {"haemoglobin": (9.2, 9.3), "white-cells": (5, 5.1), "platelets": (110, 111)},
            ),
            from_bound("ferritin", (2000, 35), (6000.001, 50), under=0),
            from_bound("triglycerides", (1.5, 44), (4.001, 64), under=0),
            met(30, at_most("fibrinogen", 2.5)),
            met(19, at_least("ast", 30)),
            any_of(("marrow",), 35),
        ),
        categories=(
            Category(0, "unlikely", "可能性小", "Below 169.", "<169分。"),
            Category(
                169,
                "likely",
                "可能",
                "169 or more: likely (93 % sensitive, 86 % specific).",
                "≥169分：可能（敏感93%，特异86%）。",
            ),
        ),
        unit="points",
        source="Fardet L et al. Arthritis Rheumatol 2014;66:2613-2620",
        matters=lambda case: 0.4 if case.measured("ferritin", "triglycerides", "fibrinogen") == 3 else 0,
    ),
    Calculator(
        id="plasmic",
        names=("PLASMIC score", "PLASMIC"),
        zh="PLASMIC评分",
        purpose="How likely severe ADAMTS13 deficiency is in a microangiopathy.",
        population=Population(
            youngest=18,
            exclusions="Thrombotic microangiopathy: schistocytes and platelets below 150.",
            exclusions_zh="血栓性微血管病：有破碎红细胞且血小板<150。",
        ),
        inputs=(
            measure("platelets"),
            quantity(
                "reticulocytes",
                "reticulocytes",
                "网织红细胞",
                "%",
                (0, 60),
                analytes=("reticulocyte-percentage",),
                assumable=True,
            ),
            quantity(
                "indirect",
                "indirect bilirubin",
                "间接胆红素",
                "mg/dL",
                (0, 40),
                divisor=17.104,
                analytes=("indirect-bilirubin",),
                assumable=True,
            ),
            sign(
                "haptoglobin",
                "haptoglobin not detectable",
                "结合珠蛋白测不出",
                words=r"(?:undetectable|unmeasurable|absent) haptoglobin|haptoglobin (?:\w+ ){0,2}(?:undetectable|<)",
            ),
            sign("cancer", "active cancer", "活动性癌症", "BD:active-cancer"),
            past(
                "transplant", "transplantation of an organ or stem cells", "器官或干细胞移植史", words=r"transplant\w*"
            ),
            quantity("mcv", "mean corpuscular volume", "平均红细胞体积", "fL", (50, 150), decimals=1),
            *measures("inr", "creatinine"),
        ),
        criteria=(
            met(1, below("platelets", 30)),
            met(1, above("reticulocytes", 2.5), above("indirect", 2), flagged("haptoglobin")),
            Criterion(("cancer",), lambda v: 0 if v["cancer"] else 1),
            Criterion(("transplant",), lambda v: 0 if v["transplant"] else 1),
            met(1, below("mcv", 90)),
            met(1, below("inr", 1.5)),
            met(1, below("creatinine", 2)),
        ),
        categories=(
            Category(0, "low", "低", "0 to 4: 0 to 4 %.", "0–4分：0–4%。", low=True),
            Category(5, "intermediate", "中", "5: 5 to 24 %.", "5分：5%–24%。"),
            Category(6, "high", "高", "6 or 7: 62 to 82 %: plasma exchange.", "6–7分：62%–82%，行血浆置换。"),
        ),
        unit="points",
        source="Bendapudi PK et al. Lancet Haematol 2017;4:e157-e164",
        matters=likely(0.7, "thrombotic-thrombocytopenic-purpura"),
        never_low_while_unknown=True,
    ),
)
