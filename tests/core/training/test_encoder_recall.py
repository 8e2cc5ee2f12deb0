"""Counting what an encoder recognises."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.encoder import agreement
from core.training.encoder_recall import looked_up, recall
from core.training.encoder_texts import Text


def _text(key: str) -> Text:
    return Text(key, key, "name", False)


def _unit(*angles: float) -> np.ndarray:
    return np.array([[np.cos(a), np.sin(a)] for a in np.radians(angles)], dtype=np.float32)


def test_a_term_counts_once_however_many_of_its_names_are_near() -> None:
    names = [_text(key) for key in ("a", "a", "b", "c")]
    [hits] = looked_up([_text("b")], _unit(0), names, _unit(1, 2, 30, 60))
    assert [key for key, _ in hits] == ["a", "b", "c"]
    assert hits[0][1] == pytest.approx(np.cos(np.radians(1)), abs=1e-5)


def test_recall_tells_first_from_among_five() -> None:
    names = [_text(key) for key in "abcdefg"]
    queries = [_text("a"), _text("b"), _text("g")]
    found = looked_up(queries, _unit(0, 0, 0), names, _unit(0, 10, 20, 30, 40, 50, 60))
    counted = recall(queries, found)
    assert counted.n == 3
    assert counted.first == pytest.approx(1 / 3)
    assert counted.five == pytest.approx(2 / 3)


def test_agreement_is_that_of_the_worst() -> None:
    assert agreement(_unit(0, 0), _unit(0, 60)) == pytest.approx(0.5, abs=1e-5)
