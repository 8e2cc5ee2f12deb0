"""Notes of every style, long case reports among them, with the values that whoever wrote them meant.

The values were laid down before the program saw a note. Of an equation the inputs are laid down: that they give the
right value is held elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.case.model import Case
from core.language import read
from core.language.model import Reading
from core.scores import compute, find
from tests.core.scores.notes import KNOWLEDGE, note

# What still goes wrong stands in docs/scores.md and is counted there.
LEFT = frozenset(
    (
        ("two", 18, "heart"),
        ("two", 30, "morphine-equivalents"),
        ("three", 0, "meld-na"),
        ("three", 3, "has-bled"),
        ("three", 10, "sofa"),
    )
)
FILES = {"one": "fresh_notes.yaml", "two": "fresh_notes_two.yaml", "three": "fresh_notes_three.yaml"}
NOTES = {
    batch: yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8")) for batch, file in FILES.items()
}
ASKED = [
    pytest.param(entry["text"], name, wanted, id=f"{batch}-{number}-{name}")
    for batch, notes in NOTES.items()
    for number, entry in enumerate(notes)
    for name, wanted in entry["asks"].items()
    if (batch, number, name) not in LEFT
]


@lru_cache(maxsize=2)
def _reading(text: str) -> Reading:
    return read(Case(id="x", text=text), KNOWLEDGE)


@pytest.mark.parametrize(("text", "name", "wanted"), ASKED)
def test_a_note_gives_what_its_author_meant(text: str, name: str, wanted: float | dict[str, Any]) -> None:
    calculator = find(name)
    assert calculator is not None
    meant: dict[str, Any] = dict(wanted) if isinstance(wanted, dict) else {"points": wanted}
    question = str(meant.pop("question", f"What is the patient's {calculator.names[0]}?"))
    result = compute(calculator, _reading(text), KNOWLEDGE, question, assume_absent=True, text=text)
    stated = meant.keys() & {"points", "date", "amount"}
    laid_down = None if stated else compute(calculator, note(), KNOWLEDGE, assume_absent=True, given=meant)
    expected = meant[stated.pop()] if laid_down is None else laid_down.value
    if isinstance(expected, float):
        assert result.value == pytest.approx(expected, rel=0.01, abs=0.051)
    else:
        assert result.value == expected
