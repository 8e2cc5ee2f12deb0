"""Sore throat: Centor as McIsaac modified it, and FeverPAIN."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.measures import measure
from core.scores.areas.parts import sign
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, any_of, at_most, flagged, from_bound, met
from core.scores.inputs import Flag, Number, Told
from core.scores.reading_duration import read_duration
from core.scores.reading_throat import fever_of_the_day, front_nodes
from core.scores.situation import Situation

_COUGH, _CORYZA = "HP:0012735", "HP:0031417"
_FEVER = "HP:0001945"
_EXUDATE = (
    r"(?:exudates?|pus) [^.;,]{0,30}tonsil|tonsils?\b(?:(?!\b(?:no|not|without)\b)[^.;,]){0,50}\b(?:exudates?|pus)\b"
)
_NO_COUGH = Flag(id="no-cough", en="no cough", zh="无咳嗽", denied_by=(_COUGH,), absent=(_COUGH,))
_FEBRILE = Flag(id="fever", en="", zh="", concepts=(_FEVER,), as_told=True)
_ENLARGED = Flag(id="nodes", en="", zh="", concepts=("BD:tender-anterior-cervical-lymphadenopathy", "HP:0025289"))
_NODES = Told(
    id="nodes",
    en="tender or swollen anterior cervical nodes",
    zh="颈前淋巴结肿痛",
    read=front_nodes(_ENLARGED),
    absent=False,
)
_TEMPERATURE: Number = measure("temperature", assumable=True, pick="highest")


def _sore_throat(case: Situation) -> float:
    return 0.6 if case.present("HP:0033050", "HP:0034035", "HP:0025439") else 0


CALCULATORS = (
    Calculator(
        id="centor",
        names=(
            "Centor score (McIsaac)",
            "Centor Score (Modified/McIsaac) for Strep Pharyngitis",
            "Centor score",
            "McIsaac score",
            "modified Centor score",
        ),
        zh="Centor评分（McIsaac改良）",
        purpose="Chance of a streptococcal throat infection.",
        population=Population(
            youngest=3,
            exclusions="From 3 years, with a sore throat of recent onset.",
            exclusions_zh="3岁以上近期咽痛者。",
        ),
        inputs=(
            AGE,
            sign(
                "exudate",
                "exudate or swelling of the tonsils",
                "扁桃体渗出或肿大",
                "HP:0034035",
                "HP:0030812",
                words=_EXUDATE,
            ),
            _NODES,
            Told(id="fever", en="history of fever", zh="发热史", read=fever_of_the_day(_FEBRILE), absent=False),
            _TEMPERATURE,
            _NO_COUGH,
        ),
        criteria=(
            from_bound("age", (15, 0), (45, -1), under=1),
            any_of(("exudate",)),
            any_of(("nodes",)),
            met(1, flagged("fever"), above("temperature", 38)),
            any_of(("no-cough",)),
        ),
        categories=(
            Category(
                -1,
                "low",
                "低",
                "0 or less: 1 to 2.5 % have streptococci; 1: 5 to 10 %.",
                "≤0分：1–2.5%；1分：5–10%。",
                low=True,
            ),
            Category(2, "moderate", "中", "2: 11 to 17 %; 3: 28 to 35 %: test.", "2分：11–17%；3分：28–35%：检测。"),
            Category(4, "high", "高", "4 or 5: 51 to 53 %.", "4–5分：51–53%。"),
        ),
        unit="points",
        source="McIsaac WJ et al. CMAJ 1998;158:75-83",
        matters=_sore_throat,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="feverpain",
        names=("FeverPAIN", "FeverPAIN Score for Strep Pharyngitis", "FeverPAIN score"),
        zh="FeverPAIN评分",
        purpose="Chance of a streptococcal throat infection, for the choice of antibiotics.",
        population=Population(
            youngest=3,
            exclusions="From 3 years, with a sore throat of at most two weeks.",
            exclusions_zh="3岁以上、咽痛≤2周者。",
        ),
        inputs=(
            Told(
                id="fever",
                en="fever in the last 24 hours",
                zh="24小时内发热",
                read=fever_of_the_day(_FEBRILE),
                absent=False,
            ),
            _TEMPERATURE,
            Flag(
                id="no-cough",
                en="no cough and no runny nose",
                zh="无咳嗽及流涕",
                denied_by=(_COUGH, _CORYZA),
                absent=(_COUGH,),
            ),
            Told(id="duration", en="days since it began", zh="起病天数", read=read_duration, absent=99.0),
            sign("pus", "pus on the tonsils", "扁桃体脓性分泌物", "HP:0034035", words=_EXUDATE),
            Flag(
                id="inflamed",
                en="severely inflamed tonsils",
                zh="扁桃体严重炎症",
                concepts=("BD:severe-tonsillitis",),
            ),
        ),
        criteria=(
            met(1, flagged("fever"), above("temperature", 38)),
            any_of(("no-cough",)),
            met(1, at_most("duration", 3)),
            any_of(("pus",)),
            any_of(("inflamed",)),
        ),
        categories=(
            Category(0, "low", "低", "0 or 1: 13 to 18 % have streptococci.", "0–1分：13–18%。", low=True),
            Category(2, "moderate", "中", "2 or 3: 34 to 40 %: delayed antibiotics.", "2–3分：34–40%：延迟用抗生素。"),
            Category(4, "high", "高", "4 or 5: 62 to 65 %.", "4–5分：62–65%。"),
        ),
        unit="points",
        source="Little P et al. BMJ 2013;347:f5806",
        matters=lambda case: _sore_throat(case) * 0.9,
        never_low_while_unknown=True,
    ),
)
