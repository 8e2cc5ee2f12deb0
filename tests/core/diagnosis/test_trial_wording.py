"""The likeness of words is named plainly and does not carry a diagnosis alone."""

from __future__ import annotations

import numpy as np
import pytest

from core.diagnosis.calibration import Coverage
from core.diagnosis.ranking import MOST_BY_WORDING, modest
from core.diagnosis.wording import Wording


def wording(*words: tuple[str, int]) -> Wording:
    """Words at places, all of the same weight in the one disease."""
    spans = tuple(((at, at + len(word)),) for word, at in words)
    return Wording(tuple(word for word, _ in words), spans, np.ones((len(words), 1)))


def test_chinese_pairs_are_put_together_and_lone_ones_left_out() -> None:
    said = wording(("胸背", 0), ("背撕", 1), ("撕裂", 2), ("脉瓣", 20)).evidence(0, 1.0)
    assert said.label_zh == "措辞与条目相近：胸背撕裂"


def test_words_of_letters_are_named_as_they_stand() -> None:
    assert wording(("stiff", 0), ("neck", 6)).evidence(0, 1.0).label == "similar wording to the entry: stiff, neck"


def test_nothing_readable_is_named_without_a_list() -> None:
    assert wording(("脉瓣", 20)).evidence(0, 1.0).label == "similar wording to the entry"


@pytest.mark.parametrize(("worded", "shown"), [(2.0, MOST_BY_WORDING), (0.5, 0.9)])
def test_wording_alone_does_not_make_a_likely_leader(worded: float, shown: float) -> None:
    covered = Coverage(left=0, unlike=0.7, favour=0.8, against=0.0, said=8)
    chances = modest(np.array([0.05, 0.9]), 1, covered, worded)
    assert chances.tolist() == [0.05, shown]


def test_wording_beside_findings_keeps_its_chance() -> None:
    covered = Coverage(left=0, unlike=0.7, favour=1.5, against=0.0, said=8)
    assert modest(np.array([0.05, 0.9]), 1, covered, 2.0).tolist() == [0.05, 0.9]
