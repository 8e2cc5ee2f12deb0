"""Quantities and values that a record lists apart from one another."""

from __future__ import annotations

import pytest

from core.scores.areas.measures import measure
from core.scores.lists import listed
from core.scores.reading import read_inputs
from core.scores.source import Source
from tests.core.scores.notes import KNOWLEDGE, measured, note


def _pairs(text: str) -> list[tuple[str, float]]:
    for one in listed(text):
        assert f"{one.value:g}" in text[one.start : one.end].replace(",", "")
    return [(one.name, one.value) for one in listed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Serum sodium and chloride were 140 mEq/L and 98 mEq/L, respectively.",
            [("Serum sodium", 140), ("chloride were", 98)],
        ),
        (
            "AST, ALT and ALP (all normal before) were 40 (10-35), 51 (10-40) and 1,200 U/L respectively.",
            [("AST", 40), ("ALT", 51), ("ALP                     were", 1200)],
        ),
        ("Sodium rose to 150 and fell, respectively.", []),
        ("They came and went respectively.", []),
        ("urea/creatinine of 21/1.0, then more", [("urea", 21), ("creatinine of", 1)]),
        ("BP 120/80 and a pain of 3/10", []),
        ("urea/creatinine/sodium 21/1.0", []),
        (
            "Tests showed 252 mg/dl total cholesterol, 84 mg/dl triglycerides and 66 mg/dl HDL.",
            [("total cholesterol", 252), ("triglycerides", 84), ("HDL", 66)],
        ),
        ("He had 84 mg/dl triglycerides.", []),
        ("Given 5 mg twice, 3 tablets and 2 doses.", []),
    ],
)
def test_values_find_their_names(text: str, expected: list[tuple[str, float]]) -> None:
    assert _pairs(text) == expected


def _read(quantity: str, text: str, **given: float) -> object:
    measurements = [measured(quantity, v, text.index(f"{v:g}")) for v in given.values()]
    source = Source(note(measurements=measurements), KNOWLEDGE, text)
    return read_inputs([measure(quantity)], source)[quantity].possible


@pytest.mark.parametrize(
    ("quantity", "text", "expected"),
    [
        ("sodium", "Serum sodium and chloride were 140 mEq/L and 98 mEq/L, respectively.", (140.0,)),
        ("chloride", "Serum sodium and chloride were 140 mEq/L and 98 mEq/L, respectively.", (98.0,)),
        ("urine-sodium", "Serum sodium and chloride were 140 mEq/L and 98 mEq/L, respectively.", ()),
        ("sodium", "Urine sodium and chloride were 40 mEq/L and 98 mEq/L, respectively.", ()),
        ("urine-sodium", "Urine sodium and chloride were 40 mEq/L and 98 mEq/L, respectively.", (40.0,)),
        ("creatinine", "Urea nitrogen and creatinine, 18.9 mmol/L and 366 μmol/L, respectively.", (4.14,)),
        ("creatinine", "Urea and creatinine were 18 cookies and 366 cookies, respectively.", ()),
        ("sodium", "Sodium and potassium were 140 mEql/L and 4 mEql/L, respectively.", (140.0,)),
        ("sodium", "Sodium and potassium were 14000 mEq/L and 4 mEq/L, respectively.", ()),
        ("creatinine", "BUN/creatinine of 21/1.5.", (1.5,)),
    ],
)
def test_a_quantity_is_found_in_a_list(quantity: str, text: str, expected: tuple[float, ...]) -> None:
    assert _read(quantity, text) == expected


def test_a_list_decides_before_the_word_next_to_a_number() -> None:
    text = "Tests showed 252 mg/dl total cholesterol, 84 mg/dl triglycerides."
    wrong = measured("cholesterol", 84 / 38.67, text.index("total"), end=text.index("84") + 8)
    source = Source(note(measurements=[wrong]), KNOWLEDGE, text)
    assert read_inputs([measure("cholesterol")], source)["cholesterol"].possible == (252.0,)


def test_a_run_ends_where_other_words_stand_between() -> None:
    assert _pairs("Seen 3 times, sodium and chloride were 140 and 98 mEq/L, respectively.") == [
        ("sodium", 140),
        ("chloride were", 98),
    ]
    assert _pairs("Sodium 150 then chloride 98, respectively.") == []
