"""What a step gives, and what it tells to leave alone."""

from __future__ import annotations

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.treatment.naming import given_part, named_in


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.mark.parametrize(
    ("step", "given"),
    [
        ("Stop or hold NSAID, ACE inhibitor, diuretic, metformin and other harmful drugs.", []),
        ("Pause diuretics, ACE inhibitors, metformin and NSAIDs on sick days.", []),
        ("Withhold lisinopril, metformin and ibuprofen until the kidneys recover.", []),
        ("Discontinue clozapine, lithium or valproate.", []),
        ("Morphine for pain; no phenobarbital, carbamazepine, valproate or sulfonamides.", ["morphine"]),
        ("Less salt, caffeine and alcohol.", []),
        ("Stop vasoconstrictors for good: pseudoephedrine, triptans, cocaine and other stimulants.", []),
        ("Stop heparin, start argatroban.", ["argatroban"]),
        ("No aspirin, but paracetamol or ibuprofen.", ["acetaminophen", "ibuprofen"]),
        ("Stop warfarin, enoxaparin by weight.", ["enoxaparin"]),
        ("If not stopped: levetiracetam, valproate (not in pregnancy) or fosphenytoin.",
         ["levetiracetam", "valproic acid", "fosphenytoin"]),
        ("Treat without waiting for the result: prednisolone, with etoposide in severe or inherited disease.",
         ["prednisolone", "etoposide"]),
        ("A drug to stop contractions, nifedipine or atosiban.", ["nifedipine", "atosiban"]),
        ("Short anti-inflammatory course with care.", ["NSAIDs"]),
        ("An anti-inflammatory drug or colchicine.", ["NSAIDs", "colchicine"]),
    ],
)  # fmt: skip
def test_a_list_of_what_is_left_alone_is_not_given(knowledge: Knowledge, step: str, given: list[str]) -> None:
    assert {mention.en for mention in named_in(step, knowledge)} == set(given)


def test_the_words_behind_such_a_list_are_kept() -> None:
    assert "albumin" in given_part("Stop diuretics, NSAIDs and other kidney poisons; give albumin.")
