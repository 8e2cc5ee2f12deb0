"""The pooled cohort equations, PREVENT, SCORE2 and FINDRISC, by published examples and at their cut-offs."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import Given, asked, given, number
from tests.core.scores.rows import check, harmless, labels, rows

POOLED = {
    "age": 55, "cholesterol": 213, "hdl": 50, "systolic": 120, "treated": False, "smoker": False, "diabetes": False,
}  # fmt: skip
SMOKER: Given = {"age": 50, "smoker": True, "systolic": 140, "cholesterol": 5.5 * 38.67, "hdl": 1.3 * 38.67}
BASE = {**harmless("FINDRISC"), "waist": 70, "active": True, "vegetables": True}


@pytest.mark.parametrize(
    ("sex", "black", "expected"),
    [("female", False, 2.1), ("female", True, 3.0), ("male", False, 5.3), ("male", True, 6.1)],
)
def test_pooled_cohort_as_the_guideline_works_it_out(sex: str, black: bool, expected: float) -> None:
    """The example of the appendix, which rounds its terms: 55 years, total 213, HDL 50, 120 mmHg untreated."""
    assert given("PCE", {**POOLED, "sex": sex, "black": black}).value == pytest.approx(expected, abs=0.11)


@pytest.mark.parametrize("age", [39, 80])
def test_pooled_cohort_holds_from_40_to_79(age: float) -> None:
    assert given("PCE", {**POOLED, "age": age, "sex": "male", "black": False}).value is None


PREVENT: Given = {
    "age": 50, "sex": "female", "cholesterol": 200, "hdl": 45, "systolic": 160, "diabetes": True, "smoker": False,
    "egfr": 90, "treated": True, "statin": False,
}  # fmt: skip


def test_prevent_as_its_authors_work_it_out() -> None:
    """The example of the paper's supplement: 14.7 % for total cardiovascular disease."""
    assert given("PREVENT", PREVENT).value == pytest.approx(14.7, abs=0.05)


@pytest.mark.parametrize(
    ("name", "key", "inside", "outside"),
    [
        *((name, key, inside, outside) for name in ("PCE", "PREVENT") for key, inside, outside in (
            ("cholesterol", (130, 320), (129, 321)), ("hdl", (20, 100), (19, 101)), ("systolic", (90, 200), (89, 201)),
        )),
        ("PREVENT", "egfr", (15, 150), (14, 151)),
    ],
)  # fmt: skip
def test_the_american_equations_hold_within_their_ranges(name: str, key: str, inside, outside) -> None:
    whole: Given = PREVENT if name == "PREVENT" else {**POOLED, "sex": "male", "black": False}
    assert all(given(name, {**whole, key: value}).value is not None for value in inside)
    assert all(given(name, {**whole, key: value}).value is None for value in outside)


def test_prevent_has_no_category_of_the_pooled_cohort() -> None:
    result = given("PREVENT", PREVENT)
    assert result.category is None
    assert "do not hold" in result.cautions[0]


def test_prevent_of_a_man() -> None:
    """Everything at the centre of the equation leaves the constant: non-HDL 3.5, HDL 1.3 mmol/L, 130 mmHg, 55 years."""
    hdl = 1.3 / 0.02586
    centre = {"age": 55, "hdl": hdl, "cholesterol": hdl + 3.5 / 0.02586, "systolic": 130, "egfr": 90}
    flags = {"diabetes": False, "smoker": False, "treated": False, "statin": False}
    man = given("PREVENT", {**centre, **flags, "sex": "male"}).value
    woman = given("PREVENT", {**centre, **flags, "sex": "female"}).value
    assert man == pytest.approx(100 / (1 + 2.718281828**3.031168), abs=0.05)
    assert woman == pytest.approx(100 / (1 + 2.718281828**3.307728), abs=0.05)
    assert given("PREVENT", {**centre, **flags, "sex": "male", "age": 29}).value is None
    assert given("PREVENT", {**centre, **flags, "sex": "male", "age": 80}).value is None


@pytest.mark.parametrize(
    ("sex", "region", "expected"), [("male", 0, 5.9), ("male", 3, 14.0), ("female", 0, 4.2), ("female", 3, 13.7)]
)
def test_score2_as_its_abstract_says(sex: str, region: float, expected: float) -> None:
    """A smoker of 50 with 140 mmHg, cholesterol 5.5 and HDL 1.3 mmol/L, in low- and very-high-risk countries."""
    assert given("SCORE2", {**SMOKER, "sex": sex, "region": region}).value == pytest.approx(expected, abs=0.06)


def test_score2_rises_with_the_region_and_ends_at_69() -> None:
    risks = [number("SCORE2", {**SMOKER, "sex": "male", "region": r}) for r in range(4)]
    assert risks == sorted(risks)
    assert given("SCORE2", {**SMOKER, "sex": "male", "region": 1, "age": 70}).value is None
    assert given("SCORE2", {**SMOKER, "sex": "male", "region": 1, "age": 39}).value is None
    text = "Man of 55, SCORE2 for a very high-risk region."
    assert {i.name: i.value for i in asked("SCORE2", text).inputs}["region of risk"] == 3


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    rows(
        "FINDRISC", BASE,
        ({"age": 44}, 0), ({"age": 45}, 2), ({"age": 54}, 2), ({"age": 55}, 3), ({"age": 64}, 3), ({"age": 65}, 4),
        ({"bmi": 24.9}, 0), ({"bmi": 25}, 1), ({"bmi": 30}, 1), ({"bmi": 30.1}, 3), ({"waist": 79}, 0),
        ({"waist": 80}, 3),
        ({"waist": 88}, 3), ({"waist": 89}, 4), ({"waist": 93, "sex": "male"}, 0), ({"waist": 94, "sex": "male"}, 3),
        ({"waist": 102, "sex": "male"}, 3), ({"waist": 103, "sex": "male"}, 4), ({"active": False}, 2),
        ({"vegetables": False}, 1), ({"treated": True}, 2), ({"glucose": True}, 5), ({"family": 3}, 3),
        ({"family": 5}, 5),
    ),
)  # fmt: skip
def test_findrisc(name: str, values, expected: float) -> None:
    check(name, values, expected)


def test_categories() -> None:
    assert labels("PCE", 4.9, 5, 7.4, 7.5, 19.9, 20) == [
        "low", "borderline", "borderline", "intermediate", "intermediate", "high",
    ]  # fmt: skip
    assert labels("FINDRISC", 6, 7, 11, 12, 14, 15, 20, 21) == [
        "low", "slightly elevated", "slightly elevated", "moderate", "moderate", "high", "high", "very high",
    ]  # fmt: skip
