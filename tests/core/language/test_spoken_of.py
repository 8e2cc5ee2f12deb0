"""Illnesses that are only spoken of, and drugs that are only thought of: nobody has the one or takes the other."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge, default_knowledge
from core.language import read
from tests.core.language.test_drugs import statuses


def present(text: str, knowledge: Knowledge) -> set[str]:
    findings = read(Case(id="x", text=text), knowledge).findings
    return {f.label for f in findings if (f.assertion, f.experiencer) == ("present", "patient") and f.value is None}


@pytest.mark.parametrize(
    "text",
    [
        "She has read about lupus.",
        "She read up on multiple sclerosis.",
        "She was given a leaflet about asthma.",
        "He was given a booklet on hepatitis.",
        "He watched a film about a stroke.",
        "She saw a documentary on heart failure.",
        "He heard a lecture on gout.",
        "She cares for people with dementia.",
        "Her work is caring for elderly people with dementia.",
        "He works with children who have epilepsy.",
        "Volunteers in a stroke club.",
        "She runs a migraine charity.",
        "She is afraid that it is meningitis.",
        "He dreads dementia.",
    ],
)
def test_what_is_spoken_of_is_not_there(text: str) -> None:
    assert present(text, default_knowledge()) == set()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("She has asthma and has read about lupus.", "asthma"),
        ("She has read about lupus. She has asthma.", "asthma"),
        ("He has gout and works with children who have epilepsy.", "gout"),
        ("Given a leaflet about diet, has gout.", "gout"),
        ("Asthma, runs a club.", "asthma"),
        ("He works with people and has dementia.", "dementia"),
    ],
)
def test_what_stands_beside_it_is(text: str, label: str) -> None:
    assert label in present(text, default_knowledge())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heparin was considered.", {"heparin": "planned"}),
        ("Montelukast to be considered at review.", {"montelukast": "planned"}),
        ("Warfarin is under consideration.", {"warfarin": "planned"}),
        ("Aspirin to restart tomorrow.", {"aspirin": "planned"}),
        ("Was on amiodarone, discontinued because of her thyroid.", {"amiodarone": "stopped"}),
        ("Dabigatran paused for his dental work.", {"dabigatran": "stopped"}),
        ("Tramadol did little, so it was dropped.", {"tramadol": "stopped"}),
        ("Cefuroxime course ended yesterday.", {"cefuroxime": "stopped"}),
        ("Aspirin was considered and started.", {"aspirin": "current"}),
        ("Ramipril was considered the cause of the cough.", {"ramipril": "current"}),
        ("Takes ramipril, stopped smoking in May.", {"ramipril": "current"}),
        ("Takes ramipril, stopped aspirin.", {"ramipril": "current", "aspirin": "stopped"}),
    ],
)
def test_what_is_thought_of_or_ended_is_not_taken(text: str, expected: dict[str, str]) -> None:
    assert statuses(text, default_knowledge()) == expected
