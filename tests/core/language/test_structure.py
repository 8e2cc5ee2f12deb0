"""Sections and sentences."""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest

from core.language import sections, sentences, tokens
from core.language.sections import KINDS, split_sections
from core.language.sentences import split_sentences


@pytest.mark.parametrize("module", [sections, sentences, tokens])
def test_the_examples_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Past Medical History:\nAsthma\n\nMedications:\nAlbuterol\n", ["past-history", "medications"]),
        ("PMH: asthma. Presents with cough.", ["past-history", "other"]),
        ("FAMILY HISTORY: father had MI\nPHYSICAL EXAM: normal", ["family-history", "examination"]),
        ("HISTORY OF PRESENT ILLNESS:  Cough.  SOCIAL HISTORY:  Smokes.", ["present-history", "social-history"]),
        ("She has a cough: it is dry.", ["other"]),
    ],
)
def test_headings(text: str, kinds: list[str]) -> None:
    found = split_sections(text)
    assert [s.kind for s in found] == kinds
    assert all(s.kind in KINDS for s in found)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seen by Dr. Lee. Well.", ["Seen by Dr. Lee.", "Well."]),
        ("Takes 3.5 mg q.d. for pain. No cough.", ["Takes 3.5 mg q.d. for pain.", "No cough."]),
        ("no fever. cough present.", ["no fever.", "cough present."]),
        (
            "The patient has had a cough for three days and\ndenies fever.",
            ["The patient has had a cough for three days and\ndenies fever."],
        ),
        ("- fever\n- cough\n1. rash\n2. pain", ["- fever", "- cough", "1. rash", "2. pain"]),
        ("发热。无咳嗽；胸痛", ["发热。", "无咳嗽；", "胸痛"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == expected
