"""What is to be stopped itself takes no option away; drugs that belong together are given together."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.language.model import Medication
from core.treatment.model import Plan
from core.treatment.planning import make_plan
from core.treatment.planning.measures import does_more
from tests.core.treatment.ward import drug, finding, ward

ON_ECG = finding("BD:atrial-fibrillation-on-ecg")


def planned(knowledge: Knowledge, disease: str, *taken: Medication, **more: Any) -> Plan:
    return make_plan(ward(knowledge, *taken, **more), {disease: 0.9})


def offered(plan: Plan) -> dict[str, str]:
    return {item.drug: item.text for item in plan.offered if item.drug}


def test_a_herb_is_stopped_and_takes_no_anticoagulant_away(knowledge: Knowledge) -> None:
    found = planned(knowledge, "atrial-fibrillation", drug("St John's wort", drug="st john's wort"), findings=(ON_ECG,))
    assert "Stop st john's wort" in offered(found)["apixaban"]
    assert "about two weeks" in offered(found)["apixaban"]
    steps = [i for i in found.offered if i.text.startswith("Anticoagulate by stroke risk")]
    assert steps
    assert steps[0].text.count("Stop st john's wort") == 1
    assert "先停用" in (steps[0].text_zh or "")


def test_a_drug_that_is_contraindicated_itself_is_stopped_first(knowledge: Knowledge) -> None:
    weak = (ON_ECG, finding("HP:0012664"))
    found = planned(knowledge, "atrial-fibrillation", drug("verapamil", "240 mg"), findings=weak)
    drugs = offered(found)
    assert "Stop verapamil first" in drugs["amiodarone"]
    assert not any(i.drug == "digoxin" for i in found.excluded)
    strong = planned(knowledge, "atrial-fibrillation", drug("verapamil", "240 mg"), findings=(ON_ECG,))
    assert "Stop verapamil" not in " ".join(offered(strong).values())


def test_what_is_forbidden_beside_a_medicine_stays_so_until_that_has_worn_off(knowledge: Knowledge) -> None:
    # Sildenafil is contraindicated in hypotension here; nitrates are not given on top of it all the same.
    low = (finding("HP:0002615"), finding("HP:0031273"))
    found = planned(knowledge, "unstable-angina", drug("sildenafil"), findings=low)
    assert "nitroglycerin" not in offered(found)
    linezolid = planned(knowledge, "parkinson-disease", drug("phenelzine"), findings=(finding("HP:0002666"),))
    assert all("phenelzine" not in t or "Stop phenelzine" in t for t in offered(linezolid).values())


@pytest.mark.parametrize("taken", ["aspirin", "clopidogrel", "ticagrelor"])
@pytest.mark.parametrize(
    ("disease", "name"), [("acute-myocardial-infarction", "tenecteplase"), ("ischaemic-stroke", "alteplase")]
)
def test_fibrinolysis_is_given_beside_an_antiplatelet(
    knowledge: Knowledge, taken: str, disease: str, name: str
) -> None:
    text = offered(planned(knowledge, disease, drug(taken)))[name]
    assert f"It is meant to be given with {taken}" in text
    assert "haemorrhage" in text


def test_fibrinolysis_is_not_given_beside_an_oral_anticoagulant(knowledge: Knowledge) -> None:
    found = planned(knowledge, "ischaemic-stroke", drug("apixaban"))
    assert "alteplase" not in offered(found)


def test_a_class_does_not_speak_against_its_own_member(knowledge: Knowledge) -> None:
    found = planned(knowledge, "acute-myocardial-infarction", drug("perindopril"))
    steps = [i.text for i in found.offered if "ACE inhibitor where indicated" in i.text]
    assert steps
    assert "Not:" not in steps[0]
    assert "Already taken: perindopril" in steps[0]
    own = next(i for i in found.excluded if i.drug == "ramipril")
    assert own.because == "perindopril of the same kind is taken already: continue or adjust it."
    second = [i.text for i in planned(knowledge, "acute-myocardial-infarction", drug("aspirin")).offered]
    assert any("second antiplatelet" in text and "Already taken" not in text for text in second)


def test_one_clause_does_not_take_the_line_with_it(knowledge: Knowledge) -> None:
    line = "Statin, blood-pressure control, anticoagulation in atrial fibrillation."
    assert does_more(line, knowledge)
    assert not does_more("Atropine for slow rate meanwhile.", knowledge)
    assert not does_more("Delirium tremens: lorazepam first.", knowledge)
    assert not does_more("Give aspirin at once unless dissection, active bleeding or allergy is likely.", knowledge)
    found = planned(knowledge, "transient-ischaemic-attack", findings=(finding("HP:0003198"),))
    assert line not in [i.text for i in found.excluded]


def test_what_the_plan_offers_says_what_was_checked(knowledge: Knowledge) -> None:
    found = planned(knowledge, "streptococcal-pharyngitis", allergy_status="unknown")
    by_kind = {check.kind: check for check in found.checks}
    assert "the record says nothing about allergies" in by_kind["allergy"].could_not_judge
    assert by_kind["allergy"].status == "partial"
    assert set(by_kind["interaction"].looked_at) <= {i.drug for i in found.offered}
    assert planned(knowledge, "bereavement").checks == ()
