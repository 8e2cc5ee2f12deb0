"""How long a complaint has been there is nothing of the past."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read


def when(text: str) -> dict[str, str]:
    reading = read(Case(id="spell", text=text), default_knowledge())
    return {finding.label: finding.temporality for finding in reading.findings}


@pytest.mark.parametrize(
    "spell", ["4/7 hx", "2/52 hx of", "3 day hx", "2d hx of", "6w history of", "2/7 h/o", "3 wk ho", "short hx of"]
)
def test_a_spell_with_history_is_of_now(spell: str) -> None:
    assert when(f"28F. {spell} sore throat.")["sore throat"] == "recent"


def test_history_alone_is_of_the_past() -> None:
    assert when("28F. Hx sore throat as a child. 4/7 hx cough.")["sore throat"] == "historical"
