"""Series, pairs, tables, values without a name, and times on one axis."""

from __future__ import annotations

import doctest

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge
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
