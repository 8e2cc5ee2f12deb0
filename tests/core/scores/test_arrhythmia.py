from __future__ import annotations

import pytest

from tests.core.scores.notes import note, said, score

CONDITIONS = (
    "BD:history-of-heart-failure", "HP:0000822", "HP:0000819", "BD:history-of-stroke",
    "BD:history-of-coronary-disease", "HP:0004950", "BD:aortic-plaque",
)  # fmt: skip


def cha(*present: str, age: float = 50, sex: str = "male", findings=()):
    absent = [c for c in CONDITIONS if c not in present]
    return score("CHA2DS2-VASc", note(present, absent, findings=findings, age_years=age, sex=sex))


@pytest.mark.parametrize(
    ("present", "age", "sex", "value"),
    [
        ((), 50, "male", 0),
        ((), 50, "female", 1),
        ((), 64, "male", 0),
        ((), 65, "male", 1),
        ((), 74, "male", 1),
        ((), 75, "male", 2),
        (("BD:history-of-heart-failure",), 50, "male", 1),
        (("HP:0012664",), 50, "male", 1),
        (("HP:0000822",), 50, "male", 1),
        (("HP:0000819",), 50, "male", 1),
        (("BD:history-of-stroke",), 50, "male", 2),
        (("HP:0002326",), 50, "male", 2),
        (("BD:history-of-myocardial-infarction",), 50, "male", 1),
        (("HP:0004950",), 50, "male", 1),
        (("BD:aortic-plaque",), 50, "male", 1),
        (("HP:0004950", "BD:aortic-plaque"), 50, "male", 1),
        (CONDITIONS, 80, "female", 9),
    ],
)
def test_every_criterion(present: tuple[str, ...], age: float, sex: str, value: int) -> None:
    assert cha(*present, age=age, sex=sex).value == value


@pytest.mark.parametrize(
    ("present", "sex", "category"),
    [
        ((), "male", "low"),
        ((), "female", "low"),
        (("HP:0000822",), "male", "intermediate"),
        (("HP:0000822",), "female", "intermediate"),
        (("HP:0000822", "HP:0000819"), "male", "high"),
        (("HP:0000822", "HP:0000819"), "female", "high"),
    ],
)
def test_being_female_alone_does_not_raise_the_category(present: tuple[str, ...], sex: str, category: str) -> None:
    assert cha(*present, sex=sex).category == category


def test_the_past_counts() -> None:
    assert cha(findings=[said("HP:0001297", "historical")]).value == 2
    assert cha(findings=[said("HP:0002326", "resolved")]).value == 2


def test_previously_healthy_denies_all_conditions() -> None:
    result = score("CHA2DS2-VASc", note(("BD:previously-healthy",), age_years=50, sex="male"))
    assert (result.value, result.category) == (0, "low")


def test_an_unknown_sex_makes_a_range_and_is_never_assumed() -> None:
    for assume in (False, True):
        result = score("CHA2DS2-VASc", note(("BD:previously-healthy",), age_years=50), assume)
        assert (result.range, result.missing) == ((0, 1), ("sex",))


def test_silence_makes_a_range() -> None:
    result = score("CHA2DS2-VASc", note(("HP:0000822",), age_years=80, sex="female"))
    assert result.range == (4, 9)
    assert result.category == "high"
    assert "diabetes" in result.missing
    assert "糖尿病" in result.missing_zh
    assumed = score("CHA2DS2-VASc", note(("HP:0000822",), age_years=80, sex="female"), assume_absent=True)
    assert assumed.value == 4
