from __future__ import annotations

import pytest

from core.scores import CALCULATORS, find
from core.scores.calculator import any_of, band, graded
from core.scores.inputs import Choice, Flag, Number
from tests.core.scores.notes import KNOWLEDGE


def test_the_eight_are_there_and_in_order() -> None:
    assert set(CALCULATORS) == {
        "news2", "qsofa", "curb-65", "heart", "wells-pe", "cha2ds2-vasc", "ckd-epi-2021", "map",
    }  # fmt: skip
    assert all(key == c.id for key, c in CALCULATORS.items())


@pytest.mark.parametrize(
    "name",
    [
        "CKD-EPI Equations for Glomerular Filtration Rate",
        "CHA2DS2-VASc Score for Atrial Fibrillation Stroke Risk",
        "Mean Arterial Pressure (MAP)",
        "Wells' Criteria for Pulmonary Embolism",
        "wells’ criteria for  pulmonary embolism",
        "HEART Score for Major Cardiac Events",
        "CURB-65 Score for Pneumonia Severity",
        "QSOFA",
        "平均动脉压",
    ],
)
def test_by_any_name(name: str) -> None:
    assert find(name) is not None


def test_an_unknown_name() -> None:
    assert find("Mini-Mental State Examination") is None


def test_no_two_calculators_share_a_name() -> None:
    names = [n.casefold() for c in CALCULATORS.values() for n in {c.id, c.zh, *c.names}]
    plain = {c.id: {n.casefold() for n in (c.id, c.zh, *c.names)} for c in CALCULATORS.values()}
    assert len(set(names)) == sum(len(n) for n in plain.values())


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=lambda c: c.id)
def test_every_declaration_is_whole(calculator) -> None:
    declared = {i.id: i for i in calculator.inputs}
    used = {name for criterion in calculator.criteria for name in criterion.inputs}
    assert used == set(declared)
    assert calculator.purpose
    assert calculator.source
    assert calculator.population.exclusions_zh
    for wanted in declared.values():
        assert wanted.en
        assert wanted.zh
        if isinstance(wanted, Number):
            assert all(a in KNOWLEDGE.analytes for a in wanted.analytes)
        concepts: tuple[str, ...] = ()
        if isinstance(wanted, Flag):
            concepts = (*wanted.concepts, *wanted.denied, *wanted.denied_by)
        elif isinstance(wanted, Choice):
            concepts = (
                *(c for o in wanted.options for c in o.concepts),
                *(c for h in wanted.hints for c in h.concepts),
            )
        unknown = [c for c in concepts if KNOWLEDGE.current(c) != c]
        assert not unknown
    assert list(calculator.categories) == sorted(calculator.categories, key=lambda c: c.lower)


def test_the_builders_of_criteria() -> None:
    assert band("x", (1, 5), above=0).samples == {"x": (1, 2)}
    assert any_of(("a", "b"), 2).points({"a": False, "b": True}) == 2
    assert graded("s", {"male": 0, "female": 1}).points({"s": "female"}) == 1
