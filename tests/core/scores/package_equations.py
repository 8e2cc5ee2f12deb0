"""The equations of the package `medcalc-bench`, and which of our inputs is which of theirs."""

from __future__ import annotations

from tests.core.scores.notes import Given
from tests.core.scores.package_rows import Row

GASES = {"sodium": "sodium", "chloride": "chloride", "bicarbonate": "bicarbonate"}
PEOPLE = {"age": "age", "sex": "sex"}
QT = {"qt": "qt_interval", "heart-rate": "heart_rate"}
KIDNEY = {"creatinine": "creatinine", **PEOPLE}


def _is(given: Given, key: str) -> float:
    return float(given[key])


EQUATIONS = (
    Row("anion-gap", "anion_gap", "compute_anion_gap_explanation", GASES),
    Row("delta-gap", "delta_gap", "compute_delta_gap_explanation", GASES, ours={"difference": False}),
    Row("albumin-corrected-anion-gap", "albumin_corrected_anion", "compute_albumin_corrected_anion_explanation",
        {**GASES, "albumin": "albumin"}),
    Row("albumin-corrected-delta-gap", "albumin_corrected_delta_gap",
    "compute_albumin_corrected_delta_gap_explanation",
        {**GASES, "albumin": "albumin"}, ours={"difference": False}),
    Row("albumin-corrected-delta-ratio", "albumin_delta_ratio", "compute_albumin_delta_ratio_explanation",
        {**GASES, "albumin": "albumin"}, skip=lambda g: g["bicarbonate"] == 24, tolerance=0.01),
    Row("corrected-calcium", "calcium_correction", "calculate_corrected_calcium_explanation",
        {"calcium": "calcium", "albumin": "albumin"}),
    Row("corrected-sodium", "sch", "compute_sodium_correction_hyperglycemia_explanation",
        {"sodium": "sodium", "glucose": "glucose"}, ours={"factor": 2.4}),
    Row("serum-osmolality", "sOsm", "compute_serum_osmolality_explanation",
        {"sodium": "sodium", "urea-nitrogen": "bun", "glucose": "glucose"}),
    Row("free-water-deficit", "free_water_deficit", "free_water_deficit_explanation",
        {"weight": "weight", "sodium": "sodium", **PEOPLE}, ours={"share": 0.0}, tolerance=0.01),
    Row("fena", "compute_fena", "compute_fena_explanation", {"urine-sodium": "urine_sodium", "sodium": "sodium",
        "urine-creatinine": "urine_creatinine", "creatinine": "creatinine"}, tolerance=0.01),
    Row("homa-ir", "homa_ir", "compute_homa_ir_explanation", {"glucose": "glucose", "insulin": "insulin"}),
    Row("ldl-friedewald", "ldl_calculated", "compute_ldl_explanation",
        {"cholesterol": "total_cholestrol", "hdl": "hdl_cholestrol", "triglycerides": "triglycerides"}),
    Row("fib-4", "fibrosis_4", "compute_fib4_explanation",
        {"age": "age", "ast": "ast", "alt": "alt", "platelets": "platelet_count"}),
    Row("map", "mean_arterial_pressure", "mean_arterial_pressure_explanation",
        {"systolic": "sys_bp", "diastolic": "dia_bp"}),
    Row("bmi", "bmi_calculator", "bmi_calculator_explanation", {"weight": "weight", "height": "height"}),
    Row("body-surface-area", "bsa_calculator", "bsa_calculator_explaination", {"weight": "weight",
    "height": "height"}),
    Row("ideal-body-weight", "ideal_body_weight", "ibw_explanation", {"height": "height", "sex": "sex"},
    tolerance=0.001),
    Row("adjusted-body-weight", "adjusted_body_weight", "abw_explanation",
        {"weight": "weight", "height": "height", "sex": "sex"}, tolerance=0.001),
    Row("maintenance-fluids", "maintenance_fluid_calc", "maintenance_fluid_explanation", {"weight": "weight"}),
    Row("cockcroft-gault", "creatinine_clearance", "generate_cockcroft_gault_explanation",
        {**KIDNEY, "weight": "weight", "height": "height"}, ours={"actual-weight": False}, tolerance=0.01,
        skip=lambda g: 24.85 < _is(g, "weight") / (_is(g, "height") / 100) ** 2 < 25.05),
    Row("mdrd", "mdrd_gfr", "mrdr_gfr_explanation", KIDNEY, ours={"black": False}),
    # The explained form there takes 0.7 mg/dL for men as for women; the same module's function takes 0.9, as
    # published.
    Row("ckd-epi-2021", "ckd_epi_2021_creatinine", "ckd_epi_2021", KIDNEY),
    Row("meld-na", "meldna", "compute_meldna_explanation",
        {"creatinine": "creatinine", "bilirubin": "bilirubin", "inr": "inr", "sodium": "sodium",
        "dialysis": "dialysis_twice"},
        # There dialysis does not count where the creatinine is below 1 mg/dL; and MELD is rounded to whole tens'
        # parts
        # before the sodium counts, which is the rule of the OPTN that we follow.
        skip=lambda g: bool(g["dialysis"]) and _is(g, "creatinine") < 1),
    Row("qtc-bazett", "qt_calculator_bazett", "bazett_calculator_explanation", QT, tolerance=0.002),
    Row("qtc-fridericia", "qt_calculator_fredericia", "fredericia_calculator_explanation", QT, tolerance=0.002),
    Row("qtc-framingham", "qt_calculator_framingham", "framingham_calculator_explanation", QT, tolerance=0.002),
    Row("qtc-hodges", "qt_calculator_hodges", "hodges_calculator_explanation", QT, tolerance=0.005),
    Row("qtc-rautaharju", "qt_calculator_rautaharju", "rautaharju_calculator_explanation", QT, tolerance=0.002),
)  # fmt: skip
