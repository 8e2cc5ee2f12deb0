"""Observations in tables: which value is of which time."""

from __future__ import annotations

import pytest

from core.scores.tables import cells
from tests.core.scores.notes import asked

ROWS = """Ward round, man of 70, day 3 after colectomy
Time   RR   SpO2   O2      BP       HR   AVPU  Temp
------------------------------------------------
02:00  16   97 %   air     128/74   78   A     36.8
08:00  26   91 %   3 L nc  98/60    118  V     38.7
12:00       95 %   2 L     110/64   96   A     37.9   (after 500 mL crystalloid)
"""
COLUMNS = """Woman of 64, pneumonia
Obs      Admission  Day 2   Discharge
Resp     31         24      16
BP       88/58      112/70  124/78
Temp C   39.4       38.1    36.9
Urea     11.2       7.4     5.0
Confused on admission, clear since.
"""
HOURS = "Flow chart, 50M\nHour | FiO2 | SpO2 | RR\n0 | 0.80 | 88 % | 36\n6 | 0.50 | 94 % | 25\n"


def test_each_cell_knows_its_name_and_time() -> None:
    found = {(c.name, c.when): c.value for c in cells(ROWS)}
    assert found["RR", "02:00"] == "16"
    assert found["O2", "08:00"] == "3 L nc"
    assert found["HR", "12:00 (after 500 mL crystalloid)"] == "96"
    assert ("RR", "12:00 (after 500 mL crystalloid)") not in found
    assert all(ROWS[c.start : c.end] == c.value for c in cells(ROWS))
    across = {(c.name, c.when): c.value for c in cells(COLUMNS)}
    assert across["Temp C", "Day 2"] == "38.1"
    assert {c.when for c in cells(HOURS)} == {"at 0 h", "at 6 h"}


@pytest.mark.parametrize(
    "text",
    [
        "He came.  He saw.  He won.\nThen he  went home  again and slept.",
        "Na 139  K 4.1  Cl 101\nNa 141  K 4.0  Cl 99",
        "Name  Age  Ward",
        "",
    ],
)
def test_prose_and_lists_are_no_tables(text: str) -> None:
    assert cells(text) == ()


@pytest.mark.parametrize(
    ("name", "text", "question", "expected"),
    [
        ("MAP", ROWS, "Mean arterial pressure at 08:00?", 72.7),
        ("MAP", ROWS, "Mean arterial pressure at 12:00?", 79.3),
        ("MAP", COLUMNS, "Mean arterial pressure on admission?", 68),
        ("MAP", COLUMNS, "Mean arterial pressure at discharge?", 93.3),
        ("NEWS2", ROWS, "NEWS2 at 02:00?", 0),
        ("NEWS2", ROWS, "NEWS2 at 08:00?", 3 + 3 + 2 + 2 + 2 + 3 + 1),
        ("ROX index", HOURS, "ROX index at 6 hours?", 94 / 0.5 / 25),
        ("ROX index", HOURS, "ROX index at 0 hours?", 88 / 0.8 / 36),
    ],
)
def test_the_value_of_the_time_that_is_asked_for(name: str, text: str, question: str, expected: float) -> None:
    assert asked(name, text, question).value == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("air", 0), ("RA", 0), ("4 L", 2), ("NRB", 2), ("28%", 2), ("21%", 0), ("0", 0), ("97%", 0)],
)
def test_oxygen_as_charts_write_it(cell: str, expected: int) -> None:
    text = (
        f"Man of 50\nTime   RR  SpO2  O2    BP      HR  AVPU  Temp\n09:00  16  98%   {cell:<5} 120/80  70  A     36.9\n"
    )
    assert asked("NEWS2", text).value == expected


def test_units_stand_in_the_head_and_pressures_in_one_cell() -> None:
    text = (
        "Man of 60\nDate        Na (mmol/L)  Glucose (mg/dL)  Notes\n2026-01-02  128          700              unwell\n"
    )
    result = asked("corrected sodium", text)
    assert result.value == pytest.approx(128 + 2.4 * 6)
    low = "Man of 60\nDay  BP     Platelets\n1    80     90\n2    >200   <10\n"
    assert asked("MAP", low).value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Man of 60. RR 18, SpO2 96 % on 4 L nasal oxygen, BP 130/80, HR 80, T 37.0, alert.", 2),
        ("Man of 60. RR 18, SpO2 96 % via a 28 % Venturi mask, BP 130/80, HR 80, T 37.0, alert.", 2),
        ("Man of 60. RR 18, SpO2 96 % on air, BP 130/80, HR 80, T 37.0, alert.", 0),
    ],
)
def test_oxygen_in_words(text: str, expected: int) -> None:
    assert asked("NEWS2", text).value == expected
