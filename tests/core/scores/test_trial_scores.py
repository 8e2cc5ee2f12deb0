"""Scores as a clinician's trial wanted them: there where their question is, read in ward shorthand, and told as far as
they say something."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.case.model import Case
from core.language import read
from core.scores import compute, find
from core.scores.model import ScoreResult
from core.scores.shown_range import shown
from tests.core.scores.notes import KNOWLEDGE


def offered(text: str) -> dict[str, ScoreResult]:
    return {score.id: score for score in assess(Case(id="trial", text=text)).scores}


def scored(name: str, text: str) -> ScoreResult:
    calculator = find(name)
    assert calculator is not None
    return compute(calculator, read(Case(id="trial", text=text), KNOWLEDGE), KNOWLEDGE, text=text)


def used(result: ScoreResult, name: str) -> object:
    return next((i.value for i in result.inputs if i.name == name), None)


@pytest.mark.parametrize(
    "text",
    [
        "70M sudden breathlessness, syncope, swollen left calf, RV dilated on echo. HR 130, BP 84/50, SpO2 84%, RR 30",
        "61F PE on CTPA, BP 128/76, HR 96, SpO2 95%, RR 18, T 37.0. Alert.",
    ],
)
def test_an_embolism_is_graded_and_no_longer_ruled_out(text: str) -> None:
    found = offered(text)
    assert {"pesi", "spesi"} <= found.keys()
    assert found.keys().isdisjoint({"perc", "grace", "timi-ua-nstemi"})


@pytest.mark.parametrize(
    "text",
    [
        "24F pleuritic pain, HR 84, SpO2 99%. No haemoptysis, no leg swelling, no recent surgery, no previous PE",
        "31M breathless. HR 78. Denies haemoptysis. No calf swelling. No recent surgery or trauma. Never had a DVT",
    ],
)
def test_perc_is_there_where_its_questions_are_asked(text: str) -> None:
    assert "perc" in offered(text)


def test_a_wholly_negative_perc_is_computed() -> None:
    text = (
        "24F pleuritic chest pain. HR 84, sats 99%. No haemoptysis, no leg swelling, no recent surgery or trauma, no "
        "prev VTE, not on OCP."
    )
    assert (scored("perc", text).value, scored("perc", text).category) == (0, "negative")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("ottawa-ankle", "31M inverted R ankle. Can wt bear. No bony tenderness lat or med mall", "no X-ray indicated"),
        ("ottawa-ankle", "31M rolled ankle. Unable to wt bear. Swollen.", "ankle X-ray indicated"),
        ("ottawa-ankle", "19F ankle inversion, tender tip of lat malleolus, walks, limp", "ankle X-ray indicated"),
        ("ottawa-foot", "19F foot injury, tender base 5th MT, FWB", "foot X-ray indicated"),
        ("ottawa-knee", "40M twisted knee, NWB, cannot flex knee to 90", "knee X-ray indicated"),
    ],
)  # fmt: skip
def test_the_ottawa_rules_in_shorthand(name: str, text: str, value: str) -> None:
    assert scored(name, text).value == value


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MAP 64 on NA 0.28", "high"),
        ("norad 0.08 mcg/kg/min", "middle"),
        ("noradrenaline 0.42 mcg/kg/min", "high"),
        ("NAd 0.3 mcg/kg/min and vasopressin", "high"),
        ("dopamine 8 mcg/kg/min", "middle"),
        ("去甲肾上腺素 0.3 μg/kg/min", "high"),
    ],
)
def test_pressors_as_wards_write_them(text: str, level: str) -> None:
    assert used(scored("sofa", f"60M septic shock. {text}."), "vasopressors") == level


@pytest.mark.parametrize("text", ["Na 138, K 4", "NA 128", "NAD. 0.9% saline"])
def test_a_sodium_is_no_noradrenaline(text: str) -> None:
    assert used(scored("sofa", f"60M septic. {text}."), "vasopressors") is None


def test_a_bare_d_dimer_of_20_is_in_mg() -> None:
    reading = read(Case(id="trial", text="63M DIC screen: D-dimer >20, fibrinogen 1.4, plt 62"), KNOWLEDGE)
    assert next(m.value for m in reading.measurements if m.analyte == "d-dimer") == 20_000
    reading = read(Case(id="trial", text="63M D-dimer 420"), KNOWLEDGE)
    assert next(m.value for m in reading.measurements if m.analyte == "d-dimer") == 420


@pytest.mark.parametrize("text", ["WBC 15.6×10^9/L，N 88%", "WCC 16, neuts 86%", "wbc 14.2 (polys 90%)"])
def test_a_share_of_neutrophils(text: str) -> None:
    assert used(scored("alvarado", f"26F right iliac fossa pain. {text}"), "neutrophils") in (88, 86, 90)


def test_winters_formula_is_for_metabolic_acidosis_alone() -> None:
    assert "winters" in offered("22F DKA, ketones 6, pH 7.05, HCO3 8, pCO2 2.4 kPa")
    assert "winters" not in offered("72M COPD, drowsy. pH 7.22, pCO2 9.8 kPa, HCO3 21")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("60M creatinine 312 (baseline 80)", 3),
        ("60M creat 190, usually 80, urine output normal", 2),
        ("60岁男性，肌酐 132 μmol/L（基线 70）", 1),
        ("60M creatinine rose from 0.9 to 1.5 mg/dL", 1),
    ],
)
def test_the_stage_of_kidney_injury_from_pairs(text: str, stage: int) -> None:
    result = scored("kdigo-aki", text)
    assert (result.value if result.range is None else result.range[0]) == stage


def test_the_kidneys_of_now_are_not_those_of_before() -> None:
    assert used(scored("ckd-epi-2021", "60M creat 70 -> 132"), "creatinine") == pytest.approx(132 / 88.42, abs=0.02)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Each criterion alone does not reach the next; a worked patient with all but cancer has six.
        ("55M SJS/TEN. No malignancy. HR 128, 30% BSA detached, urea 14, glucose 16, HCO3 18", 6),
        ("24F SJS. No malignancy. HR 100, 6% BSA detached, urea 5, glucose 6, HCO3 24", 0),
        ("40F SJS. No malignancy. HR 120, 10% BSA detached, urea 10, glucose 14, HCO3 20", 0),
        ("41F SJS. Lymphoma. HR 121, 11% BSA detached, urea 10.1, glucose 14.1, HCO3 19.9", 7),
    ],
)
def test_scorten(text: str, value: int) -> None:
    assert scored("scorten", text).value == value


def _ranged(name: str, low: float, high: float, category: str | None = None) -> ScoreResult:
    return ScoreResult(id=name, name=name, range=(low, high), category=category, source="")


def test_what_is_shown_of_a_range() -> None:
    assert shown(_ranged("news2", 0, 14)) == "nothing"
    assert shown(_ranged("charlson", 2, 34)) == "nothing"
    assert shown(_ranged("caprini", 8, 74, "high")) == "at least"
    assert shown(_ranged("news2", 1, 4)) == "range"
    assert shown(_ranged("curb-65", 2, 3)) == "range"
    assert shown(_ranged("news2", 5, 5)) == "value"
