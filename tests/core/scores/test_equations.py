"""The equations, worked out by hand from the published formulas."""

from __future__ import annotations

from math import exp, log

import pytest

from tests.core.scores.notes import Given, given, note, number, score
from tests.core.scores.rows import labels

GASES = {"sodium": 140, "chloride": 100, "bicarbonate": 14}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("map", {"systolic": 120, "diastolic": 60}, 80.0),
        ("bmi", {"bmi": 21.5}, 21.5),
        ("ideal-body-weight", {"height": 177.8, "sex": "male"}, 50 + 2.3 * 10),
        ("ideal-body-weight", {"height": 165.1, "sex": "female"}, 45.5 + 2.3 * 5),
        ("adjusted-body-weight", {"weight": 100, "height": 177.8, "sex": "male"}, 73 + 0.4 * 27),
        ("target-weight", {"height": 196, "target": 19.2}, 19.2 * 1.96**2),
        ("body-surface-area", {"weight": 72, "height": 180}, (72 * 180 / 3600) ** 0.5),
        ("maintenance-fluids", {"weight": 8}, 32),
        ("maintenance-fluids", {"weight": 10}, 40),
        ("maintenance-fluids", {"weight": 15}, 50),
        ("maintenance-fluids", {"weight": 20}, 60),
        ("maintenance-fluids", {"weight": 70}, 110),
        ("qtc-bazett", {"qt": 400, "heart-rate": 60}, 400),
        ("qtc-bazett", {"qt": 360, "heart-rate": 90}, 360 / (60 / 90) ** 0.5),
        ("qtc-fridericia", {"qt": 360, "heart-rate": 90}, 360 / (60 / 90) ** (1 / 3)),
        ("qtc-framingham", {"qt": 360, "heart-rate": 90}, 360 + 154 * (1 - 60 / 90)),
        ("qtc-hodges", {"qt": 360, "heart-rate": 90}, 360 + 1.75 * 30),
        ("qtc-rautaharju", {"qt": 360, "heart-rate": 90}, 360 * 210 / 180),
        ("corrected-calcium", {"calcium": 8.2, "albumin": 2.5}, 8.2 + 0.8 * 1.5),
        ("corrected-sodium", {"sodium": 130, "glucose": 600}, 130 + 0.024 * 500),
        ("serum-osmolality", {"sodium": 140, "urea-nitrogen": 28, "glucose": 180}, 280 + 10 + 10),
        ("anion-gap", GASES, 26),
        ("delta-gap", {**GASES, "difference": False}, 14),
        ("delta-gap", {**GASES, "difference": True}, 4),
        ("delta-delta", GASES, 4),
        ("delta-ratio", GASES, 1.4),
        ("albumin-corrected-anion-gap", {**GASES, "albumin": 2}, 31),
        ("albumin-corrected-delta-gap", {**GASES, "albumin": 2}, 19),
        ("albumin-corrected-delta-ratio", {**GASES, "albumin": 2}, 1.9),
        ("mdrd", {"creatinine": 1.2, "age": 60, "sex": "male", "black": False}, 175 * 1.2**-1.154 * 60**-0.203),
        (
            "mdrd",
            {"creatinine": 1.2, "age": 60, "sex": "female", "black": True},
            175 * 1.2**-1.154 * 60**-0.203 * 0.742 * 1.212,
        ),
        (
            "fena",
            {"urine-sodium": 20, "sodium": 140, "urine-creatinine": 100, "creatinine": 2},
            100 * 20 * 2 / (140 * 100),
        ),
        ("fib-4", {"age": 60, "ast": 80, "alt": 64, "platelets": 150}, 60 * 80 / (150 * 8)),
        ("ldl-friedewald", {"cholesterol": 200, "hdl": 40, "triglycerides": 150}, 130),
        ("homa-ir", {"glucose": 100, "insulin": 8.1}, 2.0),
    ],
)
def test_by_hand(name: str, values, expected: float) -> None:
    assert given(name, values).value == pytest.approx(expected, rel=0.002)


@pytest.mark.parametrize(
    ("height", "weight", "used"),
    [(170, 50, 50), (170, 60, 60), (170, 70, 50 + 2.3 * (170 / 2.54 - 60)), (170, 100, None)],
)
def test_the_weight_of_cockcroft_and_gault(height: float, weight: float, used: float | None) -> None:
    """Actual when underweight, the lesser of ideal and actual when normal, adjusted above."""
    ideal = 50 + 2.3 * (height / 2.54 - 60)
    expected = (140 - 50) * (ideal + 0.4 * (weight - ideal) if used is None else used) / 72
    values: Given = {"age": 50, "sex": "male", "creatinine": 1, "weight": weight, "height": height}
    assert given("cockcroft-gault", values).value == pytest.approx(expected, abs=0.1)


def test_cockcroft_and_gault_take_the_weight_as_it_is_without_a_height() -> None:
    values: Given = {"age": 50, "sex": "female", "creatinine": 1, "weight": 80}
    assert given("cockcroft-gault", values).value == pytest.approx(90 * 80 * 0.85 / 72, abs=0.1)
    assert given("cockcroft-gault", {"age": 50, "sex": "female", "creatinine": 1}).missing == (
        "weight for the formula",
    )


@pytest.mark.parametrize(
    ("age", "sex", "share"),
    [
        (10, "female", 0.6),
        (17, "male", 0.6),
        (18, "female", 0.5),
        (64, "male", 0.6),
        (65, "male", 0.5),
        (65, "female", 0.45),
    ],
)
def test_the_share_of_water(age: float, sex: str, share: float) -> None:
    result = given("free-water-deficit", {"weight": 70, "sodium": 154, "age": age, "sex": sex})
    assert result.value == pytest.approx(share * 70 * 0.1, abs=0.001)


def test_a_delta_ratio_without_a_loss_has_no_value() -> None:
    result = given("delta-ratio", {**GASES, "bicarbonate": 24})
    assert (result.value, result.range) == (None, None)
    assert result.cautions == ("The formula has no value for these inputs.",)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"creatinine": 0.6, "bilirubin": 0.5, "inr": 0.9, "sodium": 130}, 6),
        ({"creatinine": 2, "bilirubin": 4, "inr": 2, "sodium": 130}, None),
        ({"creatinine": 2, "bilirubin": 4, "inr": 2, "sodium": 120}, None),
        ({"creatinine": 2, "bilirubin": 4, "inr": 2, "sodium": 145}, None),
        ({"creatinine": 9, "bilirubin": 40, "inr": 8, "sodium": 125}, 40),
    ],
)
def test_meld_na(values, expected: int | None) -> None:
    if expected is None:
        plain = 0.957 * log(values["creatinine"]) + 0.378 * log(values["bilirubin"]) + 1.12 * log(values["inr"]) + 0.643
        meld = round(plain, 1) * 10
        lack = 137 - min(max(values["sodium"], 125), 137)
        expected = round(meld + 1.32 * lack - 0.033 * meld * lack)
    assert given("meld-na", values).value == expected


def test_dialysis_counts_as_a_creatinine_of_four() -> None:
    values = {"creatinine": 1.2, "bilirubin": 2, "inr": 1.5, "sodium": 140}
    assert given("meld-na", {**values, "dialysis": True}).value == given("meld-na", {**values, "creatinine": 4}).value


def _framingham(sex: str, age: float, total: float, hdl: float, pressure: float, treated: int, smoker: int) -> float:
    if sex == "male":
        line = (
            52.00961 * log(age) + 20.014077 * log(total) - 0.905964 * log(hdl) + 1.305784 * log(pressure)
            + 0.241549 * treated + 12.096316 * smoker - 4.605038 * log(age) * log(total)
            - 2.84367 * log(min(age, 70)) * smoker - 2.93323 * log(age) ** 2 - 172.300168
        )  # fmt: skip
        return 100 * (1 - 0.9402 ** exp(line))
    line = (
        31.764001 * log(age) + 22.465206 * log(total) - 1.187731 * log(hdl) + 2.552905 * log(pressure)
        + 0.420251 * treated + 13.07543 * smoker - 5.060998 * log(age) * log(total)
        - 2.996945 * log(min(age, 78)) * smoker - 146.5933061
    )  # fmt: skip
    return 100 * (1 - 0.98767 ** exp(line))


@pytest.mark.parametrize("sex", ["male", "female"])
@pytest.mark.parametrize(("age", "treated", "smoker"), [(50, False, False), (60, True, False), (79, False, True)])
def test_framingham(sex: str, age: float, treated: bool, smoker: bool) -> None:
    values: Given = {
        "age": age, "sex": sex, "cholesterol": 213, "hdl": 50, "systolic": 130, "treated": treated, "smoker": smoker,
    }  # fmt: skip
    expected = _framingham(sex, age, 213, 50, 130, int(treated), int(smoker))
    assert given("framingham-hard-chd", values).value == pytest.approx(expected, abs=0.01)


def test_framingham_of_the_panels_own_table() -> None:
    """The charts of the panel give a man of 55, total 213, HDL 50, 120 untreated, no smoker, 6 to 8 %."""
    values: Given = {
        "age": 55,
        "sex": "male",
        "cholesterol": 213,
        "hdl": 50,
        "systolic": 120,
        "treated": False,
        "smoker": False,
    }
    assert 5 < number("framingham-hard-chd", values) < 9


@pytest.mark.parametrize(
    ("name", "bounds"),
    [
        (
            "bmi",
            [
                (18.4, "underweight"),
                (18.5, "normal"),
                (25, "overweight"),
                (30, "obesity class 1"),
                (40, "obesity class 3"),
            ],
        ),
        ("anion-gap", [(12, "not raised"), (12.1, "raised")]),
        ("delta-ratio", [(0.39, "below 0.4"), (0.4, "0.4 to 0.8"), (0.8, "0.8 to 2"), (2.1, "above 2")]),
        ("delta-delta", [(-6.1, "below -6"), (-6, "-6 to 6"), (6.1, "above 6")]),
        ("fena", [(0.9, "below 1 %"), (1, "1 to 2 %"), (2.1, "above 2 %")]),
        ("fib-4", [(1.44, "low"), (1.45, "indeterminate"), (3.26, "high")]),
        (
            "qtc-bazett",
            [
                (349, "short"),
                (459, "not prolonged"),
                (460, "borderline or prolonged by sex"),
                (500, "markedly prolonged"),
            ],
        ),
        ("homa-ir", [(2.49, "below 2.5"), (2.5, "2.5 or more")]),
        ("morphine-equivalents", [(49, "below 50"), (50, "50 or more"), (90, "90 or more")]),
    ],
)
def test_categories(name: str, bounds) -> None:
    assert labels(name, *(v for v, _ in bounds)) == [label for _, label in bounds]


def test_a_quantity_is_converted_and_shown_with_its_place() -> None:
    result = score("HOMA-IR", note(values={"glucose": 5.55, "insulin": 8.1}))
    assert result.value == pytest.approx(2.0, abs=0.01)
    assert {i.name: (i.value, i.unit, i.start) for i in result.inputs}["glucose"] == (100, "mg/dL", 30)


def test_weight_and_height_of_the_patients_particulars() -> None:
    result = score("BMI", note(weight_kg=70, height_cm=175, age_years=40))
    assert result.value == pytest.approx(22.86, abs=0.01)
    assert result.category == "normal"
