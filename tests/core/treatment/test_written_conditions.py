"""What an option says in words about allergy, age, weight, kidneys and pregnancy is held by a rule as well."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_patient import ListedAllergy
from core.language.model import AllergyItem, Medication
from core.treatment.listed_allergies import groups_of, meant
from core.treatment.model import PlanItem
from core.treatment.planning import make_plan
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, measured, ward


def planned(knowledge: Knowledge, disease: str, *taken: Medication, **more: Any) -> dict[str, PlanItem]:
    """The drug options of a disease by drug, offered or not; what is not offered says why."""
    plan = make_plan(ward(knowledge, *taken, **more), {disease: 0.9})
    return {item.drug: item for item in (*plan.offered, *plan.excluded) if item.drug}


def allergic(substance: str, reaction: str | None = None, **more: Any) -> dict[str, Any]:
    return {"allergies": [AllergyItem(substance=substance, reaction=reaction, **more)]}


@pytest.mark.parametrize(
    ("substance", "reaction"),
    [
        ("sulfa", "SJS"),
        ("co-trimoxazole", "toxic epidermal necrolysis, ITU"),
        ("sulfamethoxazole", "anaphylaxis"),
        ("sulfonamide", "rash"),
        ("sulfadiazine", None),
        ("磺胺类", "剥脱性皮炎"),
    ],
)
def test_no_acetazolamide_in_an_allergy_to_sulfonamides(
    knowledge: Knowledge, substance: str, reaction: str | None
) -> None:
    about = ward(knowledge, **allergic(substance, reaction))
    plan = make_plan(about, {"acute-angle-closure-glaucoma": 0.95})
    assert "acetazolamide" in {item.drug for item in plan.excluded}
    assert "acetazolamide" not in {item.drug for item in plan.offered}
    # The step that names it keeps its other half.
    assert any("drops" in i.text and "Not: acetazolamide" in i.text for i in plan.offered)


@pytest.mark.parametrize("name", ["celecoxib", "zonisamide", "parecoxib", "acetazolamide"])
def test_a_severe_reaction_to_a_sulfonamide_forbids_its_kin(knowledge: Knowledge, name: str) -> None:
    _, items = check_drugs(ward(knowledge, drug(name), **allergic("Septrin", "Stevens-Johnson syndrome 2009")))
    assert any(i.interruptive and i.kind == "disease" for i in items)


@pytest.mark.parametrize("name", ["furosemide", "gliclazide", "bendroflumethiazide"])
def test_diuretics_are_not_meant(knowledge: Knowledge, name: str) -> None:
    _, items = check_drugs(ward(knowledge, drug(name), **allergic("sulfa", "SJS")))
    assert not any("sulfonamide" in i.message for i in items)


def test_an_intolerance_is_no_allergy(knowledge: Knowledge) -> None:
    assert (
        planned(knowledge, "acute-angle-closure-glaucoma", **allergic("sulfa", "nausea", kind="intolerance"))[
            "acetazolamide"
        ].because
        is None
    )


def test_after_anaphylaxis_a_carbapenem_is_given_with_care(knowledge: Knowledge) -> None:
    options = planned(knowledge, "neutropenic-sepsis", **allergic("penicillin", "anaphylaxis"))
    assert options["piperacillin"].because
    meropenem = options["meropenem"]
    assert meropenem.because is None
    assert "not severe" not in meropenem.text
    assert "With care: After a severe reaction to a penicillin" in meropenem.text
    assert options["aztreonam"].because is None


def test_after_a_beta_lactam_took_the_skin_off_none_of_its_kin_is_tried(knowledge: Knowledge) -> None:
    options = planned(knowledge, "neutropenic-sepsis", **allergic("amoxicillin", "DRESS"))
    assert options["meropenem"].because
    assert options["aztreonam"].because is None
    _, items = check_drugs(ward(knowledge, drug("ceftriaxone"), **allergic("flucloxacillin", "SJS")))
    assert any(i.interruptive for i in items)


@pytest.mark.parametrize(
    ("reaction", "given"),
    [("hives within minutes", False), ("throat swelling", False), ("mild rash after a week", True)],
)
def test_an_immediate_reaction_keeps_from_cephalexin(knowledge: Knowledge, reaction: str, given: bool) -> None:
    found = planned(knowledge, "streptococcal-pharyngitis", **allergic("penicillin", reaction))["cephalexin"]
    assert (found.because is None) == given


@pytest.mark.parametrize(
    ("disease", "name", "who", "said"),
    [
        ("acute-urticaria", "cetirizine", {"age_years": 1.0}, "from 2 years on"),
        ("acute-pyelonephritis", "cefixime", {"age_years": 0.3}, "from 6 months on"),
        ("status-epilepticus", "midazolam", {"age_years": 30, "weight_kg": 34}, "from 40 kg on"),
        ("acne-vulgaris", "adapalene", {"age_years": 30, "sex": "female", "pregnant": True}, "she is pregnant"),
    ],
)
def test_a_bound_of_age_weight_or_pregnancy(
    knowledge: Knowledge, disease: str, name: str, who: dict[str, Any], said: str
) -> None:
    found = planned(knowledge, disease, patient=who)
    assert said in (found[name].because or "")
    assert found[name].because_zh


def test_a_bound_of_the_kidneys(knowledge: Knowledge) -> None:
    who = {"age_years": 70, "sex": "male", "weight_kg": 70}
    weak = planned(
        knowledge, "peripheral-arterial-disease", patient=who, measurements=(measured("creatinine", 300, "µmol/L"),)
    )
    fair = planned(
        knowledge, "peripheral-arterial-disease", patient=who, measurements=(measured("creatinine", 80, "µmol/L"),)
    )
    assert "the kidneys clear 20 mL/min, less than 25" in (weak["cilostazol"].because or "")
    assert fair["cilostazol"].because is None


def test_the_trimester_counts_where_it_is_known(knowledge: Knowledge) -> None:
    who = {"age_years": 30, "sex": "female", "pregnant": True}
    late = {"patient": who, "text": "30 weeks pregnant", "patient_spans": {"pregnant": (0, 17)}}
    assert planned(knowledge, "giardiasis", patient=who)["tinidazole"].because
    assert planned(knowledge, "giardiasis", **late)["tinidazole"].because is None


def test_what_is_listed_is_told_by_group_and_by_how_it_showed(knowledge: Knowledge) -> None:
    assert "sulfonamide-antibiotics" in groups_of("Septrin", knowledge)
    assert groups_of("elephants", knowledge) == set()
    listed = [AllergyItem(substance="penicillin", reaction="hives")]
    penicillins = {"groups": ("penicillins",)}
    for reaction, holds in (("any", True), ("immediate", True), ("grave", False), ("skin", False), ("mild", True)):
        sought = ListedAllergy.model_validate({**penicillins, "reaction": reaction})
        assert bool(meant(sought, listed, knowledge)) == holds, reaction


@pytest.mark.parametrize("condition", ["dementia", "falls"])
def test_what_speaks_against_lasting_treatment_takes_no_emergency_drug_away(
    knowledge: Knowledge, condition: str
) -> None:
    found = finding({"dementia": "HP:0000726", "falls": "HP:0002527"}[condition])
    for disease in ("digoxin-toxicity", "complete-heart-block", "sick-sinus-syndrome"):
        assert planned(knowledge, disease, findings=(found,))["atropine"].because is None
    _, items = check_drugs(ward(knowledge, drug("trihexyphenidyl"), findings=(finding("HP:0000726"),)))
    assert any(i.severity == "major" for i in items)


@pytest.mark.parametrize("rate", [14, 19, 21, 40])
def test_vancomycin_is_loaded_whatever_the_kidneys(knowledge: Knowledge, rate: float) -> None:
    found = planned(knowledge, "sepsis", measurements=(measured("egfr", rate),))["vancomycin"]
    assert found.because is None
    assert "With care" in found.text


def test_an_inhaler_with_a_steroid_is_not_called_one_without(knowledge: Knowledge) -> None:
    asthma = (finding("HP:0002099"),)
    for brand, parts in (("Seretide", True), ("Fostair", True), ("Luforbec", True), ("Relvar", True), ("Anoro", False)):
        _, items = check_drugs(ward(knowledge, drug(brand, drug=None), findings=asthma))
        assert any("inhaled steroid" in i.message for i in items) != parts, brand
    _, items = check_drugs(ward(knowledge, drug("salmeterol"), drug("budesonide"), findings=asthma))
    assert not any("Without an inhaled steroid" in i.message for i in items)


@pytest.mark.parametrize(
    "value", [measured("ketones", 3.4, "mmol/L"), measured("ph", 7.12), measured("ketones", 6.1, "mmol/L")]
)
def test_an_sglt2_inhibitor_stops_for_good_by_ketones_or_ph_alone(knowledge: Knowledge, value: Any) -> None:
    for name in ("empagliflozin", "canagliflozin"):
        _, items = check_drugs(ward(knowledge, drug(name), measurements=(value,)))
        grave = [i for i in items if i.interruptive]
        assert grave
        assert "do not restart" in grave[0].action
    _, items = check_drugs(ward(knowledge, drug("empagliflozin"), measurements=(measured("ketones", 0.9, "mmol/L"),)))
    assert not any(i.interruptive for i in items)


def test_a_triptan_waits_in_serotonin_syndrome(knowledge: Knowledge) -> None:
    _, items = check_drugs(ward(knowledge, drug("rizatriptan"), candidates={"serotonin-syndrome": 0.9}))
    assert any(i.severity == "major" and "serotonin" in i.message and i.action for i in items)
