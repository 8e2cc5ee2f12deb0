"""Injuries of head, neck, ankle, foot and knee."""

from __future__ import annotations

import pytest

from core.scores import CALCULATORS, find
from core.scores.areas.mechanisms import CHILD, HEAD, INFANT, NECK
from core.scores.inputs import Told
from tests.core.scores.notes import asked, given, written
from tests.core.scores.rows import check, harmless, rows

CCHR, YOUNG, OLD, NEXUS, SPINE = "Canadian CT head rule", "PECARN under 2", "PECARN", "NEXUS", "Canadian C-spine rule"
ANKLE, FOOT, KNEE = "Ottawa ankle rule", "Ottawa foot rule", "Ottawa knee rule"
HIGH, MEDIUM, NOT = "CT indicated (high risk)", "CT indicated (medium risk)", "CT not indicated"
SAFE = {**harmless(SPINE), "safe": True, "rotation": True}
MECHANISMS = tuple(i for i in (HEAD, NECK, INFANT, CHILD) if isinstance(i, Told))
LOW = {
    CCHR: NOT, YOUNG: "CT not recommended", OLD: "CT not recommended", NEXUS: "imaging not needed",
    SPINE: "imaging not needed", ANKLE: "no X-ray indicated", FOOT: "no X-ray indicated", KNEE: "no X-ray indicated",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows(
            CCHR, harmless(CCHR),
            ({}, NOT), ({"gcs": 14}, HIGH), ({"skull": True}, HIGH), ({"base": True}, HIGH), ({"vomiting": 1}, HIGH),
            ({"age": 64}, NOT), ({"age": 65}, HIGH), ({"amnesia": 1}, MEDIUM), ({"mechanism": True}, MEDIUM),
            ({"mechanism": True, "base": True}, HIGH),
        ),
        *rows(
            YOUNG, harmless(YOUNG),
            ({}, "CT not recommended"), ({"gcs": 14}, "CT recommended"), ({"altered": True}, "CT recommended"),
            ({"skull": True}, "CT recommended"),
            *(({n: True}, "observation or CT") for n in ("haematoma", "loss", "behaviour", "mechanism")),
        ),
        *rows(
            OLD, harmless(OLD),
            ({}, "CT not recommended"), ({"gcs": 14}, "CT recommended"), ({"altered": True}, "CT recommended"),
            ({"base": True}, "CT recommended"),
            *(({n: True}, "observation or CT") for n in ("loss", "vomiting", "headache", "mechanism")),
        ),
        *rows(
            NEXUS, harmless(NEXUS),
            ({}, "imaging not needed"),
            *(({n: True}, "imaging indicated") for n in harmless(NEXUS)),
        ),
        *rows(
            SPINE, SAFE,
            ({}, "imaging not needed"), ({"age": 64}, "imaging not needed"), ({"age": 65}, "imaging indicated"),
            ({"mechanism": True}, "imaging indicated"), ({"paraesthesia": True}, "imaging indicated"),
            ({"safe": False}, "imaging indicated"), ({"rotation": False}, "imaging indicated"),
        ),
        *rows(
            ANKLE, harmless(ANKLE),
            ({}, "no X-ray indicated"),
            *(({n: True}, "ankle X-ray indicated") for n in ("lateral", "medial", "weight")),
        ),
        *rows(
            FOOT, harmless(FOOT),
            ({}, "no X-ray indicated"),
            *(({n: True}, "foot X-ray indicated") for n in ("fifth", "navicular", "weight")),
        ),
        *rows(
            KNEE, harmless(KNEE),
            ({}, "no X-ray indicated"), ({"age": 54}, "no X-ray indicated"), ({"age": 55}, "knee X-ray indicated"),
            *(({n: True}, "knee X-ray indicated") for n in ("patella", "fibula", "flexion", "weight")),
        ),
    ],
)  # fmt: skip
def test_rules(name: str, values, expected: str) -> None:
    check(name, values, expected)


@pytest.mark.parametrize("name", LOW)
def test_no_rule_is_low_while_one_input_is_unknown(name: str) -> None:
    whole = SAFE if name == SPINE else harmless(name)
    assert given(name, whole, assume_absent=False).value == LOW[name]
    for left_out in whole:
        known = {k: v for k, v in whole.items() if k != left_out}
        result = given(name, known, assume_absent=False)
        assert (result.value, result.category) == (None, None)
        assert len(result.missing) == 1
        assert given(name, known).category in (None, "imaging indicated")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (ANKLE, "Woman of 22. Bone tenderness of the posterior edge of the lateral malleolus. She walked four steps.",
         "ankle X-ray indicated"),
        (ANKLE, "Woman of 22. Medial malleolus non-tender, lateral malleolus not tender. Unable to bear weight.",
         "ankle X-ray indicated"),
        (ANKLE, "Woman of 22. No bone tenderness of either malleolus. Able to bear weight.", "no X-ray indicated"),
        (CCHR, "Man of 30. GCS 15. Vomited three times.", HIGH),
        (CCHR, "Man of 30. GCS 15. Vomited once. Retrograde amnesia of 45 minutes.", MEDIUM),
        (CCHR, "Man of 30. GCS 15. One vomit. Pedestrian struck by a car. A friend has a depressed fracture.", MEDIUM),
        (CCHR, "Man of 30. GCS 15. No haemotympanum, no skull fracture. Slipped from standing height.", NOT),
        (NEXUS, "Midline cervical tenderness after a fall.", "imaging indicated"),
    ],
)  # fmt: skip
def test_from_words(name: str, text: str, expected: str) -> None:
    assert asked(name, text).value == expected


@pytest.mark.parametrize(
    ("text", "dangerous"),
    [
        ("Fell from 1.2 m.", (True, True, True, None)), ("Fell 0.9 metres.", (True, True, True, None)),
        ("Fell from 0.8 m.", (None, None, None, None)), ("A fall of 4 feet.", (True, True, True, None)),
        ("A fall of 2.5 feet.", (None, None, None, None)), ("Fell 1.5 m.", (True, True, True, True)),
        ("Fell from 1.4 m.", (True, True, True, None)), ("He fell five feet.", (True, True, True, True)),
        ("Fell down 6 stairs.", (True, True, None, None)), ("Fell down 4 stairs.", (None, None, None, None)),
        ("The ejection fraction is 60 %.", (None, None, None, None)), ("Ejected from a car.", (True,) * 4),
        ("The car rolled over.", (None, True, True, True)), ("He dived into shallow water.", (None, True, None, None)),
        ("A collision at 120 km/h.", (None, True, None, None)), ("Fell from her horse.", (None, True, None, None)),
        ("Cyclist hit by a van.", (True,) * 4), ("Tripped on a kerb.", (False,) * 4),
        ("A quad bike tipped onto him.", (None, True, None, None)),
    ],
)  # fmt: skip
def test_each_rule_has_its_own_mechanism(text: str, dangerous: tuple[bool | None, ...]) -> None:
    """In the head, neck, infant and child rule; None where the words leave it open."""
    assert tuple(wanted.read(written(text)).possible for wanted in MECHANISMS) == tuple(
        (False, True) if value is None else (value,) for value in dangerous
    )


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("He was rear-ended at a light.", True), ("Rear-ended by a bus.", False), ("A truck rear-ended him.", False),
        ("Rear-end crash, pushed into oncoming traffic.", False), ("Walked at the scene.", True),
    ],
)  # fmt: skip
def test_only_a_simple_crash_from_behind_is_of_low_risk(text: str, settled: bool) -> None:
    found = {i.name: i.value for i in asked(SPINE, text).inputs if not i.assumed}
    assert found.get("a factor that makes testing of movement safe", False) is settled


def test_the_shares_of_the_two_rules_for_children() -> None:
    shares = {n: [c.meaning for c in CALCULATORS[n].categories[1:]] for n in ("pecarn-under-2", "pecarn")}
    assert ["0.9 %" in shares["pecarn-under-2"][0], "4.4 %" in shares["pecarn-under-2"][1]] == [True, True]
    assert ["0.8 %" in shares["pecarn"][0], "4.3 %" in shares["pecarn"][1]] == [True, True]


@pytest.mark.parametrize("name", [ANKLE, FOOT, KNEE])
def test_the_rules_of_ottawa_begin_at_five_years(name: str) -> None:
    calculator = find(name)
    assert calculator is not None
    assert calculator.population.youngest == 5
