"""Values and their times: what was measured once says nothing of today."""

from __future__ import annotations

import pytest

from tests.core.language.shipped import reading


def times(text: str, analyte: str) -> list[tuple[float, bool]]:
    """The values of one quantity, and whether each is of now."""
    return [(m.value, m.temporality == "recent") for m in reading(text).measurements if m.analyte == analyte]


@pytest.mark.parametrize(
    ("text", "analyte", "expected"),
    [
        ("creatinine 171 umol/L (88 in 2021)", "creatinine", [(171, True), (88, False)]),
        ("Creatinine 162 (3 months ago 138)", "creatinine", [(162, True), (138, False)]),
        ("Creatinine 168 umol/L (baseline 150)", "creatinine", [(168, True), (150, False)]),
        ("BP 180/100 last month; today BP 128/76.", "systolic-blood-pressure", [(180, False), (128, True)]),
        ("Last year SpO2 82% in ICU. Today SpO2 98% on air", "oxygen-saturation", [(82, False), (98, True)]),
        ("SpO2 82% in ICU last year, 98% today", "oxygen-saturation", [(82, False), (98, True)]),
        ("PR interval 248 ms (was 160 ms in 2021)", "pr-interval", [(248, True), (160, False)]),
        ("Hb 132 (2019), 90 (2026)", "haemoglobin", [(132, False), (90, True)]),
        ("Hb 120 in March 2020, 95 now", "haemoglobin", [(120, False), (95, True)]),
        ("K 3.1, previously 4.2, Na 130", "sodium", [(130, True)]),
        ("Previous bloods: Hb 120, Na 140. Today Hb 84.", "sodium", [(140, False)]),
        ("Creatinine was 84 two years ago.", "creatinine", [(84, False)]),
        ("70-year-old man, known hypertension, BP 150/90, HR 80", "heart-rate", [(80, True)]),
    ],
)
def test_a_time_stays_with_its_own_value(text: str, analyte: str, expected: list[tuple[float, bool]]) -> None:
    assert times(text, analyte) == expected


@pytest.mark.parametrize(
    ("text", "label", "assertion"),
    [
        ("BP 180/100 last month; today BP 128/76.", "raised systolic blood pressure", "absent"),
        ("Last year SpO2 82% in ICU. Today SpO2 98% on air", "low oxygen saturation", "absent"),
        ("Hb 132 in 2019, 90 now", "anaemia", "present"),
    ],
)
def test_the_finding_is_that_of_the_value_of_now(text: str, label: str, assertion: str) -> None:
    found = [(f.assertion, f.temporality) for f in reading(text).findings if f.label == label]
    assert found == [(assertion, "recent")]


def test_a_finding_of_an_old_value_alone_is_historical() -> None:
    found = {f.label: f for f in reading("BP 220/130 last month. Dizzy.").findings}
    assert found["raised systolic blood pressure"].temporality == "historical"
    assert "hypotension" not in found  # what was normal once denies nothing of today


def test_a_finding_carries_its_own_value() -> None:
    found = {f.label: f for f in reading("Creatinine 168 umol/L (baseline 150)").findings}
    assert found["raised creatinine"].value == 168


OLD = (
    "57M with fever.\nLetter of 2020: creatinine 84 umol/L, troponin negative. Naproxen 500 mg bd for 5 days.\n"
    "Today: creatinine 171 umol/L."
)


def test_an_old_letter_tells_of_then() -> None:
    assert times(OLD, "creatinine") == [(84, False), (171, True)]
    found = reading(OLD)
    assert [f.temporality for f in found.findings if f.label == "troponin negative"] == ["historical"]
    assert [m.status for m in found.medications] == ["stopped"]


def test_the_date_of_the_record_itself_makes_it_no_old_letter() -> None:
    text = "Letter of 12 March 2026: this 60-year-old woman has a cough. Hb 90."
    assert times(text, "haemoglobin") == [(90, True)]


def test_the_weight_of_now_is_the_patients() -> None:
    assert reading("Weight 60 kg (was 70 kg 6 months ago)").patient.weight_kg == 60


@pytest.mark.parametrize(("text", "value"), [("Troponin 88", 0.088), ("Troponin I 2400", 2.4), ("Troponin 0.04", 0.04)])
def test_a_bare_troponin_is_never_a_thousandfold(text: str, value: float) -> None:
    assert [m.value for m in reading(text).measurements] == [value]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Plasma metanephrines 6x ULN", "raised metanephrines"),
        ("ALT 3 x ULN", "raised ALT"),
        ("Troponin 10 times the upper limit", "raised troponin"),
    ],
)
def test_a_multiple_is_raised_and_no_value(text: str, label: str) -> None:
    found = reading(text)
    assert label in {f.label for f in found.findings if f.assertion == "present"}
    assert found.measurements == ()


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("51 y woman with flushes", "age_years", 51),
        ("BMI 33, 98 kg", "weight_kg", 98),
        ("Meds: amlodipine 5 mg. Weight 78 kg.", "weight_kg", 78),
        ("30F 20/40 pregnant. On ramipril.", "pregnant", True),
        ("34F 30+4 with headache", "pregnant", True),
        ("28F 30+4/40, reduced movements", "pregnant", True),
        ("30F, heavily pregnant, headache", "pregnant", True),
        ("30F VA 20/40", "pregnant", None),
        ("60F BP 78/40", "pregnant", None),
        ("32F possibly pregnant", "pregnant", None),
        ("30M, wife is pregnant", "pregnant", None),
        ("Baby boy born at 34+2 weeks, now 3 days old", "pregnant", None),
    ],
)
def test_who_the_patient_is(text: str, field: str, value: object) -> None:
    assert getattr(reading(text).patient, field) == value


@pytest.mark.parametrize("text", ["SpO2 95% RA", "SpO2 95% on RA", "Sats 95% (RA), RR 20"])
def test_behind_a_saturation_ra_is_room_air(text: str) -> None:
    found = {f.label: f.assertion for f in reading(text).findings}
    assert found["supplemental oxygen"] == "absent"
    assert not any("arthritis" in label.lower() for label in found)
