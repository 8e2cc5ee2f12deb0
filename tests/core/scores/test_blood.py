"""Coagulation, heparin, haemophagocytosis, microangiopathy, and the risk of thrombosis and bleeding."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import Given, asked, given, note, score
from tests.core.scores.rows import check, harmless, labels, rows

DIC: Given = {"platelets": 100, "d-dimer": "not raised", "prothrombin-time": 12, "control": 12, "fibrinogen": 2}
HIT = {"fall": 10, "nadir": 100, "timing": 0, "thrombosis": 0, "other": 0}
CALM = {**harmless("HScore"), "triglycerides": 1, "fibrinogen": 3, "ferritin": 100}
MICRO = {
    **harmless("PLASMIC"),
    "mcv": 90,
    "inr": 1.5,
    "creatinine": 2,
    "cancer": True,
    "transplant": True,
    "platelets": 30,
}
THROMBUS = ("cancer", "earlier", "immobile", "thrombophilia")


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            "ISTH DIC score", DIC,
            ({}, 0), ({"platelets": 99}, 1), ({"platelets": 50}, 1), ({"platelets": 49}, 2),
            ({"d-dimer": "moderately raised"}, 2),
            ({"d-dimer": "strongly raised"}, 3), ({"prothrombin-time": 14.9}, 0), ({"prothrombin-time": 15}, 1),
            ({"prothrombin-time": 17.9}, 1), ({"prothrombin-time": 18}, 2), ({"fibrinogen": 1}, 0),
            ({"fibrinogen": 0.9}, 1),
        ),
        *rows(
            "4Ts", HIT,
            ({"fall": 29, "nadir": 9}, 0), ({"fall": 30}, 1), ({"fall": 50}, 1), ({"fall": 51}, 2),
            ({"fall": 51, "nadir": 20}, 2),
            ({"fall": 51, "nadir": 19}, 1), ({"fall": 10, "nadir": 10}, 1), ({"fall": 51, "nadir": 9}, 0),
            ({"fall": 40, "nadir": 9}, 0), ({"timing": 2}, 2),
            ({"thrombosis": 1}, 1), ({"other": 2}, 2),
        ),
        *rows(
            "HScore", CALM,
            ({}, 0), ({"immunosuppression": True}, 18), ({"temperature": 38.3}, 0), ({"temperature": 38.4}, 33),
            ({"temperature": 39.4}, 33), ({"temperature": 39.5}, 49), ({"hepatomegaly": True}, 23),
            ({"splenomegaly": True}, 23),
            ({"hepatomegaly": True, "splenomegaly": True}, 38), ({"haemoglobin": 9.2}, 0),
            ({"haemoglobin": 9.2, "platelets": 110}, 24),
            ({"haemoglobin": 9.2, "platelets": 110, "white-cells": 5}, 34),
            ({"haemoglobin": 9.3, "platelets": 110}, 0),
            ({"ferritin": 1999}, 0), ({"ferritin": 2000}, 35), ({"ferritin": 6000}, 35), ({"ferritin": 6001}, 50),
            ({"triglycerides": 1.4}, 0), ({"triglycerides": 1.5}, 44), ({"triglycerides": 4}, 44),
            ({"triglycerides": 4.1}, 64),
            ({"fibrinogen": 2.5}, 30), ({"fibrinogen": 2.6}, 0), ({"ast": 29}, 0), ({"ast": 30}, 19),
            ({"marrow": True}, 35),
        ),
        *rows(
            "PLASMIC", MICRO,
            ({}, 0), ({"platelets": 29}, 1), ({"reticulocytes": 2.5}, 0), ({"reticulocytes": 2.6}, 1),
            ({"indirect": 2.1}, 1),
            ({"haptoglobin": True}, 1), ({"cancer": False}, 1), ({"transplant": False}, 1), ({"mcv": 89}, 1),
            ({"inr": 1.4}, 1),
            ({"creatinine": 1.9}, 1),
        ),
        *rows(
            "Padua", harmless("Padua"),
            *(({n: True}, 3) for n in THROMBUS), ({"injury": True}, 2), ({"age": 69}, 0), ({"age": 70}, 1),
            *(({n: True}, 1) for n in ("failing", "acute", "infection", "obesity", "hormones")),
            ({"bmi": 29.9}, 0), ({"bmi": 30}, 1),
        ),
        *rows(
            "IMPROVE VTE", harmless("IMPROVE VTE"),
            ({"earlier": True}, 3), ({"thrombophilia": True}, 2), ({"paralysis": True}, 2), ({"cancer": True}, 2),
            ({"immobile": True}, 1), ({"intensive": True}, 1), ({"age": 60}, 0), ({"age": 61}, 1),
        ),
        *rows(
            "Khorana", harmless("Khorana"),
            ({"site": 1}, 1), ({"site": 2}, 2), ({"platelets": 349}, 0), ({"platelets": 350}, 1),
            ({"haemoglobin": 10}, 0),
            ({"haemoglobin": 9.9}, 1), ({"stimulated": True}, 1), ({"white-cells": 11}, 0), ({"white-cells": 11.1}, 1),
            ({"bmi": 34.9}, 0), ({"bmi": 35}, 1),
        ),
        *rows(
            "ORBIT", {**harmless("ORBIT"), "egfr": 90},
            ({}, 0), ({"haemoglobin": 12}, 0), ({"haemoglobin": 11.9}, 2), ({"haemoglobin": 12.9, "sex": "male"}, 2),
            ({"haemoglobin": 13, "sex": "male"}, 0), ({"haematocrit": 35.9}, 2),
            ({"haematocrit": 39.9, "sex": "male"}, 2),
            ({"anaemia": True}, 2), ({"age": 74}, 0), ({"age": 75}, 1), ({"bleeding": True}, 2), ({"egfr": 60}, 0),
            ({"egfr": 59}, 1), ({"antiplatelet": True}, 1),
        ),
    ],
)  # fmt: skip
def test_points(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels("ISTH DIC score", 4, 5) == ["not overt", "overt"]
    assert labels("4Ts", 3, 4, 5, 6) == ["low", "intermediate", "intermediate", "high"]
    assert labels("HScore", 168, 169) == ["unlikely", "likely"]
    assert labels("PLASMIC", 4, 5, 6) == ["low", "intermediate", "high"]
    assert labels("Padua", 3, 4) == ["low", "high"]
    assert labels("IMPROVE VTE", 1, 2, 3, 4) == ["low", "moderate", "moderate", "high"]
    assert labels("Khorana", 0, 1, 2, 3) == ["low", "intermediate", "intermediate", "high"]
    assert labels("ORBIT", 2, 3, 4) == ["low", "medium", "high"]


def test_d_dimer_counts_by_multiples_of_its_limit() -> None:
    shown = []
    for value in (500, 1500, 1501, 3500, 3510):
        result = score("ISTH DIC score", note(values={"d-dimer": value}))
        shown.append(next(i.value for i in result.inputs if i.name.startswith("D-dimer")))
    assert shown == ["not raised", "not raised", "moderately raised", "moderately raised", "strongly raised"]


@pytest.mark.parametrize("name", ["4Ts", "PLASMIC", "Padua", "IMPROVE VTE", "Khorana", "ORBIT"])
def test_silence_is_never_low(name: str) -> None:
    assert given(name, {}, assume_absent=False).category is None
    assert given(name, {}).category is None


def test_four_ts_from_words() -> None:
    text = "Platelets 240 then 156: a 35 % fall, on day 2 of heparin. No thrombosis. A definite other cause."
    assert asked("4Ts", text).value == 1


@pytest.mark.parametrize(
    ("text", "name", "points"),
    [
        ("Platelets fell 7 days after heparin.", "timing of the fall", 2),
        ("Platelets fell on days 5 to 6.", "timing of the fall", 2),
        ("Platelets fell 15 days after heparin.", "timing of the fall", 1),
        ("Platelets fell 21 days after heparin.", "timing of the fall", 1),
        ("Platelets fell 3 days after heparin.", "timing of the fall", 0),
        ("New thrombocytopenia.", "thrombosis or other sequelae", 0),
        ("Progressive thrombocytopenia.", "thrombosis or other sequelae", 0),
        ("Progressive thrombosis.", "thrombosis or other sequelae", 1),
        ("New deep vein thrombosis.", "thrombosis or other sequelae", 2),
        ("Acute systemic reaction after the bolus.", "thrombosis or other sequelae", 2),
    ],
)
def test_an_answer_of_the_four_ts(text: str, name: str, points: float) -> None:
    shown = {i.name: i.value for i in asked("4Ts", text).inputs}
    assert shown.get(name) == points
