"""All calculators: one file a clinical area, joined here."""

from __future__ import annotations

import re

from core.scores.areas import (
    acid_base,
    acute,
    anticoagulation,
    apache,
    appendicitis,
    arrhythmia,
    bedside_sums,
    birth,
    bleeding,
    blood,
    body,
    breathing,
    burns,
    caprini,
    cardiovascular_risk,
    care_scales,
    chest_pain,
    classes,
    coma,
    comorbidity,
    coronary,
    coronary_risk,
    diabetes_risk,
    discharge,
    drugs,
    ecg,
    electrolytes,
    embolism,
    embolism_severity,
    endocarditis,
    haemodynamics,
    head_injury,
    inflammation,
    infusions,
    kidney,
    kidney_injury,
    kidney_more,
    leg_thrombosis,
    limb_injury,
    liver,
    liver_more,
    metabolic,
    mind,
    neck_injury,
    obstetrics,
    organ_failure,
    pancreas,
    perioperative,
    pleura,
    pneumonia_severity,
    prevent,
    prevention,
    questionnaires,
    rare_blood,
    respiratory,
    skin_loss,
    sleep_apnoea,
    stroke,
    substances,
    throat,
    thrombosis,
    thrombosis_risk,
    upper_gut_bleeding,
)
from core.scores.calculator import Calculator

# In this order `score --list` names them, and scores that matter alike are offered.
_AREAS = (
    acute,
    chest_pain,
    arrhythmia,
    ecg,
    respiratory,
    pneumonia_severity,
    thrombosis,
    leg_thrombosis,
    caprini,
    bleeding,
    coma,
    organ_failure,
    apache,
    throat,
    perioperative,
    comorbidity,
    kidney,
    acid_base,
    electrolytes,
    liver,
    metabolic,
    prevention,
    haemodynamics,
    body,
    obstetrics,
    drugs,
)

# The rest of daily use, behind those of MedCalc-Bench.
_FURTHER = (
    coronary,
    coronary_risk,
    embolism,
    embolism_severity,
    breathing,
    sleep_apnoea,
    pleura,
    appendicitis,
    upper_gut_bleeding,
    pancreas,
    stroke,
    head_injury,
    neck_injury,
    limb_injury,
    kidney_more,
    kidney_injury,
    bedside_sums,
    infusions,
    liver_more,
    blood,
    rare_blood,
    thrombosis_risk,
    anticoagulation,
    inflammation,
    endocarditis,
    mind,
    cardiovascular_risk,
    prevent,
    diabetes_risk,
    birth,
    burns,
    skin_loss,
    questionnaires,
    substances,
    care_scales,
    classes,
    discharge,
)

CALCULATORS: dict[str, Calculator] = {c.id: c for area in (*_AREAS, *_FURTHER) for c in area.CALCULATORS}


def _plain(name: str) -> str:
    """A hyphen, a dash and a blank are the same to who types a name."""
    return " ".join(re.sub(r"[-\u2010-\u2014]", " ", name.casefold().replace("’", "'")).split())


_BY_NAME = {_plain(name): c for c in CALCULATORS.values() for name in (c.id, c.zh, *c.names)}


def find(name: str) -> Calculator | None:
    """A calculator by its id or any of its names, whatever the capitals and the hyphens."""
    return _BY_NAME.get(_plain(name))
