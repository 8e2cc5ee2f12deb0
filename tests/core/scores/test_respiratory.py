from __future__ import annotations

import pytest

from tests.core.scores.notes import measured, note, score

NORMAL = {
    "urea": 5.0,
    "respiratory-rate": 16.0,
    "systolic-blood-pressure": 120.0,
    "diastolic-blood-pressure": 80.0,
}


def curb(present=("BD:alert-and-oriented",), age: float = 50, **values: float):
    given = {**NORMAL, **{k.replace("_", "-"): v for k, v in values.items()}}
    return score("CURB-65", note(present, values=given, age_years=age))


@pytest.mark.parametrize(
    ("values", "value"),
    [
        ({}, 0),
        ({"urea": 7.0}, 0),
        ({"urea": 7.1}, 1),
        ({"respiratory_rate": 29}, 0),
        ({"respiratory_rate": 30}, 1),
        ({"systolic_blood_pressure": 90}, 0),
        ({"systolic_blood_pressure": 89}, 1),
        ({"diastolic_blood_pressure": 61}, 0),
        ({"diastolic_blood_pressure": 60}, 1),
        ({"age": 64}, 0),
        ({"age": 65}, 1),
        ({"present": ("HP:0001289",)}, 1),
    ],
)
def test_every_cut_off(values, value: int) -> None:
    assert curb(**values).value == value


def test_urea_nitrogen_in_us_units_meets_the_same_limit() -> None:
    """19 mg/dL is 6.8 mmol/L and does not count, 20 mg/dL is 7.1 mmol/L and does."""
    rest = {k: v for k, v in NORMAL.items() if k != "urea"}
    for milligrams, value in ((19, 0), (20, 1)):
        bun = {"blood-urea-nitrogen": milligrams * 0.357}
        assert score("CURB-65", note(("BD:alert-and-oriented",), values=rest | bun, age_years=50)).value == value


@pytest.mark.parametrize(
    ("values", "value", "category"),
    [
        ({"age": 70}, 1, "low"),
        ({"age": 70, "urea": 8}, 2, "intermediate"),
        ({"age": 70, "urea": 8, "respiratory_rate": 32}, 3, "high"),
        (
            {
                "present": ("HP:0001289",),
                "age": 80,
                "urea": 12,
                "respiratory_rate": 32,
                "systolic_blood_pressure": 85,
                "diastolic_blood_pressure": 50,
            },
            5,
            "high",
        ),
    ],
)
def test_categories(values, value: int, category: str) -> None:
    result = curb(**values)
    assert (result.value, result.category) == (value, category)


def test_unknown_inputs_make_a_range() -> None:
    result = score("CURB-65", note(values={"respiratory-rate": 34.0}, age_years=72))
    assert result.range == (2, 5)
    assert result.value is None
    assert result.missing == ("new confusion", "urea", "systolic blood pressure", "diastolic blood pressure")
    assert result.category is None


def test_where_asked_silence_is_absence_but_no_number_is_invented() -> None:
    result = score("CURB-65", note(values={"respiratory-rate": 34.0}, age_years=72), assume_absent=True)
    assert (result.value, result.missing) == (2, ())
    assumed = {i.name: i.value for i in result.inputs if i.assumed}
    assert assumed == {
        "new confusion": False,
        "urea": None,
        "systolic blood pressure": None,
        "diastolic blood pressure": None,
    }
    ageless = score("CURB-65", note(values=NORMAL), assume_absent=True)
    assert (ageless.value, ageless.range, ageless.missing) == (None, (0, 1), ("age",))


def test_the_diastolic_pressure_is_taken_from_where_the_systolic_stands() -> None:
    values = [
        measured("diastolic-blood-pressure", 50, start=5),
        measured("systolic-blood-pressure", 130, start=40),
        measured("diastolic-blood-pressure", 80, start=40),
    ]
    result = score("MAP", note(measurements=values))
    assert result.value == 96.7


def test_a_low_pressure_on_one_side_is_enough() -> None:
    rest = {k: v for k, v in NORMAL.items() if not k.endswith("pressure")}
    result = score(
        "CURB-65",
        note(("BD:alert-and-oriented",), values=rest | {"systolic-blood-pressure": 80.0}, age_years=50),
    )
    assert (result.value, result.missing) == (1, ())
