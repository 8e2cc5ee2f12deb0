"""The fresh sentences of `tests/sets`: what is said of each target, ours and a peer's in the same run.

Our rules have been mended where they failed on these sentences, the peer's have not: our figures are a floor that is
held, no estimate for unseen text. Our first run, before anybody had read a failure, stands in the documentation.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure

SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "sets" / "assertion_sentences.jsonl"
CLASSES = ("denied", "possible", "hypothetical or conditional", "family or other", "historical")
Said = Callable[[str, int, int], set[str]]  # the classes of the target between two places of a sentence


def assertion_figures(whose: str, said: Said) -> list[Figure]:
    """F1 of each class over all targets, in per cent."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    pairs = [(_gold(row), said(row["text"], *row["target"])) for row in rows]
    found = []
    for name in CLASSES:
        right = sum(name in gold and name in answer for gold, answer in pairs)
        either = sum((name in gold) + (name in answer) for gold, answer in pairs)
        found.append(Figure(whose, f"{name}, F1 on fresh sentences", 200 * right / max(1, either), "%", len(pairs)))
    return found


def _gold(row: dict[str, str]) -> set[str]:
    return classes(row["assertion"], row["experiencer"], row["temporality"])


def classes(assertion: str, experiencer: str, temporality: str) -> set[str]:
    """The classes of an answer in our words."""
    named = {
        "absent": "denied", "possible": "possible", "hypothetical": "hypothetical or conditional",
        "conditional": "hypothetical or conditional",
    }  # fmt: skip
    found = {named[assertion]} if assertion in named else set()
    if experiencer != "patient":
        found.add("family or other")
    if temporality == "historical":
        found.add("historical")
    return found
