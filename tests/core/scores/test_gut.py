"""Appendicitis, bleeding of the upper gut and pancreatitis."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import asked, given
from tests.core.scores.rows import check, harmless, labels, rows

ALVARADO, AIR, PRE, FULL, AIMS = "Alvarado", "AIR score", "pre-endoscopic Rockall score", "Rockall", "AIMS65"
ADMISSION, RANSON, BISAP = "Ranson criteria (admission)", "Ranson", "BISAP"
PANCREAS = {**harmless(RANSON), "po2": 90}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            ALVARADO,
            harmless(ALVARADO),
            ({"migration": True}, 1), ({"anorexia": True}, 1), ({"vomiting": True}, 1), ({"tenderness": True}, 2),
            ({"rebound": True}, 1), ({"temperature": 37.2}, 0), ({"temperature": 37.3}, 1), ({"white-cells": 10}, 0),
            ({"white-cells": 10.1}, 2), ({"shift": True}, 1), ({"neutrophils": 75}, 0), ({"neutrophils": 76}, 1),
            ({"shift": True, "neutrophils": 90}, 1),
        ),
        *rows(
            AIR,
            harmless(AIR),
            ({"vomiting": True}, 1), ({"rlq-pain": True}, 1), ({"rebound": 1}, 1), ({"rebound": 2}, 2),
            ({"rebound": 3}, 3),
            ({"temperature": 38.4}, 0), ({"temperature": 38.5}, 1), ({"neutrophils": 69}, 0), ({"neutrophils": 70}, 1),
            ({"neutrophils": 84}, 1), ({"neutrophils": 85}, 2), ({"white-cells": 9.9}, 0), ({"white-cells": 10}, 1),
            ({"white-cells": 14.9}, 1), ({"white-cells": 15}, 2), ({"crp": 9}, 0), ({"crp": 10}, 1),
            ({"crp": 49}, 1), ({"crp": 50}, 2),
        ),
        *rows(
            PRE,
            harmless(PRE),
            ({"age": 59}, 0), ({"age": 60}, 1), ({"age": 79}, 1), ({"age": 80}, 2), ({"heart-rate": 99}, 0),
            ({"heart-rate": 100}, 1),
            ({"systolic": 100}, 0), ({"systolic": 99}, 2), ({"systolic": 99, "heart-rate": 120}, 2),
            ({"major": True}, 2),
            ({"grave": True}, 3), ({"major": True, "grave": True}, 3),
        ),
        *rows(
            FULL,
            harmless(FULL),
            ({"diagnosis": 1}, 1), ({"diagnosis": 2}, 2), ({"stigmata": 2}, 2),
            ({"age": 80, "systolic": 90, "grave": True}, 7),
        ),
        *rows(
            AIMS,
            harmless(AIMS),
            ({"albumin": 3}, 0), ({"albumin": 2.9}, 1), ({"inr": 1.5}, 0), ({"inr": 1.6}, 1), ({"altered": True}, 1),
            ({"systolic": 91}, 0), ({"systolic": 90}, 1), ({"age": 64}, 0), ({"age": 65}, 1),
        ),
        *rows(
            ADMISSION,
            harmless(ADMISSION),
            ({"age": 55}, 0), ({"age": 56}, 1), ({"white-cells": 16}, 0), ({"white-cells": 16.1}, 1),
            ({"glucose": 200}, 0),
            ({"glucose": 201}, 1), ({"ldh": 350}, 0), ({"ldh": 351}, 1), ({"ast": 250}, 0), ({"ast": 251}, 1),
        ),
        *rows(
            RANSON,
            PANCREAS,
            ({"haematocrit-fall": 9.9}, 0), ({"haematocrit-fall": 10}, 1), ({"urea-rise": 4.9}, 0),
            ({"urea-rise": 5}, 1),
            ({"calcium": 8}, 0), ({"calcium": 7.9}, 1), ({"po2": 60}, 0), ({"po2": 59}, 1), ({"base-deficit": 4}, 0),
            ({"base-deficit": 4.1}, 1), ({"fluid": 6}, 0), ({"fluid": 6.1}, 1),
            ({"age": 60, "ldh": 400, "calcium": 7}, 3),
        ),
        *rows(
            BISAP,
            harmless(BISAP),
            ({"urea-nitrogen": 25}, 0), ({"urea-nitrogen": 25.1}, 1), ({"altered": True}, 1), ({"heart-rate": 91}, 0),
            ({"heart-rate": 91, "respiratory-rate": 21}, 1), ({"temperature": 38.1, "white-cells": 12.1}, 1),
            ({"temperature": 35.9, "white-cells": 3.9}, 1),
            ({"heart-rate": 91, "low-pco2": True}, 1), ({"respiratory-rate": 21, "low-pco2": True}, 0),
            ({"heart-rate": 91, "bands": True}, 1), ({"white-cells": 12.1, "bands": True}, 0),
            ({"age": 60}, 0), ({"age": 61}, 1),
            ({"effusion": True}, 1),
        ),
    ],
)  # fmt: skip
def test_points(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels(ALVARADO, 4, 5, 6, 7, 8, 9) == [
        "unlikely", "possible", "possible", "probable", "probable", "very probable",
    ]  # fmt: skip
    assert labels(AIR, 4, 5, 8, 9) == ["low", "indeterminate", "indeterminate", "high"]
    assert labels(PRE, 0, 1) == ["low", "raised"]
    assert labels(FULL, 2, 3, 7, 8) == ["low", "intermediate", "intermediate", "high"]
    assert labels(AIMS, 1, 2) == ["low", "high"]
    assert labels(RANSON, 2, 3) == ["mild", "severe"]
    assert labels(BISAP, 2, 3) == ["low", "high"]


@pytest.mark.parametrize("name", [ALVARADO, AIR, PRE, FULL, AIMS, ADMISSION, BISAP])
def test_silence_is_never_low(name: str) -> None:
    assert given(name, harmless(name), assume_absent=False).category is not None
    assert given(name, {}, assume_absent=False).category is None
    assert given(name, {}).category is None


def test_the_gas_and_the_bands_of_bisap() -> None:
    def seen(text: str) -> dict[str, object]:
        return {i.name: i.value for i in asked(BISAP, text).inputs}

    low, bands = "PCO2 below 32 mmHg", "more than 10 % bands"
    assert (seen("PaCO2 28 mmHg, bands 14 %.")[low], seen("PaCO2 28 mmHg, bands 14 %.")[bands]) == (True, True)
    assert (seen("PaCO2 38 mmHg, bands 4 %.")[low], seen("PaCO2 38 mmHg, bands 4 %.")[bands]) == (False, False)
    assert seen("Epigastric pain.")[low] is False


def test_from_words() -> None:
    text = "Pain moved to the right iliac fossa. He is not hungry. No vomiting. RIF tender with rebound. Temp 37.6 C."
    values = {i.name: i.value for i in asked(ALVARADO, text).inputs}
    assert values["migration of the pain"] is True
    assert values["loss of appetite"] is True
    assert values["rebound tenderness"] is True
