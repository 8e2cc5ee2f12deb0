"""Corners of the check that the corpus of sentences does not reach."""

from __future__ import annotations

import pytest

from core.assessment import Sentence
from core.knowledge.base import default_knowledge
from core.language.model import AllergyItem, Finding, Medication
from core.narrative.check import check_sentence
from core.narrative.claim import Claim
from core.narrative.durations import Duration, durations, number_of
from core.narrative.model import Withheld
from core.narrative.record import Record, disease_names, find_diseases, whose
from tests.core.narrative.cases import CHINESE, assessed, recorded


def passes(record: Record, text: str) -> bool:
    return isinstance(check_sentence(text, record), Sentence)


def test_the_fathers_infarction_is_not_the_patients() -> None:
    record = recorded("45-year-old man with cough. FH: father had a myocardial infarction at 50.")
    assert not passes(record, "He has a history of myocardial infarction.")
    assert not passes(record, "The patient is a 45-year-old man with a myocardial infarction at 50.")
    assert not passes(record, "He has a cough and had a heart attack at the age of 50.")
    assert passes(record, "His father had a myocardial infarction.")


def test_a_relative_of_the_other_sex_has_her_own_pronoun() -> None:
    record = recorded("45-year-old man with cough. FH: mother had asthma.")
    assert passes(record, "His mother had asthma.")
    assert passes(record, "His mother had asthma herself.")
    assert not passes(record, "She had asthma.")


def test_an_unknown_sex_is_not_guessed() -> None:
    record = recorded("Cough for 3 days.")
    assert not passes(record, "He has a cough.")
    assert not passes(record, "The patient is a woman with cough.")
    assert not passes(record, "An elderly patient with cough.")
    assert passes(record, "The patient has had a cough for 3 days.")


@pytest.mark.parametrize(
    ("age", "text", "ok"),
    [
        ("8-month-old boy", "The patient is an 8-month-old boy with cough.", True),
        ("8-month-old boy", "The infant is an 8-month-old boy with cough.", True),
        ("8-month-old boy", "The patient is an 8-year-old boy with cough.", False),
        ("80-year-old woman", "An elderly woman has a cough.", True),
        ("80-year-old woman", "The patient is aged 80 years and coughs, with cough.", True),
    ],
)
def test_ages(age: str, text: str, ok: bool) -> None:
    assert passes(recorded(f"{age} with cough."), text) is ok


def test_no_known_allergies_must_be_said() -> None:
    assert passes(recorded("Cough. Allergies: NKDA"), "The patient has no known allergies.")
    assert not passes(recorded("Cough."), "The patient has no known allergies.")


def test_a_denial_and_a_statement_of_the_same_are_not_told_as_a_denial() -> None:
    record = recorded("Fever yesterday evening. No fever.")
    checked = check_sentence("The patient has no fever.", record)
    assert isinstance(checked, Withheld)
    assert "denied in one place" in checked.reasons[0]


def test_no_pain_is_no_chest_pain_and_chest_pain_is_pain() -> None:
    assert passes(recorded("60-year-old man. No abdominal pain."), "He has no abdominal pain.")
    assert passes(recorded("60-year-old man with chest pain."), "He has pain.")
    assert not passes(recorded("60-year-old man with abdominal pain."), "He has chest pain.")


def test_a_diagnosis_of_the_record_may_be_repeated() -> None:
    record = recorded("70-year-old woman. PMH: giant cell arteritis, hypertension.")
    assert passes(record, "She has a history of giant cell arteritis.")
    assert not passes(record, "She has no giant cell arteritis.")
    assert not passes(record, "She has a history of biliary colic.")


def test_what_was_given_beside_the_text_may_be_told_without_a_span() -> None:
    case, assessment = assessed("60-year-old man with cough.")
    assessment = assessment.model_copy(
        update={
            "findings": (*assessment.findings, Finding(concept="HP:0001945", label="fever")),
            "medications": (Medication(name="warfarin", drug="warfarin"),),
            "allergies": assessment.allergies.model_copy(
                update={"status": "listed", "items": (AllergyItem(substance="codeine"),)}
            ),
        }
    )
    record = Record(case, assessment, default_knowledge())
    assert passes(record, "He has fever.")
    assert not passes(record, "He has fever for 2 days.")
    assert passes(record, "He takes warfarin.")
    assert passes(record, "He is allergic to codeine.")


def test_a_chinese_record_is_told_in_english_by_concept() -> None:
    record = recorded(CHINESE)
    assert passes(record, "She has a cough and fever.")
    assert passes(record, "She has no chest pain.")
    assert not passes(record, "She has chest pain.")
    assert not passes(record, "He has a cough.")
    assert not passes(record, "She has a cough because of smoke.")
    assert record.mentions([0]) == []


def test_whose() -> None:
    knowledge = default_knowledge()
    text = "family history of stroke"
    assert whose(Finding(concept="HP:0001297", label="stroke", start=7, end=24), text, knowledge) == "family"
    assert whose(Finding(concept="HP:0001297", label="stroke"), text, knowledge) == "patient"


def test_no_text_claims_nothing() -> None:
    claim = Claim("", default_knowledge())
    assert claim.mentions == []
    assert isinstance(claim.verdict(), Withheld)


def test_diseases_are_found_by_their_longest_name() -> None:
    names = disease_names(default_knowledge())
    found = find_diseases("acute pulmonary embolism, sepsis at this age, AGE", names)
    assert [f.id for f in found] == ["pulmonary-embolism", "sepsis", "acute-gastroenteritis"]


def test_durations() -> None:
    assert durations("for two days and 3-4 weeks")[0][0] == Duration(2, 2, "day")
    assert durations("for two days and 3-4 weeks")[1][0] == Duration(3, 4, "week")
    assert durations("3天")[0][0].words("zh") == "3天"
    assert Duration(2, 3, "day").words("en") == "2–3 days"
    assert durations("ten twenty thirty-three hours")
    assert durations("forty-ten forty years") is not None
    assert number_of("半") == 0.5
    assert number_of("x") is None


def test_sides_of_what_has_no_concept() -> None:
    record = recorded("60-year-old man. He had chest pain while holding a bag in the left hand.")
    assert passes(record, "He had chest pain while holding a bag in the left hand.")
    assert not passes(record, "He had chest pain while holding a bag in the right hand.")
    assert not passes(record, "He had chest pain while holding a bag on the left.")


def test_our_own_name_for_a_finding_is_its_name() -> None:
    record = recorded("60-year-old man with chest pain radiating to the jaw.")
    assert passes(record, "He has pain radiating to the jaw or neck.")
    assert not passes(record, "He has chest pain radiating to the neck and back.")


def test_a_drug_without_its_dose_keeps_its_interval() -> None:
    record = recorded("60-year-old man with cough. Medications: metformin 500 mg bid")
    assert passes(record, "He takes metformin twice daily.")
    assert not passes(record, "He takes metformin twice daily by mouth.")
    oral = recorded("60-year-old man with cough. Medications: metformin 500 mg po bid")
    assert passes(oral, "He takes metformin twice daily by mouth.")
    assert passes(oral, "He takes metformin 500 mg by mouth")
    assert passes(record, "He takes metformin twice a day")
    assert not passes(record, "He takes metformin three times daily.")
    assert not passes(record, "He takes metformin every morning.")
    assert not passes(record, "He does not take aspirin and has a cough.")


def test_a_value_without_a_finding_is_traced_by_its_analyte() -> None:
    record = recorded("60-year-old man with cough. Weight 70 kg.")
    checked = check_sentence("The weight is 70 kg.", record)
    assert isinstance(checked, Sentence)
    assert checked.facts == ("measurements/weight",)
    assert checked.spans


def test_an_age_in_hours_is_no_age_of_a_patient() -> None:
    assert not passes(recorded("60-year-old man with cough."), "The cough is 2 hours old.")


def test_nothing_without_a_concept_is_alike() -> None:
    case, assessment = assessed("60-year-old man with cough.")
    assessment = assessment.model_copy(update={"findings": (Finding(concept=None, label="fever"),)})
    assert not passes(Record(case, assessment, default_knowledge()), "He has fever.")
