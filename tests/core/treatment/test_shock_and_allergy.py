"""Infection with shock, cephalosporins after anaphylaxis to a penicillin, and pressure in pregnancy, as shipped."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.language.model import AllergyItem
from core.treatment.planning import make_plan
from core.treatment.safety.allergy import check
from tests.core.treatment.ward import drug, finding, measured, ward

SEPTIC, LOW = finding("HP:0100806"), finding("HP:0002615")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.mark.parametrize(
    ("findings", "lactate", "held"),
    [((SEPTIC, LOW), None, True), ((SEPTIC,), 4.2, True), ((SEPTIC,), 2.0, False), ((LOW,), 4.2, False)],
)
def test_infection_with_shock_is_put_together(
    knowledge: Knowledge, findings: tuple[Any, ...], lactate: float | None, held: bool
) -> None:
    values = (measured("lactate", lactate),) if lactate else ()
    about = ward(knowledge, patient={"age_years": 66}, findings=findings, measurements=values)
    assert ("infection-with-shock" in about.conditions) is held
    plan = make_plan(about, {"community-acquired-pneumonia": 0.8})
    assert any(i.disease == "sepsis" and "crystalloid" in i.text for i in plan.offered) is held
    oral = [i for i in (*plan.offered, *plan.excluded) if i.route == "oral"]
    assert oral
    assert all((i.because or "").startswith("by mouth: an infection with shock") for i in oral) is held


def test_what_is_put_together_is_known_as_its_parts_are(knowledge: Knowledge) -> None:
    about = ward(knowledge, findings=(SEPTIC,), candidates={"sepsis": 0.7})
    assert about.standing["infection-with-shock"] == "likely"
    assert ward(knowledge, findings=(SEPTIC, LOW)).standing["infection-with-shock"] == "now"


@pytest.mark.parametrize(
    ("name", "reaction", "severities"),
    [
        ("ceftriaxone", "anaphylaxis", ["moderate"]),
        ("ceftriaxone", "Lyell syndrome", ["moderate"]),
        ("ceftriaxone", "rash", []),
        ("ceftriaxone", "rash under a dressing, often", []),
        ("ampicillin", "anaphylaxis", ["contraindicated"]),
        ("azithromycin", "anaphylaxis", []),
    ],
)
def test_a_cephalosporin_after_anaphylaxis_to_a_penicillin(
    knowledge: Knowledge, name: str, reaction: str, severities: list[str]
) -> None:
    listed = AllergyItem(substance="penicillin", reaction=reaction)
    found = check(ward(knowledge, drug(name), allergies=[listed])).items
    assert [i.severity for i in found] == severities
    assert all("first dose under observation" in i.action for i in found if i.severity == "moderate")


@pytest.mark.parametrize("disease", ["hellp-syndrome", "pre-eclampsia"])
def test_pressure_in_pregnancy_has_a_drug_where_labetalol_falls_away(knowledge: Knowledge, disease: str) -> None:
    about = ward(
        knowledge,
        patient={"age_years": 31, "sex": "female", "pregnant": True},
        findings=(finding("HP:0002099"), finding("BD:severely-raised-blood-pressure")),
    )
    offered = {i.drug for i in make_plan(about, {disease: 0.9}).offered}
    assert {"nifedipine", "hydralazine"} & offered
    assert "labetalol" not in offered
