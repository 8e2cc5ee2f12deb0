"""Which regimens are offered: what comes up where something falls away."""

from __future__ import annotations

from typing import Any

import pytest

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_regimens import Regimen
from core.treatment.model import NO_GUIDELINE, SafetyItem
from core.treatment.planning.objections import Leeway, forbids
from core.treatment.planning.options import drug_options
from tests.core.treatment.ward import drug, finding, measured, ward

AGAINST = SafetyItem(
    kind="qt",
    severity="major",
    interruptive=False,
    drugs=("longidone",),
    message="Not here.",
    action="",
    source="expert estimate",
)


def regimen(drug: str, line: str, **more: Any) -> Regimen:
    said = {"dose": "5 mg", "route": "oral", "interval": "once daily", "basis": "expert-estimate"}
    return Regimen.model_validate({"disease": "influenza", "drug": drug, "line": line, **said, **more})


REGIMENS = [
    regimen("presterol", "first"),
    regimen("longidone", "adjunct"),
    regimen("achol", "alternative", instead_of="longidone", basis="guideline", source="A body, A guideline, 2020"),
    regimen("painol", "alternative"),
]


@pytest.mark.parametrize(
    ("fallen", "offered"),
    [
        ([], ["presterol", "longidone"]),
        (["longidone"], ["presterol", "achol"]),  # its own alternative, not that of the first choice
        (["presterol"], ["longidone", "achol", "painol"]),
        (["longidone", "presterol"], ["achol", "painol"]),
    ],
)
def test_what_falls_away_brings_up_its_alternative(drugs: Knowledge, fallen: list[str], offered: list[str]) -> None:
    against = {name: [AGAINST.model_copy(update={"drugs": (name,)})] for name in fallen}
    made = list(drug_options("influenza", REGIMENS, ward(drugs), against))
    assert [i.drug for i in made if i.because is None] == offered
    assert {i.drug for i in made if i.because is not None} == set(fallen)


def test_an_option_names_its_guideline_or_says_that_there_is_none(drugs: Knowledge) -> None:
    against = {"longidone": [AGAINST]}
    made = {i.drug: i for i in drug_options("influenza", REGIMENS, ward(drugs), against)}
    assert (made["achol"].basis, made["achol"].source) == ("guideline", "A body, A guideline, 2020")
    assert (made["presterol"].basis, made["presterol"].source) == ("expert-estimate", NO_GUIDELINE)


@pytest.mark.parametrize(
    ("kind", "severity", "rescue", "held_back"),
    [
        ("qt", "major", False, True),
        ("qt", "moderate", False, False),
        ("age", "major", False, False),
        ("age", "contraindicated", False, True),
        ("dose", "major", False, False),
        ("dose", "contraindicated", False, True),
        ("disease", "major", True, False),
        ("disease", "contraindicated", True, True),
        ("allergy", "major", True, True),
    ],
)
def test_which_warnings_take_an_option_away(kind: str, severity: str, rescue: bool, held_back: bool) -> None:
    item = AGAINST.model_copy(update={"kind": kind, "severity": severity})
    assert forbids("longidone", item, Leeway(rescue=rescue)) is held_back
    assert forbids("longidone", item, Leeway(frozenset({kind}), rescue)) is False


@pytest.mark.parametrize(
    ("drugs", "severity", "held_back"),
    [
        (("longidone", "achol (Acholex)"), "major", False),
        (("longidone", "achol"), "contraindicated", True),
        (("longidone", "achol", "painol"), "major", True),
        (("longidone",), "major", True),
    ],
)
def test_a_drug_does_not_exclude_its_successor(drugs: tuple[str, ...], severity: str, held_back: bool) -> None:
    item = AGAINST.model_copy(update={"kind": "interaction", "severity": severity, "drugs": drugs})
    assert forbids("longidone", item, Leeway(replaced=frozenset({"achol"}))) is held_back


def test_it_is_offered_beside_what_it_replaces_with_the_caution(drugs: Knowledge) -> None:
    item = AGAINST.model_copy(update={"kind": "interaction", "drugs": ("achol", "longidone")})
    listed = [regimen("longidone", "first", replaces=["killers"])]
    (made,) = drug_options("influenza", listed, ward(drugs, drug("achol")), {"longidone": [item]})
    assert made.because is None
    assert "With care: Not here" in made.text
    (made,) = drug_options("influenza", listed, ward(drugs), {"longidone": [item]})
    assert made.because == "longidone with achol: Not here."


def test_the_record_answers_the_conditions_of_a_regimen(drugs: Knowledge) -> None:
    listed = [regimen("longidone", "adjunct", not_with=["swelling", "low"])]
    (made,) = drug_options("influenza", listed, ward(drugs, findings=(finding("HP:0002615"),)), {})
    assert made.because == "not the choice here. The record: low pressure."
    assert made.because_zh == "此时不选。"
    (made,) = drug_options("influenza", listed, ward(drugs), {})
    assert made.because is None


def test_harm_to_the_child_is_no_reason_where_the_pregnancy_is_what_is_treated(drugs: Knowledge) -> None:
    item = AGAINST.model_copy(update={"kind": "pregnancy", "severity": "contraindicated"})
    (made,) = drug_options("influenza", [regimen("longidone", "first")], ward(drugs), {"longidone": [item]})
    assert made.because is not None
    listed = [regimen("longidone", "first", ends_pregnancy=True)]
    (made,) = drug_options("influenza", listed, ward(drugs), {"longidone": [item]})
    assert made.because is None
    assert "Not here" not in made.text


@pytest.mark.parametrize(("scale", "swallows"), [(13, False), (14, True)])
def test_a_coma_scale_of_14_swallows(drugs: Knowledge, scale: int, swallows: bool) -> None:
    listed = [regimen("presterol", "first"), regimen("longidone", "first", route="iv")]
    about = ward(drugs, findings=(finding("HP:0001259"),), measurements=(measured("gcs", scale),))
    made = {i.drug: i.because for i in drug_options("influenza", listed, about, {})}
    assert (made["presterol"] is None) is swallows
