"""TIMI, GRACE, EDACS and Killip."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import asked, given
from tests.core.scores.rows import check, harmless, labels, rows

UA, STEMI, GRACE, EDACS = "TIMI UA/NSTEMI", "TIMI STEMI", "GRACE", "EDACS"
GRACE_BASE = {**harmless(GRACE), "age": 29, "heart-rate": 49, "systolic": 200, "creatinine": 0.39, "killip": 1}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            UA,
            harmless(UA),
            ({"age": 64}, 0), ({"age": 65}, 1), ({"hypertension": True, "diabetes": True}, 0),
            ({"hypertension": True, "diabetes": True, "smoking": True}, 1), ({"stenosis": True}, 1),
            ({"aspirin": True}, 1),
            ({"severe": True}, 1), ({"st": True}, 1), ({"troponin": True}, 1),
        ),
        *rows(
            STEMI,
            {**harmless(STEMI), "killip": 1},
            ({"age": 64}, 0), ({"age": 65}, 2), ({"age": 74}, 2), ({"age": 75}, 3),
            ({"diabetes": True, "angina": True}, 1),
            ({"systolic": 100}, 0), ({"systolic": 99}, 3), ({"heart-rate": 100}, 0), ({"heart-rate": 101}, 2),
            ({"killip": 2}, 2), ({"killip": 4}, 2), ({"weight": 67}, 0), ({"weight": 66}, 1), ({"anterior": True}, 1),
            ({"delay": 4}, 0), ({"delay": 4.5}, 1),
        ),
        *rows(
            GRACE,
            GRACE_BASE,
            ({"age": 29}, 1), ({"age": 30}, 9), ({"age": 40}, 26), ({"age": 50}, 42), ({"age": 60}, 59),
            ({"age": 70}, 76),
            ({"age": 80}, 92), ({"age": 90}, 101), ({"heart-rate": 50}, 4), ({"heart-rate": 70}, 10),
            ({"heart-rate": 90}, 16),
            ({"heart-rate": 110}, 25), ({"heart-rate": 150}, 39), ({"heart-rate": 200}, 47), ({"systolic": 79}, 59),
            ({"systolic": 80}, 54), ({"systolic": 100}, 44), ({"systolic": 120}, 35), ({"systolic": 140}, 25),
            ({"systolic": 160}, 11), ({"creatinine": 0.4}, 4), ({"creatinine": 0.8}, 7), ({"creatinine": 1.2}, 10),
            ({"creatinine": 1.6}, 13), ({"creatinine": 2}, 21), ({"creatinine": 4}, 28), ({"killip": 2}, 21),
            ({"killip": 3}, 40), ({"killip": 4}, 60), ({"arrest": True}, 40), ({"st": True}, 29),
            ({"troponin": True}, 15),
        ),
        *rows(
            EDACS,
            {**harmless(EDACS), "age": 45},
            ({}, 2), ({"age": 46}, 4), ({"age": 51}, 6), ({"age": 56}, 8), ({"age": 61}, 10), ({"age": 66}, 12),
            ({"age": 71}, 14), ({"age": 76}, 16), ({"age": 81}, 18), ({"age": 86}, 20), ({"sex": "male"}, 8),
            ({"coronary": True}, 6), ({"coronary": True, "age": 50}, 8), ({"coronary": True, "age": 51}, 6),
            ({"hypertension": True, "diabetes": True, "family": True}, 6), ({"sweating": True}, 5),
            ({"radiation": True}, 7),
            ({"inspiration": True}, -2), ({"palpation": True}, -4),
        ),
        *rows("Killip", {}, ({"killip": 1}, 1), ({"killip": 4}, 4)),
    ],
)  # fmt: skip
def test_points(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels(UA, 2, 3, 4, 5) == ["low", "intermediate", "intermediate", "high"]
    assert labels(STEMI, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14) == [
        f"{died} % died within 30 days" for died in (0.8, 1.6, 2.2, 4.4, 7.3, 12.4, 16.1, 23.4, 26.8, 35.9, 35.9)
    ]
    assert labels(GRACE, 108, 109, 140, 141) == ["low", "intermediate", "intermediate", "high"]
    assert labels(EDACS, 15, 16) == ["low points", "not low"]


@pytest.mark.parametrize("name", [UA, GRACE, EDACS])
def test_never_low_while_unknown(name: str) -> None:
    result = given(name, {}, assume_absent=False)
    assert result.category is None
    known = {k: v for k, v in harmless(name).items() if k != "troponin" and k != "palpation"}
    assert given(name, known | ({"killip": 1} if name == GRACE else {}), assume_absent=False).category is None
    whole = harmless(name) | ({"killip": 1} if name == GRACE else {})
    assert given(name, whole, assume_absent=False).category in ("low", "low points")


def test_from_words() -> None:
    note = "A 70-year-old man with two episodes of angina in the last 24 hours. He takes aspirin. Troponin negative."
    values = {i.name: i.value for i in asked(UA, note).inputs}
    assert values["aspirin in the last 7 days"] is True
    assert values["two or more attacks of angina in 24 hours"] is True
    assert asked("Killip", "Anterior infarction, Killip class III.").value == 3
    assert asked("Killip", "No signs of heart failure.").value == 1
