"""A dose by weight with the amount for this patient."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_regimens import Regimen
from core.treatment.planning.weighed import weighed
from tests.core.treatment.ward import ward

THEN = "then 5 mg/kg over 4 hours and 1 mg/kg/hour"


def said(drugs: Knowledge, weight: float | None, dose: str, **more: Any) -> tuple[str, str | None]:
    """The dose of a regimen and the note, for a patient of this weight."""
    usual = {"drug": "countol", "route": "iv", "interval": "once", "line": "first", "basis": "expert-estimate"}
    regimen = Regimen.model_validate({"disease": "influenza", "dose": dose, **usual, **more})
    dose, note = weighed(regimen, ward(drugs, patient={"weight_kg": weight}))
    return dose, note.en if note else None


@pytest.mark.parametrize(
    ("weight", "dose", "more", "shown"),
    [
        (14, "50 mg/kg", {}, "50 mg/kg (14 kg: 700 mg)"),
        (11.2, "0.15 mg/kg", {}, "0.15 mg/kg (11.2 kg: 1.68 mg)"),
        (52, "150 mg/kg", {}, "150 mg/kg (52 kg: 7.8 g)"),
        (130, "150 mg/kg", {"weight_up_to": 110}, "150 mg/kg (130 kg, counted as 110 kg: 16.5 g)"),
        (90, "50 mg/kg", {"most": "4 g"}, "50 mg/kg (90 kg: max 4 g)"),
        (61, "70 units/kg", {"most": "5000 units"}, "70 units/kg (61 kg: 4270 units)"),
        (10, "20 mcg/kg", {}, "20 mcg/kg (10 kg: 200 mcg)"),
        (60, "0.1 units/kg/hour", {"most": "1 units"}, "0.1 units/kg/hour (60 kg: 6 units/hour)"),
        (None, "50 mg/kg", {}, "50 mg/kg"),
        (14, "50 mg", {}, "50 mg"),
    ],
)
def test_the_amount_stands_beside_the_dose(
    drugs: Knowledge, weight: float | None, dose: str, more: dict[str, Any], shown: str
) -> None:
    assert said(drugs, weight, dose, **more) == (shown, None)


@pytest.mark.parametrize(
    ("drug", "more", "shown"),
    [
        ("presterol", {"interval": "twice daily", "route": "oral"}, "max 10 mg"),  # 20 mg a day
        (
            "presterol",
            {"interval": "twice daily", "route": "oral", "most": "12 mg"},
            "max 12 mg",
        ),  # here a day may pass
        ("presterol", {"interval": "twice daily", "route": "oral", "most": "30 mg"}, "max 15 mg"),  # of a dose
        (
            "presterol",
            {"interval": "sometimes", "route": "oral"},
            "max 15 mg",
        ),  # of a dose; of a day nobody says how often
        ("presterol", {"interval": "sometimes"}, "50 mg"),  # another way
        ("longidone", {}, "50 mg"),  # its ceiling is for a week
        ("surfacine", {}, "50 mg"),  # its ceiling goes by body surface
        ("painol", {}, "50 mg"),
    ],
)
def test_no_amount_is_above_the_ceiling_of_an_adult(
    drugs: Knowledge, drug: str, more: dict[str, str], shown: str
) -> None:
    assert said(drugs, 50, "1 mg/kg", drug=drug, **more)[0] == f"1 mg/kg (50 kg: {shown})"


def test_the_later_doses_are_counted_too(drugs: Knowledge) -> None:
    assert said(drugs, 20, "10 mg/kg", duration=THEN) == (
        "10 mg/kg (20 kg: 200 mg)",
        "5 mg/kg = 100 mg; 1 mg/kg/hour = 20 mg/hour",
    )
