"""Joints, soft tissue and endocarditis."""

from __future__ import annotations

from math import log, sqrt

import pytest

from tests.core.scores.notes import asked, given
from tests.core.scores.rows import check, harmless, labels, rows

SOFT = {**harmless("LRINEC"), "crp": 10}
JOINTS = {"tender": 6, "swollen": 4, "global": 55}
ARTHRITIS = "Tender joints 6 and swollen 4 among the 28. CRP 14 mg/L. Patient global health VAS 55 mm."


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            "LRINEC", SOFT,
            ({}, 0), ({"crp": 149}, 0), ({"crp": 150}, 4), ({"white-cells": 14.9}, 0), ({"white-cells": 15}, 1),
            ({"white-cells": 25}, 1),
            ({"white-cells": 25.1}, 2), ({"haemoglobin": 13.6}, 0), ({"haemoglobin": 13.5}, 1),
            ({"haemoglobin": 11}, 1),
            ({"haemoglobin": 10.9}, 2), ({"sodium": 135}, 0), ({"sodium": 134}, 2), ({"creatinine": 141 / 88.4}, 0),
            ({"creatinine": 142 / 88.4}, 2), ({"glucose": 180}, 0), ({"glucose": 181}, 1),
        ),
        *rows("CDAI", {"tender": 3, "swollen": 2, "patient": 4, "physician": 3.5}, ({}, 12.5)),
        *rows("DAS28-CRP", JOINTS, ({"crp": 14}, 0.56 * sqrt(6) + 0.28 * 2 + 0.36 * log(15) + 0.014 * 55 + 0.96)),
        *rows("DAS28-ESR", JOINTS, ({"esr": 38}, 0.56 * sqrt(6) + 0.28 * 2 + 0.70 * log(38) + 0.014 * 55)),
    ],
)  # fmt: skip
def test_values(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels("LRINEC", 5, 6, 7, 8) == ["low", "intermediate", "intermediate", "high"]
    activity = ["remission", "low activity", "low activity", "moderate activity", "moderate activity", "high activity"]
    assert labels("DAS28", 2.59, 2.6, 3.2, 3.21, 5.1, 5.11) == activity
    assert labels("CDAI", 2.8, 2.9, 10, 10.1, 22, 22.1) == activity


@pytest.mark.parametrize(
    ("met", "category"),
    [
        (("culture", "imaging"), "definite"),
        (("imaging", "predisposition", "vascular", "immune"), "definite"),
        (("imaging", "predisposition", "vascular"), "possible"),
        (("predisposition", "temperature", "vascular", "immune", "other-culture"), "definite"),
        (("predisposition", "vascular", "immune"), "possible"),
        (("culture", "predisposition"), "possible"),
        (("culture", "other-culture"), "not met"),
        (("culture",), "not met"),
        (("vascular", "immune"), "not met"),
    ],
)
def test_duke(met: tuple[str, ...], category: str) -> None:
    values = {**harmless("Duke"), **{n: 38.0 if n == "temperature" else True for n in met}}
    assert given("Duke", values, assume_absent=False).category == category


def test_duke_is_not_excluded_while_unknown() -> None:
    known = {k: v for k, v in harmless("Duke").items() if k != "imaging"}
    assert given("Duke", {**known, "predisposition": True}, assume_absent=False).category is None
    assert given("Duke", {**harmless("Duke"), "temperature": 37.9}, assume_absent=False).value == 0


def test_from_words() -> None:
    assert asked("DAS28-CRP", ARTHRITIS).value == pytest.approx(4.64, abs=0.01)
    found = asked("Duke", "Fever 39 C. Blood cultures grew Staphylococcus aureus. Echocardiogram: vegetation.")
    assert found.category == "definite"
