"""Apgar, in all 243 answers, against an independent implementation: `clincalc` (AGPL, an oracle only) where it is."""

from __future__ import annotations

from itertools import product

import pytest

from tests.core.scores.notes import given

pytestmark = pytest.mark.soak
ANSWERS = {
    "appearance": ("appearance", ("blue_or_pale", "pink_body_blue_extremities", "completely_pink")),
    "pulse": ("heart_rate", ("absent", "below_100", "at_least_100")),
    "grimace": ("reflex_irritability", ("no_response", "grimace", "cough_sneeze_or_active_withdrawal")),
    "activity": ("muscle_tone", ("flaccid", "some_flexion", "active_motion")),
    "respiration": ("respiratory_effort", ("absent", "slow_or_irregular", "good_with_vigorous_cry")),
}


def test_apgar() -> None:
    clincalc = pytest.importorskip("clincalc")
    rest = {"minute_after_birth": 5, "assessment_during_resuscitation": False, "gestational_context": "unknown"}
    for points in product(range(3), repeat=len(ANSWERS)):
        theirs = {name: words[n] for (name, words), n in zip(ANSWERS.values(), points, strict=True)}
        mine = dict(zip(ANSWERS, map(float, points), strict=True))
        expected = float(clincalc.calculate("apgar", rest | theirs)["result"])
        assert given("Apgar", mine, assume_absent=False).value == expected
