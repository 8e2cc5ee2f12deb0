"""What falls away brings up what stands for it, with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case

KIDNEYS = "Creatinine 380 umol/L, weight 80 kg."
INFARCTION = "66M crushing central chest pain, sweating, ECG ST depression V4-V6, troponin 900. "
COLIC = "66M sudden severe colicky left loin to groin pain, haematuria, vomiting; CT 6 mm ureteric stone. "


def assessed(text: str) -> Assessment:
    return assess(Case(id="alternatives", text=text))


def options(assessment: Assessment) -> tuple[set[str], set[str]]:
    """The drugs that are offered and those that are not."""
    offered = {i.drug for i in assessment.plan.offered if i.drug}
    return offered, {i.drug for i in assessment.plan.excluded if i.drug}


@pytest.mark.parametrize(
    ("text", "gone", "instead"),
    [
        (INFARCTION + KIDNEYS, {"morphine", "fondaparinux", "enoxaparin"}, {"fentanyl", "heparin"}),
        (("70M COPD exacerbation: more breathless, purulent sputum and more of it, wheeze, SpO2 88%. "
          "Allergy: amoxicillin (anaphylaxis)."), {"amoxicillin"}, {"doxycycline", "azithromycin"}),
        ("64M cough, fever 39, consolidation on CXR, RR 24, COPD. QTc 510 ms.", {"azithromycin"}, {"doxycycline"}),
        (("68M fever, neck stiffness, headache, CSF neutrophils 2100, gram-positive rods. Alcohol dependence. "
          "Anaphylaxis to penicillin."), {"ampicillin"}, {"sulfamethoxazole"}),
        (COLIC + KIDNEYS, {"ketorolac", "morphine"}, {"acetaminophen", "fentanyl"}),
    ],
)  # fmt: skip
def test_what_falls_away_brings_up_its_alternative(text: str, gone: set[str], instead: set[str]) -> None:
    offered, excluded = options(assessed(text))
    assert gone <= excluded
    assert instead <= offered


def test_without_a_reason_no_alternative_comes_up() -> None:
    offered, _ = options(assessed(INFARCTION))
    assert "morphine" in offered
    assert not offered & {"fentanyl", "enoxaparin"}
