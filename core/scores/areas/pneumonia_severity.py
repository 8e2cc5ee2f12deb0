"""Lungs: the pneumonia severity index."""

from __future__ import annotations

from core.scores.areas.background import AGE, LIVER_DISEASE, confused
from core.scores.areas.body import SEX
from core.scores.areas.measures import measures
from core.scores.areas.parts import past
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, at_least, below, flagged, met
from core.scores.inputs import Flag
from core.scores.situation import Situation


def _age(values: Values) -> float:
    return int(float(values["age"])) - (10 if values["sex"] == "female" else 0)


def pneumonia(case: Situation) -> float:
    """How much a score of pneumonia matters."""
    chance = case.chance("community-acquired-pneumonia")
    infiltrate = case.present("HP:0002113") and case.present("HP:0012735", "HP:0001945")
    if chance >= 0.1 or infiltrate or case.present("HP:0002090"):
        return max(chance, 0.3)
    return 0


CALCULATORS = (
    Calculator(
        id="psi",
        names=(
            "pneumonia severity index",
            "PSI Score: Pneumonia Severity Index for CAP",
            "PSI",
            "PSI/PORT score",
            "PORT score",
        ),
        zh="肺炎严重程度指数（PSI）",
        purpose="Risk of death within 30 days in community-acquired pneumonia.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="For adults with community-acquired pneumonia, not with HIV nor from hospital.",
            exclusions_zh="用于成人社区获得性肺炎，不用于HIV感染者或院内感染。",
        ),
        inputs=(
            AGE,
            SEX,
            Flag(id="home", en="nursing home", zh="居住护理院", concepts=("BD:nursing-home-resident",)),
            past("cancer", "cancer", "恶性肿瘤", "BD:active-cancer", "HP:0006775", "HP:0002665"),
            LIVER_DISEASE,
            past("failure", "heart failure", "心力衰竭", "BD:history-of-heart-failure", "HP:0001635"),
            past("stroke", "cerebrovascular disease", "脑血管病", "BD:history-of-stroke", "HP:0001297", "HP:0002326"),
            past("kidney", "kidney disease", "肾脏疾病", "HP:0012622", "HP:0003774", "HP:0000083"),
            confused("altered mental status", "意识改变"),
            *measures(
                "respiratory-rate",
                "systolic",
                "temperature",
                "heart-rate",
                "ph",
                "urea-nitrogen",
                "sodium",
                "glucose",
                "haematocrit",
                "po2",
                "saturation",
                assumable=True,
            ),
            Flag(id="effusion", en="pleural effusion", zh="胸腔积液", concepts=("HP:0002202",)),
        ),
        criteria=(
            Criterion(("age", "sex"), _age),
            any_of(("home",), 10),
            any_of(("cancer",), 30),
            any_of(("liver",), 20),
            any_of(("failure",), 10),
            any_of(("stroke",), 10),
            any_of(("kidney",), 10),
            any_of(("confusion",), 20),
            met(20, at_least("respiratory-rate", 30)),
            met(20, below("systolic", 90)),
            met(15, below("temperature", 35), at_least("temperature", 40)),
            met(10, at_least("heart-rate", 125)),
            met(30, below("ph", 7.35)),
            met(20, at_least("urea-nitrogen", 30)),
            met(20, below("sodium", 130)),
            met(10, at_least("glucose", 250)),
            met(10, below("haematocrit", 30)),
            met(10, below("po2", 60), below("saturation", 90)),
            met(10, flagged("effusion")),
        ),
        categories=(
            Category(
                0, "class I or II", "I–II级", "70 or less: 0.1 to 0.6 % died.", "≤70分：死亡率0.1–0.6%。", low=True
            ),
            Category(71, "class III", "III级", "71 to 90: 0.9 to 2.8 % died.", "71–90分：死亡率0.9–2.8%。"),
            Category(91, "class IV", "IV级", "91 to 130: 8.2 to 9.3 % died.", "91–130分：死亡率8.2–9.3%。"),
            Category(131, "class V", "V级", "Above 130: 27 to 31 % died.", ">130分：死亡率27–31%。"),
        ),
        unit="points",
        source="Fine MJ et al. N Engl J Med 1997;336:243-250",
        matters=lambda case: pneumonia(case) * 0.9,
        never_low_while_unknown=True,
    ),
)
