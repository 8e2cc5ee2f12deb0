"""Scales of items against an independent implementation. Runs where `clincalc` (AGPL, an oracle only) is there."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from core.scores import find
from core.scores.inputs import Told
from tests.core.scores.notes import given

pytestmark = pytest.mark.soak
ROUNDS = 300
FOUR, FIVE, LAST = (0, 1, 2, 3), (0, 1, 2, 3, 4), (0, 2, 4)
LISTS: dict[str, tuple[str, tuple[Sequence[int], ...]]] = {
    "PHQ-9": ("phq9", (FOUR,) * 9), "GAD-7": ("gad7", (FOUR,) * 7), "EPDS": ("epds", (FOUR,) * 10),
    "AUDIT": ("audit", (*(FIVE,) * 8, LAST, LAST)), "AUDIT-C": ("auditc", (FIVE,) * 3),
}  # fmt: skip
# Our word for each of their words, where both have classes.
WORDS = {
    "PHQ-9": {"minimal": "none-minimal", **{w: w for w in ("mild", "moderate", "moderately severe", "severe")}},
    "GAD-7": {w: w for w in ("minimal", "mild", "moderate", "severe")},
    "EPDS": {"unlikely": "unlikely", "possible": "possible", "likely": "probable"},
    "AUDIT": {"low": "Zone I ", "hazardous": "Zone II ", "harmful": "Zone III ", "dependence likely": "Zone IV "},
    "COWS": {"none": "below", **{w: f"the {w} range" for w in ("mild", "moderate", "moderately severe", "severe")}},
    "Braden": {
        "very high": "Very high", "high": "High", "moderate": "Moderate", "mild": "Mild", "not at risk": "no risk",
    },
}  # fmt: skip
COWS = {
    "sweating": "sweating", "restlessness": "restlessness", "pupils": "pupil_size", "aches": "bone_or_joint_aches",
    "nose": "runny_nose_or_tearing", "gut": "gastrointestinal_upset", "tremor": "tremor", "yawning": "yawning",
    "anxiety": "anxiety_or_irritability", "skin": "gooseflesh_skin",
}  # fmt: skip
CIWA = {
    "nausea": "nausea_and_vomiting", "tremor": "tremor", "sweats": "paroxysmal_sweats", "anxiety": "anxiety",
    "agitation": "agitation", "tactile": "tactile_disturbances", "auditory": "auditory_disturbances",
    "visual": "visual_disturbances", "headache": "headache_or_fullness", "orientation": "orientation_and_clouding",
}  # fmt: skip
BRADEN = {"sensory": "sensory_perception", "friction": "friction_shear"}
BARTHEL = {"toilet": "toilet_use"}


def _items(name: str) -> list[str]:
    calculator = find(name)
    assert calculator is not None
    return [i.id for i in calculator.inputs if isinstance(i, Told)]


def _schema(theirs: str) -> Mapping[str, Any]:
    return dict(pytest.importorskip("clincalc").get_schema(theirs)["properties"])


def _agree(name: str, mine: Mapping[str, float], theirs: str, values: Mapping[str, object]) -> None:
    result = given(name, mine, assume_absent=False)
    other = pytest.importorskip("clincalc").calculate(theirs, values)
    assert result.value == other["result"]
    if name in WORDS:
        assert result.category is not None
        assert WORDS[name][result.category] in other["interpretation"]


@pytest.mark.parametrize("name", LISTS)
def test_questionnaires(name: str) -> None:
    chance = random.Random(name)
    theirs, options = LISTS[name]
    for _ in range(ROUNDS):
        answers = [chance.choice(o) if chance.random() < 0.8 else 0 for o in options]
        more = {"sex": "female"} if theirs == "auditc" else {}
        _agree(name, dict(zip(_items(name), answers, strict=True)), theirs, {"responses": answers, **more})


@pytest.mark.parametrize(("name", "theirs", "names"), [("COWS", "cows", COWS), ("CIWA-Ar", "ciwa_ar", CIWA)])
def test_withdrawal(name: str, theirs: str, names: dict[str, str]) -> None:
    chance = random.Random(name)
    schema = _schema(theirs)
    context = schema["assessment_context"]
    for _ in range(ROUNDS):
        share = chance.random()
        mine: dict[str, float] = {}
        for item, key in names.items():
            allowed = schema[key].get("enum") or range(schema[key]["maximum"] + 1)
            mine[item] = chance.choice(list(allowed)) if chance.random() < share else 0
        values = {"assessment_context": context.get("const") or context["enum"][0]}
        values |= {key: mine[item] for item, key in names.items()}
        if theirs == "cows":
            mine["pulse"] = chance.choice((0, 1, 2, 4))
            values["resting_pulse_rate_bpm"] = {0: 80, 1: 100, 2: 120, 4: 121}[int(mine["pulse"])]
        _agree(name, mine, theirs, values)


@pytest.mark.parametrize(
    ("name", "theirs", "names", "first", "step"),
    [("Braden", "braden", BRADEN, 1, 1), ("Barthel", "barthel", BARTHEL, 0, 5)],
)
def test_care(name: str, theirs: str, names: dict[str, str], first: int, step: int) -> None:
    """Barthel's classes differ at exactly 20, 60 and 90 points, which count there as the milder class."""
    chance = random.Random(name)
    schema = _schema(theirs)
    for _ in range(ROUNDS):
        mine: dict[str, float] = {}
        values: dict[str, object] = {}
        for item in _items(name):
            levels = schema[names.get(item, item)]["enum"]
            level = chance.randrange(len(levels))
            mine[item] = first + step * level
            values[names.get(item, item)] = levels[level]
        _agree(name, mine, theirs, values)
