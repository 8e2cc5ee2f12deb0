"""What of a range helps a reader: the range itself, its lower end, or nothing but what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.scores.registry import CALCULATORS

if TYPE_CHECKING:
    from core.scores.model import ScoreResult

Shown = Literal["value", "range", "at least", "nothing"]


def shown(result: ScoreResult) -> Shown:
    """How a score is told to a person; what programs read keeps the whole range.

    "NEWS2 0-14" says nothing: a range that spans all classes of the score is as good as none. Where its class is
    settled all the same, its lower end is what counts ("at least 170, high").
    """
    if result.range is None or result.range[0] == result.range[1]:
        return "value"
    low, high = result.range
    calculator = CALCULATORS.get(result.id)
    limits = [category.lower for category in calculator.categories] if calculator is not None else []
    narrow = not limits or high - low < max(limits) - min(limits)
    if narrow:
        return "range"
    return "at least" if result.category is not None else "nothing"
