"""A well infant with mild indrawing of the chest is for today; whoever has a sign of danger beside it is for now."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.case.model import Case


def level(text: str) -> str | None:
    return assess(Case(id="t", text=text)).triage.level


@pytest.mark.parametrize(
    "text",
    [
        "7-month-old girl, coryza 2 days, cough, wheeze. Mild intercostal recession, SpO2 96%, RR 44, feeding well.",
        "5/12 boy, snuffly, wet cough, creps. Minimal subcostal recession. Sats 98% air, RR 40, 3/4 of feeds. Alert.",
    ],
)
def test_mild_recession_alone_is_no_emergency(text: str) -> None:
    assert level(text) != "emergent"


@pytest.mark.parametrize(
    "text",
    [
        "7-month-old girl, cough, wheeze. Marked intercostal recession, SpO2 96%, RR 44.",
        "7-month-old girl, cough, wheeze. Mild intercostal recession, grunting, SpO2 96%.",
        "7-month-old girl, cough, wheeze. Mild intercostal recession, SpO2 90%.",
        "7-month-old girl, cough, wheeze. Mild recession, two apnoeas today, SpO2 96%.",
        "7-month-old girl, cough, wheeze. Mild subcostal recession, SpO2 96%, not feeding.",
        "7-month-old girl, cough, wheeze, mild subcostal recession.",  # nobody has measured the oxygen
        "2-week-old boy, cough, mild subcostal recession, SpO2 97%.",
    ],
)
def test_with_a_sign_of_danger_it_is(text: str) -> None:
    assert level(text) == "emergent"
