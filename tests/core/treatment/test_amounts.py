"""Doses and intervals as amounts a day."""

from __future__ import annotations

import pytest

from core.treatment.amounts import in_kind, read_amount, times_a_day


@pytest.mark.parametrize(
    ("interval", "times"),
    [
        ("bid", 2), ("b.i.d.", 2), ("tds", 3), ("qid", 4), ("od", 1), ("once daily", 1), ("twice a day", 2),
        ("daily", 1), ("q6h", 4), ("every 8 hours", 3), ("q4-6h prn", 6), ("every six hours", 4), ("every 2 days", 0.5),
        ("qod", 0.5), ("weekly", 1 / 7), ("once weekly", 1 / 7), ("twice weekly", 2 / 7), ("monthly", 1 / 30),
        ("every 3 days", 1 / 3), ("three times daily", 3), ("every 2 weeks", 1 / 14), ("at night", 1), ("每日三次", 3),
        ("每日2次", 2),
        ("3次/日", 3), ("每8小时", 3), ("每晚", 1), ("隔日", 0.5), ("once", 1),
    ],
)  # fmt: skip
def test_how_often(interval: str, times: float) -> None:
    assert times_a_day(interval) == pytest.approx(times)


@pytest.mark.parametrize("interval", [None, "", "as needed", "prn", "q0h", "stat please"])
def test_an_interval_that_says_nothing(interval: str | None) -> None:
    assert times_a_day(interval) is None


@pytest.mark.parametrize(
    ("dose", "interval", "kind", "each", "per_day"),
    [
        ("500 mg", "bid", "mass", 500, 1000),
        ("1 g", "q6h", "mass", 1000, 4000),
        ("100 mcg", "daily", "mass", 0.1, 0.1),
        ("0.5-1 g", "tid", "mass", 1000, 3000),
        ("10 units", "at night", "units", 10, 10),
        ("40 mEq", "daily", "charge", 40, 40),
        ("5 mL", "tid", "volume", 5, 15),
        ("0.25毫克", "每日一次", "mass", 0.25, 0.25),
        ("3 g/day", None, "mass", 3000, 3000),
        ("1,5 mg", None, "mass", 1.5, None),
    ],
)
def test_amounts(dose: str, interval: str | None, kind: str, each: float, per_day: float | None) -> None:
    amount = read_amount(dose, interval)
    assert amount is not None
    assert amount.kind == kind
    assert amount.each == pytest.approx(each)
    assert amount.per_day == (None if per_day is None else pytest.approx(per_day))


def test_a_dose_by_weight() -> None:
    amount = read_amount("15 mg/kg", "q6h")
    assert amount is not None
    assert amount.per_kg


@pytest.mark.parametrize("dose", [None, "", "two tablets", "5%"])
def test_no_amount(dose: str | None) -> None:
    assert read_amount(dose, "bid") is None


def test_the_base_unit_of_a_kind() -> None:
    assert in_kind(1, "g") == ("mass", 1000)
    assert in_kind(3, "units") == ("units", 3)
