from __future__ import annotations

from core.diagnosis.observations import Observations
from core.diagnosis.taken import BY_CLASS, BY_LOAD, taken_as
from core.knowledge.base import default_knowledge
from core.language.model import Medication
from tests.core.diagnosis.readings import finding, reading

KNOWLEDGE = default_knowledge()


def _taken(drug: str, **given: object) -> set[str]:
    return set(taken_as(Medication.model_validate({"name": drug, "drug": drug, **given}), KNOWLEDGE))


def test_every_finding_and_every_class_of_the_table_exists() -> None:
    assert not {f for f in (*BY_CLASS, *BY_LOAD) if f not in KNOWLEDGE.findings}
    named = {kind for kinds in BY_CLASS.values() for kind in kinds}
    assert not {kind for kind in named if kind not in KNOWLEDGE.drugs.classes and KNOWLEDGE.drugs.get(kind) is None}


def test_a_drug_means_its_class_and_its_load() -> None:
    assert "BD:anticoagulant-use" in _taken("apixaban")
    assert "BD:nsaid-use" in _taken("ibuprofen")
    assert "BD:qt-prolonging-drug" in _taken("amiodarone")


def test_what_is_stopped_planned_local_or_unknown_means_nothing() -> None:
    assert not _taken("apixaban", status="stopped")
    assert not _taken("apixaban", status="planned")
    assert not _taken("hydrocortisone", route="topical")
    assert not set(taken_as(Medication(name="xyz", drug=None), KNOWLEDGE))


def test_the_list_outranks_a_denial_and_points_to_its_place() -> None:
    given = reading(finding("BD:anticoagulant-use", "absent"))
    given = given.model_copy(update={"medications": (Medication(name="warfarin", drug="warfarin", start=40, end=48),)})
    seen = Observations(given, KNOWLEDGE)
    assert seen.present("BD:anticoagulant-use")
    assert seen.spans("BD:anticoagulant-use") == ((40, 48),)
