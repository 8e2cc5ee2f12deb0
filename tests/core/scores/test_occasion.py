"""Of which occasion a value is, and which of several a question asks for."""

from __future__ import annotations

import pytest

from core.scores.areas.kidney import asked_weight
from core.scores.areas.measures import measure
from core.scores.occasion import Occasion, setting_at, setting_of
from core.scores.reading import read_inputs
from core.scores.reading_words import read_actual_weight
from core.scores.source import Source
from tests.core.scores.notes import KNOWLEDGE, measured, note


@pytest.mark.parametrize(
    ("text", "value", "occasions"),
    [
        ("Creatinine on arrival 164, then better.", "164", {Occasion.ARRIVAL}),
        ("On arrival Na 139, K 3.0, Cl 111.", "111", {Occasion.ARRIVAL}),
        ("Na 139 yesterday, 141 today.", "139", {Occasion.PAST}),
        ("Na 139 yesterday, 141 today.", "141", {Occasion.NOW}),
        ("On arrival Na 139. Cl 111.", "111", set()),
        ("Weight 70 kg (usual 74).", "70", set()),
        ("Weight 70 kg (usual 74).", "74", {Occasion.PAST}),
        ("Urea 7.2 (usual 6), Hb 12.5.", "12.5", set()),
        ("BP 84/50 (arrival, triage) and more.", "84/50", {Occasion.ARRIVAL}),
        ("Her mother has a creatinine of 200.", "200", {Occasion.OTHER}),
        ("Her mother measured 39.1 C.", "39.1", set()),
        ("In the 2022 admission bilirubin was 4.8, albumin 2.5.", "2.5", {Occasion.PAST}),
    ],
)
def test_the_occasion_of_a_value(text: str, value: str, occasions: set[Occasion]) -> None:
    start = text.index(value)
    assert setting_at(text, start, start + len(value)).occasions == occasions


def test_times_are_compared_without_their_wording() -> None:
    assert setting_of("at 6 h").clocks == setting_of("at 6 hours").clocks == {"6h"}
    assert setting_of("gas at 09:00 on day 3").clocks == {"09:00", "day 3"}


def _creatinine(text: str, question: str | None, *values: str) -> object:
    found = [
        measured("creatinine", float(v) * 88.4, text.index(v), end=text.index(v) + len(v), given=v) for v in values
    ]
    reading = note(measurements=found).model_copy(update={"sentences": _sentences(text)})
    return read_inputs([measure("creatinine")], Source(reading, KNOWLEDGE, text, question))["creatinine"].possible


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    ends = [i + 2 for i in range(len(text)) if text.startswith(". ", i)]
    return tuple(zip([0, *ends], [*ends, len(text)], strict=True))


@pytest.mark.parametrize(
    ("text", "question", "values", "expected"),
    [
        ("Creatinine 1.9 two years ago. Creatinine 1.2.", None, ("1.9", "1.2"), 1.2),
        ("His brother has 3.9. Creatinine 1.2.", None, ("3.9", "1.2"), 1.2),
        ("Creatinine 1.2; at discharge 0.9.", None, ("1.2", "0.9"), 1.2),
        ("Creatinine 1.2; at discharge 0.9.", "Clearance at discharge?", ("1.2", "0.9"), 0.9),
        ("At 09:00 creatinine 1.2. At 13:00 creatinine 1.6.", "Clearance at 13:00?", ("1.2", "1.6"), 1.6),
        ("Before treatment creatinine 1.2. Then 1.6.", "On treatment?", ("1.2", "1.6"), 1.6),
        ("Creatinine 36 to 12.5 in the course, 2.5.", None, ("12.5", "2.5"), 2.5),
    ],
)
def test_the_right_one_of_several(text: str, question: str | None, values: tuple[str, ...], expected: float) -> None:
    assert _creatinine(text, question, *values) == (expected,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Creatinine 1.2 mg/dL on arrival (BUN 88), 3.6 mg/dL on day 2, 1.5 today.", 1.5),  # "today" is its unit
        ("Creatinine 1.2 mg/dL on arrival. It was 1.4 mg/dL today.", 1.4),
        ("Creatinine 1.2 mg/dL on arrival. It was 1.4 today.", 1.2),  # another sentence, and no unit
        ("Creatinine 1.2 mg/dL on arrival, seen 3 days later today.", 1.2),
        ("Creatinine 1.2 mg/dL on arrival, fell by 0.4 mg/dL today.", 1.2),
        ("Creatinine 1.2 mg/dL on arrival, 900 mg/dL today.", 1.2),  # not plausible
        ("Creatinine 1.2 mg/dL on arrival, 2.6 as ever.", 1.2),
    ],
)
def test_a_series_is_followed_when_the_question_needs_it(text: str, expected: float) -> None:
    assert _creatinine(text, "Clearance today?", "1.2") == (expected,)


def test_a_series_stops_at_the_next_quantity() -> None:
    text = "Creatinine 1.2 on arrival, urea 5.0, 2.0 mg/dL today."
    others = [measured("creatinine", 106, text.index("1.2")), measured("urea", 5, text.index("urea"))]
    reading = note(measurements=others).model_copy(update={"sentences": _sentences(text)})
    source = Source(reading, KNOWLEDGE, text, "Clearance today?")
    assert read_inputs([measure("creatinine")], source)["creatinine"].possible == (1.199,)


def test_no_sentence_no_series() -> None:
    source = Source(note(), KNOWLEDGE, "Creatinine 1.2 today", "Clearance today?")
    assert read_inputs([measure("creatinine")], source)["creatinine"].possible == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carbon dioxide 36 mEq/L.", (36.0,)),
        ("Partial pressure of carbon dioxide 36 mmHg.", ()),
        ("CO2 is 30.", ()),
    ],
)
def test_carbon_dioxide_by_amount_is_bicarbonate(text: str, expected: tuple[float, ...]) -> None:
    reading = note().model_copy(update={"sentences": _sentences(text)})
    facts = read_inputs([measure("bicarbonate")], Source(reading, KNOWLEDGE, text))
    assert facts["bicarbonate"].possible == expected


def test_words_are_asked_where_what_was_measured_is_of_the_past() -> None:
    text = "At diagnosis two years ago 37 lb. Now 47 in tall, 50.7 lb."
    old = measured("weight", 16.8, text.index("37"), end=text.index("37") + 5)
    source = Source(note(measurements=[old]), KNOWLEDGE, text)
    assert read_inputs([measure("weight")], source)["weight"].possible == (23.0,)
    text = "At diagnosis two years ago 37 lb."
    source = Source(note(measurements=[old]), KNOWLEDGE, text)
    assert read_inputs([measure("weight")], source)["weight"].possible == (16.8,)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Clearance with the actual body weight?", True),
        ("Clearance with the adjusted instead of the actual weight?", False),
        ("Clearance?", False),
    ],
)
def test_the_actual_weight_on_request(question: str, expected: bool) -> None:
    assert read_actual_weight(Source(note(), KNOWLEDGE, "x", question)).possible == (expected,)


def test_which_weight_the_clearance_takes() -> None:
    assert asked_weight(100, 170, "male", actual=True) == 100
    assert asked_weight(100, 170, "male", actual=False) == pytest.approx(79.57, abs=0.01)
