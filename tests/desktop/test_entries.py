"""What the knowledge base holds, as lines."""

from __future__ import annotations

import pytest

from core.system.errors import KnownError
from desktop.entries import entry_of
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge


def test_a_disease_in_both_languages() -> None:
    english, chinese = (entry_of("disease", "acute-appendicitis", tongue) for tongue in ("en", "zh"))
    assert english.title == "acute appendicitis"
    assert "阑尾炎" in chinese.title
    heads = [line.head for line in english.lines if line.head]
    assert heads == ["also", "codes", "findings", "excluded_by", "advice"]
    weights = [float(line.value.split(" / ")[0]) for line in english.lines if line.value]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) >= 15
    assert [line.head for line in chinese.lines if line.head] == heads


def test_a_score_says_what_it_asks_for_and_where_it_comes_from() -> None:
    entry = entry_of("score", "heart", "en")
    assert "HEART" in entry.title
    assert [line.head for line in entry.lines if line.head] == ["inputs", "source"]
    assert entry.lines[-1].words


@pytest.mark.parametrize("kind", ["disease", "score"])
def test_an_unknown_one_is_said(kind: str) -> None:
    with pytest.raises(KnownError, match="no such entry"):
        entry_of("disease" if kind == "disease" else "score", "nonsense", "en")
