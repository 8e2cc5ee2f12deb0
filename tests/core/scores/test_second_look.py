"""What a second look at the words adds: who, when, which sex, how long, and answers that the vocabulary leaves open."""

from __future__ import annotations

import pytest

from core.scores.areas.chest_pain import CALCULATORS as CHEST_PAIN
from core.scores.areas.measures import measure
from core.scores.compute import compute
from core.scores.inputs import Flag
from core.scores.reading import read_inputs
from core.scores.reading_coma import read_eye, read_stated
from core.scores.reading_doses import doses_now
from core.scores.reading_duration import read_duration
from core.scores.reading_findings import read_flag
from core.scores.reading_legs import read_no_leg_complaint
from core.scores.reading_sex import read_sex
from core.scores.reading_support import read_fio2
from core.scores.reading_worded import read_solid_tumour
from core.scores.reading_words import read_rate_from_rr
from core.scores.source import Source
from tests.core.scores.notes import KNOWLEDGE, finding, measured, note

COUGH = "HP:0012735"


def _source(text: str, question: str | None = None, **given: object) -> Source:
    return Source(note(**given), KNOWLEDGE, text, question)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A male arrived for a review.", ("male",)),
        ("49 y Caucasian lady, driver.", ("female",)),
        ("Arrived after her fall; she is well.", ("female",)),
        ("Arrived with his wife, a woman of 40. She is well.", ("female", "male")),
        ("Arrived after a fall. She saw him.", ("female", "male")),
        ("Arrived after a fall.", ("female", "male")),
    ],
)
def test_the_sex_in_the_words(text: str, expected: tuple[str, ...]) -> None:
    assert read_sex(_source(text)).possible == expected


def test_the_sex_of_the_reading_comes_first() -> None:
    assert read_sex(_source("A man.", sex="female")).possible == ("female",)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sore since the day before yesterday.", 2),
        ("Sore since yesterday.", 1),
        ("Sixth day of sore throat.", 6),
        ("Sore throat two days, home now.", 2),
        ("LMP 10 days ago. Ill for 3 days.", 3),
    ],
)
def test_how_long_it_has_lasted(text: str, days: float) -> None:
    assert read_duration(_source(text)).possible == (days,)


def _cough(text: str, place: str = "cough", **given: object) -> object:
    start = text.index(place)
    said = finding(COUGH, start=start, end=start + len(place), **given)
    return read_flag(Flag(id="c", en="", zh="", concepts=(COUGH,)), _source(text, findings=[said])).possible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He has a cough.", (True,)),
        ("His brother, 13, has strep and a cough.", (False, True)),
        ("Wife at home with a cough.", (False, True)),
        ("Her mother reports a cough.", (True,)),
        ("His mother and now he himself have a cough.", (True,)),
    ],
)
def test_whose_finding_it_is(text: str, expected: tuple[bool, ...]) -> None:
    assert _cough(text) == expected


def test_what_is_recent_is_of_now() -> None:
    assert _cough("reports recent bouts of cough", temporality="historical") == (True,)
    assert _cough("reports former bouts of cough", temporality="historical") == (False, True)


def test_the_course_does_not_count_at_presentation() -> None:
    text = "x" * 220 + " On hospital day 3 a cough."
    start = text.index("cough")
    source = _source(text, findings=[finding(COUGH, start=start, end=start + 5)])
    kept = Flag(id="c", en="", zh="", concepts=(COUGH,))
    assert read_flag(kept, source).possible == (True,)
    early = Flag(id="c", en="", zh="", concepts=(COUGH,), at_presentation=True)
    assert read_flag(early, source).possible == (False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A torn muscle is at least as likely as DVT.", (True,)),
        ("Cellulitis is more likely than thrombosis.", (True,)),
    ],
)
def test_another_diagnosis_in_words(text: str, expected: tuple[bool, ...]) -> None:
    assert read_no_leg_complaint(_source(text)).possible == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a highly suspicious story", 2),
        ("history moderately suspicious", 1),
        ("a slightly suspicious history", 0),
    ],
)
def test_heart_takes_the_history_in_its_own_words(words: str, value: float) -> None:
    heart = next(c for c in CHEST_PAIN if c.id == "heart")
    result = compute(heart, note(age_years=30), KNOWLEDGE, text=words, assume_absent=True)
    assert result.value == value


def test_heart_history_is_denied_or_hinted() -> None:
    heart = next(c for c in CHEST_PAIN if c.id == "heart")
    silent = compute(heart, note(age_years=30), KNOWLEDGE, text="never highly suspicious", assume_absent=True)
    assert silent.value == 0
    hinted = compute(heart, note(["BD:exertional-chest-pain"], age_years=30), KNOWLEDGE, assume_absent=True)
    assert hinted.value == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colon cancer, now liver metastases.", "metastatic"),
        ("Colon cancer, no metastases.", "localised"),
    ],
)
def test_spread_is_read_anywhere(text: str, expected: str) -> None:
    cancer = finding("BD:active-cancer", start=0, end=len("Colon cancer"))
    assert read_solid_tumour(_source(text, findings=[cancer])).possible == (expected,)


def test_responses_and_rates_of_the_time_that_is_asked_for() -> None:
    text = "Yesterday: spontaneous eye opening. Now eyes open to voice."
    assert read_eye(_source(text)).possible == (3.0,)
    text = "Baseline: RR 940 ms. After the dose RR 800 ms."
    assert read_rate_from_rr(_source(text, "QTc after the dose?")).possible == (75.0,)
    text = "Yesterday GCS 15. Now GCS 13."
    stated = [measured("gcs", v, text.index(f"GCS {v}"), end=text.index(f"GCS {v}") + 6) for v in (15, 13)]
    assert read_stated(_source(text, measurements=stated)).possible == (13.0,)
    text = "At 09:00 on 28 % Venturi. At 13:00 FiO2 0.6."
    assert read_fio2(_source(text, "Gradient at 09:00?")).possible == (28.0,)


def test_doses_of_the_past_are_left_out() -> None:
    text = "Takes morphine 10 mg bd. Previously morphine 60 mg. Morphine 5 mg, finished last week."
    assert [(d.number, d.times) for d in doses_now("morphine", _source(text))] == [(10, 2)]


def test_a_diastolic_pressure_keeps_to_the_place_of_the_systolic() -> None:
    text = "BP 120/80 at rest. Then 90 alone."
    both = [
        measured("systolic-blood-pressure", 120, 3, end=9),
        measured("diastolic-blood-pressure", 90, text.index("90"), end=text.index("90") + 2),
    ]
    reading = note(measurements=both).model_copy(update={"sentences": ((0, 19), (19, len(text)))})
    facts = read_inputs([measure("systolic"), measure("diastolic")], Source(reading, KNOWLEDGE, text))
    assert facts["diastolic"].possible == (90.0,)


@pytest.mark.parametrize(("behind", "assertion"), [(" status unknown", "possible"), (" since 2020", "present")])
def test_what_was_not_tested_is_left_open(behind: str, assertion: str) -> None:
    text = f"Thrombophilia{behind}."
    reading = note(findings=[finding("HP:0100724", start=0, end=13)])
    assert [f.assertion for f in Source(reading, KNOWLEDGE, text).reading.findings] == [assertion]
