"""Whose finding it is: a patient named by a calling, somebody near the patient, another patient."""

from __future__ import annotations

import pytest

from tests.core.language.shipped import findings, reading


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("54-year-old bus driver with crushing chest pain for 1 hour.", "pressure-like chest pain"),
        ("54-year-old man, a bus driver, with chest pain", "chest pain"),
        ("38-year-old taxi driver with thunderclap headache", "thunderclap headache"),
        ("Thank you for seeing this 67-year-old retired teacher, Mr P., who has lost 9 kg in 3 months.", "weight loss"),
        ("She is a nurse and has a cough.", "cough"),
        ("54M teacher with chest pain.", "chest pain"),
        ("Mrs Jones, a retired school teacher, has confusion.", "confusion"),
        ("Care home resident with fever.", "fever"),
        ("Works as a nurse and has had back pain for a week.", "back pain"),
        ("44-year-old mother of two with headache", "headache"),
        ("Left pupil dilated with ptosis", "drooping eyelid"),
        ("His wife takes him to the clinic for chest pain.", "chest pain"),
        ("Patient on her ward had TB, she has cough", "cough"),
    ],
)
def test_a_calling_names_the_patient(text: str, label: str) -> None:
    assert findings(text)[label].experiencer == "patient"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Her carer has a cough.", "cough"),
        ("The driver had chest pain and died.", "chest pain"),
        ("Another resident has scabies, itching for a week.", "itching"),
        ("Patient on her ward had TB, she has cough", "history of tuberculosis"),
        (
            "Chest film of another patient (Mr K., 81, with a pneumothorax) had been filed here by mistake.",
            "pneumothorax",
        ),
        ("CXR showing pneumothorax belongs to another patient.", "pneumothorax"),
        ("His wife takes warfarin.", "anticoagulant use"),
        ("Her husband is on apixaban and had a stroke.", "anticoagulant use"),
    ],
)
def test_somebody_else_is_somebody_else(text: str, label: str) -> None:
    assert findings(text)[label].experiencer == "other"


def test_one_of_several_sons_is_family() -> None:
    assert findings("Two sons well; the younger one has asthma.")["asthma"].experiencer == "family"


@pytest.mark.parametrize("text", ["His wife takes warfarin.", "Mother takes warfarin.", "Her husband is on warfarin."])
def test_what_others_take_is_no_drug_of_the_patient(text: str) -> None:
    assert reading(text).medications == ()


def test_what_the_patient_takes_beside_a_relative_is_the_patients() -> None:
    drugs = reading("His wife takes warfarin. He takes naproxen.").medications
    assert [m.drug for m in drugs] == ["naproxen"]
    assert [m.drug for m in reading("Lives with wife, takes warfarin").medications]
