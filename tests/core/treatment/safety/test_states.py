"""States that a value or a wish makes: what is warned of, and what is no allergy."""

from __future__ import annotations

from typing import Any

import pytest

from core.assess import assess
from core.assessment import Assessment
from core.case.model import Case
from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.pharmacy_patient import Measured
from core.language.model import AllergyItem
from core.treatment.model import SafetyItem
from core.treatment.safety import check_drugs
from tests.core.treatment.ward import drug, finding, measured, ward


def warnings(kind: str, *drugs: Any, **more: Any) -> list[SafetyItem]:
    """The warnings of a kind, by the drug knowledge that comes with the program."""
    _, items = check_drugs(ward(default_knowledge(), *drugs, **more))
    return [item for item in items if item.kind == kind]


@pytest.mark.parametrize(
    ("patient", "hoped_for", "severities"),
    [
        ({"sex": "female"}, True, ["major"]),
        ({"sex": "female"}, False, []),
        ({"sex": "female", "pregnant": False}, True, []),
        ({"sex": "female", "pregnant": True}, True, ["contraindicated"]),
    ],
)
def test_what_harms_a_child_is_changed_before_there_is_one(
    patient: dict[str, Any], hoped_for: bool, severities: list[str]
) -> None:
    found = warnings(
        "pregnancy",
        drug("mycophenolate"),
        patient=patient,
        findings=(finding("BD:could-be-pregnant", start=4, end=9),) if hoped_for else (),
    )
    assert [item.severity for item in found] == severities
    assert all(item.spans == ((4, 9),) for item in found if item.severity == "major")


def test_what_harms_late_in_pregnancy_only_is_no_reason_before_it() -> None:
    hopes = (finding("BD:could-be-pregnant"),)
    assert warnings("pregnancy", drug("naproxen"), patient={"sex": "female"}, findings=hopes) == []


@pytest.mark.parametrize(
    ("reaction", "severity"),
    [
        ("red man syndrome", "moderate"),
        ("red man with rash", "moderate"),
        ("vancomycin flushing syndrome", "moderate"),
        ("红人综合征", "moderate"),
        ("red man, then wheeze and swelling", "contraindicated"),
        ("red man, then collapse", "contraindicated"),
        ("rash", "contraindicated"),
    ],
)
def test_red_man_is_no_allergy(reaction: str, severity: str) -> None:
    listed = AllergyItem(substance="vancomycin", reaction=reaction)
    (found,) = warnings("allergy", drug("vancomycin"), allergies=(listed,))
    assert found.severity == severity
    assert ("no allergy" in found.message) is (severity == "moderate")


@pytest.mark.parametrize(
    ("findings", "severity"),
    [((), None), (("HP:0004421",), "major"), (("HP:0000100", "HP:0004421"), "contraindicated")],
)
def test_the_combined_pill_with_pressure_and_nephrotic_syndrome(
    findings: tuple[str, ...], severity: str | None
) -> None:
    found = warnings("disease", drug("ethinyl estradiol"), findings=tuple(finding(f) for f in findings))
    grave = [item.severity for item in found if item.severity in ("contraindicated", "major")]
    assert grave == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("analyte", "value", "state", "there"),
    [
        ("potassium", 6.4, "severe-hyperkalaemia", False),
        ("potassium", 6.5, "severe-hyperkalaemia", True),
        ("glucose", 3.0, "grave-hypoglycaemia", False),
        ("glucose", 2.9, "grave-hypoglycaemia", True),
        ("systolic-blood-pressure", 99, "steady-pressure", False),
        ("systolic-blood-pressure", 100, "steady-pressure", True),
        ("heart-rate", 60, "slow-pulse", False),
        ("heart-rate", 59, "slow-pulse", True),
    ],
)
def test_a_value_makes_a_state(analyte: str, value: float, state: str, there: bool) -> None:
    about = ward(default_knowledge(), measurements=(measured(analyte, value),))
    assert (state in about.conditions) is there
    assert about.conditions.get(state, ((3, 9),)) == ((3, 9),)


@pytest.mark.parametrize("bounds", [{}, {"from": 1, "below": 2}])
def test_a_value_has_one_bound(bounds: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="from or below"):
        Measured.model_validate({"analyte": "potassium", **bounds})


def test_lithium_with_haloperidol_is_told_for_the_brain_as_well() -> None:
    (found,) = [i for i in warnings("interaction", drug("lithium"), drug("haloperidol")) if i.severity == "major"]
    assert "brain" in found.message
    assert "torsades" in found.message


def assessed(text: str) -> Assessment:
    return assess(Case(id="states", text=text))


def test_an_image_is_no_operation() -> None:
    text = (
        "60-year-old man, back pain, saddle anaesthesia, urinary retention, weak legs. Cauda equina syndrome. "
        "On diclofenac 50 mg three times daily."
    )
    told = [risk.why for risk in assessed(text).plan.risks if risk.kind == "procedure"]
    assert not [why for why in told if why.startswith("Emergency MRI")]


def test_no_lumbar_puncture_without_its_contraindications() -> None:
    base: Knowledge = default_knowledge()
    for disease in ("bacterial-meningitis", "viral-encephalitis"):
        step = next(s.do for s in base.diseases[disease].management if "umbar puncture" in s.do.en)
        assert all(word in step.en for word in ("shock", "falling GCS", "bleeding tendency")), disease
