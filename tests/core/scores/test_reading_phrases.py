"""What is read from the words alone: denial, other people, unsure words, numbers and series."""

from __future__ import annotations

import pytest

from core.scores.inputs import Flag
from core.scores.reading_phrases import answered, counted, either, item, said
from core.scores.source import Source
from tests.core.scores.notes import KNOWLEDGE, finding, note, written

BOTH = (False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", BOTH),
        ("He snores.", (True,)),
        ("No snoring.", (False,)),
        ("Snoring: no.", (False,)),
        ("Snoring is absent.", (False,)),
        ("Denies fever, cough or snoring.", (False,)),
        ("No fever, but he snores.", (True,)),
        ("No fever, and he has been snoring.", (True,)),
        ("His father snores.", BOTH),
        ("His wife says that he snores.", (True,)),
        ("Snoring was observed by his wife; she snores not.", (True,)),
        ("Possible snoring.", BOTH),
        ("Snoring not known.", BOTH),
        ("Sleeps quietly.", (False,)),
        ("Never sleeps quietly.", BOTH),
    ],
)
def test_a_flag(text: str, expected: tuple[bool, ...]) -> None:
    assert said(r"\bsnor\w+", r"sleeps quietly")(written(text)).possible == expected


def test_the_vocabulary_comes_before_the_words() -> None:
    flag = Flag(id="x", en="x", zh="x", concepts=("HP:0002105",))
    read = either(flag, said("coughs blood"))
    denied = Source(note(absent=["HP:0002105"]), KNOWLEDGE, "coughs blood")
    possible = Source(note(findings=[finding("HP:0002105", assertion="possible")]), KNOWLEDGE, "coughs blood")
    assert read(denied).possible == (False,)
    assert read(possible).possible == BOTH
    assert read(written("He coughs blood.")).possible == (True,)
    assert read(written("He coughs blood.")).start == 3


def test_a_graded_answer() -> None:
    read = answered((2, r"\bsoft\b"), (0, r"\bfirm\b"), (1, ""))
    assert read(written("firm")).possible == (0.0,)
    assert read(written("It is not firm.")).possible == (0.0, 1.0, 2.0)
    series = Source(note(), KNOWLEDGE, "08:00 firm. 14:00 soft.", "At 08:00?")
    assert read(series).possible == (0.0,)
    assert read(Source(note(), KNOWLEDGE, "08:00 dry. 14:00 soft.", "At 08:00?")).possible == (2.0,)
    assert read(Source(note(), KNOWLEDGE, "08:00 firm. 14:00 soft.", "At 10:00?")).possible == (2.0,)


def test_a_number() -> None:
    read = counted(r"waist (\d+)|(\d+) round", 40, 200, "cm")
    fact = read(written("waist 20, waist 98 cm"))
    assert (fact.possible, fact.unit) == ((98.0,), "cm")
    assert read(written("90 round")).possible == (90.0,)
    assert read(written("His brother has a waist 120.")).possible == ()
    series = Source(note(), KNOWLEDGE, "Monday waist 98. Friday waist 95.", "On Friday?")
    assert read(series).possible == (95.0,)
    assert read(Source(note(), KNOWLEDGE, "waist 98. Later waist 95.", "Now?")).possible == (98.0,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sleep: 2", (2.0,)),
        ("sleep (3)", (3.0,)),
        ("Sleep 9, then sleep 1", (1.0,)),
        ("poor sleep, nearly every day", (3.0,)),
        ("Sleep well.", (0.0, 1.0, 2.0, 3.0)),
    ],
)
def test_an_item(text: str, expected: tuple[float, ...]) -> None:
    assert item("sleep", (0.0, 1.0, 2.0, 3.0))(written(text)).possible == expected


def test_an_item_of_other_points_has_no_words() -> None:
    assert item("sleep", (0.0, 5.0))(written("sleep, nearly every day")).possible == (0.0, 5.0)
