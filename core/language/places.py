"""Stretches of a text, of which it is asked often whether one of them holds another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Places:
    """Stretches, end exclusive, in any order.

    >>> places = Places([(10, 20), (0, 5), (12, 14)])
    >>> places.hold(13, 20), places.hold(4, 6), places.hold(0, 5)
    (True, False, True)
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # how far those that begin by then go

    def hold(self, start: int, end: int) -> bool:
        """Does one of them go from here or before to there or beyond?"""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end
