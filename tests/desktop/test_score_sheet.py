"""Every score can be put right by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from core.case.readers import read_text
from core.scores import CALCULATORS
from core.units.conventions import Scale
from desktop.score_sheet import Field, ScoreSheets, score_names
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge
NOTE = (
    "58-year-old man with chest pain. T 36.7 °C, HR 104, BP 152/94. ECG: ST depression. Creatinine 96 umol/L, smoker."
)


def fields_of(key: str, **given: float | bool | str | None) -> dict[str, Field]:
    return {field.id: field for field in ScoreSheets().sheet(read_text(NOTE), key, given, "as_given").fields}


def test_an_input_says_where_it_comes_from() -> None:
    fields = fields_of("heart", obesity=True)
    assert fields["age"].span is not None
    assert NOTE[slice(*fields["age"].span)] == "58-year"
    assert (fields["obesity"].value, fields["obesity"].changed, fields["obesity"].span) == (True, True, None)
    assert (fields["history"].value, fields["history"].kind) == (None, "choice")
    creatinine = fields_of("grace")["creatinine"]
    assert isinstance(creatinine.value, float)
    assert creatinine.scale.shown(creatinine.value) == pytest.approx(96, abs=0.1)


def test_what_is_given_narrows_the_range() -> None:
    sheets, case = ScoreSheets(), read_text(NOTE)
    before = sheets.sheet(case, "heart", {}, "si").result.range
    after = sheets.sheet(case, "heart", {"history": "highly suspicious", "obesity": False}, "si").result.range
    assert before is not None
    assert after is not None
    assert after[1] - after[0] < before[1] - before[0]


def test_what_is_said_to_be_not_known_is_not_taken_from_the_record() -> None:
    assert fields_of("heart")["age"].value is not None
    age = fields_of("heart", age=None)["age"]
    assert (age.value, age.changed) == (None, True)
    sheets, case = ScoreSheets(), read_text(NOTE)
    known, open_ = (sheets.sheet(case, "heart", given, "si").result for given in ({}, {"age": None}))
    assert known.range is not None
    assert open_.range is not None
    assert (open_.range[0], len(open_.missing)) == (known.range[0] - 1, len(known.missing) + 1)


def test_answers_stay_the_same_whatever_was_given() -> None:
    assert fields_of("heart")["history"].options == fields_of("heart", history="highly suspicious")["history"].options


def test_nearly_every_input_of_every_score_can_be_edited() -> None:
    sheets, case, kinds = ScoreSheets(), read_text(NOTE), Counter[str]()
    for key in CALCULATORS:
        for field in sheets.sheet(case, key, {}, "us").fields:
            kinds[field.kind] += 1
            assert isinstance(field.scale, Scale)
            if field.kind == "choice":
                assert len(field.options) > 1, (key, field.id)
    assert kinds["fixed"] <= 0.02 * kinds.total()
    assert {key for key, *_ in score_names()} == set(CALCULATORS)
