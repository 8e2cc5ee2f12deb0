"""The test that decides on a danger at once: it comes first, whatever it is expected to tell about the ranking.

A patient with a head injury who is drowsy needs the scan before anybody weighs what else could be asked.
"""

from __future__ import annotations

from typing import NamedTuple

from core.diagnosis.askable import CHILDBEARING, PREGNANCY
from core.diagnosis.observations import Observations
from core.knowledge.schema import Phrase

FALLING_CONSCIOUSNESS = ("HP:0004372", "HP:0001259", "HP:0002329", "BD:altered-mental-status", "HP:0001289")
PRESSED_BRAIN = ("HP:0009916", "HP:0012246", "BD:focal-neurological-deficit", "HP:0001269", "HP:0001250",
                 "BD:persistent-vomiting")  # fmt: skip
THINNED_BLOOD = ("BD:anticoagulant-use", "HP:0008151")
HEAD_INJURY = ("BD:recent-head-injury", "BD:head-injury-weeks-ago")


class Deciding(NamedTuple):
    """A test that comes first while a finding of each group is present."""

    groups: tuple[tuple[str, ...], ...]
    test: str


# NICE NG232, Head injury: assessment and early management, 2023: a scan for falling consciousness, a focal sign, a fit
# or repeated vomiting, and one to be considered in whoever takes an anticoagulant. That unequal pupils beside thinned
# blood or a falling consciousness ask for the same without an injury is an expert estimate.
DECIDING = (
    Deciding((HEAD_INJURY, (*FALLING_CONSCIOUSNESS, *PRESSED_BRAIN, *THINNED_BLOOD)), "ct-head"),
    Deciding((("HP:0009916",), (*FALLING_CONSCIOUSNESS, *THINNED_BLOOD)), "ct-head"),
    Deciding((THINNED_BLOOD, FALLING_CONSCIOUSNESS), "ct-head"),
)
# What sends rays through the belly or the chest of a woman who may be pregnant, or is as grave for the unborn child.
RAYS = frozenset(
    {
        "abdominal-x-ray", "pelvis-x-ray", "spine-x-ray", "ct-abdomen", "ct-chest", "ct-chest-angiography",
        "ct-aortography", "contrast-swallow", "contrast-enema", "whole-body-bone-imaging", "skeletal-survey",
        "coronary-angiography", "nuclear-scan", "cystourethrogram", "vascular-imaging",
    }
)  # fmt: skip
PREGNANCY_TEST = "pregnancy-test"
BEFORE_RAYS = Phrase(
    en="Before rays or a drug that can harm an unborn child: the record does not say whether she is pregnant",
    zh="在射线检查或使用可能伤害胎儿的药物之前：病历未说明是否妊娠",
)
SETTLED = (PREGNANCY, "BD:pregnancy-test-positive", "BD:postmenopausal", "BD:postpartum")


def deciding(observations: Observations) -> list[str]:
    """The tests that decide on a danger of this patient, each once."""
    found = (
        rule.test
        for rule in DECIDING
        if all(any(observations.present(finding) for finding in group) for group in rule.groups)
    )
    return list(dict.fromkeys(found))


def may_be_pregnant(observations: Observations) -> bool:
    """A woman of child-bearing age of whom nobody says whether she is pregnant."""
    patient = observations.patient
    if patient.sex != "female" or patient.pregnant is not None or patient.age_years is None:
        return False
    known = any(observations.get(finding) is not None for finding in SETTLED)
    return CHILDBEARING[0] <= patient.age_years < CHILDBEARING[1] and not known


def asks_for_pregnancy_test(observations: Observations, procedures: frozenset[str]) -> bool:
    """Does the record itself leave a pregnancy open, or is one of these procedures not done before that is known?"""
    return may_be_pregnant(observations) and (observations.present("BD:could-be-pregnant") or bool(procedures & RAYS))
