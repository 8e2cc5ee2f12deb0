"""The readers of what only a score looks for in the words."""

from __future__ import annotations

import pytest

from core.scores.areas.measures import measure
from core.scores.reading_age import read_age
from core.scores.reading_alcohol import read_drinks, read_excess
from core.scores.reading_coma import read_eye, read_motor, read_stated, read_verbal
from core.scores.reading_dates import read_last_period, read_today
from core.scores.reading_denial import denied_from_afar
from core.scores.reading_doses import daily_dose, doses
from core.scores.reading_duration import read_duration
from core.scores.reading_loose import read_loosely
from core.scores.reading_operation import read_operation
from core.scores.reading_size import read_height, read_weight
from core.scores.reading_support import read_fio2, read_pressors
from core.scores.reading_words import read_black, read_cycle, read_rate_from_rr, read_target_bmi
from core.scores.source import Source
from tests.core.scores.notes import KNOWLEDGE, finding, measured, note, written


def value(read, text: str, **patient: object):
    """What a reader makes of a text: the value, or None where it stays open."""
    fact = read(written(text, **patient))
    return fact.possible[0] if fact.known else None


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (read_height, "She is 160 cm (5 ft 3 in) tall and weighs 105 kg.", 160),
        (read_height, "He was 1.85 m (73 inches) tall.", 185),
        (read_height, "height of 1, 65 m", 165),
        (read_height, "She stands 5 ft 1 in tall.", pytest.approx(154.94)),
        (read_height, "He is 70 inches tall.", pytest.approx(177.8)),
        (read_height, "The height and weight of the patient were 160 cm and 56.8 kg.", 160),
        (read_height, "a lesion of 5 cm", None),
        (read_height, "height of 400 cm", None),
        (read_weight, "weighing 2180 g", 2.18),
        (read_weight, "She weighs 220 lbs.", pytest.approx(99.79)),
        (read_weight, "weighed 200 pounds", pytest.approx(90.72)),
        (read_weight, "70 kg of body weight", 70),
        (read_weight, "A 62-year-old, 180 cm, 90 kg male", 90),
        (read_weight, "had lost 4 kg in weight", None),
        (read_weight, "a weight loss of 10 kg", None),
        (read_target_bmi, "their target BMI is 19.2 kg/m^2", 19.2),
        (read_target_bmi, "the BMI is 19.2", None),
        (read_cycle, "Her cycle length is 22 days.", 22),
        (read_cycle, "a 35-day cycle", 35),
        (read_cycle, "Periods are regular.", 28),
        (read_rate_from_rr, "RR interval 650 ms", pytest.approx(92.31)),
        (read_rate_from_rr, "RR 0.94 s", pytest.approx(63.83)),
        (read_rate_from_rr, "RR 18/min", None),
        (read_black, "A 50-year-old African American man", True),
        (read_black, "black stools", False),
        (read_last_period, "Her last menstrual period was on 12/11/2013.", "2013-12-11"),
        (read_last_period, "LMP 14 February 2024", "2024-02-14"),
        (read_last_period, "last menstrual period began on September 1, 2024", "2024-09-01"),
        (read_last_period, "LMP: 2024-03-05", "2024-03-05"),
        (read_last_period, "LMP 25/12/2023", "2023-12-25"),
        (read_last_period, "January 5, 2025 as the first day of her last normal period", "2025-01-05"),
        (read_last_period, "LMP 02/31/2024", None),
        (read_today, "Today's date is 03/29/2020.", "2020-03-29"),
        (read_today, "seen March 22, 2025", "2025-03-22"),
        (read_duration, "a 3-day history of fever", 3),
        (read_duration, "for two weeks", 14),
        (read_duration, "bulimia for 15 years, sore throat for 12 hours", 0.5),
        (read_duration, "a sore throat", None),
        (read_drinks, "about 4 alcoholic drinks per week", 4),
        (read_drinks, "two beers a day", 14),
        (read_drinks, "10 to 12 drinks weekly", 12),
        (read_drinks, "4 glasses of wine each month", 1),
        (read_drinks, "no alcohol", None),
        (read_operation, "underwent minor surgery", "minor"),
        (read_operation, "after a total hip replacement", "joint replacement"),
        (read_operation, "laparoscopic surgery last week", "major"),
        (read_operation, "no recent history of major surgery", None),
        (read_fio2, "FiO₂ is maintained at 55 %", 55),
        (read_fio2, "55 % FiO2", 55),
        (read_fio2, "fraction of inspired oxygen of 0.6", 60),
        (read_fio2, "on 4 L/min", 36),
        (read_fio2, "3 L of oxygen", 32),
        (read_fio2, "20 L/min", None),
        (read_age, "Seventy-one-year-old man", 71),
        (read_age, "a nineteen-year-old", 19),
        (read_age, "forty-year-old woman", 40),
        (read_age, "Woman aged 77", 77),
        (read_age, "Man of 36, methadone", 36),
        (read_age, "ED septic pathway, 55F, pyelonephritis", 55),
        (read_age, "Her daughter aged 49 will help", None),
        (read_age, "man 180 cm", None),
        (read_age, "Man, 130, not believed; aged 60", 60),
    ],
)
def test_readers(read, text: str, expected) -> None:
    assert value(read, text) == expected


def test_the_age_of_the_reading_comes_first() -> None:
    assert value(read_age, "Woman aged 77", age_years=70) == 70


@pytest.mark.parametrize(
    ("text", "drug", "expected"),
    [
        ("50 mg of Tapentadol 1 time a day", "tapentadol", (50, None, 1)),
        ("tramadol 50 mg PO every 6 hours", "tramadol", (50, "PO", 4)),
        ("Dexamethasone IV 8 mg twice daily", "dexamethasone", (8, "IV", 2)),
        ("oxycodone ER 20 mg bid", "oxycodone", (20, None, 2)),
        ("morphine 1 g", "morphine", (1000, None, 1)),
        ("morphine 500 mcg", "morphine", (0.5, None, 1)),
        ("codeine 30 mg 3 times a day", "codeine", (30, None, 3)),
        ("fentanyl patch 25 mcg/h", "fentanyl", (0.025, "patch", 1)),
    ],
)
def test_doses(text: str, drug: str, expected) -> None:
    (dose,) = doses(drug, text)
    assert (dose.amount, dose.route, dose.times) == expected


def test_an_order_is_not_counted_twice() -> None:
    assert [d.amount for d in doses("morphine", "10 mg of morphine 20 mg")] == [10]


def test_doses_of_a_day() -> None:
    assert value(daily_dose("morphine"), "60 mg of Morphine 3 times a day and 10 mg of morphine once a day") == 190
    assert value(daily_dose("fentanyl", "patch", as_written=True), "fentanyl patch 25 mcg/h") == 25
    assert value(daily_dose("fentanyl", "buccal"), "fentanyl patch 25 mcg/h") == 0


@pytest.mark.parametrize(
    ("text", "eye", "verbal", "motor"),
    [
        ("E3V4M5", 3, 4, 5),
        ("E2 M4 V3", 2, 3, 4),
        ("E4VTM6", 4, None, 6),
        ("no eye opening, no verbal response, flaccid", 1, 1, 1),
        ("She opens her eyes to pain, groans, with decerebrate posturing.", 2, 2, 2),
        ("He opens his eyes to voice. Inappropriate words. Abnormal flexion.", 3, 3, 3),
        ("Eyes open spontaneously; he is confused; withdraws from pain.", 4, 4, 4),
        ("Awake and alert, oriented to place, localizes pain.", 4, 5, 5),
        ("When asked, she opened her eyes. Mute. Obeys commands.", 3, 1, 6),
        ("Her eyes remain shut. Upon commands she was able to lift an arm.", 1, None, 6),
        ("no words for it", None, None, None),
    ],
)
def test_coma(text: str, eye, verbal, motor) -> None:
    assert (value(read_eye, text), value(read_verbal, text), value(read_motor, text)) == (eye, verbal, motor)


def test_a_stated_total_yields_to_three_responses_in_words() -> None:
    reading = note(values={"gcs": 14.0})
    assert read_stated(Source(reading, KNOWLEDGE, "GCS 14")).possible == (14.0,)
    assert read_stated(Source(reading, KNOWLEDGE, "GCS 14, later E2V2M5")).possible == (0.0,)
    assert read_stated(written("nothing")).possible == (0.0,)
    assert read_stated(written("his Glasgow Coma Score being recorded as 13/15")).possible == (13.0,)


def _pressors(text: str, *drugs: str):
    from core.language.model import Medication

    taken = tuple(
        Medication(name=d, drug=d, start=text.index(d), end=text.index(d) + len(d)) for d in drugs if d in text
    )
    reading = note().model_copy(update={"medications": taken})
    fact = read_pressors(Source(reading, KNOWLEDGE, text))
    return fact.possible[0] if fact.known else None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("nothing", None),
        ("dopamine", "low"),
        ("dopamine at 5 mcg/kg/min", "low"),
        ("dopamine at 6 mcg/kg/min", "middle"),
        ("dopamine at 16 mcg/kg/min", "high"),
        ("dobutamine at 20 mcg/kg/min", "low"),
        ("norepinephrine", "middle"),
        ("norepinephrine at 0.1 mcg/kg/min", "middle"),
        ("norepinephrine at 0.2 µg/kg/min", "high"),
        ("norepinephrine at 6 mcg/kg/h", "middle"),
        ("dopamine at 3 mcg/kg/min and norepinephrine at 0.3 mcg/kg/min", "high"),
    ],
)
def test_pressors(text: str, level: str | None) -> None:
    assert _pressors(text, "norepinephrine", "dopamine", "dobutamine") == level


def test_a_pressor_without_a_place_in_the_text_is_left_out() -> None:
    from core.language.model import Medication

    reading = note().model_copy(update={"medications": (Medication(name="x", drug="dopamine"),)})
    assert not read_pressors(Source(reading, KNOWLEDGE, "x")).known


def test_inspired_oxygen_of_a_measurement_and_of_room_air() -> None:
    assert read_fio2(Source(note(values={"fio2": 40.0}), KNOWLEDGE)).possible == (40.0,)
    assert read_fio2(Source(note(("BD:breathing-room-air",)), KNOWLEDGE)).possible == (21.0,)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("There is no recorded history of X", True),
        ("She has not reported any X", True),
        ("The medication list does not include X", True),
        ("void of any significant incidents like a X", True),
        ("She has X", False),
        ("no fever but X", False),
        ("Not only X", False),
        ("He did not respond to treatment of X", False),
        ("She does not smoke. X", False),
    ],
)
def test_denials_from_afar(text: str, denied: bool) -> None:
    assert denied_from_afar(text, text.index("X")) is denied


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("Her hemoglobin count was found to be below normal, at 9.5 g/dL.", "haemoglobin", 9.5),
        ("serum creatinine (SCr), 7.2 mg/dl", "creatinine", 7.2),
        ("25.9 mg/dL blood urea nitrogen, 0.57 mg/dL creatinine", "urea-nitrogen", 25.9),
        ("urine creatinine 90 mg/dL", "creatinine", None),
        ("sodium and chloride were 140 mmol/L and 100 mmol/L respectively", "chloride", None),
        ("baseline creatinine of 1.0 mg/dL", "creatinine", None),
        ("creatinine of 900 mg/dL", "creatinine", None),
        ("hemoglobin unremarkable", "haemoglobin", None),
    ],
)
def test_loose_wordings(text: str, key: str, expected: float | None) -> None:
    fact = read_loosely(measure(key), written(text))
    assert (fact.possible[0] if fact.known else None) == expected


def test_drinking_in_words() -> None:
    def read(text: str, **given: object):
        at = text.index("alcohol")
        drink = finding("BD:alcohol-excess", **{"start": at, "end": at + 7, **given})
        fact = read_excess(Source(note(findings=[drink]), KNOWLEDGE, text))
        return fact.possible[0] if fact.known else None

    assert read("chronic alcohol abuse") is True
    assert read("minimal alcohol intake") is False
    assert read("alcohol intake") is None
    assert read("alcohol abuse", assertion="absent") is False
    assert read("alcohol abuse", start=None, end=None) is None


def test_measurements_outrank_words() -> None:
    reading = note(measurements=[measured("weight", 60)])
    from core.scores.reading import read_inputs

    facts = read_inputs([measure("weight")], Source(reading, KNOWLEDGE, "weighs 90 kg"))
    assert facts["weight"].possible == (60,)


def test_a_loose_wording_is_used_where_nothing_was_measured() -> None:
    from core.scores.reading import read_inputs

    source = written("Her hemoglobin count was found to be below normal, at 9.5 g/dL.")
    facts = read_inputs([measure("haemoglobin"), measure("haemoglobin")], source)
    assert facts["haemoglobin"].possible == (9.5,)


def test_words_are_used_where_nothing_was_measured() -> None:
    from core.scores.reading import read_inputs

    facts = read_inputs([measure("weight"), measure("haemoglobin")], written("He weighs 90 kg."))
    assert facts["weight"].possible == (90,)
    assert not facts["haemoglobin"].known
