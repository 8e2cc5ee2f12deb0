"""Counting what an encoder recognises."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from core.models.cards import read_card
from core.training import encoder
from core.training.encoder import agreement
from core.training.encoder_recall import Gain, Recall, looked_up, recall
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


def test_the_card_tells_what_was_measured_and_no_older_figure(tmp_path: Path) -> None:
    blank = read_card(Path(encoder.__file__).with_name("encoder_card.yaml"))
    assert blank is not None
    assert not re.search(r"0\.\d\d\d", blank.attributes.measures_of_performance)
    file = tmp_path / blank.file
    file.write_bytes(b"GGUF")
    gain = Gain(kind="name", before=Recall(n=9, first=0.25, five=0.5), after=Recall(n=9, first=0.75, five=1.0))
    card = encoder.filled(blank, file, [gain])
    assert card.size_bytes == 4
    said = "held-out names (9): own term first 0.750, among five 1.000, before training 0.250 and 0.500"
    assert card.attributes.measures_of_performance.startswith(said)


def test_agreement_is_that_of_the_worst() -> None:
    assert agreement(_unit(0, 0), _unit(0, 60)) == pytest.approx(0.5, abs=1e-5)
