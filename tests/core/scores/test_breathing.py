"""SMART-COP, ROX, gradient and ratio of oxygen, pleural fluid and sleep apnoea."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import asked, given
from tests.core.scores.rows import check, harmless, labels, rows

COP, BANG = "SMART-COP", "STOP-BANG"
LIGHT = {"pleural-protein": 2, "protein": 6, "pleural-ldh": 100, "ldh": 300, "ldh-limit": 250}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            COP,
            harmless(COP),
            ({"systolic": 90}, 0), ({"systolic": 89}, 2), ({"multilobar": True}, 1), ({"albumin": 3.5}, 0),
            ({"albumin": 3.4}, 1),
            ({"respiratory-rate": 24, "age": 50}, 0), ({"respiratory-rate": 25, "age": 50}, 1),
            ({"respiratory-rate": 29, "age": 51}, 0),
            ({"respiratory-rate": 30, "age": 51}, 1), ({"heart-rate": 124}, 0), ({"heart-rate": 125}, 1),
            ({"altered": True}, 1),
            ({"saturation": 94}, 0), ({"saturation": 93}, 2), ({"saturation": 91, "age": 51}, 0),
            ({"saturation": 90, "age": 51}, 2),
            ({"po2": 70}, 0), ({"po2": 69}, 2), ({"po2": 60, "age": 51}, 0), ({"po2": 59, "age": 51}, 2),
            ({"fio2": 29}, 2),
            ({"fio2": 28}, 0), ({"fio2": 38, "age": 51}, 0), ({"fio2": 39, "age": 51}, 2), ({"ph": 7.35}, 0),
            ({"ph": 7.34}, 2),
        ),
        *rows("ROX", {}, ({"saturation": 92, "fio2": 60, "respiratory-rate": 30}, 5.11)),
        *rows("P/F ratio", {}, ({"po2": 75, "fio2": 40}, 187.5)),
        *rows("A-a gradient", {}, ({"fio2": 21, "po2": 90, "pco2": 40}, 9.7),
        ({"fio2": 28, "po2": 76, "pco2": 47}, 64.9)),
        *rows(
            "Light's criteria",
            LIGHT,
            ({}, "transudate"), ({"pleural-protein": 3}, "transudate"), ({"pleural-protein": 3.1}, "exudate"),
            ({"pleural-ldh": 180, "ldh-limit": 400}, "transudate"),
            ({"pleural-ldh": 181, "ldh-limit": 400}, "exudate"),
            ({"pleural-ldh": 166}, "transudate"), ({"pleural-ldh": 167}, "exudate"),
        ),
        *rows(
            BANG,
            harmless(BANG),
            *(({n: True}, 1) for n in ("snoring", "tired", "observed", "hypertension")), ({"bmi": 35}, 0),
            ({"bmi": 35.1}, 1),
            ({"age": 50}, 0), ({"age": 51}, 1), ({"neck": 40}, 0), ({"neck": 41}, 1), ({"sex": "male"}, 1),
        ),
    ],
)  # fmt: skip
def test_values(name: str, values, expected: float | str) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels(COP, 2, 3, 4, 5, 6, 7) == ["low", "moderate", "moderate", "high", "high", "very high"]
    found = labels("ROX", 3.84, 3.85, 4.87, 4.88)
    assert found == ["likely to fail soon", "undecided", "undecided", "likely to succeed"]
    assert labels("P/F ratio", 100, 101, 200, 201, 300, 301) == [
        "100 or less", "101 to 200", "101 to 200", "201 to 300", "201 to 300", "above 300",
    ]  # fmt: skip
    assert labels(BANG, 2, 3, 4, 5) == ["low", "intermediate", "intermediate", "high"]


def test_one_criterion_of_light_decides_while_the_others_are_unknown() -> None:
    known = {"pleural-protein": 4, "protein": 6}
    result = given("Light's criteria", known, assume_absent=False)
    assert (result.value, result.category) == ("exudate", "exudate")
    result = given("Light's criteria", {"pleural-protein": 2, "protein": 6}, assume_absent=False)
    assert (result.value, result.range, result.category) == (None, (0, 1), None)


def test_the_limit_of_ldh_is_that_of_the_text_or_of_the_knowledge() -> None:
    text = "Pleural fluid: protein 20 g/L, LDH 200 U/L. Serum: protein 60 g/L, LDH 400 U/L, upper limit 320."
    limits = {i.name: i.value for i in asked("Light's criteria", text).inputs}
    assert limits["upper limit of serum LDH"] == 320
    limits = {i.name: i.value for i in asked("Light's criteria", text.split(", upper")[0]).inputs}
    assert isinstance(limits["upper limit of serum LDH"], float)


def test_smart_cop_is_never_low_while_a_sign_is_unknown() -> None:
    known = {k: v for k, v in harmless(COP).items() if k != "multilobar"}
    assert given(COP, known, assume_absent=False).category is None
    assert given(COP, harmless(COP), assume_absent=False).category == "low"
