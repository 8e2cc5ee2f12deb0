"""Options for a disease, checked against a patient made by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.treatment.model import NO_GUIDELINE
from core.treatment.naming import named_in
from core.treatment.planning import make_plan
from tests.core.treatment.ward import drug, finding, make_knowledge, ward

STEPS = (
    ("drug", "Give presterol at once"),
    ("drug", "Give a presser or painol"),
    ("immediate", "Stop presterol"),
    ("advice", "Rest"),
)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The handmade drugs with one disease, whose steps name them."""
    folder = tmp_path_factory.mktemp("clinic")
    make_knowledge(folder).close()
    disease = default_knowledge().diseases["influenza"]
    step = disease.management[0]
    steps = [
        step.model_copy(
            update={
                "kind": kind,
                "do": step.do.model_copy(update={"en": text, "zh": None if kind == "advice" else "做"}),
                "when": step.do.model_copy(update={"en": "when ill", "zh": "患病时"}) if kind == "immediate" else None,
            }
        )
        for kind, text in STEPS
    ]
    entry = disease.model_copy(update={"management": tuple(steps)})
    with sqlite3.connect(folder / "knowledge.sqlite") as db:
        row = (entry.id, "influenza", "流感", entry.urgency, entry.harm_if_missed, entry.model_dump_json())
        db.execute("INSERT INTO disease VALUES (?, ?, ?, ?, ?, ?)", row)
    db.close()
    knowledge = Knowledge(folder / "knowledge.sqlite")
    yield knowledge
    knowledge.close()


def plan(clinic: Knowledge, *taken: Any, chance: float = 0.6, **more: Any) -> tuple[list[str], list[str]]:
    """The texts of what is offered and of what is not."""
    made = make_plan(ward(clinic, *taken, **more), {"influenza": chance})
    return [i.text for i in made.offered], [i.text for i in made.excluded]


def test_nothing_is_planned_for_what_is_unlikely(clinic: Knowledge) -> None:
    assert plan(clinic, chance=0.04) == ([], [])
    assert plan(clinic, chance=0.05)[0]


def test_first_choices_are_offered_with_their_notes(clinic: Knowledge) -> None:
    offered, excluded = plan(clinic)
    assert "presterol 5 mg oral, once daily; when ill; less in the old" in offered
    assert "Stop presterol (when ill)" in offered
    assert not any(text.startswith("mildopril") for text in offered)
    assert excluded == []


def test_an_alternative_comes_up_where_the_first_choice_falls_away(clinic: Knowledge) -> None:
    offered, excluded = plan(clinic, findings=[finding("HP:0100665")], allergies=["mildopril"])
    assert any(text.startswith("presterol 5 mg") for text in excluded)
    assert "Give presterol at once" in excluded
    assert any(text.startswith("mildopril 2 mg") for text in excluded)
    assert any(text.startswith("Give a presser or painol. Not: ") for text in offered)


def test_an_alternative_that_suits(clinic: Knowledge) -> None:
    offered, excluded = plan(clinic, allergies=["presterol"])
    assert any(text.startswith("mildopril 2 mg") for text in offered)
    assert any(text.startswith("presterol 5 mg") for text in excluded)


def test_what_asks_for_care_is_offered_with_it(clinic: Knowledge) -> None:
    offered, _ = plan(clinic, patient={"age_years": 70})
    assert any(text.startswith("presterol 5 mg") and "With care: " in text for text in offered)


def test_an_option_for_some_patients_only(clinic: Knowledge) -> None:
    assert not any("achol" in text for text in plan(clinic)[0])
    offered, _ = plan(clinic, findings=[finding("HP:0002615")])
    assert any(text.startswith("achol 1 g iv, once, 1 day") for text in offered)
    child, _ = plan(clinic, patient={"age_years": 5})
    assert any(text.startswith("painol 1 mg/kg") for text in child)


def test_what_the_patient_takes_already_is_no_duplicate_of_itself(clinic: Knowledge) -> None:
    offered, excluded = plan(clinic, drug("presterol", "5 mg", "daily"))
    assert any(text.startswith("presterol 5 mg") for text in offered)
    assert excluded == []


def test_a_relative_of_what_is_taken_speaks_against_the_relative_alone(clinic: Knowledge) -> None:
    offered, excluded = plan(clinic, drug("longidone"))
    assert any(text.startswith("Give a presser or painol. Not: painol with longidone") for text in offered)
    assert not any("longidone" in text for text in excluded)
    offered, _ = plan(clinic, drug("achol"), drug("presterol", "5 mg", "daily"))
    assert any(text.startswith("presterol 5 mg") for text in offered)


def test_both_languages_and_where_it_comes_from(clinic: Knowledge) -> None:
    made = make_plan(ward(clinic, allergies=["presterol"]), {"influenza": 0.6})
    (gone,) = [i for i in made.excluded if i.drug == "presterol"]
    assert gone.because is not None
    assert gone.because_zh is not None
    assert gone.text_zh is not None
    assert gone.text_zh.startswith("普雷 5 mg")
    assert (gone.dose, gone.route, gone.interval, gone.source) == ("5 mg", "oral", "once daily", NO_GUIDELINE)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Give painol", [("painol",)]),
        ("Give a killer", [("achol", "painol")]),
        ("Stop painol", []),
        ("Rest; no painol, then achol", [("achol",)]),
        ("Rest", []),
    ],
)
def test_the_drugs_that_a_step_gives(clinic: Knowledge, text: str, named: list[tuple[str, ...]]) -> None:
    assert [tuple(sorted(mention.drugs)) for mention in named_in(text, clinic)] == named


def test_a_class_is_objected_to_by_its_name(clinic: Knowledge) -> None:
    made = make_plan(ward(clinic, allergies=["killer", "presterol", "mildopril"]), {"influenza": 0.6})
    (step,) = [i for i in made.excluded if i.text.startswith("Give a presser")]
    assert step.because is not None
    assert step.because.startswith("pressers: ")
    assert "painol: " in step.because


def test_a_regimen_of_no_drug(tmp_path: Path) -> None:
    knowledge = make_knowledge(tmp_path)
    with pytest.raises(KeyError):
        knowledge.drugs.name_of("nothing")
    knowledge.close()
