"""A limit of the reference range, a past value in a bracket and another quantity's value are not the quantity's own."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import read
from core.scores import compute, find
from core.scores.reading_apart import parted
from tests.core.scores.notes import KNOWLEDGE


def value_of(text: str, shown: str, score: str = "ckd-epi-2021", question: str | None = None) -> object:
    """The value of one input, as the score reads the text."""
    calculator = find(score)
    assert calculator is not None
    reading = read(Case(id="x", text=text), KNOWLEDGE)
    result = compute(calculator, reading, KNOWLEDGE, question, assume_absent=True, text=text)
    return next((i.value for i in result.inputs if i.name == shown), None)


@pytest.mark.parametrize(
    "words",
    [
        "a creatinine of 2.31 mg/dL from normal baseline (Normal 0.6–1.3 mg/dL)",
        "a creatinine of 2.31 mg/dL, up from baseline (reference range 0.5-1.1 mg/dL)",
        "a serum creatinine of 2.31 mg/dL from a normal baseline (normal: 0.6 - 1.2 mg/dL)",
        "creatinine 2.31 mg/dL (upper limit 1.1 mg/dL)",
        "a creatinine of 2.31 mg/dL from normal baseline (ref 0.6-1.3 mg/dL) with a urea nitrogen of 40 mg/dL",
    ],
)
def test_a_limit_of_the_reference_range_is_no_value(words: str) -> None:
    assert value_of(f"A 34-year-old woman presented with {words}.", "creatinine") == pytest.approx(2.31)


@pytest.mark.parametrize(
    "words",
    [
        "a serum creatinine of 5 mg/dL (her baseline was 0.5 mg/dL) and a serum calcium level of 23.1 mg/dL",
        "a creatinine of 5 mg/dL (her usual value was 0.7 mg/dL)",
        "a creatinine of 5 mg/dL (previously 0.9 mg/dL) and a phosphate of 7.2 mg/dL",
        "creatinine 5 mg/dL, baseline 0.8 mg/dL",
        "a creatinine of 5 mg/dL (the baseline had been 0.6 mg/dL), magnesium 1.4 mg/dL",
    ],
)
def test_a_past_in_a_bracket_does_not_make_the_value_before_it_past(words: str) -> None:
    assert value_of(f"A 34-year-old woman presented with {words}.", "creatinine") == pytest.approx(5)


@pytest.mark.parametrize(
    "words",
    [
        "creatinine was not measured but calcium was 23.1 mg/dL",
        "creatinine and a serum calcium level of 11.1 mg/dL",
        "creatinine (pending), phosphate at 4.1 mg/dL",
        "creatinine normal, uric acid of 9.3 mg/dL",
        "creatinine in range, total bilirubin of 3.3 mg/dL",
    ],
)
def test_the_value_of_another_quantity_is_never_taken(words: str) -> None:
    assert value_of(f"A 34-year-old woman was seen with {words}.", "creatinine") is None


def test_what_parts_and_what_does_not() -> None:
    def apart(between: str, knowledge: Knowledge = KNOWLEDGE) -> bool:
        return parted(between + "1.3 mg/dL", 0, len(between), "creatinine", knowledge)

    assert apart(" (normal range: 0.6-")
    assert apart(" 0.6–")
    assert apart(", reference range ")
    assert apart(" and calcium of ")
    assert not apart(" had come back to normal at ")
    assert not apart(" was 2.4 mg/dL on arrival and ")


TABLE = (
    "A 39-year-old woman.\n\nTest | Result | Unit | Reference\nSodium | 126 | mmol/L | 135-145\n"
    "Chloride | 88 | mmol/L | 98-107\nBicarbonate | 11 | mmol/L | 22-29\n"
)
COURSE = (
    "Parameter | On admission | Day 3 | Reference\nSodium (mmol/L) | 137 | 141 | 136-145\n"
    "Chloride (mmol/L) | 101 | 106 | 98-107\nBicarbonate (mmol/L) | 14 | 23 | 22-29\n"
)


@pytest.mark.parametrize(
    ("text", "value"), [(TABLE, 126), (TABLE.replace(" | mmol/L", "").replace(" | Unit", ""), 126)]
)
def test_a_report_of_one_sample_has_its_names_in_the_first_column(text: str, value: float) -> None:
    assert value_of(text, "sodium", "anion-gap") == value


def test_a_column_of_limits_belongs_to_no_time() -> None:
    assert value_of(COURSE, "sodium", "anion-gap", "What was the anion gap on admission?") == 137
    assert value_of(COURSE, "sodium", "anion-gap", "What was the anion gap on day 3?") == 141


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Spot urine showed a sodium of 14 mmol/L and a creatinine of 96 mg/dL.", 14),
        ("In the urine: sodium 31 mmol/L, creatinine 80 mg/dL.", 31),
        ("Urine output fell; the serum sodium was 131 mmol/L.", None),
        ("Spot urine showed a sodium of 14 ng/L.", None),
    ],
)
def test_a_sample_of_urine_named_at_the_head(words: str, value: float | None) -> None:
    assert value_of(f"A man of 50. {words}", "urine sodium", "fena") == value


@pytest.mark.parametrize(
    ("words", "analyte", "value"),
    [
        ("Triglycerides 11,200 mg/dL.", "triglycerides", 126.4),
        ("Triglycerides 120.", "triglycerides", 1.355),
        ("Triglycerides 1.4.", "triglycerides", 1.4),
        ("TSH 846 mU/L.", "tsh", 846),
        ("Ferritin 214,000 ng/mL.", "ferritin", 214_000),
        ("Sodium 208 mmol/L.", "sodium", 208),
        ("Potassium 14.0 mmol/L.", "potassium", 14),
        ("PaCO2 210 mmHg.", "pco2", 210),
        ("PaCO2 5.6.", "pco2", 42.0),
        ("ALT 32,000 U/L.", "alt", 32_000),
        ("Creatinine 38 mg/dL.", "creatinine", 3359.2),
        ("Neutrophils 400.", "neutrophils", 0.4),
        ("Lymphocytes 800.", "lymphocytes", 0.8),
    ],
)
def test_an_extreme_of_survivors_is_read_and_no_wrong_unit_taken(words: str, analyte: str, value: float) -> None:
    found = [m.value for m in read(Case(id="x", text=words), KNOWLEDGE).measurements if m.analyte == analyte]
    assert found == [pytest.approx(value, rel=0.002)]


@pytest.mark.parametrize(
    ("words", "smoker"),
    [
        ("She smokes ten cigarettes a day.", True),
        ("She is a smoker.", True),
        ("She is an ex-smoker.", False),
        ("She is a non-smoker.", False),
        ("She has never smoked.", False),
    ],
)
def test_who_smokes_now(words: str, smoker: bool) -> None:
    text = f"A 57-year-old woman. BP 142/86 mmHg, total cholesterol 230 mg/dL, HDL 46 mg/dL. {words}"
    assert value_of(text, "smoking", "framingham-hard-chd") is smoker


@pytest.mark.parametrize("words", ["ramipril 5 mg for hypertension", "amlodipine for high blood pressure"])
def test_a_drug_for_the_pressure_is_its_treatment(words: str) -> None:
    text = f"A 57-year-old woman takes {words}. BP 142/86 mmHg, total cholesterol 230 mg/dL, HDL 46 mg/dL."
    assert value_of(text, "treatment of high blood pressure", "framingham-hard-chd") is True
