from __future__ import annotations

import pytest

from core.diagnosis import diagnose
from core.diagnosis.dangers import SHOWN, WORTH_NAMING, _akin
from core.diagnosis.model import Diagnosis
from core.knowledge.base import default_knowledge
from core.language.model import Finding, Medication
from tests.core.diagnosis.readings import CHEST_PAIN, finding, reading

KNOWLEDGE = default_knowledge()
HYPERKALAEMIA, HEAD_INJURY, RAISED_INR = "HP:0002153", "BD:recent-head-injury", "BD:inr-5-or-more"
# A cold, told at length: whatever else the record says, belief goes there.
COLD = ("HP:0031417", "BD:sneezing", "HP:0012735", "HP:0033050", "HP:0001742")
COLDS_WORDS = "runny nose, sneezing, blocked nose, sore throat, cough, common cold since two days"


def _with(*findings: Finding) -> Diagnosis:
    cold = tuple(finding(c) for c in COLD if c in KNOWLEDGE.findings)
    return diagnose(reading(*cold, *findings, age_years=70, sex="male"), KNOWLEDGE, COLDS_WORDS)


def test_a_high_potassium_names_hyperkalaemia_however_well_the_words_fit_a_cold() -> None:
    answer = _with(finding(HYPERKALAEMIA))
    assert answer.differential[0].id == "common-cold"
    chance = next((d.probability for d in answer.differential if d.id == "hyperkalaemia"), 0.0)
    assert chance < WORTH_NAMING
    assert "hyperkalaemia" in {d.id for d in answer.cannot_miss}


@pytest.mark.parametrize("thin", [RAISED_INR, "BD:anticoagulant-use"])
def test_a_head_injury_with_thin_blood_names_bleeding_in_the_head_and_is_an_emergency(thin: str) -> None:
    answer = _with(finding(HEAD_INJURY), finding(thin))
    assert "subdural-haematoma" in {d.id for d in answer.cannot_miss}
    assert answer.triage.level == "emergent"


def test_a_weak_opening_finding_does_not_name_a_danger_by_itself() -> None:
    assert "ectopic-pregnancy" not in {d.id for d in _with(finding(CHEST_PAIN)).cannot_miss}
    assert len(_with(finding(CHEST_PAIN)).cannot_miss) <= SHOWN


def test_what_causes_the_leader_and_what_it_is_taken_for_are_named_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    akin = _akin(KNOWLEDGE.diseases, "small-bowel-obstruction")
    assert "incarcerated-hernia" in akin
    assert akin >= set(KNOWLEDGE.diseases["small-bowel-obstruction"].mimics)
    assert "common-cold" not in akin
    words = "colicky belly pain in waves, vomiting, distended, tympanic, tinkling bowel sounds, no stool or wind since "
    words += "yesterday, no operation before, air-fluid levels"
    concepts = ("HP:0032155", "HP:0002013", "HP:0003270", "HP:6000633", "HP:0001944")
    obstructed = reading(*(finding(c) for c in concepts), age_years=80)

    def named() -> list[str]:
        return [d.id for d in diagnose(obstructed, KNOWLEDGE, words).cannot_miss]

    sooner = named()
    monkeypatch.setattr("core.diagnosis.dangers.AKIN", 1.0)
    assert "incarcerated-hernia" in sooner
    assert "incarcerated-hernia" not in named()
    assert sooner[0] == "small-bowel-obstruction"


def test_a_drug_of_the_list_counts_as_if_the_record_said_that_it_is_taken() -> None:
    listed = Medication(name="Eliquis", drug="apixaban", start=3, end=10)
    injured = reading(finding(HEAD_INJURY), age_years=70).model_copy(update={"medications": (listed,)})
    stopped = injured.model_copy(update={"medications": (listed.model_copy(update={"status": "stopped"}),)})
    assert "subdural-haematoma" in {d.id for d in diagnose(injured, KNOWLEDGE).cannot_miss}
    assert diagnose(injured, KNOWLEDGE).triage.level == "emergent"
    assert diagnose(stopped, KNOWLEDGE).triage.level != "emergent"
