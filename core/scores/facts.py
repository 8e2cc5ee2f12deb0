"""What a record says of one input: the values that remain possible, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.scores.inputs import Value

Relation = Literal["=", "<", ">"]


@dataclass(frozen=True)
class Fact:
    """`possible` holds the values that are open, one when it is known; of an unknown number it is empty, and for
    "below 90" it holds the bound with `relation`. `caution` (English, Chinese) must be read with it."""

    possible: tuple[Value, ...] = ()
    relation: Relation = "="
    unit: str | None = None
    start: int | None = None
    end: int | None = None
    assumed: bool = False
    caution: tuple[str, str] | None = None

    @property
    def known(self) -> bool:
        """Is there exactly one possible value?"""
        return len(self.possible) == 1 and self.relation == "="

    def candidates(self, samples: tuple[float, ...]) -> tuple[Value, ...]:
        """The values to try: those possible, or for a number that is not known the samples that fit what is."""
        if self.relation == "=":
            return self.possible or samples
        bound = float(self.possible[0])
        if self.relation == "<":
            return (bound - 0.01, *(s for s in samples if s < bound)) if samples else ()
        return (bound + 0.01, *(s for s in samples if s > bound)) if samples else ()
