"""Kinds of sentences that were once read wrongly, with the knowledge that comes with the program."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import extract
from tests.core.language.shipped import findings, reading


def values(text: str) -> list[tuple[str, float]]:
    return [(m.analyte, m.value) for m in reading(text).measurements]


def named(text: str) -> set[str]:
    return {f.label for f in extract(Case(id="x", text=text), default_knowledge())}


def test_a_disease_that_something_is_taken_for_is_no_operation_to_come() -> None:
    found = findings("PMH significant for heart failure, for which he takes furosemide 40 mg daily.")
    assert found["history of heart failure"].assertion == "present"
    assert found["history of heart failure"].temporality == "historical"


@pytest.mark.parametrize(
    "text",
    ["Planned for hip replacement next month.", "Booked for a hip replacement.", "Awaiting hip replacement."],
)
def test_an_operation_to_come_is_not_had(text: str) -> None:
    assert findings(text)["hip replacement"].assertion == "hypothetical"


def test_an_operation_that_was_is_had() -> None:
    assert findings("He had a hip replacement in 2019.")["hip replacement"].assertion == "present"


def test_what_is_sent_to_the_laboratory_is_no_finding() -> None:
    assert "haemoptysis" not in findings("Sputum culture and blood cultures were sent.")
    assert "haemoptysis" in findings("Sputum streaked with blood.")


def test_the_patient_and_somebody_else_together() -> None:
    both = findings("A 50-year-old man and his wife have fever.")["fever"]
    hers = findings("He is well. His wife has a fever.")["fever"]
    assert (both.experiencer, hers.experiencer) == ("patient", "other")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Chest pain since noon. It is sharp and worse when I breathe in.", "pleuritic chest pain"),
        ("Chest pain. The pain is worse on a deep breath.", "pleuritic chest pain"),
        ("He has a headache. It came on in an instant.", "sudden onset of headache"),
        ("He has chest pain. It came on suddenly. It is worse on deep breathing.", "pleuritic chest pain"),
    ],
)
def test_a_quality_told_in_the_next_sentence_belongs_to_the_pain(text: str, label: str) -> None:
    assert findings(text)[label].assertion == "present"


@pytest.mark.parametrize(
    "text",
    [
        "His mother had chest pain. It came on suddenly.",
        "Chest pain and headache. It came on suddenly.",  # nobody knows which
        "No chest pain. It came on suddenly.",
        "Chest pain. Fever came on suddenly.",
    ],
)
def test_a_quality_that_is_of_no_pain_of_the_patient_makes_none(text: str) -> None:
    assert not {"sudden onset of headache", "sudden onset chest pain"} & set(findings(text))
    assert "sudden onset chest pain" in findings("Chest pain. It came on suddenly.")


def test_pain_told_as_a_story_of_a_hill() -> None:
    assert "exertional chest pain" in findings(
        "He gets a tight chest when he walks up the hill. It eases when he stops."
    )


def test_what_happens_under_a_condition() -> None:
    text = "Chest pain if he climbs stairs."
    had = findings(text)["chest pain"]
    assert (had.assertion, had.condition) == ("present", "if he climbs stairs")
    told = {f.label: f.assertion for f in extract(Case(id="x", text=text), default_knowledge())}
    assert told["chest pain"] == "conditional"
    assert findings("Return if fever.")["fever"].assertion == "hypothetical"


def test_drugs_that_are_not_taken_are_no_exposure() -> None:
    assert findings("He used to take warfarin.")["anticoagulant use"].assertion == "absent"
    assert findings("She declined amlodipine.")["blood pressure tablets"].assertion == "absent"
    assert findings("He takes warfarin.")["anticoagulant use"].assertion == "present"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BP 120/80 PR: 96 RR 18", ("heart-rate", 96)),
        ("ECG: HR 88, PR: 130, QRS 90", ("pr-interval", 130)),
    ],
)
def test_pr_is_a_pulse_among_vital_signs_and_an_interval_on_an_ecg(text: str, expected: tuple[str, float]) -> None:
    found = values(text)
    assert expected in found
    assert len([a for a, _ in found if a == expected[0]]) == 1


@pytest.mark.parametrize("text", ["PR: 130", "PR exam: 3 cm mass. BP 120/80"])
def test_pr_alone_says_nothing(text: str) -> None:
    assert not {"heart-rate", "pr-interval"} & {a for a, _ in values(text)}


ROWS = [
    ("heart-rate", 88), ("systolic-blood-pressure", 120), ("diastolic-blood-pressure", 80), ("temperature", 37.1),
    ("heart-rate", 102), ("systolic-blood-pressure", 110), ("diastolic-blood-pressure", 70), ("temperature", 38.2),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Time   HR   BP   Temp\n08:00  88  120/80  37.1\n12:00 102 110/70 38.2",
        "Time HR BP Temp\n08:00 88 120/80 37.1\n12:00 102 110/70 38.2",
        "| Time | HR | BP | Temp |\n|---|---|---|---|\n| 08:00 | 88 | 120/80 | 37.1 |\n| 12:00 | 102 | 110/70 | 38.2 |",
    ],
)
def test_observations_in_columns(text: str) -> None:
    assert sorted(values(text)) == sorted(ROWS)


def test_observations_in_rows() -> None:
    found = values("Obs   08:00   12:00\nHR   88   102\nBP   120/80   110/70\nTemp   37.1   38.2")
    assert sorted(found) == sorted(ROWS)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Abnormal heart sounds.", "Abnormal heart morphology"),
        ("Fast-twitch fibres were seen.", "Muscle fibrillation"),
        ("They should not be confused with each other.", "confusion"),
        ("Ear and kidney clinical syndromes.", "chronic kidney disease"),
        ("Mandibular coronoid process hyperplasia.", "protruding jaw"),
        ("Premature end-plate disease.", "born prematurely"),
    ],
)
def test_words_that_only_look_like_a_name(text: str, label: str) -> None:
    assert label not in named(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Abnormal heart morphology.", "Abnormal heart morphology"),
        ("Twitching was seen.", "Muscle fibrillation"),
        ("He was confused.", "confusion"),
        ("He is deaf.", "hearing loss"),
        ("A premature baby.", "born prematurely"),
        ("A happy disposition.", "Conspicuously happy disposition"),
        ("Skin lesions were seen.", "Localized skin lesion"),
    ],
)
def test_names_beside_them(text: str, label: str) -> None:
    assert label in named(text)


def test_a_list_that_is_a_term_and_whose_member_is_the_same_is_listed_once() -> None:
    found = extract(Case(id="x", text="Numbness and tingling."), default_knowledge())
    assert [f.label for f in found].count("tingling") == 1


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("84-year-old woman, 47 kg, with atrial fibrillation.", 47),
        ("2-year-old boy, 12 kg, with fever.", 12),
        ("84-year-old woman, 47 kg/m2.", None),
        ("60-year-old woman, 10 kg weight loss over three months.", None),
        ("60-year-old man, 30 kg lighter than last year.", None),
        ("60-year-old man, 12 kg of gear on his back.", None),
        ("60-year-old man, 12 kg.", None),
    ],
)
def test_a_weight_in_the_opening_words(text: str, weight: float | None) -> None:
    assert reading(text).patient.weight_kg == weight


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("She does not smoke, hypertension.", "hypertension"),
        ("It does not go away, fever since Monday.", "fever"),
        ("Seizure for 15 minutes that does not stop, status epilepticus.", "seizure lasting more than five minutes"),
    ],
)
def test_does_not_reaches_to_the_comma(text: str, label: str) -> None:
    assert findings(text)[label].assertion == "present"


def test_does_not_have_reaches_along_a_list() -> None:
    found = findings("He does not have fever, cough, or chest pain.")
    assert {found[label].assertion for label in ("fever", "cough", "chest pain") if label in found} == {"absent"}
    assert "fever" in found


@pytest.mark.parametrize(
    ("text", "contradicted"),
    [
        ("No drug allergies but ibuprofen upsets his stomach.", False),
        ("NKDA. Intolerant of codeine (nausea).", False),
        ("NKDA. Allergic to penicillin.", True),
    ],
)
def test_what_is_not_tolerated_contradicts_no_denial_of_allergies(text: str, contradicted: bool) -> None:
    told = reading(text).conflicts
    assert any(c.about == "allergies" for c in told) is contradicted


def test_a_saturation_on_exertion_keeps_its_value_and_what_brings_it_on() -> None:
    found = findings("SpO2 97% at rest, 85% on walking.")["oxygen saturation falls on exertion"]
    assert (found.value, found.unit, found.condition) == (85, "%", "on walking")
