"""Seventy-one records told in other words, 810 times truly and 810 times with one thing wrong.

The true ones that are withheld are a count that may fall and not rise; a corrupted one that is shown is a failure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from core.narrative.record import Record
from tests.core.narrative.cases import recorded

_ROWS: list[dict[str, Any]] = [
    row
    for name in (
        "restatements.yaml",
        "restatements_wide.yaml",
        "restatements_letters.yaml",
        "restatements_fresh.yaml",
        "restatements_new.yaml",
        "restatements_newest.yaml",
        "restatements_last.yaml",
    )
    for row in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
]
MOST_WITHHELD = 7 + 27 + 33 + 9 + 28 + 54 + 40


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [recorded(row["record"]) for row in _ROWS]


def test_what_is_true_is_shown(records: list[Record]) -> None:
    withheld = [
        sentence
        for row, record in zip(_ROWS, records, strict=True)
        for sentence in row["faithful"]
        if isinstance(check_sentence(sentence, record), Withheld)
    ]
    assert len(withheld) <= MOST_WITHHELD, withheld


@pytest.mark.parametrize("number", range(len(_ROWS)))
def test_what_is_wrong_is_withheld(records: list[Record], number: int) -> None:
    shown = [
        line
        for line in _ROWS[number]["corrupted"]
        if not isinstance(check_sentence(line.partition(" | ")[2], records[number]), Withheld)
    ]
    assert shown == []


def test_there_are_as_many_true_as_wrong_ones() -> None:
    assert len(_ROWS) == 71
    assert all(len(row["faithful"]) == len(row["corrupted"]) in (10, 20) for row in _ROWS)
    assert sum(len(row["faithful"]) for row in _ROWS) == 810
