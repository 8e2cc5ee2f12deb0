"""Geneva, YEARS, PESI and BOVA."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import given, note, score
from tests.core.scores.rows import check, harmless, labels, rows

GENEVA, SIMPLE, YEARS, PESI, SPESI, BOVA = "Geneva", "simplified Geneva score", "YEARS", "PESI", "sPESI", "BOVA"
FLAGS = ("earlier", "operation", "cancer", "pain", "haemoptysis")


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            GENEVA,
            harmless(GENEVA),
            ({"age": 65}, 0), ({"age": 66}, 1), ({"earlier": True}, 3), ({"operation": True}, 2),
            ({"cancer": True}, 2),
            ({"pain": True}, 3), ({"haemoptysis": True}, 2), ({"heart-rate": 74}, 0), ({"heart-rate": 75}, 3),
            ({"heart-rate": 94}, 3), ({"heart-rate": 95}, 5), ({"veins": True}, 0),
            ({"veins": True, "swelling": True}, 4),
            ({"age": 70, "heart-rate": 100, **dict.fromkeys((*FLAGS, "veins", "swelling"), True)}, 22),
        ),
        *rows(
            SIMPLE,
            harmless(SIMPLE),
            ({"age": 66}, 1), *(({n: True}, 1) for n in FLAGS), ({"heart-rate": 74}, 0), ({"heart-rate": 75}, 1),
            ({"heart-rate": 95}, 2), ({"veins": True, "swelling": True}, 1),
        ),
        *rows(
            YEARS,
            harmless(YEARS),
            ({"d-dimer": 999}, 0), ({"d-dimer": 1000}, 1), ({"d-dimer": 499, "leg": True}, 0),
            ({"d-dimer": 500, "leg": True}, 1),
            ({"d-dimer": 500, "haemoptysis": True}, 1), ({"d-dimer": 500, "likeliest": True}, 1),
        ),
        *rows(
            PESI,
            harmless(PESI),
            ({"age": 55.8}, 55), ({"sex": "male"}, 50), ({"cancer": True}, 70), ({"heart": True}, 50),
            ({"lung": True}, 50),
            ({"heart-rate": 109}, 40), ({"heart-rate": 110}, 60), ({"systolic": 100}, 40), ({"systolic": 99}, 70),
            ({"respiratory-rate": 29}, 40), ({"respiratory-rate": 30}, 60), ({"temperature": 36}, 40),
            ({"temperature": 35.9}, 60),
            ({"altered": True}, 100), ({"saturation": 90}, 40), ({"saturation": 89}, 60),
        ),
        *rows(
            SPESI,
            harmless(SPESI),
            ({"age": 80}, 0), ({"age": 81}, 1), ({"cancer": True}, 1), ({"heart": True}, 1),
            ({"heart": True, "lung": True}, 1),
            ({"heart-rate": 109}, 0), ({"heart-rate": 110}, 1), ({"systolic": 100}, 0), ({"systolic": 99}, 1),
            ({"saturation": 90}, 0), ({"saturation": 89}, 1),
        ),
        *rows(
            BOVA,
            harmless(BOVA),
            ({"systolic": 101}, 0), ({"systolic": 100}, 2), ({"troponin": True}, 2), ({"strain": True}, 2),
            ({"heart-rate": 109}, 0), ({"heart-rate": 110}, 1),
        ),
    ],
)  # fmt: skip
def test_points(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels(GENEVA, 3, 4, 10, 11) == ["low", "intermediate", "intermediate", "high"]
    assert labels(SIMPLE, 2, 3) == ["unlikely", "likely"]
    assert labels(PESI, 65, 66, 85, 86, 105, 106, 125, 126) == [
        "class I", "class II", "class II", "class III", "class III", "class IV", "class IV", "class V",
    ]  # fmt: skip
    assert labels(SPESI, 0, 1) == ["low", "high"]
    assert labels(BOVA, 2, 3, 4, 5) == ["stage I", "stage II", "stage II", "stage III"]


def test_bova_has_no_value_in_shock() -> None:
    result = given(BOVA, {**harmless(BOVA), "systolic": 89}, assume_absent=False)
    assert result.value is None
    assert result.category is None
    assert given(BOVA, {**harmless(BOVA), "systolic": 90}, assume_absent=False).value == 2


@pytest.mark.parametrize("sign", ["BD:unilateral-leg-swelling", "BD:calf-pain", "BD:red-warm-leg"])
def test_any_sign_of_thrombosis_lowers_the_limit_of_years(sign: str) -> None:
    result = score(YEARS, note((sign,), values={"d-dimer": 700}, age_years=50))
    assert (result.value, result.category) == (1, "not excluded")


@pytest.mark.parametrize("name", [GENEVA, SIMPLE, YEARS, PESI, SPESI, BOVA])
def test_never_low_while_one_input_is_unknown(name: str) -> None:
    whole = harmless(name) | ({"d-dimer": 700} if name == YEARS else {})
    assert given(name, whole, assume_absent=False).category is not None
    for left_out in whole:
        known = {k: v for k, v in whole.items() if k != left_out}
        result = given(name, known, assume_absent=False)
        assert result.category is None or left_out == "swelling" or left_out == "veins"
        assert given(name, known, assume_absent=True).category is None or left_out in ("swelling", "veins")
