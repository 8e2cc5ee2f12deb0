"""Cystatin C, children, kidney failure, acute injury and the urea that is excreted."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import Given, asked, given, note, number, score
from tests.core.scores.rows import check, labels, rows

AKI = {"creatinine": 1.0, "baseline": 1.0, "urine": 0, "dialysis": False}
KFRE: Given = {"age": 60, "sex": "male", "egfr": 30, "ratio": 300, "american": True}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            "CKD-EPI cystatin C", {"cystatin-c": 0.8, "age": 50, "sex": "male"},
            ({}, 108.8), ({"sex": "female"}, 101.4), ({"cystatin-c": 1.6}, 43.4), ({"cystatin-c": 0.4}, 153.8),
        ),
        *rows(
            "CKD-EPI combined", {"creatinine": 0.9, "cystatin-c": 0.8, "age": 50, "sex": "male"},
            ({}, 111.0), ({"creatinine": 0.7, "sex": "female"}, 106.9), ({"creatinine": 1.8}, 76.2),
            ({"cystatin-c": 1.6}, 64.8),
        ),
        *rows("Schwartz", {}, ({"height": 120, "creatinine": 0.6}, 82.6)),
        *rows(
            "KDIGO AKI", AKI,
            ({}, 0), ({"creatinine": 1.29}, 0), ({"creatinine": 1.3}, 1), ({"creatinine": 0.75, "baseline": 0.5}, 1),
            ({"creatinine": 1.99}, 1), ({"creatinine": 2.0}, 2), ({"creatinine": 2.99}, 2), ({"creatinine": 3.0}, 3),
            ({"creatinine": 4.0, "baseline": 3.0}, 3), ({"creatinine": 4.0, "baseline": 3.9}, 0), ({"urine": 2}, 2),
            ({"urine": 1, "creatinine": 2.5}, 2), ({"dialysis": True}, 3),
            ({"creatinine": 1.2, "baseline": 0.9}, 1), ({"creatinine": 3.3, "baseline": 1.1}, 3),
            ({"creatinine": 3.9, "baseline": 3.6}, 1), ({"creatinine": 4.0, "baseline": 3.7}, 3),
        ),
        *rows("FEUrea", {}, ({"urine-urea": 200, "urea": 20, "urine-creatinine": 50, "creatinine": 2}, 40.0)),
    ],
)  # fmt: skip
def test_values(name: str, values, expected: float) -> None:
    result = given(name, values, assume_absent=False)
    assert result.value == pytest.approx(expected, abs=0.06)


def test_kidney_failure_at_the_means_of_the_cohort_is_the_baseline() -> None:
    """Age 70.36, filtration 36.11 and a ratio of e^5.137 mg/g leave the sex alone."""
    mean: Given = {"age": 70.36, "egfr": 36.11, "ratio": 170.2, "sex": "male"}
    sex = 2.718281828 ** (0.2467 * (1 - 0.5642))
    for years, american, base in ((2, True, 0.9750), (5, True, 0.9240), (2, False, 0.9832), (5, False, 0.9365)):
        result = given(f"KFRE ({years} years)", {**mean, "american": american}, assume_absent=False)
        assert result.value == pytest.approx(100 * (1 - base**sex), abs=0.02)


def test_kidney_failure_by_hand() -> None:
    """A man of 60 with 30 mL/min and 300 mg/g: -0.2201 × (6 - 7.036) + 0.2467 × 0.4358 - 0.5567 × (6 - 7.222)
    + 0.4510 × (5.7038 - 5.137) = 1.2715, whose exponential is 3.5661."""
    for years, american, base in ((2, True, 0.9750), (5, True, 0.9240), (2, False, 0.9832), (5, False, 0.9365)):
        result = given(f"KFRE ({years} years)", {**KFRE, "american": american}, assume_absent=False)
        assert result.value == pytest.approx(100 * (1 - base**3.5661), abs=0.01)


def test_kidney_failure_moves_as_it_should() -> None:
    usual = number("KFRE", KFRE)
    changes: tuple[tuple[Given, bool], ...] = (
        ({"age": 80}, False),
        ({"sex": "female"}, False),
        ({"egfr": 15}, True),
        ({"ratio": 3000}, True),
    )
    for change, higher in changes:
        assert (number("KFRE", {**KFRE, **change}) > usual) is higher
    assert asked("KFRE", "Male 60, lives in Canada. eGFR 30. ACR 34 mg/mmol.").inputs[-1].value is True
    assert asked("KFRE", "Male 60. eGFR 30. ACR 34 mg/mmol.").inputs[-1].value is False


def test_categories() -> None:
    assert labels("KDIGO AKI", 0, 1, 2, 3) == ["none", "stage 1", "stage 2", "stage 3"]
    assert labels("FEUrea", 35, 35.1, 50, 50.1) == ["35 % or less", "35 to 50 %", "35 to 50 %", "above 50 %"]


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Urine output 0.5 mL/kg/h for 8 hours", 1),
        ("Urine output <0.5 mL/kg/h for more than 12 hours", 2),
        ("Urine output <0.5 mL/kg/h for 36 h", 2),
        ("Urine output <0.3 mL/kg/h for at least 24 hours", 3),
        ("anuria for 12 hours", 3),
        ("anuria for 24 h", 3),
    ],
)
def test_stage_by_the_words_for_urine(words: str, stage: int) -> None:
    assert asked("KDIGO AKI", f"Creatinine 1.0 mg/dL (baseline 1.0). {words}.").value == stage


def test_injury_is_not_excluded_while_urine_is_unknown() -> None:
    known = {"creatinine": 1.0, "baseline": 1.0, "dialysis": False}
    assert given("KDIGO AKI", known, assume_absent=False).category is None
    check("KDIGO AKI", AKI, 0)


def test_an_adult_is_told_that_a_childs_equation_is_none_of_theirs() -> None:
    adult = score("Schwartz", note(values={"creatinine": 88}, age_years=40, height_cm=170))
    child = score("Schwartz", note(values={"creatinine": 88}, age_years=10, height_cm=140))
    assert "Not made for 18 years and over" in adult.cautions[0]
    assert not any("Not made for" in caution for caution in child.cautions)
