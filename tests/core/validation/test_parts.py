"""The cases, the names, the common list and what is earned."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from core.assess import assess
from core.knowledge.base import default_knowledge
from core.models import LaneResult
from core.validation import validation_cases
from core.validation.cases import read_cases
from core.validation.earning import Moves, earned
from core.validation.fusion import fuse
from core.validation.names import names_of


def test_the_bundled_cases_have_answers_that_exist() -> None:
    cases = validation_cases()
    assert 30 <= len(cases) <= 45
    assert len({case.id for case in cases}) == len(cases)
    known = default_knowledge().diseases.keys()
    assert {answer for case in cases for answer in case.answer} <= known
    assert {case.lang for case in cases} == {"en", "zh"}


def test_no_case_names_its_answer() -> None:
    base = default_knowledge()
    for case in validation_cases():
        for key in case.answer:
            names = base.diseases[key].names
            long = [name for name in (*names.en, *names.zh) if len(name) > 5 or name in names.zh]
            assert not [name for name in long if name.lower() in case.text.lower()], case.id


def test_a_broken_case_is_found(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("- {id: a, setting: emergency, answer: [], text: A long enough text of a case.}")
    with pytest.raises(ValidationError):
        read_cases(file)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Acute appendicitis", "acute-appendicitis"),
        ("appendicitis.", "acute-appendicitis"),
        ("Myocardial infarction (heart attack)", "acute-myocardial-infarction"),
        ("Coronary event (MI)", "acute-myocardial-infarction"),
        ("Possible pulmonary embolism", "pulmonary-embolism"),
        ("Pulmonary embolism due to deep vein thrombosis", "pulmonary-embolism"),
        ("Ischemic stroke", "ischaemic-stroke"),
        ("acute gout", "gout"),
        ("急性心肌梗死", "acute-myocardial-infarction"),
        ("Ileitis of the moon", None),
        ("", None),
        ("acute", None),
    ],
)
def test_a_name_and_its_entry(said: str, key: str | None) -> None:
    assert names_of(default_knowledge()).find(said) == key


def test_the_common_list_keeps_the_engine_s_lines() -> None:
    case = next(case for case in validation_cases() if case.id == "moving-pain")
    lines = assess(case.case, top=10).differential
    assert [line.id for line in fuse(lines, [], 0.5, 0.5)] == [line.id for line in lines]
    last = lines[-1].id
    lifted = fuse(lines, [last], 0.9, 0.01)
    place = next(line.rank for line in lifted if line.id == last)
    assert place < len(lines)
    assert {line.id for line in lifted} == {line.id for line in lines}
    assert next(line.named for line in lifted if line.id == last)


def test_chance() -> None:
    assert Moves(higher=5, lower=0).chance == pytest.approx(1 / 32)
    assert Moves(higher=4, lower=4).chance > 0.5
    assert Moves(higher=0, lower=0).chance == 1


def _lane(right: int, of: int) -> LaneResult:
    return LaneResult(what="x", right=right, of=of)


@pytest.mark.parametrize(
    ("writing", "naming", "moves", "may"),
    [
        (_lane(27, 30), _lane(20, 35), Moves(6, 0), ("writer", "second-opinion", "fusion")),
        (_lane(27, 30), _lane(20, 35), Moves(6, 5), ("writer", "second-opinion")),
        (_lane(14, 30), _lane(2, 35), Moves(6, 0), ()),
        (_lane(29, 29), None, Moves(0, 0), ()),
        (None, _lane(14, 35), Moves(0, 0), ("second-opinion",)),
    ],
)
def test_what_is_earned(
    writing: LaneResult | None, naming: LaneResult | None, moves: Moves, may: tuple[str, ...]
) -> None:
    lanes = {k: v for k, v in (("writer", writing), ("second-opinion", naming)) if v is not None}
    earned_lanes, sentences = earned(lanes, moves)
    assert earned_lanes == may
    assert len(sentences) >= 2
