"""What one kind of phrase does to the findings around it.

A rule's phrases are tokens joined by spaces, marks being tokens of their own ("r / o"). `forward` reaches from the
phrase to the end of the clause, `backward` to its beginning. `narrow` ends at the next comma, too. A pseudo rule only
keeps a shorter phrase inside it from being seen. What is `sought` ("CTPA for PE") is possible where it is a disease: a
complaint that is looked into ("ECG for chest pain") is there. In a phrase `~w` is any word,
`~n` any number, `~ing` one that ends so, `~year` a year, `~drug` what ends as names of drugs do.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Category = Literal[
    "absent", "present", "possible", "sought", "hypothetical", "conditional", "historical", "recent", "resolved",
    "family", "other",
    "pseudo", "stop",
]  # fmt: skip
Direction = Literal["forward", "backward", "both", "none"]


class Rule(NamedTuple):
    """One kind of phrase and what it does."""

    phrases: tuple[str, ...]
    category: Category
    direction: Direction = "forward"
    narrow: bool = False
    also: Category | None = None
    ends: bool = False  # holds only where the segment ends: "Fever: no"
    unless: frozenset[str] = frozenset()  # does not hold where one of these stands in its reach
    begins: bool = False  # holds only where a segment begins and goes on: "unlikely PE"


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that parts them by bars."""
    return tuple(" ".join(p.split()) for p in text.split("|") if p.strip())
