from __future__ import annotations

from math import log10

import pytest

from core.knowledge.disease import Weight
from core.knowledge.schema import Names
from core.knowledge.vocabulary import FindingEntry
from core.knowledge.weights import CAP, SHRINKAGE, ratios

FINDING = FindingEntry(id="BD:x", names=Names(en=("x",)), kind="symptom", background=0.1)


def weight(**given: object) -> Weight:
    return Weight.model_validate({"id": "BD:x", "basis": "expert-estimate", **given})


def test_sensitivity_and_specificity_give_both_ratios() -> None:
    found = ratios(weight(sensitivity=0.8, specificity=0.9, basis="published", source="a trial"), FINDING)
    assert found.present == pytest.approx(log10(0.8 / 0.1), abs=1e-3)
    assert found.absent == pytest.approx(log10(0.2 / 0.9), abs=1e-3)


def test_sensitivity_alone_takes_the_background_and_says_so() -> None:
    found = ratios(weight(sensitivity=0.5), FINDING)
    assert found.present == pytest.approx(log10(5) * SHRINKAGE["expert-estimate"], abs=1e-3)
    assert "0.1" in found.source


def test_half_a_pair_says_nothing_about_the_other_half() -> None:
    found = ratios(weight(lr_present=4), FINDING)
    assert found.present > 0
    assert found.absent == 0


def test_an_estimate_never_decides_alone() -> None:
    assert ratios(weight(lr_present=1000, lr_absent=0.0001), FINDING).present == CAP["expert-estimate"]
    assert ratios(weight(lr_present=1000, lr_absent=0.0001), FINDING).absent == -CAP["expert-estimate"]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"sensitivity": 0.5, "lr_present": 3},
        {"specificity": 0.5, "lr_present": 3},
        {"lr_present": 3, "lr_absent": 2},
        {"sensitivity": 0.5, "basis": "published"},
        {"sensitivity": 0.5, "source": "a guess"},
        {"sensitivity": 1.0},
    ],
)
def test_contradictory_weights_are_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        weight(**given)
