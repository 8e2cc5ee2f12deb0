"""Thrombosis: Wells' criteria for pulmonary embolism, and the PERC rule."""

from __future__ import annotations

from functools import partial

from core.scores.areas.background import AGE, oestrogens
from core.scores.areas.measures import measures
from core.scores.areas.parts import sign
from core.scores.areas.thrombosis_signs import (
    CANCER,
    HAEMOPTYSIS,
    IMMOBILITY,
    PE_FIRST,
    PREVIOUS,
    swollen_leg,
)
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import any_of, at_least, band, below, met
from core.scores.inputs import Flag, Number, Told
from core.scores.reading_findings import read_flag
from core.scores.reading_operation import operated_within
from core.scores.reading_phrases import first_known, said
from core.scores.situation import Situation

_SURGERY = sign(
    "surgery",
    "surgery in the last four weeks",
    "近4周内手术",
    "BD:recent-surgery",
    words=operated_within(4),
    at_presentation=True,
)


_LIKELIEST = Flag(id="likeliest", en="", zh="", concepts=("BD:pulmonary-embolism-most-likely-diagnosis",))


def _matters(case: Situation) -> float:
    chance = case.chance("pulmonary-embolism")
    return chance + 0.2 if chance >= 0.03 else 0


# The questions of the rule, as findings; who denies three of them beside such a complaint has asked them for it.
_ASKED = (
    "HP:0002105", "BD:unilateral-leg-swelling", "BD:calf-pain", "BD:recent-surgery", "BD:recent-trauma",
    "BD:history-of-venous-thromboembolism", "BD:oestrogen-use", "BD:recent-immobility", "BD:long-journey",
    "BD:active-cancer", "HP:0012398",
)  # fmt: skip
_ENOUGH = 3
_COMPLAINTS = ("HP:0002094", "HP:0100749", "HP:0001962", "HP:0001279")
# Above it nobody judges an embolism unlikely (the rule holds below 15 %); with room for a coarse figure.
_NOT_UNLIKELY = 0.4


def _perc_matters(case: Situation) -> float:
    chance = case.chance("pulmonary-embolism")
    if chance >= _NOT_UNLIKELY:
        return 0
    asked = case.denied(*_ASKED) >= _ENOUGH and case.present(*_COMPLAINTS)
    return max(chance + 0.1 if chance >= 0.03 else 0, 0.5 if asked else 0)


CALCULATORS = (
    Calculator(
        id="wells-pe",
        names=(
            "Wells' criteria for PE",
            "Wells score (PE)",
            "Wells' Criteria for Pulmonary Embolism",
            "Wells PE",
            "Wells score for PE",
            "Wells score for pulmonary embolism",
            "Wells criteria for pulmonary embolism",
        ),
        zh="肺栓塞Wells评分",
        purpose="Probability of pulmonary embolism where it is suspected, before D-dimer or imaging.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="For adults in whom pulmonary embolism is suspected; pregnancy was not studied.",
            exclusions_zh="用于疑似肺栓塞的成人；未纳入孕妇。",
        ),
        inputs=(
            swollen_leg(
                "dvt-signs",
                "clinical signs of deep vein thrombosis",
                "深静脉血栓的临床体征",
                "BD:calf-pain",
                "HP:0002625",
                "BD:red-warm-leg",
                denied=("BD:unilateral-leg-swelling", "BD:calf-pain"),
            ),
            Told(
                id="likeliest",
                en="pulmonary embolism is the most likely diagnosis",
                zh="肺栓塞为最可能的诊断",
                read=first_known(partial(read_flag, _LIKELIEST), said(PE_FIRST)),
                absent=False,
            ),
            Number(
                id="pulse",
                en="heart rate",
                zh="心率",
                analytes=("heart-rate",),
                unit="/min",
                limits=(10, 300),
                decimals=0,
            ),
            _SURGERY,
            IMMOBILITY,
            PREVIOUS,
            HAEMOPTYSIS,
            CANCER,
        ),
        criteria=(
            any_of(("dvt-signs",), 3),
            any_of(("likeliest",), 3),
            band("pulse", (100, 0), above=1.5),
            any_of(("surgery", "immobility"), 1.5),
            any_of(("previous",), 1.5),
            any_of(("haemoptysis",)),
            any_of(("cancer",)),
        ),
        categories=(
            Category(
                0,
                "low",
                "低概率",
                "Below 2. In two levels: 4 or less, pulmonary embolism unlikely.",
                "<2分。两级法：≤4分，肺栓塞可能性小。",
                low=True,
            ),
            Category(
                2,
                "moderate",
                "中概率",
                "2 to 6. In two levels: above 4, pulmonary embolism likely.",
                "2–6分。两级法：>4分，肺栓塞可能性大。",
            ),
            Category(
                6.5,
                "high",
                "高概率",
                "Above 6. In two levels: above 4, pulmonary embolism likely.",
                ">6分。两级法：>4分，肺栓塞可能性大。",
            ),
        ),
        unit="points",
        decimals=1,
        source="Wells PS et al. Thromb Haemost 2000;83:416-420",
        matters=_matters,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="perc",
        names=("PERC rule", "PERC Rule for Pulmonary Embolism", "PERC"),
        zh="PERC规则",
        purpose="Whether pulmonary embolism can be left unsought where it is already unlikely.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="Only where the chance is judged below 15 %.",
            exclusions_zh="仅用于临床判断概率<15%者。",
        ),
        inputs=(
            AGE,
            *measures("heart-rate", "saturation", assumable=True),
            swollen_leg("swelling", "swelling of one leg", "单侧下肢肿胀"),
            HAEMOPTYSIS,
            sign(
                "surgery",
                "surgery or trauma in the last four weeks",
                "近4周内手术或创伤",
                "BD:recent-surgery",
                "BD:recent-trauma",
                denied=("BD:recent-surgery", "BD:recent-trauma"),
                words=operated_within(4),
            ),
            PREVIOUS,
            oestrogens("oestrogen use", "使用雌激素"),
        ),
        criteria=(
            met(1, at_least("age", 50)),
            met(1, at_least("heart-rate", 100)),
            met(1, below("saturation", 95)),
            *(any_of((key,)) for key in ("swelling", "haemoptysis", "surgery", "previous", "hormones")),
        ),
        categories=(
            Category(
                0,
                "negative",
                "阴性",
                "None met: below 2 % where the chance was low before.",
                "无一项符合：低概率者<2%。",
                low=True,
            ),
            Category(1, "positive", "阳性", "One or more met: the rule excludes nothing.", "≥1项符合：不能排除。"),
        ),
        unit="criteria",
        source="Kline JA et al. J Thromb Haemost 2004;2:1247-1255",
        matters=_perc_matters,
        never_low_while_unknown=True,
    ),
)
