"""What is understood from whole notes, and what must never be misunderstood."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.case.model import Case, Patient
from core.knowledge.base import Knowledge
from core.language import extract, read
from core.language.model import Finding, Reading

NOTE = (
    "54M c/o CP x 2h, SOB, no fever. PMH HTN, T2DM. Meds: ASA 81 mg daily, metformin 500 bid. NKDA. "
    "BP 150/90 HR 110 T 38.4 SpO2 91% RA"
)


def understood(text: str, knowledge: Knowledge) -> Reading:
    return read(Case(id="x", text=text), knowledge)


def said(text: str, knowledge: Knowledge) -> dict[str, tuple[str, str, str]]:
    """Label → assertion, experiencer, temporality, for what stands in words."""
    found = understood(text, knowledge).findings
    return {f.label: (f.assertion, f.experiencer, f.temporality) for f in found if f.value is None}


def test_a_terse_note_is_understood_whole(knowledge: Knowledge) -> None:
    reading = understood(NOTE, knowledge)
    assert (reading.patient.age_years, reading.patient.sex) == (54, "male")
    labels = said(NOTE, knowledge)
    assert labels["chest pain"] == labels["shortness of breath"] == ("present", "patient", "recent")
    assert labels["fever"] == ("absent", "patient", "recent")
    assert labels["hypertension"] == labels["diabetes mellitus"] == ("present", "patient", "historical")
    assert [(m.drug, m.dose, m.interval) for m in reading.medications] == [
        ("aspirin", "81 mg", "daily"),
        ("metformin", "500", "bid"),
    ]
    assert reading.allergies.status == "none-known"
    values = {m.analyte: m.value for m in reading.measurements}
    assert values == {
        "systolic-blood-pressure": 150, "diastolic-blood-pressure": 90, "heart-rate": 110, "temperature": 38.4,
        "oxygen-saturation": 91,
    }  # fmt: skip
    assert [c.about for c in reading.conflicts] == ["fever"]
    assert next(f for f in reading.findings if f.label == "chest pain").time == "x 2h"


def test_a_value_beyond_a_limit_is_a_finding_and_one_within_denies_it(knowledge: Knowledge) -> None:
    found = {f.label: (f.assertion, f.value) for f in understood("T 38.4 HR 70", knowledge).findings}
    assert found == {"fever": ("present", 38.4), "high fever": ("absent", 38.4), "tachycardia": ("absent", 70)}


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("no fever; hx of hypertension", "hypertension", ("present", "patient", "historical")),
        ("no fever; hx of hypertension", "fever", ("absent", "patient", "recent")),
        ("His father had a myocardial infarction at 50.", "myocardial infarction", ("present", "family", "historical")),
        ("Mother reports fever and cough.", "fever", ("present", "patient", "recent")),
        ("Fever and cough absent.", "cough", ("absent", "patient", "recent")),
        ("She denies fever, cough, or chest pain but reports headache.", "chest pain", ("absent", "patient", "recent")),
        ("She denies fever, cough, or chest pain but reports headache.", "headache", ("present", "patient", "recent")),
        ("ROS negative except for cough.", "cough", ("present", "patient", "recent")),
        ("Return if fever or vomiting.", "vomiting", ("hypothetical", "patient", "recent")),
        ("Possible pneumonia.", "pneumonia", ("possible", "patient", "recent")),
        ("CT to rule out pulmonary embolism.", "pulmonary embolism", ("possible", "patient", "recent")),
        ("Pulmonary embolism was ruled out.", "pulmonary embolism", ("absent", "patient", "recent")),
        ("Nausea has resolved.", "nausea", ("absent", "patient", "resolved")),
        ("Presents with a 3-day history of cough.", "cough", ("present", "patient", "recent")),
        (
            "A 60-year-old man with diabetes who presents with fever.",
            "diabetes mellitus",
            ("present", "patient", "historical"),
        ),
        ("A 60-year-old man with diabetes who presents with fever.", "fever", ("present", "patient", "recent")),
        ("Fever: no. Cough: yes.", "fever", ("absent", "patient", "recent")),
        ("Family history: diabetes, hypertension.", "diabetes mellitus", ("present", "family", "historical")),
        ("PMH: none. Lungs clear to auscultation.", "crackles", ("absent", "patient", "recent")),
        ("Afebrile, no distress.", "fever", ("absent", "patient", "recent")),
    ],
)
def test_context(text: str, label: str, expected: tuple[str, str, str], knowledge: Knowledge) -> None:
    assert said(text, knowledge)[label] == expected


def test_a_denied_pair_denies_both_and_a_stated_pair_states_all_three(knowledge: Knowledge) -> None:
    assert {k: v[0] for k, v in said("no nausea or vomiting", knowledge).items()} == {
        "nausea": "absent",
        "vomiting": "absent",
    }
    assert set(said("nausea and vomiting", knowledge)) == {"nausea", "vomiting", "nausea and vomiting"}
    assert {"nausea", "vomiting", "diarrhea"} <= set(said("N/V/D since yesterday", knowledge))


def test_interrupted_names(knowledge: Knowledge) -> None:
    (finding,) = understood("Tenderness of the left and right flank.", knowledge).findings
    assert (finding.label, finding.laterality) == ("flank tenderness", "bilateral")
    assert set(said("chest and abdominal pain", knowledge)) == {"chest pain", "abdominal pain"}


def test_chinese(knowledge: Knowledge) -> None:
    labels = {f.label: f.assertion for f in understood("患者主诉：咳嗽，痰多，发热，无胸痛。", knowledge).findings}
    assert labels == {"cough": "present", "sputum production": "present", "fever": "present", "chest pain": "absent"}
    reading = understood(
        "患者，女，45岁。否认发热、咳嗽，父亲有糖尿病，既往高血压病史。体温38.5℃，白细胞 12×10^9/L。", knowledge
    )
    assert (reading.patient.age_years, reading.patient.sex, reading.language) == (45, "female", "zh")
    by_label = {f.label: f for f in reading.findings if f.value is None}
    assert by_label["cough"].assertion == "absent"
    assert by_label["diabetes mellitus"].experiencer == "family"
    assert by_label["hypertension"].temporality == "historical"
    assert {m.analyte: m.value for m in reading.measurements} == {"temperature": 38.5, "white-cell-count": 12}


def test_what_was_given_comes_first_and_wins(knowledge: Knowledge) -> None:
    case = Case(
        id="x", text="54M with cough.", patient=Patient(age_years=60, sex="female"), hpo_present=("HP:0001945",),
        hpo_excluded=("HP:0002315",), medications=("Aspirin 81 mg",), allergies=("penicillin",),
    )  # fmt: skip
    reading = read(case, knowledge)
    assert (reading.patient.age_years, reading.patient.sex) == (60, "female")
    assert [(f.label, f.assertion, f.start) for f in reading.findings] == [
        ("fever", "present", None), ("headache", "absent", None), ("cough", "present", 9),
    ]  # fmt: skip
    assert reading.medications[0].drug == "aspirin"
    assert reading.allergies.items[0].substance == "penicillin"
    assert "sex" in [c.about for c in reading.conflicts]


def test_targets_get_a_finding_with_exactly_their_span(knowledge: Knowledge) -> None:
    text = "She denies chest pain or wibbling. The aortic valve is normal."
    targets = [(11, 21), (25, 33), (39, 51)]
    found = extract(Case(id="x", text=text), knowledge, targets)
    assert [(f.start, f.end) for f in found] == targets
    assert [f.assertion for f in found] == ["absent", "absent", "present"]
    assert [f.concept for f in found] == ["HP:0100749", None, None]


def test_medications_and_allergies(knowledge: Knowledge) -> None:
    reading = understood(
        "Stopped lisinopril last week. Start ceftriaxone 1 g IV q24h. Allergic to penicillin (rash).", knowledge
    )
    assert {m.drug: m.status for m in reading.medications} == {"lisinopril": "stopped", "ceftriaxone": "planned"}
    assert [(i.substance, i.reaction) for i in reading.allergies.items] == [("penicillin", "rash")]
    assert understood("Cough.", knowledge).allergies.status == "unknown"
    contradictory = understood("NKDA. Allergic to penicillin.", knowledge)
    assert [c.about for c in contradictory.conflicts] == ["allergies"]


@pytest.mark.parametrize(
    ("text", "analyte", "value", "relation"),
    [
        ("T 101.2", "temperature", 38.444444, "="), ("temp 38.5C", "temperature", 38.5, "="), ("Cr 2.1",
            "creatinine", 185.64, "="),
        ("WBC of 12,000", "white-cell-count", 12, "="), ("troponin <0.01 ng/mL", "troponin", 0.01, "<"),
        ("weight 176 lb", "weight", 79.832251, "="), ("heart rate was 110 beats per minute", "heart-rate", 110, "="),
        ("febrile to 39.1", "temperature", 39.1, "="), ("fever 38.9 C", "temperature", 38.9, "="),
        ("Fever 38.4, cough", "temperature", 38.4, "="),
    ],
)  # fmt: skip
def test_measurements(text: str, analyte: str, value: float, relation: str, knowledge: Knowledge) -> None:
    found = understood(text, knowledge).measurements
    assert [(m.analyte, m.relation) for m in found] == [(analyte, relation)]
    assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["Return if temp > 38.5", "T wave inversion", "goal HR <80", "54-year-old", "T 8 fracture", "fever 39 days ago"],
)
def test_what_is_no_measurement(text: str, knowledge: Knowledge) -> None:
    assert understood(text, knowledge).measurements == ()


@given(st.text(alphabet=st.sampled_from("no fever,.;:()\n-chest pain 12/8%父发热无，。T BP"), max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_and_every_span_lies_inside(knowledge: Knowledge, text: str) -> None:
    reading = read(Case(id="x", text=text), knowledge)
    spans = [(f.start, f.end) for f in reading.findings] + [(m.start, m.end) for m in reading.medications]
    spans += (
        [(m.start, m.end) for m in reading.measurements]
        + list(reading.patient_spans.values())
        + list(reading.sentences)
    )
    assert all(s is not None and e is not None and 0 <= s < e <= len(text) for s, e in spans)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_too_strange(knowledge: Knowledge, text: str) -> None:
    for finding in (
        *read(Case(id="x", text=text), knowledge).findings,
        *extract(Case(id="x", text=text), knowledge, [(0, 1)]),
    ):
        assert isinstance(finding, Finding)
