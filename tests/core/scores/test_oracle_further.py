"""The further scores against an independent implementation. Runs where `clincalc` (AGPL, an oracle only) is there."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from tests.core.scores.notes import Given, given

pytestmark = pytest.mark.soak
ROUNDS = 500
RISKS = ("hypertension", "diabetes", "lipids", "smoking", "family")


def _theirs(name: str, values: Mapping[str, object]) -> float:
    clincalc = pytest.importorskip("clincalc")
    return float(clincalc.calculate(name, values)["result"])


def _ours(name: str, values: Mapping[str, float | bool | str]) -> float:
    value = given(name, values, assume_absent=False).value
    assert isinstance(value, int | float)
    return value


def _yes(chance: random.Random, *names: str) -> dict[str, bool]:
    return {n: chance.random() < 0.4 for n in names}


def test_meld_and_meld_3() -> None:
    chance = random.Random(1)
    for _ in range(ROUNDS):
        creatinine, bilirubin = round(chance.uniform(0.3, 7), 2), round(chance.uniform(0.2, 40), 2)
        inr, sodium = round(chance.uniform(0.8, 6), 2), float(chance.randint(115, 150))
        albumin, sex = round(chance.uniform(1, 5), 1), chance.choice(("male", "female"))
        dialysis = chance.random() < 0.2
        labs = {
            "creatinine": creatinine, "creatinine_unit": "mg/dL", "bilirubin": bilirubin, "bilirubin_unit": "mg/dL",
            "inr": inr,
        }  # fmt: skip
        mine: Given = {"creatinine": creatinine, "bilirubin": bilirubin, "inr": inr, "dialysis": dialysis}
        assert _ours("MELD", mine) == _theirs("meld", {**labs, "dialysis_twice_past_week": dialysis})
        third = {
            **labs, "registration_age_years": 50, "female_for_adult_meld": sex == "female", "sodium_mmol_l": sodium,
            "albumin": albumin, "albumin_unit": "g/dL", "qualifying_dialysis_in_prior_7_days": dialysis,
        }  # fmt: skip
        mine |= {"sodium": sodium, "albumin": albumin, "sex": sex}
        assert _ours("MELD 3.0", mine) == _theirs("meld_3", third)


def test_grace() -> None:
    chance = random.Random(2)
    for _ in range(ROUNDS):
        age, rate, pressure = chance.randint(18, 99), chance.randint(30, 230), chance.randint(50, 230)
        creatinine, killip = round(chance.uniform(0.2, 6), 2), chance.randint(1, 4)
        flags = _yes(chance, "arrest", "st", "troponin")
        theirs = {
            "age": age, "heart_rate": rate, "systolic_bp": pressure, "creatinine": creatinine,
            "creatinine_unit": "mg/dL", "killip_class": killip, "cardiac_arrest_at_admission": flags["arrest"],
            "st_segment_deviation": flags["st"], "elevated_cardiac_enzymes": flags["troponin"],
        }  # fmt: skip
        mine: Given = {"age": age, "heart-rate": rate, "systolic": pressure, "creatinine": creatinine, "killip": killip}
        assert _ours("GRACE", {**mine, **flags}) == _theirs("grace", theirs)


def test_timi() -> None:
    chance = random.Random(3)
    for _ in range(ROUNDS):
        flags, risks = _yes(chance, "stenosis", "aspirin", "severe", "st", "troponin"), _yes(chance, *RISKS)
        age = chance.randint(18, 99)
        theirs = {
            "age": age, "three_or_more_cad_risk_factors": sum(risks.values()) >= 3, "known_cad": flags["stenosis"],
            "aspirin_use_past_7_days": flags["aspirin"], "severe_angina": flags["severe"],
            "st_deviation": flags["st"], "positive_biomarker": flags["troponin"],
        }  # fmt: skip
        assert _ours("TIMI", {"age": age, **risks, **flags}) == _theirs("timi", theirs)


def test_rockall() -> None:
    """At a pulse of exactly 100 the two differ: the paper counts it, the other begins above."""
    chance = random.Random(4)
    tiers = ("nil_major", "cardiac_failure_ischaemic_heart_disease_or_other_major",
             "renal_failure_liver_failure_or_disseminated_malignancy")  # fmt: skip
    diagnoses = ("mallory_weiss_or_no_lesion_identified", "all_other_diagnoses", "upper_gi_malignancy")
    for _ in range(ROUNDS):
        age, rate, pressure = chance.randint(18, 99), chance.choice((50, 99, 101, 150)), chance.randint(60, 180)
        tier, diagnosis, stigmata = chance.randint(0, 2), chance.randint(0, 2), chance.random() < 0.5
        mine: Given = {
            "age": age, "heart-rate": rate, "systolic": pressure, "major": tier == 1, "grave": tier == 2,
            "diagnosis": diagnosis, "stigmata": 2 if stigmata else 0,
        }  # fmt: skip
        theirs = {
            "age": age, "heart_rate_bpm": rate, "systolic_bp_mm_hg": pressure, "comorbidity": tiers[tier],
            "diagnosis": diagnoses[diagnosis], "major_stigmata_of_recent_haemorrhage": stigmata,
        }  # fmt: skip
        assert _ours("Rockall", mine) == _theirs("rockall", theirs)


def test_lrinec() -> None:
    chance = random.Random(5)
    for _ in range(ROUNDS):
        crp, cells, haemoglobin = chance.randint(1, 400), round(chance.uniform(1, 40), 1), chance.randint(60, 180) / 10
        sodium, creatinine, glucose = chance.randint(120, 150), chance.randint(30, 400), round(chance.uniform(3, 25), 2)
        theirs = {
            "severe_soft_tissue_infection_suspected": True, "crp_mg_l": crp, "wbc_x10_9_l": cells,
            "haemoglobin_g_dl": haemoglobin, "sodium_mmol_l": sodium, "creatinine_umol_l": creatinine,
            "glucose_mmol_l": glucose,
        }  # fmt: skip
        mine: Given = {
            "crp": crp, "white-cells": cells, "haemoglobin": haemoglobin, "sodium": sodium,
            "creatinine": creatinine / 88.4, "glucose": glucose * 18.016,
        }  # fmt: skip
        assert _ours("LRINEC", mine) == _theirs("lrinec", theirs)


def test_das28() -> None:
    chance = random.Random(6)
    for _ in range(ROUNDS):
        for marker in ("crp", "esr"):
            tender, swollen, level = chance.randint(0, 28), chance.randint(0, 28), chance.randint(1, 120)
            overall = chance.randint(0, 100)
            theirs = {
                "tender_joint_count": tender, "swollen_joint_count": swollen, "marker": marker, "marker_value": level,
                "global_health": overall,
            }  # fmt: skip
            mine: Given = {"tender": tender, "swollen": swollen, marker: level, "global": overall}
            assert _ours(f"DAS28-{marker.upper()}", mine) == pytest.approx(_theirs("das28", theirs), abs=0.006)


def test_pooled_cohort() -> None:
    chance = random.Random(7)
    for _ in range(ROUNDS):
        age, sex, race = chance.randint(40, 79), chance.choice(("male", "female")), chance.choice(("white", "black"))
        total, hdl, pressure = chance.randint(130, 320), chance.randint(20, 100), chance.randint(90, 200)
        flags = _yes(chance, "treated", "smoker", "diabetes")
        theirs = {
            "age": age, "sex": sex, "race": race, "total_cholesterol_mg_dl": total, "hdl_cholesterol_mg_dl": hdl,
            "systolic_bp_mm_hg": pressure, "treated_bp": flags["treated"], "current_smoker": flags["smoker"],
            "diabetes": flags["diabetes"],
        }  # fmt: skip
        mine: Given = {
            "age": age,
            "sex": sex,
            "black": race == "black",
            "cholesterol": total,
            "hdl": hdl,
            "systolic": pressure,
        }
        assert _ours("PCE", {**mine, **flags}) == pytest.approx(_theirs("ascvd", theirs), abs=0.11)


def test_findrisc() -> None:
    chance = random.Random(8)
    relatives = {0: "none", 3: "second_degree", 5: "first_degree"}
    for _ in range(ROUNDS):
        age, bmi, waist = chance.randint(18, 90), round(chance.uniform(17, 40), 1), chance.randint(60, 130)
        sex, family = chance.choice(("male", "female")), chance.choice(list(relatives))
        flags = _yes(chance, "active", "vegetables", "treated", "glucose")
        theirs = {
            "sex": sex, "age": age, "bmi": bmi, "waist_cm": waist, "physically_active": flags["active"],
            "daily_vegetables_fruit": flags["vegetables"], "antihypertensive_medication": flags["treated"],
            "high_blood_glucose_history": flags["glucose"], "family_history": relatives[family],
        }  # fmt: skip
        mine: Given = {"age": age, "bmi": bmi, "waist": waist, "sex": sex, "family": family}
        assert _ours("FINDRISC", {**mine, **flags}) == _theirs("findrisc", theirs)


def test_padua() -> None:
    chance = random.Random(9)
    names = {
        "cancer": "active_cancer", "earlier": "previous_vte", "immobile": "reduced_mobility",
        "thrombophilia": "thrombophilia", "injury": "recent_trauma_or_surgery",
        "failing": "heart_or_respiratory_failure", "acute": "acute_mi_or_ischaemic_stroke",
        "infection": "acute_infection_or_rheumatological", "obesity": "obesity",
        "hormones": "ongoing_hormonal_treatment",
    }  # fmt: skip
    for _ in range(ROUNDS):
        flags, age = _yes(chance, *names), chance.randint(18, 95)
        theirs = {theirs: flags[mine] for mine, theirs in names.items()}
        assert _ours("Padua", {**flags, "age": age, "bmi": 22}) == _theirs("padua", {"age": age, **theirs})


def test_abcd2_and_alvarado() -> None:
    chance = random.Random(10)
    for _ in range(ROUNDS):
        age, systolic, diastolic = chance.randint(18, 95), chance.randint(90, 200), chance.randint(50, 120)
        features, duration, diabetes = chance.randint(0, 2), chance.randint(0, 2), chance.random() < 0.4
        theirs = {
            "age": age, "systolic_bp": systolic, "diastolic_bp": diastolic, "diabetes": diabetes,
            "clinical_features": ("other", "speech-disturbance", "unilateral-weakness")[features],
            "duration": ("under-10min", "10-59min", "60min-or-more")[duration],
        }  # fmt: skip
        mine: Given = {
            "age": age, "systolic": systolic, "diastolic": diastolic, "features": features, "duration": duration,
            "diabetes": diabetes,
        }  # fmt: skip
        assert _ours("ABCD2", mine) == _theirs("abcd2", theirs)
        flags = _yes(chance, "migration", "anorexia", "vomiting", "tenderness", "rebound", "shift")
        warm, cells = round(chance.uniform(36, 39), 1), round(chance.uniform(5, 20), 1)
        theirs = {
            "migration_to_rlq": flags["migration"], "anorexia": flags["anorexia"],
            "nausea_or_vomiting": flags["vomiting"], "rlq_tenderness": flags["tenderness"],
            "rebound_tenderness": flags["rebound"], "fever": warm >= 37.3, "leukocytosis": cells > 10,
            "left_shift": flags["shift"],
        }  # fmt: skip
        mine = {**flags, "temperature": warm, "white-cells": cells, "neutrophils": 60}
        assert _ours("Alvarado", mine) == _theirs("alvarado", theirs)


def test_orbit_and_khorana() -> None:
    chance = random.Random(11)
    sites = {0: "other", 1: "lung", 2: "stomach"}
    for _ in range(ROUNDS):
        age, sex, haemoglobin = chance.randint(18, 95), chance.choice(("male", "female")), chance.randint(70, 170)
        flags, haematocrit, rate = _yes(chance, "anaemia", "bleeding", "antiplatelet"), chance.randint(25, 50), 59
        rate += chance.randint(-20, 20)
        schema = pytest.importorskip("clincalc").get_schema("orbit")["properties"]["assessment_context"]
        theirs: dict[str, object] = {
            "assessment_context": schema.get("const") or schema["enum"][0], "age_years": age, "sex": sex,
            "history_of_anaemia": flags["anaemia"], "bleeding_history": flags["bleeding"], "egfr_ml_min_1_73_m2": rate,
            "antiplatelet_treatment": flags["antiplatelet"], "haemoglobin_g_l": haemoglobin,
            "haematocrit_percent": haematocrit,
        }  # fmt: skip
        mine: Given = {
            "age": age,
            "sex": sex,
            "haemoglobin": haemoglobin / 10,
            "haematocrit": haematocrit,
            "egfr": rate,
        }
        assert _ours("ORBIT", {**mine, **flags}) == _theirs("orbit", theirs)
        site, platelets, cells = chance.choice(list(sites)), chance.randint(100, 600), round(chance.uniform(2, 20), 1)
        stimulated, bmi = chance.random() < 0.3, round(chance.uniform(18, 45), 1)
        schema = pytest.importorskip("clincalc").get_schema("khorana")["properties"]["assessment_context"]
        theirs = {
            "assessment_context": schema.get("const") or schema["enum"][0], "cancer_site": sites[site],
            "platelet_count_10_9_l": platelets, "haemoglobin_g_dl": haemoglobin / 10,
            "uses_erythropoiesis_stimulating_agent": stimulated, "leukocyte_count_10_9_l": cells, "bmi_kg_m2": bmi,
        }  # fmt: skip
        mine = {
            "site": site, "platelets": platelets, "haemoglobin": haemoglobin / 10, "stimulated": stimulated,
            "white-cells": cells, "bmi": bmi,
        }  # fmt: skip
        assert _ours("Khorana", mine) == _theirs("khorana", theirs)
