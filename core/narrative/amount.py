"""A number of a text, and whether another can be told as it."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

# "5/7", "3/52", "2/12" and "28/40" in notes: of a week, of a year, of a year in months, of a pregnancy in weeks.
_FRACTIONS: dict[float, tuple[str, float]] = {
    7.0: ("time", 24.0), 52.0: ("time", 168.0), 12.0: ("months", 1.0), 40.0: ("time", 168.0)
}  # fmt: skip
_IN_THOUSANDS = re.compile(r"k/|×?10[⁹^]")  # units of counts that are told in thousands
_NEAR = 0.05  # of the number


class Amount(NamedTuple):
    """A number as it is written: `values` are its readings in their order ("152/94" has two); a time of the day is in
    hours with `kind` "clock", a day of the year is month and day with "date"; anything else has the kind of its unit
    ("" without one)."""

    values: tuple[float, ...]
    kind: str
    start: int
    end: int
    raw: tuple[float, ...]
    mark: str = ""  # what stands between two readings; "12" of a time that may be of either half of the day
    per: str = ""  # "day", "week", "month" of "10 units/wk"
    about: str = ""  # "near", "below" (nearly 16), "above" (just over 16)

    def same(self, other: Amount) -> bool:
        """Can `other`, of the record, be told as this?"""
        if self.about and not self.kind.startswith(("date", "clock")) and self._rounds(other):
            return True
        if self.mark == "k":
            raw = self.raw if _IN_THOUSANDS.match(other.kind) else (1000 * self.raw[0],)
            return _close(raw, other.raw)
        if self.kind == "date" or other.kind == "date":
            return self.kind == other.kind and self.raw == other.raw
        if self.kind == "part":
            return other.kind == "clock" and any(
                self.values[0] <= other.values[0] + h < self.values[1] for h in (0, 24)
            )
        if self.kind == "clock" or other.kind == "clock":
            day = 12 if self.mark == "12" else 24
            return self.kind == other.kind and math.isclose(self.values[0] % day, other.values[0] % day, abs_tol=1e-6)
        if len(self.raw) == 1 and len(other.raw) == 2 and self.kind in ("time", "months"):
            return self._of_spell(other)
        if len(self.raw) > 1 or len(other.raw) > 1:
            return _close(self.raw, other.raw) or any(_close(self.raw, (value,)) for value in other.raw)
        if self.kind and other.kind:
            return self.kind == other.kind and _close(self.values, other.values)
        return _close(self.raw, other.raw)

    def _rounds(self, other: Amount) -> bool:
        """Is it the other one, rounded, and on the side of it that is told?"""
        if len(self.raw) != 1 or len(other.raw) != 1 or (self.kind and other.kind and self.kind != other.kind):
            return False
        both = bool(self.kind and other.kind)
        said, known = (self.values[0], other.values[0]) if both else (self.raw[0], other.raw[0])
        if self.mark == "k" and not _IN_THOUSANDS.match(other.kind):
            known /= 1000
        side = {"near": True, "below": known < said, "above": known > said}[self.about]
        return side and abs(known - said) <= _NEAR * said

    def _of_spell(self, other: Amount) -> bool:
        """A spell of time written as a fraction ("5/7") or as weeks and days ("31+4")."""
        if other.mark == "+":
            return any(_close(self.values, (n * unit,)) for n, unit in zip(other.raw, (168.0, 24.0), strict=True))
        kind, factor = _FRACTIONS.get(other.raw[1], ("", 0.0))
        return other.mark == "/" and kind == self.kind and _close(self.values, (other.raw[0] * factor,))


def _close(said: tuple[float, ...], known: tuple[float, ...]) -> bool:
    return len(said) == len(known) and all(math.isclose(a, b, rel_tol=1e-6) for a, b in zip(said, known, strict=True))
