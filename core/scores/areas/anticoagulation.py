"""Bleeding under anticoagulants: ORBIT."""

from __future__ import annotations

from core.scores.areas.background import AGE
from core.scores.areas.body import SEX
from core.scores.areas.measures import measure, on_request
from core.scores.areas.parts import past, quantity, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, at_least, below, met


def _anaemic(values: Values) -> float:
    """Low haemoglobin or haematocrit by sex, or a history of anaemia."""
    female = values["sex"] == "female"
    low = float(values["haemoglobin"]) < (12 if female else 13) or float(values["haematocrit"]) < (36 if female else 40)
    return 2 if low or values["anaemia"] else 0


CALCULATORS = (
    Calculator(
        id="orbit",
        names=("ORBIT bleeding score", "ORBIT", "ORBIT score", "ORBIT bleeding risk score"),
        zh="ORBIT出血评分",
        purpose="Risk of major bleeding under anticoagulants in atrial fibrillation.",
        population=Population(youngest=18, exclusions="For atrial fibrillation.", exclusions_zh="用于心房颤动。"),
        inputs=(
            SEX,
            measure("haemoglobin", assumable=True),
            measure("haematocrit", assumable=True),
            past("anaemia", "anaemia", "贫血", "HP:0001903"),
            AGE,
            past("bleeding", "bleeding before", "既往出血", "BD:major-bleeding", "HP:0002239", "HP:0002170"),
            quantity("egfr", "filtration rate", "肾小球滤过率", "mL/min/1.73 m²", (2, 180), decimals=0, assumable=True),
            sign(
                "antiplatelet",
                "antiplatelet drugs",
                "抗血小板药",
                "BD:antiplatelet-use",
                drugs=(
                    "aspirin",
                    "clopidogrel",
                    "prasugrel",
                    "ticagrelor",
                    "dipyridamole",
                    "ticlopidine",
                ),
            ),
        ),
        criteria=(
            Criterion(
                ("sex", "haemoglobin", "haematocrit", "anaemia"),
                _anaemic,
                {"haemoglobin": (11.9, 12.9, 13), "haematocrit": (35.9, 39.9, 40)},
            ),
            met(1, at_least("age", 75)),
            any_of(("bleeding",), 2),
            met(1, below("egfr", 60)),
            any_of(("antiplatelet",)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 2: 2.4 a 100 patient-years.", "0–2分：2.4/100人年。", low=True),
            Category(3, "medium", "中风险", "3: 4.7.", "3分：4.7。"),
            Category(4, "high", "高风险", "4 to 7: 8.1.", "4–7分：8.1。"),
        ),
        unit="points",
        source="O'Brien EC et al. Eur Heart J 2015;36:3258-3264",
        matters=on_request,
        never_low_while_unknown=True,
    ),
)
