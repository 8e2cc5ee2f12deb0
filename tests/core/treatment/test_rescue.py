"""What saves a life is offered with a caution; nothing is offered for what is hardly thought of; advice is no drug."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case
from core.treatment.naming import given_part

ADDISON = (
    "52-year-old woman with Addison disease, 2 days of vomiting, stopped her hydrocortisone. BP 78/44, HR 128, Na 121, "
    "K 6.1. Adrenal crisis. Latent tuberculosis on rifampicin."
)
ASTHMA = (
    "34-year-old man with known asthma. Acute severe asthma attack since this morning after a cold: wheeze in both "
    "lungs, cannot complete sentences, SpO2 90%, RR 32, peak flow 30 % of his best."
)


def assessed(text: str) -> Assessment:
    return assess(Case(id="rescue", text=text))


def _text_of(assessment: Assessment, drug: str) -> str:
    return " ".join(item.text for item in assessment.plan.offered if item.drug == drug)


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        (ADDISON, "hydrocortisone"),
        (ASTHMA + " Past tuberculosis treated in 2001.", "prednisone"),
        ("89-year-old woman, dementia, HR 32, BP 70/40, syncope. ECG: complete heart block.", "atropine"),
    ],
)
def test_a_caution_does_not_take_away_what_saves_a_life(text: str, drug: str) -> None:
    assessment = assessed(text)
    assert _text_of(assessment, drug), [i.text for i in assessment.plan.excluded]
    assert drug not in {item.drug for item in assessment.plan.excluded}


def test_the_caution_is_said_beside_it() -> None:
    assert "With care" in _text_of(assessed(ASTHMA + " Latent tuberculosis."), "prednisone")


def test_an_allergy_takes_even_a_rescue_away() -> None:
    text = (
        "24-year-old man, bacterial meningitis: fever 39.8, neck stiffness, photophobia, drowsy, CSF neutrophils 2000. "
        "Allergies: ceftriaxone - anaphylaxis."
    )
    assessment = assessed(text)
    assert assessment.differential[0].id == "bacterial-meningitis"
    assert not _text_of(assessment, "ceftriaxone")


@pytest.mark.parametrize("text", ["6-year-old, fever 38.5.", "60-year-old man, chest pain and fever."])
def test_no_drug_is_offered_for_what_is_hardly_thought_of(text: str) -> None:
    assessment = assessed(text)
    assert assessment.differential[0].probability < 0.2 or assessment.abstained
    assert not [item.drug for item in assessment.plan.offered if item.kind == "drug" and item.dose]


@pytest.mark.parametrize(
    ("step", "given"),
    [
        ("Check glucose, ketones, bicarbonate.", ""),
        ("Avoid metoclopramide, steroids and unopposed beta-blockers. Give an alpha-blocker.", "alpha-blocker"),
        ("Stop digoxin, give the antibody.", "antibody"),
        ("Look for and treat the cause: infection, missed insulin.", ""),
        ("Fluids, then insulin.", "insulin"),
    ],
)
def test_what_a_step_gives_is_told_from_what_it_names(step: str, given: str) -> None:
    words = given_part(step)
    assert given in words
    assert not any(drug in words for drug in ("bicarbonate", "beta-blockers", "steroids", "digoxin", "missed insulin"))


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("78-year-old woman on digoxin 250 mcg, vomiting, K 7.8 mmol/L, broad QRS, HR 38, creatinine 400.", "insulin"),
        (
            "30-year-old man, fever after Ghana, Plasmodium falciparum 8% on film, drowsy, glucose 2.6 mmol/L.",
            "glucagon",
        ),
    ],
)
def test_what_a_value_needs_is_offered_whatever_else_is_likely(text: str, drug: str) -> None:
    assessment = assessed(text)
    assert assessment.differential[0].id not in ("hyperkalaemia", "hypoglycaemia")
    assert any(item.drug and item.drug.startswith(drug) for item in assessment.plan.offered)


def test_a_drug_for_later_is_not_given_now() -> None:
    assert "beta-blocker" not in given_part("Alpha-blocker first; beta-blocker only afterwards.").replace("Alpha-", "")


def test_methotrexate_in_an_unstable_ectopic_is_ruled_out_by_the_shock() -> None:
    assessment = assessed(
        "29-year-old woman, 7 weeks pregnant, right iliac fossa pain, vaginal bleeding, hCG 6200, empty uterus and "
        "adnexal mass on scan, ectopic pregnancy. BP 80/40, HR 130."
    )
    reasons = " ".join(item.because or "" for item in assessment.plan.excluded if "ethotrexate" in item.text)
    assert "hypotension" in reasons
    assert "child" not in reasons
