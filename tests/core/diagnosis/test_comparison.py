"""Why this and not that; what moved."""

from __future__ import annotations

import pytest

from core.diagnosis import diagnose
from core.diagnosis.comparison import compare, moved
from core.diagnosis.model import RankedDisease
from core.knowledge.base import default_knowledge
from tests.core.diagnosis.readings import CHEST_PAIN, DYSPNOEA, PLEURITIC, finding, reading

KNOWLEDGE = default_knowledge()


def asked(*stories: object, about: tuple[str, ...]) -> dict[str, RankedDisease]:
    """The full explanation of some diseases for a man of sixty."""
    given = reading(*stories, age_years=60, sex="male")  # type: ignore[arg-type]
    return {d.id: d for d in diagnose(given, KNOWLEDGE, asked=about).asked}


def test_a_comparison_adds_up_to_the_distance_between_the_two() -> None:
    both = asked(finding(CHEST_PAIN), finding(DYSPNOEA), about=("acute-myocardial-infarction", "pulmonary-embolism"))
    infarct, embolism = both["acute-myocardial-infarction"], both["pulmonary-embolism"]
    comparison = compare(infarct, embolism)
    assert infarct.total_log10 is not None
    assert embolism.total_log10 is not None
    # Differences below the shown limit are left out of the sum.
    assert comparison.ahead == pytest.approx(infarct.total_log10 - embolism.total_log10, abs=0.2)
    assert any(d.concept == "base-rate" for d in comparison.decided)


def test_what_would_decide_is_open_and_weightiest_first() -> None:
    both = asked(finding(CHEST_PAIN), about=("acute-myocardial-infarction", "pulmonary-embolism"))
    open_ones = compare(both["acute-myocardial-infarction"], both["pulmonary-embolism"]).would_decide
    assert open_ones
    assert all(d.state == "unknown" and not d.spans for d in open_ones)
    sizes = [abs(d.difference) for d in open_ones]
    assert sizes == sorted(sizes, reverse=True)
    assert CHEST_PAIN not in {d.concept for d in open_ones}


def test_a_disease_far_down_the_list_can_be_asked_about() -> None:
    found = asked(finding(CHEST_PAIN), about=("ureteric-colic",))
    assert found["ureteric-colic"].rank > 10


def test_an_edit_tells_what_moved_and_why() -> None:
    def differential(*stories: object) -> tuple[RankedDisease, ...]:
        return diagnose(reading(*stories, age_years=60, sex="male"), KNOWLEDGE, top=50).differential  # type: ignore[arg-type]

    before = differential(finding(CHEST_PAIN))
    after = differential(finding(CHEST_PAIN), finding(PLEURITIC))
    moves = {m.id: m for m in moved(before, after)}
    risen = moves["pulmonary-embolism"]
    assert risen.rank_before is not None
    assert risen.rank_after is not None
    assert risen.rank_after < risen.rank_before
    assert PLEURITIC in {d.concept for d in risen.because}
    assert moved(after, after) == ()
