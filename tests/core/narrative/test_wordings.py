"""Words of one thing and of one family, numbers in the forms that notes have, and what a word denies by itself."""

from __future__ import annotations

import pytest

from core.narrative.amounts import amounts
from core.narrative.check import check_sentence
from core.narrative.families import family
from core.narrative.model import Withheld
from core.narrative.wordings import word_key, wordings
from tests.core.narrative.cases import recorded

NOTE = """Mrs Ada Brook, 64F, G3P1. 5/7 of cough and vomiting x4. Afebrile. NSTEMI 2019, TIA 2021. No previous stroke.
Impression: stroke. BP 158/94, ETOH 10 units/wk. Small left pleural effusion. Takes co-amoxiclav 625 mg tds for a bite.
Headache since yesterday evening. Womb removed 2011 for fibroids. Bisoprolol 3.75 mg once daily. Stopped aspirin."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("constipated", "constipation"),
        ("duodenal", "duodenum"),
        ("hypertension", "hypertensive"),
        ("confused", "confusion"),
        ("pregnancy", "pregnant"),
    ],
)
def test_words_of_one_family(one: str, other: str) -> None:
    assert family(one) == family(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hypotension", "hypertension"),
        ("nephritis", "nephrosis"),
        ("radial", "radiating"),
        ("arterial", "arthritis"),
        ("painless", "painful"),
        ("generally", "generation"),
        ("x4", "x5"),
    ],
)
def test_words_of_two(one: str, other: str) -> None:
    assert family(one) != family(other)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("five days", "5/7"),
        ("three weeks", "3/52"),
        ("two months", "2/12"),
        ("31 weeks", "31+4"),
        ("28 weeks", "28/40"),
        ("158 over 94", "158/94"),
        ("at noon", "12:00"),
        ("five past eight", "08:05"),
        ("quarter to ten", "09:45"),
        ("a fortnight", "2 weeks"),
        ("46 years", "46M"),
        ("33 years", "33yo"),
        ("10 units", "10 units/wk"),
    ],
)
def test_one_number_in_two_forms(said: str, known: str) -> None:
    assert amounts(said)[0].same(amounts(known)[0])


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("five weeks", "5/7"),
        ("seven days", "5/7"),
        ("31 days", "31+4"),
        ("five past eight", "05:08"),
        ("46 months", "46M"),
        ("three days", "3/52"),
        ("two weeks", "2/12"),
    ],
)
def test_two_numbers(said: str, known: str) -> None:
    assert not amounts(said)[0].same(amounts(known)[0])


def test_what_the_lists_hold() -> None:
    known = wordings()
    assert known.same[("sob",)] == known.same[(word_key("breathless"),)]
    assert known.same[("in", word_key("addition"))] == ()
    assert word_key("fever") in {key for keys in known.denying.values() for key in keys}
    assert known.same[("heart", "attack")] == ("mi",)
    assert known.kinds["stemi"] == {"mi"}
    for way, what in known.same.items():
        assert way
        assert all(what) or what == ()


@pytest.mark.parametrize(
    "text",
    [
        "She has had five days of cough.",
        "She vomited four times.",
        "She had a heart attack in 2019 and a transient ischaemic attack in 2021.",
        "She drinks 10 units of alcohol weekly.",
        "There is a small effusion on the left.",
        "Her uterus was removed in 2011 because of fibroids.",
        "She no longer takes aspirin.",
        "The headache began last evening.",
    ],
)
def test_true_in_other_words(text: str) -> None:
    checked = check_sentence(text, recorded(NOTE))
    assert not isinstance(checked, Withheld), checked


@pytest.mark.parametrize(
    "text",
    [
        "She has had five weeks of cough.",
        "She is feverish.",
        "She had a heart attack in 2021.",
        "She had a transient ischaemic attack in 2019.",
        "She has had a stroke before.",
        "She drinks 10 units of alcohol daily.",
        "There is a small effusion on the right.",
        "The headache has been there since this morning.",
        "Bisoprolol is taken at a dose of 7.5 mg once daily.",
        "She had a STEMI.",
        "She takes aspirin.",
        "She takes co-codamol.",
    ],
)
def test_bent_in_other_words(text: str) -> None:
    assert isinstance(check_sentence(text, recorded(NOTE)), Withheld)
