"""An operation of the last four weeks counts as recent surgery, whatever the words for it; an old one does not."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read


def _of(text: str, concept: str) -> list[tuple[str, str]]:
    findings = read(Case(id="x", text=text), default_knowledge()).findings
    return [(f.assertion, f.experiencer) for f in findings if f.concept == concept]


@pytest.mark.parametrize(
    "text",
    [
        "Hip replacement two weeks ago.",
        "Operated on ten days ago for bowel cancer.",
        "Two weeks ago she underwent a total knee replacement.",
        "10 days after caesarean section.",
        "Laparoscopic cholecystectomy last week.",
        "Five days post laparotomy.",
    ],
)
def test_a_recent_operation(text: str) -> None:
    assert _of(text, "BD:recent-surgery") == [("present", "patient")]


@pytest.mark.parametrize(
    "text",
    [
        "Knee replacement two years ago.",
        "Hysterectomy 20 years ago.",
        "Appendicectomy at age 12, fell two weeks ago.",
        "Two weeks ago he fell, no surgery.",
    ],
)
def test_an_old_operation_or_none(text: str) -> None:
    assert not _of(text, "BD:recent-surgery")


def test_an_operation_of_somebody_else() -> None:
    assert all(
        who != "patient" for _, who in _of("His mother had a hip replacement two weeks ago.", "BD:recent-surgery")
    )


@pytest.mark.parametrize("text", ["He is on dialysis.", "Haemodialysis three times a week.", "规律血液透析。"])
def test_dialysis_is_told_from_a_weak_kidney(text: str) -> None:
    assert ("present", "patient") in _of(text, "BD:dialysis")


@pytest.mark.parametrize("text", ["Congenital long QT syndrome.", "Known long QT syndrome."])
def test_a_long_qt_syndrome_is_a_long_qt(text: str) -> None:
    assert _of(text, "HP:0005184")


def test_a_drug_screen_tells_of_now() -> None:
    assert ("present", "patient") in _of("Urine drug screen positive for cocaine.", "BD:positive-toxicology-cocaine")
