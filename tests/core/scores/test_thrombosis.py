from __future__ import annotations

import pytest

from tests.core.scores.notes import finding, note, said, score

DENIED = (
    "BD:unilateral-leg-swelling", "BD:calf-pain", "BD:pulmonary-embolism-most-likely-diagnosis", "BD:recent-surgery",
    "BD:recent-immobility", "BD:history-of-venous-thromboembolism", "HP:0002105", "BD:active-cancer",
)  # fmt: skip


def wells(*present: str, pulse: float = 80, findings=(), pregnant: bool | None = None):
    absent = [c for c in DENIED if c not in present]
    return score(
        "Wells PE", note(present, absent, {"heart-rate": pulse}, findings=findings, age_years=50, pregnant=pregnant)
    )


@pytest.mark.parametrize(
    ("present", "pulse", "value"),
    [
        ((), 100, 0),
        ((), 101, 1.5),
        (("BD:unilateral-leg-swelling",), 80, 3),
        (("BD:pulmonary-embolism-most-likely-diagnosis",), 80, 3),
        (("BD:recent-surgery",), 80, 1.5),
        (("BD:recent-immobility",), 80, 1.5),
        (("BD:recent-surgery", "BD:recent-immobility"), 80, 1.5),
        (("BD:history-of-venous-thromboembolism",), 80, 1.5),
        (("HP:0002105",), 80, 1),
        (("BD:active-cancer",), 80, 1),
        (DENIED, 120, 12.5),
    ],
)
def test_every_criterion(present: tuple[str, ...], pulse: float, value: float) -> None:
    assert wells(*present, pulse=pulse).value == value


@pytest.mark.parametrize(
    ("present", "pulse", "value", "category"),
    [
        (("BD:recent-surgery",), 80, 1.5, "low"),
        (("HP:0002105", "BD:active-cancer"), 80, 2, "moderate"),
        (("BD:unilateral-leg-swelling", "BD:pulmonary-embolism-most-likely-diagnosis"), 80, 6, "moderate"),
        (("BD:unilateral-leg-swelling", "HP:0002105", "BD:active-cancer", "BD:recent-surgery"), 80, 6.5, "high"),
    ],
)
def test_the_limits_of_the_categories(present: tuple[str, ...], pulse: float, value: float, category: str) -> None:
    result = wells(*present, pulse=pulse)
    assert (result.value, result.category) == (value, category)


def test_a_worked_example() -> None:
    """Thirty-year-old after surgery, pulse 120, swollen calf, no likelier diagnosis: 1.5 + 1.5 + 3 + 3."""
    present = ("BD:recent-surgery", "BD:unilateral-leg-swelling", "BD:pulmonary-embolism-most-likely-diagnosis")
    assert wells(*present, pulse=120).value == 9


def test_low_is_never_stated_while_a_criterion_is_unknown() -> None:
    reading = note((), DENIED[:-1], {"heart-rate": 80.0}, age_years=50)
    result = score("Wells PE", reading)
    assert (result.range, result.category) == ((0, 1), None)
    assert result.missing == ("malignancy (treated in the last six months or palliative)",)
    assumed = score("Wells PE", reading, assume_absent=True)
    assert (assumed.value, assumed.category) == (0, None)


def test_the_past_counts_only_where_it_is_meant() -> None:
    clot = said("HP:0002204", "historical")
    reading = note(
        (), [c for c in DENIED if "thromboembolism" not in c], {"heart-rate": 80.0}, findings=[clot], age_years=50
    )
    assert score("Wells PE", reading).value == 1.5
    cancer = said("BD:active-cancer", "historical")
    old = score("Wells PE", note((), DENIED[:-1], {"heart-rate": 80.0}, findings=[cancer], age_years=50))
    assert old.range == (0, 1)


def test_a_possible_finding_leaves_the_criterion_open_even_beside_silence() -> None:
    maybe = finding("HP:0002105", assertion="possible")
    reading = note((), [c for c in DENIED if c != "HP:0002105"], {"heart-rate": 80.0}, findings=[maybe], age_years=50)
    assert score("Wells PE", reading).range == (0, 1)
    assert score("Wells PE", reading, assume_absent=True).value == 0


def test_half_a_denial_denies_nothing() -> None:
    absent = [c for c in DENIED if c != "BD:calf-pain"]
    assert score("Wells PE", note((), absent, {"heart-rate": 80.0}, age_years=50)).range == (0, 3)


def test_in_pregnancy_the_value_comes_with_a_caution_and_without_a_category() -> None:
    result = wells(pregnant=True)
    assert (result.value, result.category) == (0, None)
    assert result.cautions == ("Not validated in pregnancy: no category is given.",)
    assert result.cautions_zh
