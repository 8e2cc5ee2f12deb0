"""Kinds of lines that clinic notes hold, with the whole knowledge base: who, how old, dipsticks, drugs, charts."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge, default_knowledge
from core.language import read
from core.language.model import Reading


@pytest.fixture(scope="module")
def whole() -> Knowledge:
    return default_knowledge()


def _read(text: str, knowledge: Knowledge) -> Reading:
    return read(Case(id="one", text=text), knowledge)


def _said(text: str, knowledge: Knowledge) -> dict[str, str]:
    return {f.label: f.assertion for f in _read(text, knowledge).findings if f.experiencer == "patient"}


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ("Mr Jones, 71, presents with cough.", 71, "male"),
        ("Mrs A Patel (64) seen in clinic with chest pain.", 64, "female"),
        ("Ms Jones 34 attends with headache.", 34, "female"),
        ("Baby born at 32/40, now 5 months old.", 0.417, "unknown"),
        ("MS: alert.", None, "unknown"),  # mental state, and no lady
        ("Mrs Smith 75 mg aspirin", None, "female"),
    ],
)
def test_age_and_sex_of_a_name(text: str, age: float | None, sex: str, whole: Knowledge) -> None:
    patient = _read(text, whole).patient
    assert (patient.age_years, patient.sex) == (age, sex)


def test_a_dash_before_a_temperature_is_no_minus(whole: Knowledge) -> None:
    assert [m.value for m in _read("Temp -38.2. T: - 38.4", whole).measurements] == [38.2, 38.4]


def test_a_dipstick_is_read_pad_by_pad(whole: Knowledge) -> None:
    said = _said("Urine dip: leu 2+, nit pos, blood trace, prot neg, glu 1+, ket 3+.", whole)
    assert said == {
        "pyuria": "present", "urine nitrites positive": "present", "proteinuria": "absent",
        "heavy protein on the dipstick": "absent", "glycosuria": "possible", "ketonuria": "present",
    }  # fmt: skip
    said = _said("Urine dip: protein 3+, blood 2+, nitrite neg.", whole)
    assert said["heavy protein on the dipstick"] == said["proteinuria"] == said["microscopic haematuria"] == "present"
    assert said["urine nitrites positive"] == "absent"
    assert _said("Urinalysis: blood 1+", whole)["microscopic haematuria"] == "possible"
    assert "microscopic haematuria" not in _said("Urinalysis: blood trace", whole)
    assert _said("Nitrite +ve, leucs ++.", whole) == {"urine nitrites positive": "present", "pyuria": "present"}
    assert "proteinuria" not in _said("CSF: protein 3+", whole)


@pytest.mark.parametrize(
    ("text", "drugs"),
    [
        ("Discussed statin; he declined.", []),
        ("Offered atorvastatin - declined.", []),
        ("Discussed atorvastatin, would like to think about it.", [("atorvastatin", "planned")]),
        ("Discussed his metformin.", [("metformin", "current")]),
        ("4-year-old girl. Mum was advised ibuprofen.", [("ibuprofen", "planned")]),
        ("4-year-old girl. Mum has been giving ibuprofen.", [("ibuprofen", "current")]),
        ("4-year-old boy, takes salbutamol. His mother takes warfarin.", [("albuterol", "current")]),
        ("Completed 3/12 rivaroxaban.", [("rivaroxaban", "stopped")]),
    ],
)
def test_drugs_that_are_taken_and_those_only_spoken_of(
    text: str, drugs: list[tuple[str, str]], whole: Knowledge
) -> None:
    assert [(m.drug, m.status) for m in _read(text, whole).medications] == drugs


@pytest.mark.parametrize(
    ("text", "label", "stands"),
    [
        ("CP and SOB since this morning.", "chest pain", True),
        ("CP and SOB since this morning.", "shortness of breath", True),
        ("Cerebral palsy (CP), wheelchair.", "chest pain", False),
        ("SpO2 94% RA.", "known rheumatoid arthritis", False),
        ("Sats 88% RA, known RA.", "known rheumatoid arthritis", True),
        ("?PE - for CTPA.", "Pulmonary embolism", True),
        ("PE: abdomen soft.", "Pulmonary embolism", False),
        ("CN: third nerve intact.", "third nerve palsy", False),
        ("Skin lesions on both arms.", "rash", False),
        ("Skin lesions on both arms.", "pain radiating to both arms", False),
        ("6 year old boy, alert, playing.", "alert and playful after the fit", False),
        ("Vesicles on trunk.", "itchy blistering rash on the trunk", False),
        ("Alert and oriented.", "hiking in the woods", False),
        ("Calves soft, non-tender.", "contact with farm animals", False),
        ("Ex-smoker, 20 pack-years.", "smoker", False),
        ("Stools x8/day with blood and mucus.", "blood in stool", True),
        ("Had 2 wet nappies only.", "reduced urine output", True),
    ],
)
def test_what_a_word_stands_for(text: str, label: str, stands: bool, whole: Knowledge) -> None:
    assert (label in _said(text, whole)) is stands


def test_denials_end_where_they_should(whole: Knowledge) -> None:
    assert _said("Nil fevers, nil weight loss, some night sweats.", whole)["night sweats"] == "present"
    assert _said("PMH: asthma (no admissions), COPD.", whole)["chronic obstructive pulmonary disease"] == "present"
    assert _said("No migraine, never smoked.", whole)["smoker"] == "absent"
    assert _said("No cough, afebrile.", whole)["fever"] == "absent"
    assert "fever" not in _said("Not afebrile.", whole)


def test_a_smoker_with_pack_years_smokes_now(whole: Knowledge) -> None:
    for text in ("Smoker, 20 pack-years.", "SH: smokes 20/day"):
        found = [f for f in _read(text, whole).findings if f.label == "smoker"]
        assert {(f.assertion, f.temporality) for f in found} == {("present", "recent")}


def test_an_intolerance_is_no_allergy(whole: Knowledge) -> None:
    items = _read("Allergies: penicillin - rash. Intolerant of codeine - nausea.", whole).allergies.items
    assert [(i.substance, i.kind) for i in items] == [("penicillin", "allergy"), ("codeine", "intolerance")]
    items = _read("Intolerances: ramipril (cough)", whole).allergies.items
    assert [(i.substance, i.kind) for i in items] == [("ramipril", "intolerance")]
    items = _read("Intolerant of aspirin. Allergic to aspirin.", whole).allergies.items
    assert [(i.substance, i.kind) for i in items] == [("aspirin", "allergy")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Time HR BP\n08:00 110 95/60\n10:00 92 110/70",
            [(110, "08:00"), (95, "08:00"), (60, "08:00"), (92, "10:00"), (110, "10:00"), (70, "10:00")],
        ),
        (
            "Obs    10:00  14:00\nHR  118  96\nSpO2  91  95",
            [(118, "10:00"), (96, "14:00"), (91, "10:00"), (95, "14:00")],
        ),
        ("14:30: HR 120\nHR 98", [(120, "14:30"), (98, None)]),
        ("Creatinine 88 (Jan), 134 (Mar), 210 today.", [(88, None), (134, None), (210, None)]),
        ("Temp was 39.2 at home, 37.1 in clinic.", [(39.2, None), (37.1, None)]),
    ],
)
def test_each_value_of_a_chart_has_its_time(text: str, found: list[tuple[float, str | None]], whole: Knowledge) -> None:
    assert [(m.value, m.time) for m in _read(text, whole).measurements] == found
