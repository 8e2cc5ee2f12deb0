from __future__ import annotations

import pytest

from core.scores import CALCULATORS, find
from core.scores.criteria import all_met, any_of, at_least, band, flagged, graded
from core.scores.inputs import Choice, Flag, Number
from tests.core.scores.notes import KNOWLEDGE

MEDCALC = (
    "Creatinine Clearance (Cockcroft-Gault Equation)", "CKD-EPI Equations for Glomerular Filtration Rate",
    "CHA2DS2-VASc Score for Atrial Fibrillation Stroke Risk", "Mean Arterial Pressure (MAP)", "Body Mass Index (BMI)",
    "Calcium Correction for Hypoalbuminemia", "Wells' Criteria for Pulmonary Embolism", "MDRD GFR Equation",
    "Ideal Body Weight", "QTc Bazett Calculator", "Child-Pugh Score for Cirrhosis Mortality", "Wells' Criteria for DVT",
    "Revised Cardiac Risk Index for Pre-Operative Risk", "HEART Score for Major Cardiac Events",
    "Fibrosis-4 (FIB-4) Index for Liver Fibrosis", "Centor Score (Modified/McIsaac) for Strep Pharyngitis",
    "Maintenance Fluids Calculations", "MELD Na (UNOS/OPTN)", "HAS-BLED Score for Major Bleeding Risk",
    "Sodium Correction for Hyperglycemia", "Glasgow-Blatchford Bleeding Score (GBS)", "Serum Osmolality",
    "HOMA-IR (Homeostatic Model Assessment for Insulin Resistance)", "Charlson Comorbidity Index (CCI)",
    "FeverPAIN Score for Strep Pharyngitis", "Free Water Deficit", "Anion Gap", "Fractional Excretion of Sodium (FENa)",
    "LDL Calculated", "CURB-65 Score for Pneumonia Severity", "Framingham Risk Score for Hard Coronary Heart Disease",
    "PERC Rule for Pulmonary Embolism", "SIRS Criteria", "QTc Fridericia Calculator", "QTc Framingham Calculator",
    "QTc Hodges Calculator", "QTc Rautaharju Calculator", "Body Surface Area Calculator", "Adjusted Body Weight",
    "Delta Gap", "Delta Ratio", "Albumin Corrected Anion Gap", "Albumin Corrected Delta Gap",
    "Albumin Corrected Delta Ratio", "PSI Score: Pneumonia Severity Index for CAP", "Glasgow Coma Score (GCS)",
    "APACHE II Score", "Sequential Organ Failure Assessment (SOFA) Score",
    "Caprini Score for Venous Thromboembolism (2005)", "Estimated Due Date", "Steroid Conversion Calculator",
    "Target weight", "Morphine Milligram Equivalents (MME) Calculator", "Estimated of Conception",
    "Estimated Gestational Age",
)  # fmt: skip


def test_every_calculator_of_the_benchmark_is_there_by_its_name() -> None:
    assert len(MEDCALC) == 55
    assert [name for name in MEDCALC if find(name) is None] == []
    assert all(key == c.id for key, c in CALCULATORS.items())


@pytest.mark.parametrize(
    "name",
    [
        "CKD-EPI Equations for Glomerular Filtration Rate",
        "CHA2DS2-VASc Score for Atrial Fibrillation Stroke Risk",
        "Mean Arterial Pressure (MAP)",
        "Wells' Criteria for Pulmonary Embolism",
        "wells’ criteria for  pulmonary embolism",
        "HEART Score for Major Cardiac Events",
        "CURB-65 Score for Pneumonia Severity",
        "QSOFA",
        "glasgow blatchford",
        "Glasgow\u2013Blatchford",
        "平均动脉压",
    ],
)
def test_by_any_name(name: str) -> None:
    assert find(name) is not None


def test_an_unknown_name() -> None:
    assert find("Mini-Mental State Examination") is None


def test_no_two_calculators_share_a_name() -> None:
    names = [n.casefold() for c in CALCULATORS.values() for n in {c.id, c.zh, *c.names}]
    plain = {c.id: {n.casefold() for n in (c.id, c.zh, *c.names)} for c in CALCULATORS.values()}
    assert len(set(names)) == sum(len(n) for n in plain.values())


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=lambda c: c.id)
def test_every_declaration_is_whole(calculator) -> None:
    declared = {i.id: i for i in calculator.inputs}
    used = {name for criterion in calculator.criteria for name in criterion.inputs}
    assert used <= set(declared)
    used |= {n for i in calculator.inputs if isinstance(i, Number) for way in i.derive for n in way.inputs}
    assert used == set(declared)
    assert calculator.purpose
    assert calculator.source
    assert calculator.population.exclusions_zh
    for wanted in declared.values():
        assert wanted.en
        assert wanted.zh
        if isinstance(wanted, Number):
            assert all(a in KNOWLEDGE.analytes for a in wanted.analytes)
        concepts: tuple[str, ...] = ()
        if isinstance(wanted, Flag):
            concepts = (*wanted.concepts, *wanted.but_not, *wanted.denied, *wanted.denied_by, *wanted.absent)
        elif isinstance(wanted, Choice):
            concepts = (
                *(c for o in wanted.options for c in o.concepts),
                *(c for h in wanted.hints for c in h.concepts),
                *wanted.denied,
            )
        unknown = [c for c in concepts if KNOWLEDGE.current(c) != c]
        assert not unknown
    assert list(calculator.categories) == sorted(calculator.categories, key=lambda c: c.lower)


def test_the_builders_of_criteria() -> None:
    assert band("x", (1, 5), above=0).samples == {"x": (1, 2)}
    assert any_of(("a", "b"), 2).points({"a": False, "b": True}) == 2
    assert graded("s", {"male": 0, "female": 1}).points({"s": "female"}) == 1


def test_conditions_joined() -> None:
    both = all_met(2, flagged("a"), at_least("x", 5))
    assert [both.points({"a": a, "x": x}) for a, x in ((True, 5), (True, 4), (False, 5))] == [2, 0, 0]
    assert both.samples["x"][-1] == 5
