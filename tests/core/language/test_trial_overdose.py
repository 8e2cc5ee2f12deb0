"""Tablets that were counted, levels whose drug was named before, and thoughts of ending one's life."""

from __future__ import annotations

import pytest

from tests.core.language.shipped import findings, reading

ANY, PARACETAMOL, PLAN = "took an overdose", "paracetamol overdose taken", "plan to end his life"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("19F 52 kg. Took 40 paracetamol 500 mg tablets 4 h ago.", PARACETAMOL),
        ("Took 20 co-codamol tablets 4 hours ago.", PARACETAMOL),
        ("60F taken 30 tablets of amlodipine 10 mg 2 hours ago.", ANY),
        ("Swallowed 60 x 500 mg paracetamol an hour ago.", PARACETAMOL),
        ("Has taken 28 sertraline 50 mg with vodka.", ANY),
        ("Swallowed a whole packet of ibuprofen.", ANY),
        ("Ate two boxes of her mother's propranolol at 9 pm", ANY),
        ("Overdose of about thirty amitriptyline 25 mg tablets", "tricyclic antidepressant taken"),
        ("Paracetamol 500 mg x 32 taken at 22:00", PARACETAMOL),
        ("30 tablets of ramipril were taken", ANY),
        ("Took 10 g paracetamol.", PARACETAMOL),
    ],
)
def test_counted_tablets_are_an_overdose(text: str, label: str) -> None:
    assert findings(text)[label].assertion == "present"


@pytest.mark.parametrize(
    "text",
    [
        "Took 2 paracetamol tablets 4 h ago for headache.",
        "He takes 8 tablets of prednisolone 5 mg daily.",
        "Took 20 tablets of prednisolone over a week",
        "Took 16 tablets daily",
        "Took 40 mg furosemide.",
        "Took 30 minutes to walk here.",
        "took 1 g paracetamol for pain",
    ],
)
def test_a_dose_is_none(text: str) -> None:
    assert not {ANY, PARACETAMOL} & findings(text).keys()


def test_the_overdose_of_a_relative_is_the_relatives() -> None:
    assert findings("His brother took 40 paracetamol in 2015")[PARACETAMOL].experiencer == "family"


@pytest.mark.parametrize(
    ("text", "analyte", "value"),
    [
        ("Took 40 paracetamol tablets 4 h ago. Level 180 mg/L at 4 h.", "paracetamol-level", 180.0),
        ("Took 20 co-codamol tablets. 4-hour level was 120 mg/L", "paracetamol-level", 120.0),
        ("On lithium. Level 2.4 mmol/L", "lithium-level", 2.4),
        ("Digoxin 250 mcg. Trough level 3.1 ug/L.", "digoxin-level", 3.1),
    ],
)
def test_a_level_is_of_the_drug_named_before(text: str, analyte: str, value: float) -> None:
    found = reading(text).measurements
    assert (analyte, value) in [(m.analyte, m.value) for m in found]


@pytest.mark.parametrize("text", ["Level 180 mg/L.", "Fell from level 3.", "Took paracetamol. Level 180."])
def test_a_level_of_nothing_is_no_value(text: str) -> None:
    assert reading(text).measurements == ()


@pytest.mark.parametrize(
    "text",
    [
        "He has thought about dying; he has written a note, bought rope, and has chosen a date this weekend.",
        "Wants to die; has written a note and bought rope.",
        "Suicidal ideation with a plan to hang himself tonight.",
        "患者女，30岁。情绪低落3周，想自杀，已写遗书。",
        "有轻生念头，已制定自杀计划。",
    ],
)
def test_a_plan_to_die_is_read(text: str) -> None:
    assert findings(text)[PLAN].assertion == "present"


@pytest.mark.parametrize("text", ["She wrote a letter to her GP.", "They have chosen a date for the wedding."])
def test_a_letter_and_a_date_alone_are_no_plan(text: str) -> None:
    assert PLAN not in findings(text)


@pytest.mark.parametrize("text", ["想自杀，情绪低落。", "有自杀念头。", "近日欲寻短见。"])
def test_chinese_thoughts_of_suicide(text: str) -> None:
    assert findings(text)["thoughts of suicide"].assertion == "present"


def test_denied_in_chinese() -> None:
    assert findings("否认自杀念头。")["thoughts of suicide"].assertion == "absent"
    assert findings("No plan to hang himself.")[PLAN].assertion == "absent"
