"""Gaps, shock index, burns, drips, breaths and phenytoin."""

from __future__ import annotations

import pytest

from tests.core.scores.notes import asked
from tests.core.scores.rows import check, labels, rows

GAP = {"osmolality": 320, "sodium": 140, "urea-nitrogen": 14, "glucose": 90}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        *rows("Osmolal gap", GAP, ({"ethanol": 0}, 30), ({"ethanol": 92}, 10)),
        *rows("Winter's formula", {}, ({"bicarbonate": 12}, 26), ({"bicarbonate": 10}, 23)),
        *rows("shock index", {}, ({"heart-rate": 90, "systolic": 100}, 0.9)),
        *rows("Parkland", {}, ({"weight": 70, "burn": 30}, 8400)),
        *rows("drip rate", {}, ({"volume": 1000, "hours": 8, "factor": 20}, 41.7)),
        *rows("infusion rate", {}, ({"volume": 1000, "hours": 8}, 125)),
        *rows("tidal volume (6 mL/kg)", {}, ({"height": 152.4, "sex": "male"}, 300),
        ({"height": 152.4, "sex": "female"}, 273)),
        *rows(
            "corrected phenytoin", {"phenytoin": 8, "albumin": 2},
            ({"end-stage": False}, 16), ({"end-stage": True}, 26.7), ({"end-stage": False, "albumin": 4.5}, 8),
        ),
    ],
)  # fmt: skip
def test_values(name: str, values, expected: float) -> None:
    check(name, values, expected, tolerance=0.05)


def test_categories() -> None:
    assert labels("Osmolal gap", 10, 10.1) == ["not raised", "raised"]
    assert labels("shock index", 0.69, 0.7, 0.9, 0.91) == ["usual", "raised", "raised", "high"]
    assert labels("corrected phenytoin", 9.9, 10, 20, 20.1) == ["below range", "in range", "in range", "above range"]


def test_ethanol_counts_where_it_is_measured() -> None:
    text = "Measured osmolality 320 mOsm/kg, sodium 140 mmol/L, BUN 14 mg/dL, glucose 90 mg/dL."
    assert asked("Osmolal gap", text).value == 30
    assert asked("Osmolal gap", text + " Ethanol 92 mg/dL.").value == 10


def test_from_words() -> None:
    assert asked("drip rate", "1,000 mL saline over 8 hours, drop factor 20 gtt/mL.").value == pytest.approx(41.7)
    assert asked("infusion rate", "500 mL over 4 hours by pump.").value == 125
    assert asked("Parkland", "Man, weight 70 kg, burns of 30 % TBSA.").value == 8400


@pytest.mark.parametrize("words", ["On haemodialysis.", "ESRD.", "End-stage renal failure.", "尿毒症。"])
def test_phenytoin_in_end_stage_kidney_disease(words: str) -> None:
    text = "苯妥英浓度 8 mg/L，白蛋白 20 g/L。" if words.endswith("。") else "Phenytoin level 8 mg/L, albumin 20 g/L. "
    assert asked("corrected phenytoin", text + words).value == pytest.approx(26.7)


def test_phenytoin_in_kidney_disease_short_of_its_end() -> None:
    assert asked("corrected phenytoin", "Phenytoin level 8 mg/L, albumin 20 g/L. Chronic kidney disease.").value == 16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Burns to the head and neck.", 9),
        ("Burns to the anterior trunk and the perineum.", 19),
        ("Burned: the entire back.", 18),
        ("Burns to the right arm.", 9),
        ("Burns to both arms.", 18),
        ("Burns to the left anterior leg.", 9),
        ("Burns to half of the right arm.", 4.5),
        ("Burns to bilateral lower extremities and the chest and abdomen.", 54),
        ("No burn.", 0),
    ],
)
def test_rule_of_nines(text: str, expected: float) -> None:
    assert asked("rule of nines", text).value == expected
