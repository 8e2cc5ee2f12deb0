"""What is over, stopped, planned, feared or only spoken of is not told as what is, nor what is as over.

Forty short records, told wrongly and rightly. The wrong sentences that are shown and the true ones that are withheld
may only grow fewer."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from tests.core.narrative.cases import recorded

MOST_WITHHELD = {"standings.yaml": 9, "standings_more.yaml": 3}
MOST_SHOWN = {"standings.yaml": 0, "standings_more.yaml": 1}
_CASES = list(MOST_WITHHELD)


@cache
def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize("name", _CASES)
def test_what_is_true_is_shown(name: str) -> None:
    withheld = []
    for row in _rows(name):
        record = recorded(row["record"])
        withheld += [line for line in row["faithful"] if isinstance(check_sentence(line, record), Withheld)]
    assert len(withheld) <= MOST_WITHHELD[name], withheld


@pytest.mark.parametrize("name", _CASES)
def test_another_standing_is_withheld(name: str) -> None:
    shown: Counter[str] = Counter()
    for row in _rows(name):
        record = recorded(row["record"])
        for line in row["corrupted"]:
            kind, _, sentence = line.partition(" | ")
            if not isinstance(check_sentence(sentence, record), Withheld):
                shown[f"{kind} | {sentence}"] += 1
    assert shown.total() <= MOST_SHOWN[name], shown


def test_there_are_enough_of_each() -> None:
    kinds = Counter(line.partition(" | ")[0] for name in _CASES for row in _rows(name) for line in row["corrupted"])
    assert len(_rows("standings.yaml")) == len(_rows("standings_more.yaml")) == 20
    assert kinds["past-as-present"] >= 40
    assert kinds["present-as-history"] >= 10
    assert kinds["taken-as-former"] >= 12
    assert sum(n for kind, n in kinds.items() if kind.endswith("-as-taken")) >= 60
    assert sum(n for kind, n in kinds.items() if kind.endswith("-as-illness")) >= 60


_SHORT = "A 44-year-old man with fever and vomiting since yesterday and left flank pain. Takes ramipril 5 mg daily."


@pytest.mark.parametrize(
    ("record", "sentence", "shown"),
    [
        (_SHORT, "He has fever and vomiting.", True),
        (_SHORT, "He has had fever since yesterday.", True),
        (_SHORT, "He takes ramipril 5 mg daily.", True),
        (_SHORT, "He has a history of vomiting.", False),
        (_SHORT, "He previously had fever.", False),
        (_SHORT, "He used to take ramipril.", False),
        (_SHORT, "He took ramipril.", False),
        (_SHORT, "He no longer has fever.", False),
        ("Mr Cole. Hypertension 2010, gout.", "He has hypertension.", True),
        ("Mr Cole. Hypertension 2010, gout.", "He has a history of gout.", True),
        ("Mr Cole. Diagnosed with asthma in 2015.", "He has asthma.", True),
        ("Mr Cole. Pain began three weeks ago.", "He has pain.", True),
        ("Mr Cole. Headache and fever. It resolved overnight.", "He has a headache.", False),
        ("Mr Cole. On methotrexate. This was stopped in June.", "He takes methotrexate.", False),
        ("Mr Cole. Aspirin 75 mg, was not stopped.", "He takes aspirin.", True),
        ("Mr Cole. Pneumonia has not resolved.", "He has pneumonia.", True),
        ("Mr Cole. Pneumonia in 2015. Pneumonia again today.", "He has pneumonia.", True),
        ("Mr Cole. Heparin was considered.", "He takes heparin.", False),
        ("Mr Cole. Ivabradine is an option.", "He takes ivabradine.", False),
        ("Mr Cole. Thinks he might have lupus.", "He has lupus.", False),
        ("Mr Cole. Worried about cancer; has asthma.", "He has asthma.", True),
        ("Mr Cole. DEXA scan ordered.", "A DEXA scan has been ordered.", True),
    ],
)
def test_standing_in_one_sentence(record: str, sentence: str, shown: bool) -> None:
    assert isinstance(check_sentence(sentence, recorded(record)), Withheld) is not shown
