"""MELD, Maddrey, Lille and fibrosis without biopsy."""

from __future__ import annotations

from math import exp, log

import pytest

from tests.core.scores.notes import Given, asked, given
from tests.core.scores.rows import check, labels, rows

PLAIN: Given = {"creatinine": 1.0, "bilirubin": 1.0, "inr": 1.0, "dialysis": False}
LABS: Given = {**PLAIN, "sodium": 140, "albumin": 4.0, "sex": "male"}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            "MELD", PLAIN,
            ({}, 6), ({"creatinine": 0.4, "bilirubin": 0.3, "inr": 0.8}, 6), ({"creatinine": 4}, 20),
            ({"creatinine": 9}, 20),
            ({"dialysis": True}, 20), ({"bilirubin": 10, "inr": 2, "creatinine": 2}, 30),
            ({"bilirubin": 40, "inr": 8, "creatinine": 4}, 40),
        ),
        *rows(
            "MELD 3.0", LABS,
            ({}, 6), ({"sex": "female"}, 7), ({"sodium": 125}, 16), ({"sodium": 115}, 16), ({"albumin": 1.5}, 10),
            ({"albumin": 1.0}, 10), ({"creatinine": 3}, 18), ({"creatinine": 7}, 18), ({"dialysis": True}, 18),
            ({"bilirubin": 2, "inr": 1.5}, 13), ({"bilirubin": 40, "inr": 8, "creatinine": 4}, 40),
        ),
        *rows("Maddrey", {}, ({"prothrombin-time": 18, "control": 12, "bilirubin": 10}, 37.6)),
        *rows("APRI", {}, ({"ast": 80, "platelets": 100}, 2.0), ({"ast": 40, "platelets": 200}, 0.5)),
        *rows(
            "NAFLD", {"age": 50, "bmi": 30, "ast": 40, "alt": 40, "platelets": 200, "albumin": 4},
            ({"diabetes": False}, -1.675 + 1.85 + 2.82 + 0.99 - 2.6 - 2.64),
            ({"diabetes": True}, -1.675 + 1.85 + 2.82 + 1.13 + 0.99 - 2.6 - 2.64),
        ),
    ],
)  # fmt: skip
def test_values(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_lille() -> None:
    """Bilirubin of 200 µmol/L that falls to 100, age 50, albumin 30 g/L, prothrombin time 17 s."""
    values = {"age": 50, "albumin": 3, "bilirubin": 200 / 17.104, "later": 100 / 17.104, "prothrombin-time": 17}
    line = 3.19 - 5.05 + 0.147 * 30 + 0.0165 * 100 - 0.0065 * 200 - 0.0096 * 17
    result = given("Lille", {**values, "creatinine": 1.3})
    assert result.value == pytest.approx(1 / (1 + exp(line)), abs=0.001)
    assert result.category == "response"
    worse = given("Lille", {**values, "creatinine": 1.31})
    assert worse.value == pytest.approx(1 / (1 + exp(line - 0.206)), abs=0.001)
    assert given("Lille", {**values, "creatinine": 1, "later": 300 / 17.104}).category == "no response"


def test_impaired_fasting_glucose_counts_as_diabetes() -> None:
    inputs = {i.name: i.value for i in asked("NAFLD", "Fatty liver, impaired fasting glucose.").inputs}
    assert inputs["diabetes or impaired fasting glucose"] is True


def test_meld_by_hand() -> None:
    plain = 9.57 * log(2) + 3.78 * log(10) + 11.2 * log(2) + 6.43
    assert given("MELD", {"creatinine": 2, "bilirubin": 10, "inr": 2, "dialysis": False}).value == round(plain)


def test_categories() -> None:
    assert labels("Maddrey", 31.9, 32) == ["not severe", "severe"]
    assert labels("APRI", 0.5, 0.51, 1.5, 1.51) == ["low", "indeterminate", "indeterminate", "high"]
    assert labels("NAFLD", -1.46, -1.455, 0.675, 0.676) == ["low", "indeterminate", "indeterminate", "high"]
    assert labels("Lille", 0.449, 0.45) == ["response", "no response"]
