from __future__ import annotations

import pytest

from tests.core.scores.notes import measured, note, score


def egfr(creatinine: float, age: float, sex: str):
    """Creatinine in mg/dL."""
    return score("CKD-EPI 2021", note(values={"creatinine": creatinine * 88.4}, age_years=age, sex=sex))


@pytest.mark.parametrize(
    ("creatinine", "age", "sex", "published"),
    [
        # Worked out by hand from Inker 2021, table 2, on both sides of each knee.
        (0.7, 50, "female", 142 * 0.9938**50 * 1.012),
        (0.9, 50, "male", 142 * 0.9938**50),
        (0.5, 30, "female", 142 * (0.5 / 0.7) ** -0.241 * 0.9938**30 * 1.012),
        (0.6, 30, "male", 142 * (0.6 / 0.9) ** -0.302 * 0.9938**30),
        (1.8, 71, "female", 142 * (1.8 / 0.7) ** -1.2 * 0.9938**71 * 1.012),
        (2.4, 60, "male", 142 * (2.4 / 0.9) ** -1.2 * 0.9938**60),
    ],
)
def test_the_equation(creatinine: float, age: float, sex: str, published: float) -> None:
    assert egfr(creatinine, age, sex).value == pytest.approx(published, abs=0.06)


def test_the_kidney_foundations_examples() -> None:
    """National Kidney Foundation calculator: 1.0 mg/dL at 50 gives 92 (man) and 69 (woman)."""
    assert round(egfr(1.0, 50, "male").value) == 92
    assert round(egfr(1.0, 50, "female").value) == 69


@pytest.mark.parametrize(
    ("value", "stage"),
    [(89.4, "G2"), (89.5, "G1"), (59.4, "G3a"), (59.5, "G2"), (44.4, "G3b"), (44.5, "G3a"), (29.4, "G4"), (29.5, "G3b"),
     (14.4, "G5"), (14.5, "G4")],
)  # fmt: skip
def test_stages_are_of_the_rounded_value(value: float, stage: str) -> None:
    from core.scores import CALCULATORS

    category = CALCULATORS["ckd-epi-2021"].category(value, (value,))
    assert category is not None
    assert category.en == stage


def test_unknown_inputs() -> None:
    creatinine = {"creatinine": 88.4}
    sexless = score("CKD-EPI", note(values=creatinine, age_years=50))
    assert sexless.range == pytest.approx((68.7, 91.7), abs=0.3)
    assert sexless.missing == ("sex",)
    for assume in (False, True):
        ageless = score("CKD-EPI", note(values=creatinine, sex="male"), assume)
        assert (ageless.value, ageless.range, ageless.missing) == (None, None, ("age",))
        without = score("CKD-EPI", note(age_years=50, sex="male"), assume)
        assert (without.value, without.missing) == (None, ("creatinine",))


def test_a_bound_is_no_value() -> None:
    for relation in ("<", ">"):
        reading = note(measurements=[measured("creatinine", 60, relation=relation)], age_years=50, sex="male")
        result = score("CKD-EPI", reading)
        assert (result.value, result.range, result.missing) == (None, None, ("creatinine",))


def test_an_exact_value_is_preferred_to_a_bound_and_the_first_to_later_ones() -> None:
    values = [
        measured("creatinine", 60, 5, relation="<"),
        measured("creatinine", 88.4, 50),
        measured("creatinine", 200, 90),
    ]
    result = score("CKD-EPI", note(measurements=values, age_years=50, sex="male"))
    used = {i.name: i for i in result.inputs}
    assert (used["creatinine"].value, used["creatinine"].unit, used["creatinine"].start) == (1.0, "mg/dL", 50)
    assert used["age"].start == 0


def test_an_impossible_value_is_not_believed() -> None:
    reading = note(values={"creatinine": 88.4 * 50}, age_years=50, sex="male")
    assert score("CKD-EPI", reading).missing == ("creatinine",)


def test_a_child_gets_a_caution_and_no_stage() -> None:
    result = egfr(0.5, 8, "male")
    assert result.value is not None
    assert result.category is None
    assert result.cautions == ("Not validated under 18 years: no category is given.",)
