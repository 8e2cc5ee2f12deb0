from __future__ import annotations

import pytest

from tests.core.scores.notes import finding, measured, note, said, score

SLIGHT, MODERATE, HIGH = (f"BD:{word}-suspicious-chest-pain-history" for word in ("slightly", "moderately", "highly"))
NORMAL_ECG, BUNDLE, DEPRESSION = "BD:normal-ecg", "HP:0011713", "HP:0012250"
NO_RISK = (
    "HP:0000822", "HP:0000819", "HP:0003077", "BD:smoking", "BD:family-history-of-heart-disease", "HP:0001513",
    "BD:history-of-coronary-disease", "BD:history-of-stroke", "HP:0004950",
)  # fmt: skip
TROPONIN = "high-sensitivity-troponin-t"  # upper reference limit 14 ng/L


def heart(*present: str, history: str = SLIGHT, ecg: str = NORMAL_ECG, age: float = 40, troponin: float = 5):
    absent = [c for c in NO_RISK if c not in present]
    return score("HEART", note((history, ecg, *present), absent, {TROPONIN: troponin}, age_years=age))


def test_nothing_scores_nothing() -> None:
    result = heart()
    assert (result.value, result.category, result.missing) == (0, "low", ())


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ({"history": MODERATE}, 1),
        ({"history": HIGH}, 2),
        ({"ecg": BUNDLE}, 1),
        ({"ecg": "BD:nonspecific-repolarisation-disturbance"}, 1),
        ({"ecg": DEPRESSION}, 2),
        ({"age": 44}, 0),
        ({"age": 45}, 1),
        ({"age": 64}, 1),
        ({"age": 65}, 2),
        ({"troponin": 14}, 0),
        ({"troponin": 14.5}, 1),
        ({"troponin": 41}, 1),
        ({"troponin": 42}, 2),
    ],
)
def test_every_cut_off(change, value: int) -> None:
    assert heart(**change).value == value


@pytest.mark.parametrize(
    ("risks", "value"),
    [
        (("HP:0000822",), 1),
        (("HP:0000822", "HP:0000819"), 1),
        (("HP:0000822", "HP:0000819", "BD:smoking"), 2),
        (("BD:history-of-coronary-disease",), 2),
        (("BD:history-of-stroke",), 2),
        (("HP:0004950",), 2),
        (("HP:0001513", "HP:0003077", "BD:family-history-of-heart-disease"), 2),
    ],
)
def test_risk_factors(risks: tuple[str, ...], value: int) -> None:
    assert heart(*risks).value == value


@pytest.mark.parametrize(("age", "troponin", "category"), [(64, 42, "low"), (65, 42, "moderate"), (65, 5, "low")])
def test_the_category_follows_the_total(age: float, troponin: float, category: str) -> None:
    assert heart(age=age, troponin=troponin).category == category


def test_the_upper_categories() -> None:
    assert heart(history=HIGH, ecg=DEPRESSION, age=65).category == "moderate"  # 6
    assert heart(history=HIGH, ecg=DEPRESSION, age=65, troponin=20).category == "high"  # 7
    assert heart("BD:history-of-coronary-disease", history=HIGH, ecg=DEPRESSION, age=65, troponin=90).value == 10


def test_low_risk_is_never_stated_while_anything_is_unknown() -> None:
    """Known parts 0 of 8, history open: at most 2, which would be low."""
    reading = note((NORMAL_ECG,), NO_RISK, {TROPONIN: 5.0}, age_years=40)
    result = score("HEART", reading)
    assert result.range == (0, 2)
    assert result.category is None
    assumed = score("HEART", reading, assume_absent=True)
    assert (assumed.value, assumed.category) == (0, None)


def test_what_is_known_may_suffice_for_a_higher_category() -> None:
    result = score("HEART", note((HIGH, DEPRESSION), values={TROPONIN: 90.0}, age_years=70))
    assert result.range == (8, 10)
    assert result.category == "high"


def test_the_story_narrows_the_history_without_settling_it() -> None:
    def history(*present: str) -> tuple[float, float] | None:
        return score("HEART", note((NORMAL_ECG, *present), NO_RISK, {TROPONIN: 5.0}, age_years=40)).range

    assert history("HP:6000048") == (1, 2)  # pressing
    assert history("HP:0033771") == (0, 1)  # pleuritic
    assert history("HP:6000048", "HP:0033771") == (0, 2)


def troponin(*measurements, present=(), sex: str = "unknown"):
    reading = note((SLIGHT, NORMAL_ECG, *present), NO_RISK, measurements=measurements, age_years=40, sex=sex)
    result = score("HEART", reading)
    return result.value if result.range is None else result.range


def test_troponin_by_words_alone() -> None:
    assert troponin(present=("BD:serial-troponin-negative",)) == 0
    assert troponin(present=("BD:troponin-negative",)) == 0
    assert troponin(present=("BD:raised-troponin",)) == (1, 2)
    assert troponin(present=("BD:markedly-raised-troponin",)) == 2
    assert troponin() == (0, 2)


def test_troponin_by_a_bound() -> None:
    assert troponin(measured(TROPONIN, 3, relation="<")) == 0
    assert troponin(measured(TROPONIN, 20, relation="<")) == (0, 1)
    assert troponin(measured(TROPONIN, 60, relation=">")) == 2
    assert troponin(measured(TROPONIN, 20, relation=">")) == (1, 2)


def test_troponin_limits_follow_the_sex() -> None:
    value = measured("high-sensitivity-troponin-i", 20)
    assert troponin(value, sex="female") == 1
    assert troponin(value, sex="male") == 0


def test_troponin_of_somebody_else_or_long_ago_does_not_count() -> None:
    assert troponin(measured(TROPONIN, 90, experiencer="family"), measured(TROPONIN, 90, temporality="historical")) == (
        0,
        2,
    )


def test_an_analyte_without_a_limit_says_nothing() -> None:
    from core.scores.inputs import LimitMultiple, Option
    from core.scores.reading import read_inputs
    from core.scores.source import Source
    from tests.core.scores.notes import KNOWLEDGE

    wanted = LimitMultiple(
        id="x", en="x", zh="x", analytes=("weight", "oxygen-saturation", TROPONIN), steps=(1,),
        options=(Option("no", ()), Option("yes", ())),
    )  # fmt: skip
    without = note(values={"weight": 70.0, "oxygen-saturation": 97.0})
    assert read_inputs([wanted], Source(without, KNOWLEDGE))["x"].possible == ("no", "yes")
    beside = note(values={"weight": 70.0, TROPONIN: 50.0})
    assert read_inputs([wanted], Source(beside, KNOWLEDGE))["x"].possible == ("yes",)


def test_a_relative_counts_as_family_history_and_not_as_the_patient() -> None:
    father = said("HP:0001658", "historical", "family")
    reading = note((SLIGHT, NORMAL_ECG), NO_RISK[:4] + NO_RISK[5:], {TROPONIN: 5.0}, findings=[father], age_years=40)
    result = score("HEART", reading)
    assert result.value == 1
    used = {i.name: i.value for i in result.inputs}
    assert used["family history of coronary disease"] is True
    assert used["coronary artery disease"] is False


def test_a_friend_a_denial_and_a_word_without_a_concept_count_for_nothing() -> None:
    friend = finding("BD:smoking", experiencer="other")
    denied = finding(HIGH, assertion="absent")
    unnamed = finding(None)
    reading = note((SLIGHT, NORMAL_ECG), NO_RISK, {TROPONIN: 5.0}, findings=[friend, denied, unnamed], age_years=40)
    assert score("HEART", reading).value == 0
