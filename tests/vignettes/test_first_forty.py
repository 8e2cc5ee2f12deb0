"""The figures that the first forty diseases were asked for; the vignettes are older than the entries."""

from __future__ import annotations

from tests.vignettes.measure import measure, share_within


def test_the_intended_disease_is_first_in_most_and_near_the_top_in_nearly_all() -> None:
    results = measure("first_forty")
    assert len(results) == 40
    assert share_within(results, 1) >= 0.70
    assert share_within(results, 3) >= 0.90
