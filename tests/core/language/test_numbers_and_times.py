"""Series, pairs, tables, values without a name, and times on one axis."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

from core.case.model import Case, Patient
from core.knowledge.base import Knowledge, default_knowledge
from core.language import extract, read, timeline


def values(text: str, knowledge: Knowledge) -> list[tuple[str, float]]:
    return [(m.analyte, round(m.value, 2)) for m in read(Case(id="case", text=text), knowledge).measurements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("creatinine 120→185 µmol/L", [("creatinine", 120.0), ("creatinine", 185.0)]),
        ("creatinine 185 µmol/L, previously 120 µmol/L", [("creatinine", 185.0), ("creatinine", 120.0)]),
        ("HR 72 lying -> 98 standing", [("heart-rate", 72.0), ("heart-rate", 98.0)]),
        ("creatinine (serum) of 105 µmol/L", [("creatinine", 105.0)]),
        ("T 37.2, HR 90bpm, R 16", [("temperature", 37.2), ("heart-rate", 90.0)]),
        ("HR 80, aspirin 75 mg", [("heart-rate", 80.0)]),
        ("WBC 12,5 10^9/L", [("white-cell-count", 12.5)]),
        ("HR 80 since 3 days", [("heart-rate", 80.0)]),
    ],
)
def test_series_and_numbers(text: str, expected: list[tuple[str, float]], knowledge: Knowledge) -> None:
    assert values(text, knowledge) == expected


def test_a_pressure_lying_and_standing(knowledge: Knowledge) -> None:
    found = values("BP 120/80 lying, 100/60 standing", knowledge)
    assert [v for key, v in found if key == "systolic-blood-pressure"] == [120.0, 100.0]


def test_a_pair_has_its_numbers_in_order(knowledge: Knowledge) -> None:
    assert values("WBC/creatinine 9.1/96", knowledge) == [("white-cell-count", 9.1), ("creatinine", 96.0)]


def test_a_table_has_its_names_above(knowledge: Knowledge) -> None:
    found = values("Date   WBC   creatinine\n02/04   14.2   188\n04/04   11.0   96", knowledge)
    assert sorted(found) == [("creatinine", 96.0), ("creatinine", 188.0), ("white-cell-count", 11.0),
                             ("white-cell-count", 14.2)]  # fmt: skip


def test_a_value_of_another_fluid_is_none_of_the_blood(knowledge: Knowledge) -> None:
    assert values("CSF: WBC 3", knowledge) == []


def test_what_is_brought_on_is_had(knowledge: Knowledge) -> None:
    case = Case(id="case", text="Chest pain only on exertion.")
    assert extract(case, knowledge, [(0, 10)])[0].assertion == "conditional"
    assert read(case, knowledge).findings[0].assertion == "present"


def test_an_abbreviation_holds_once_it_is_explained(knowledge: Knowledge) -> None:
    found = read(Case(id="case", text="She has abdominal pain (ABP). The ABP is severe."), knowledge).findings
    assert [f.start for f in found if f.concept == "HP:0002027"] == [8, 24, 34]  # the bracket says it again


def test_times_on_one_axis(knowledge: Knowledge) -> None:
    assert doctest.testmod(timeline).failed == 0
    reading = read(Case(id="case", text="Cough for 3 weeks. Fever since yesterday. No headache for 2 days."), knowledge)
    assert [(e.about, e.days_before) for e in reading.timeline] == [("cough", 21.0), ("fever", 1.0)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Cough 3/7.", 3.0),
        ("Cough x 3 days.", 3.0),
        ("2/52 history of cough.", 14.0),
        ("Cough for the last week.", 7.0),
        ("Cough since childhood.", 40 * 365.25),
        ("Cough since age 30.", 16 * 365.25),
        ("POD 2, cough.", 2.0),
        ("Cough on postoperative day 3.", 3.0),
        ("Cough since 3 May 2024.", 7.0),
        ("Cough since 2024-05-03.", 7.0),
        ("Cough since Monday.", 4.0),
        ("Cough since 03/05/2024.", None),  # May or March
        ("Cough; review in 2 weeks.", None),
        ("Cough.", None),
    ],
)
def test_onset(text: str, days: float | None, knowledge: Knowledge) -> None:
    case = Case(id="case", text=text, patient=Patient(age_years=46), encounter_date=date(2024, 5, 10))
    assert [f.onset_days for f in read(case, knowledge).findings] == [days]


@pytest.mark.parametrize(
    ("text", "analyte", "value", "flag"),
    [
        ("hs-trop 30 (ULN 14)", "high-sensitivity-troponin-t", 30, "high"),
        ("CRP 4 (ref 0-3)", "crp", 4, "high"),
        ("K 5.2 (3.5-5.1)", "potassium", 5.2, "high"),
        ("Ferritin 400 [ref 15-450]", "ferritin", 400, "normal"),
        ("K 5.2 (4.9 on Monday)", "potassium", 5.2, "normal"),
        ("ANA 1:320", "ana-titre", 320, "high"),
        ("ANA positive at 1:640", "ana-titre", 640, "high"),
        ("24h urine protein 3.4 g", "urine-protein-24h", 3.4, "high"),
        ("low-density lipoprotein cholesterol 3.1 mmol/L", "ldl-cholesterol", 3.1, None),
    ],
)
def test_limits_titres_and_long_names(text: str, analyte: str, value: float, flag: str | None) -> None:
    found = read(Case(id="case", text=text), default_knowledge()).measurements[0]
    assert (found.analyte, found.value) == (analyte, value)
    assert flag is None or found.flag == flag


def test_the_name_of_a_quantity_is_no_finding() -> None:
    found = read(Case(id="case", text="24h urine protein 0.05 g"), default_knowledge()).findings
    assert {f.label: f.assertion for f in found}["proteinuria"] == "absent"


def test_breaths_in_chinese_vital_signs() -> None:
    found = read(Case(id="case", text="体温38.5℃，P 96次/分，R 18次/分，BP 130/80mmHg。"), default_knowledge())
    assert {m.analyte: m.value for m in found.measurements}["respiratory-rate"] == 18
