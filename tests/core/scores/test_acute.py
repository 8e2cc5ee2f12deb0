from __future__ import annotations

import pytest

from tests.core.scores.notes import note, score

ALERT, CONFUSED, OXYGEN, AIR = "BD:alert-and-oriented", "HP:0001289", "BD:supplemental-oxygen", "BD:breathing-room-air"
HYPERCAPNIC = "BD:oxygen-target-88-92"
NORMAL = {
    "respiratory-rate": 16.0,
    "oxygen-saturation": 97.0,
    "systolic-blood-pressure": 120.0,
    "heart-rate": 70.0,
    "temperature": 37.0,
}


def news2(present=(ALERT, AIR), **values: float):
    reading = note(present, values={**NORMAL, **{k.replace("_", "-"): v for k, v in values.items()}}, age_years=70)
    return score("NEWS2", reading)


@pytest.mark.parametrize(
    ("analyte", "steps"),
    [
        ("respiratory_rate", [(8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3)]),
        ("oxygen_saturation", [(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)]),
        (
            "systolic_blood_pressure",
            [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)],
        ),
        (
            "heart_rate",
            [(40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (110, 1), (111, 2), (130, 2), (131, 3)],
        ),
        (
            "temperature",
            [(35.0, 3), (35.1, 1), (36.0, 1), (36.1, 0), (38.0, 0), (38.1, 1), (39.0, 1), (39.1, 2)],
        ),
    ],
)
def test_every_cut_off_of_news2(analyte: str, steps: list[tuple[float, int]]) -> None:
    assert [(value, news2(**{analyte: value}).value) for value, _ in steps] == steps


def test_the_second_saturation_scale_on_air_and_on_oxygen() -> None:
    low = [(83, 3), (84, 2), (85, 2), (86, 1), (87, 1), (88, 0), (92, 0)]
    on_air = [*low, (93, 0), (97, 0), (100, 0)]
    on_oxygen = [*low, (93, 1), (94, 1), (95, 2), (96, 2), (97, 3), (100, 3)]
    air, oxygen = (ALERT, AIR, HYPERCAPNIC), (ALERT, OXYGEN, HYPERCAPNIC)
    assert [(v, news2(air, oxygen_saturation=v).value) for v, _ in on_air] == on_air
    # Oxygen itself brings two points more.
    assert [(v, news2(oxygen, oxygen_saturation=v).value) for v, _ in on_oxygen] == [(v, p + 2) for v, p in on_oxygen]


def test_the_first_saturation_scale_holds_unless_the_record_says_otherwise() -> None:
    assert news2(oxygen_saturation=90).value == 3
    copd = note((ALERT, AIR, "HP:0006510"), values={**NORMAL, "oxygen-saturation": 90.0}, age_years=70)
    assert score("NEWS2", copd).value == 3


def test_consciousness_and_oxygen() -> None:
    assert news2((CONFUSED, AIR)).value == 3
    assert news2((ALERT, OXYGEN)).value == 2


@pytest.mark.parametrize(
    ("present", "values", "value", "category"),
    [
        ((ALERT, AIR), {}, 0, "low"),
        ((ALERT, OXYGEN), {"heart_rate": 115}, 4, "low"),
        ((CONFUSED, AIR), {}, 3, "low-medium"),
        ((CONFUSED, AIR), {"heart_rate": 115}, 5, "medium"),
        ((CONFUSED, OXYGEN), {"heart_rate": 95}, 6, "medium"),
        ((CONFUSED, OXYGEN), {"heart_rate": 115}, 7, "high"),
    ],
)
def test_the_categories_of_news2(present, values, value: int, category: str) -> None:
    result = news2(present, **values)
    assert (result.value, result.category) == (value, category)
    assert result.category_zh
    assert result.meaning


def test_a_published_worked_example() -> None:
    # proreckoner.com: 2 + 1 + 2 + 1 + 1 + 0 + 1 = 8
    values = {"respiratory_rate": 22, "oxygen_saturation": 94, "systolic_blood_pressure": 105, "heart_rate": 95}
    assert news2((ALERT, OXYGEN), temperature=38.5, **values).value == 8


def test_a_vital_sign_that_is_not_recorded_is_never_normal() -> None:
    known = {k: v for k, v in NORMAL.items() if k != "temperature"}
    for assume in (False, True):
        result = score("NEWS2", note((ALERT, AIR), values=known, age_years=70), assume)
        assert (result.value, result.range) == (None, (0, 3))
        assert result.missing == ("temperature",)
        assert result.category is None
    silent = score("NEWS2", note((AIR,), values=NORMAL, age_years=70), assume_absent=True)
    assert silent.range == (0, 3)
    assert silent.missing == ("new confusion or reduced consciousness",)


def test_what_is_known_may_suffice_for_the_category() -> None:
    result = score("NEWS2", note((CONFUSED, OXYGEN), values={"heart-rate": 140.0}, age_years=70))
    assert result.range == (8, 20)
    assert result.category == "high"


def test_a_bound_instead_of_a_number() -> None:
    from tests.core.scores.notes import measured

    rest = {k: v for k, v in NORMAL.items() if k != "oxygen-saturation"}
    over = measured("oxygen-saturation", 95, relation=">")
    under = measured("oxygen-saturation", 90, relation="<")
    assert score("NEWS2", note((ALERT, AIR), values=rest, measurements=[over], age_years=70)).value == 0
    assert score("NEWS2", note((ALERT, AIR), values=rest, measurements=[under], age_years=70)).value == 3


@pytest.mark.parametrize(
    ("rate", "pressure", "present", "value"),
    [
        (21, 101, ALERT, 0),
        (22, 101, ALERT, 1),
        (21, 100, ALERT, 1),
        (21, 101, CONFUSED, 1),
        (22, 100, ALERT, 2),
        (22, 100, CONFUSED, 3),
    ],
)
def test_every_cut_off_of_qsofa(rate: float, pressure: float, present: str, value: int) -> None:
    values = {"respiratory-rate": rate, "systolic-blood-pressure": pressure}
    result = score("qSOFA", note((present,), values=values, age_years=50))
    assert result.value == value
    assert result.category == ("positive (2 or 3 criteria)" if value >= 2 else "fewer than 2 criteria")


def test_a_full_coma_score_denies_clouding() -> None:
    assert score("qSOFA", note(absent=("HP:0004372",), age_years=50)).range == (0, 2)


def test_qsofa_never_reassures_while_a_criterion_is_unknown() -> None:
    result = score("qSOFA", note((ALERT,), values={"respiratory-rate": 14.0}, age_years=50))
    assert result.range == (0, 1)
    assert result.category is None
