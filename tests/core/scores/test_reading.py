"""What a record says of an input: choosing among several, turning round, telling findings apart by their words."""

from __future__ import annotations

from typing import Any

import pytest

from core.language.model import Medication
from core.scores import compute, find
from core.scores.areas.measures import measure
from core.scores.inputs import Choice, Flag, Option
from core.scores.reading import read_inputs
from core.scores.reading_findings import read_choice, read_flag
from core.scores.reading_legs import read_no_leg_complaint
from core.scores.reading_worded import (
    read_dialysis,
    read_leukaemia,
    read_lymphoma,
    read_solid_tumour,
    worded,
)
from core.scores.source import Source
from tests.core.scores.notes import KNOWLEDGE, asked, finding, measured, note

COUGH, FEVER = "HP:0012735", "HP:0001945"
CREATININE = measure("creatinine")


def _source(text: str = "", **given: Any) -> Source:
    return Source(note(**given), KNOWLEDGE, text, str(given.pop("question", "")) or None)


def test_an_absence_that_is_a_criterion() -> None:
    wanted = Flag(id="no-cough", en="", zh="", denied_by=(COUGH,), absent=(COUGH,))
    assert read_flag(wanted, _source(absent=(COUGH,))).possible == (True,)
    assert read_flag(wanted, _source(present=(COUGH,))).possible == (False,)
    assert read_flag(wanted, _source(present=("HP:0031246",))).possible == (False,)  # a dry cough
    assert read_flag(wanted, _source()).possible == (False, True)
    assert read_flag(wanted, _source(present=(COUGH,), absent=(COUGH,))).possible == (False,)


def test_what_was_only_read_off_a_measurement() -> None:
    fever = finding(FEVER, value=38.0)
    wanted = Flag(id="fever", en="", zh="", concepts=(FEVER,), as_told=True)
    assert read_flag(wanted, _source(findings=[fever])).possible == (False, True)
    assert read_flag(wanted, _source(findings=[finding(FEVER)])).possible == (True,)


def test_what_is_left_out_and_drugs() -> None:
    wanted = Flag(
        id="x", en="", zh="", concepts=("HP:0100724",), but_not=("BD:prothrombin-mutation",), drugs=("insulin",)
    )
    assert read_flag(wanted, _source(present=("BD:prothrombin-mutation",))).possible == (False, True)
    assert read_flag(wanted, _source(present=("HP:0100724",))).possible == (True,)
    for text, status, expected in (
        ("takes insulin", "current", (True,)),
        ("non-insulin-dependent", "current", (False, True)),
        ("does not use insulin", "current", (False, True)),
        ("took insulin", "stopped", (False, True)),
    ):
        drug = Medication(name="insulin", drug="insulin", status=status, start=text.index("insulin"), end=len(text))
        reading = note().model_copy(update={"medications": (drug,)})
        assert read_flag(wanted, Source(reading, KNOWLEDGE, text)).possible == expected
    given = note().model_copy(update={"medications": (Medication(name="insulin", drug="insulin"),)})
    assert read_flag(wanted, Source(given, KNOWLEDGE, "x")).possible == (True,)


def test_a_denied_choice_is_its_first_answer() -> None:
    wanted = Choice(
        id="x", en="", zh="", options=(Option("none", ()), Option("some", ("HP:0001541",))), denied=("HP:0001541",)
    )
    assert read_choice(wanted, _source(absent=("HP:0001541",))).possible == ("none",)
    assert read_choice(wanted, _source(present=("HP:0001541",))).possible == ("some",)
    assert read_choice(wanted, _source()).possible == ("none", "some")


def test_a_far_denial_turns_a_finding_round() -> None:
    text = "There is no recorded history of cough."
    said = finding(COUGH, start=text.index("cough"), end=len(text) - 1)
    assert COUGH in Source(note(findings=[said]), KNOWLEDGE, text).denied
    assert COUGH not in Source(note(findings=[said]), KNOWLEDGE, "").denied
    without_place = finding(COUGH, start=None, end=None)
    source = Source(note(findings=[without_place]), KNOWLEDGE, text)
    assert COUGH not in source.denied
    assert source.words(without_place) == COUGH


def test_a_denial_reaches_through_a_list() -> None:
    text = "He has no history of fever or cough, and diabetes."
    fever = finding(FEVER, start=text.index("fever"), end=text.index("fever") + 5, assertion="absent")
    cough = finding(COUGH, start=text.index("cough"), end=text.index("cough") + 5)
    diabetes = finding("HP:0000819", start=text.index("diabetes"), end=text.index("diabetes") + 8)
    denied = Source(note(findings=[diabetes, cough, fever]), KNOWLEDGE, text).denied
    assert set(denied) == {FEVER, COUGH}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("breast cancer", "localised"),
        ("metastatic breast cancer", "metastatic"),
        ("acute leukemia", None),
        ("lymphoma", None),
        ("basal cell carcinoma", None),
    ],
)
def test_which_cancer(words: str, expected: str | None) -> None:
    said = finding("BD:active-cancer", start=0, end=len(words))
    source = Source(note(findings=[said]), KNOWLEDGE, words)
    fact = read_solid_tumour(source)
    assert (fact.possible[0] if fact.known else None) == expected
    assert (read_leukaemia(source).possible == (True,)) is ("leukemia" in words)
    assert (read_lymphoma(source).possible == (True,)) is ("lymphoma" in words)


def test_a_cancer_that_is_denied_or_of_a_relative() -> None:
    assert read_solid_tumour(_source(absent=("BD:active-cancer",))).possible == ("none",)
    relative = finding("BD:active-cancer", experiencer="family")
    assert not read_solid_tumour(_source(findings=[relative])).known


def test_words_denied() -> None:
    text = "dialysis"
    said = finding("HP:0012622", start=0, end=8, assertion="absent")
    assert read_dialysis(Source(note(findings=[said]), KNOWLEDGE, text)).possible == (False,)
    assert worded("other", "HP:0012622")(Source(note(findings=[said]), KNOWLEDGE, text)).possible == (False, True)
    past = finding("HP:0012622", start=0, end=8, assertion="absent", temporality="resolved")
    assert read_dialysis(Source(note(findings=[past]), KNOWLEDGE, text)).possible == (True,)


def test_whether_it_is_about_a_leg() -> None:
    assert read_no_leg_complaint(_source()).possible == (True,)
    assert read_no_leg_complaint(_source(present=("BD:unilateral-leg-swelling",))).possible == (False, True)


TEXT = "On arrival creatinine 3.4 mg/dL. Peak later. At discharge it was 1.5 mg/dL."
TWO = [
    measured("creatinine", 300.56, TEXT.index("3.4")),
    measured("creatinine", 132.6, TEXT.index("1.5")),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (None, 3.4),
        ("Clearance at discharge?", 1.5),
        ("Clearance on arrival?", 3.4),
        ("Clearance now?", 1.5),
        ("Clearance at the weekend?", 3.4),
        ("Clearance with the patient's weight", 3.4),
    ],
)
def test_the_value_that_the_question_asks_for(question: str | None, expected: float) -> None:
    source = Source(note(measurements=TWO), KNOWLEDGE, TEXT, question)
    assert read_inputs([CREATININE], source)["creatinine"].possible == (expected,)


def test_the_question_decides_nothing_without_the_text() -> None:
    source = Source(note(measurements=TWO), KNOWLEDGE, "", "Clearance now?")
    assert read_inputs([CREATININE], source)["creatinine"].possible == (3.4,)


def test_the_worst_value_is_sought_within_the_presentation() -> None:
    text = "x" * 220 + " creatinine 1.0, then 2.0. On hospital day 5 it was 4.0."
    places = [text.index(v) for v in ("1.0", "2.0", "4.0")]
    values = [measured("creatinine", v * 88.4, at, end=at + 3) for v, at in zip((1, 2, 4), places, strict=True)]
    source = Source(note(measurements=values), KNOWLEDGE, text)

    def picked(pick: str) -> object:
        return read_inputs([measure("creatinine", pick=pick)], source)["creatinine"].possible[0]

    assert [picked(p) for p in ("first", "last", "lowest", "highest")] == [1.0, 4.0, 1.0, 2.0]
    course = Source(note(measurements=values[2:]), KNOWLEDGE, text)
    late = read_inputs([measure("creatinine", pick="highest")], course)["creatinine"]
    assert late.possible == (4.0,)


def test_a_value_of_the_same_sentence_goes_with_its_neighbour() -> None:
    text = "Sodium 130. Later sodium 140, chloride 100."
    values = [
        measured("chloride", 90, 0),
        measured("sodium", 140, text.index("140")),
        measured("chloride", 100, text.index("100")),
    ]
    reading = note(measurements=values).model_copy(update={"sentences": ((0, 11), (12, len(text)))})
    facts = read_inputs([measure("sodium"), measure("chloride")], Source(reading, KNOWLEDGE, text))
    assert facts["chloride"].possible == (100,)


@pytest.mark.parametrize(
    ("name", "text", "question", "expected"),
    [
        ("due date", "Her last menstrual period was on 12/11/2013. Her cycle length is 22 days.", None, "09/11/2014"),
        ("due date", "Last menstrual period 05/20/2020.", None, "02/24/2021"),
        ("conception", "Her last menstrual period was on 12/17/2009.", None, "12/31/2009"),
        ("gestational age", "Last menstrual period 12/15/2016. Today's date is 01/09/2017.", None, "3w4d"),
        ("gestational age", "Last menstrual period 12/15/2016.", None, None),
        ("target weight", "Patient has a height of 196 cm and their target BMI is 19.2 kg/m^2.", None, 73.76),
        (
            "steroid conversion",
            "Patient has taken 7.5 mg of Dexamethasone PO.",
            "Based on the dose of Dexamethasone PO, what is the equivalent dosage in mg of PrednisoLONE PO?",
            50.0,
        ),
        (
            "steroid conversion",
            "Patient has taken 9 mg of Dexamethasone PO.",
            "Based on the dose of Dexamethasone PO, what is the equivalent dosage in mg of Dexamethasone IV?",
            9.0,
        ),
        ("steroid conversion", "hydrocortisone 50 mg IV every 6 hours", "Change it to oral prednisone", 50.0),
        ("steroid conversion", "hydrocortisone 50 mg IV", "What now?", None),
        ("steroid conversion", "no drug", "to prednisone", None),
        (
            "MME",
            "50 mg of Tapentadol once a day, 50 mg of TraMADol 1 time a day, 20 mg of FentaNYL buccal 2 times a day.",
            None,
            35.2,
        ),
    ],
)
def test_from_the_text(name: str, text: str, question: str | None, expected) -> None:
    assert asked(name, text, question).value == expected


def test_an_input_can_be_made_unknown_again() -> None:
    calculator = find("anion gap")
    assert calculator is not None
    reading = note(values={"sodium": 140.0, "chloride": 100.0, "bicarbonate": 24.0})
    assert compute(calculator, reading, KNOWLEDGE).value is not None
    open_again = compute(calculator, reading, KNOWLEDGE, given={"chloride": None})
    assert open_again.value is None
    assert open_again.missing
