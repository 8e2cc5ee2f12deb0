"""Corrections go with their words through edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.edits import Edit, edit_between, reanchored
from core.case.model import Correction

TEXT = "Chest pain, no fever."


def on(words: str, text: str = TEXT) -> Correction:
    at = text.index(words)
    return Correction(start=at, end=at + len(words), concept="HP:0001945", verdict="present")


@given(st.text(alphabet="ab \n胸𠮷", max_size=30), st.text(alphabet="ab \n胸𠮷", max_size=30))
def test_an_edit_makes_one_text_of_the_other_and_back(before: str, after: str) -> None:
    edit = edit_between(before, after)
    assert edit.apply(before) == after
    assert edit.inverse.apply(after) == before
    if edit.removed and edit.added:
        assert edit.removed[0] != edit.added[0]
        assert edit.removed[-1] != edit.added[-1]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("58 years. Chest pain, no fever.", "fever"),
        ("Chest pain, no high fever.", "fever"),
        ("Chest pain, no fever. Cough.", "fever"),
        ("Pain, no fever.", "fever"),
        ("Chest pain, no fevers.", "fever"),
        ("Chest pain, no fewer.", None),
        ("Chest pain, no .", None),
        ("", None),
    ],
)
def test_a_correction_stays_with_its_words_and_goes_with_them(after: str, expected: str | None) -> None:
    kept = reanchored((on("fever"),), edit_between(TEXT, after))
    assert [after[c.start : c.end] for c in kept] == ([expected] if expected else [])


def test_an_edit_moves_what_is_behind_it_and_leaves_what_is_before() -> None:
    pain, fever = on("Chest pain"), on("fever")
    kept = reanchored((pain, fever), Edit(12, "no ", ""))
    assert kept == (pain, fever.model_copy(update={"start": fever.start - 3, "end": fever.end - 3}))


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 3, "end": 3, "concept": "HP:0001945", "verdict": "absent"},
        {"start": 0, "end": 3, "concept": "HP:0001945"},
        {"start": 0, "end": 3, "verdict": "absent"},
    ],
)
def test_a_correction_that_says_nothing_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="correction"):
        Correction.model_validate(fields)
