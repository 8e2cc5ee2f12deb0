"""Coagulation against an independent implementation. Runs where `clincalc` (AGPL, an oracle only) is installed."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from tests.core.scores.notes import given

pytestmark = pytest.mark.soak
ROUNDS = 500
FALLS = ("fall_lt_30_or_nadir_lt_10", "fall_30_to_50_or_nadir_10_to_19", "fall_gt_50_nadir_ge_20")
TIMINGS = (
    "day_0_to_4_without_recent_exposure",
    "compatible_but_unclear_or_after_day_10_or_rapid_with_prior_exposure_31_to_100_days",
    "clear_day_5_to_10_or_rapid_with_prior_exposure_within_30_days",
)
SEQUELS = (
    "none",
    "progressive_recurrent_or_suspected_thrombosis_or_erythematous_skin_lesion",
    "new_confirmed_thrombosis_skin_necrosis_or_acute_iv_heparin_reaction",
)
CAUSES = ("definite", "possible", "none_apparent")


def _theirs(name: str, values: Mapping[str, object]) -> float:
    clincalc = pytest.importorskip("clincalc")
    return float(clincalc.calculate(name, values)["result"])


def test_overt_coagulation() -> None:
    chance = random.Random(1)
    for _ in range(ROUNDS):
        platelets, fibrinogen = chance.choice((20, 49, 50, 99, 100, 200)), chance.choice((0.5, 0.9, 1.0, 2.5))
        multiple, excess = chance.choice((1, 3, 3.5, 7, 7.5)), chance.choice((0, 2.5, 3, 5.5, 6, 10))
        mine = given("ISTH DIC score", {
            "platelets": platelets, "fibrinogen": fibrinogen, "prothrombin-time": 13 + excess, "control": 13,
            "d-dimer": "not raised" if multiple <= 3 else "moderately raised" if multiple <= 7 else "strongly raised",
        })  # fmt: skip
        assert mine.value == _theirs("isth_overt_dic", {
            "platelet_count_10_9_l": platelets, "fibrinogen_g_l": fibrinogen, "pt_prolongation_seconds": excess,
            "d_dimer_multiple_of_uln": multiple, "underlying_etiology": "sepsis_or_severe_infection",
        })  # fmt: skip


def test_four_ts() -> None:
    """The count decides before the fall, as the other's definition of the row has it."""
    chance = random.Random(2)
    for _ in range(ROUNDS):
        fall, nadir = chance.choice((10, 29, 30, 50, 51, 80)), chance.choice((5, 9, 10, 19, 20, 60))
        timing, sequel, cause = (chance.randint(0, 2) for _ in range(3))
        row = 0 if nadir < 10 else 1 if nadir < 20 else 2 if fall > 50 else 1 if fall >= 30 else 0
        mine = given("4Ts", {"fall": fall, "nadir": nadir, "timing": timing, "thrombosis": sequel, "other": cause})
        assert mine.value == _theirs("four_ts", {
            "thrombocytopenia": FALLS[row], "timing": TIMINGS[timing], "thrombosis_or_sequelae": SEQUELS[sequel],
            "other_causes": CAUSES[cause],
        })  # fmt: skip
