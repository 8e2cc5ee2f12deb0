"""How what stands on a stretch of text goes with the text when that is edited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.case.model import Correction


class Edit(NamedTuple):
    """At `start` the words `removed` gave way to `added`."""

    start: int
    removed: str
    added: str

    @property
    def inverse(self) -> Edit:
        """What takes it back."""
        return Edit(self.start, self.added, self.removed)

    def apply(self, text: str) -> str:
        """The text after it."""
        return text[: self.start] + self.added + text[self.start + len(self.removed) :]


def edit_between(before: str, after: str) -> Edit:
    """The smallest single replacement that makes one text of the other; of several that do, the last in the text.

    >>> edit_between("no fever", "no high fever")
    Edit(start=3, removed='', added='high ')
    """
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    tail = _common(before[start:][::-1], after[start:][::-1]) if most else 0
    tail = min(tail, most)
    return Edit(start, before[start : len(before) - tail], after[start : len(after) - tail])


def reanchored(corrections: Iterable[Correction], edit: Edit) -> tuple[Correction, ...]:
    """The corrections after an edit: those behind it move along, those whose own words it changed are gone, for
    nobody has said anything about the new words."""
    end, shift = edit.start + len(edit.removed), len(edit.added) - len(edit.removed)
    kept = []
    for one in corrections:
        if one.end <= edit.start:
            kept.append(one)
        elif one.start >= end:
            kept.append(one.model_copy(update={"start": one.start + shift, "end": one.end + shift}))
    return tuple(kept)


def _common(one: str, other: str) -> int:
    """The length of the common beginning, by halving: slices are compared far faster than characters."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
