"""A text written another way for its reader, and the way back to the places of the text as it was given.

What is dictated ("full stop"), broken over two lines ("dysph-" / "agia") or written in another language is put into
plain words first; whatever is read of them stands where the given words stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from core.language.copies import Placed, altered
from core.language.model import Reading


class Change(NamedTuple):
    """Other words for the characters between two places of the given text."""

    start: int
    end: int
    words: str


class Respelt:
    """A text with all changes made; of changes that overlap the first is made."""

    def __init__(self, given: str, changes: Iterable[Change]) -> None:
        self._old: list[tuple[int, int]] = []
        self._new: list[tuple[int, int]] = []
        pieces: list[str] = []
        place = length = 0
        for start, end, words in sorted(changes):
            if start < place:  # it overlaps one that was made
                continue
            length += start - place
            pieces += [given[place:start], words]
            self._old.append((start, end))
            self._new.append((length, length + len(words)))
            length += len(words)
            place = end
        pieces.append(given[place:])
        self.text = "".join(pieces)
        self._old_starts = [start for start, _ in self._old]
        self._new_starts = [start for start, _ in self._new]

    def span_given(self, start: int, end: int) -> tuple[int, int]:
        """Where in the given text that stands what stands here between two places; the whole of a change of which a
        part is asked for."""
        return self._start_given(start), self._end_given(end)

    def span_here(self, start: int, end: int) -> tuple[int, int]:
        """Where in this text that stands what stands in the given one between two places."""
        first = bisect_right(self._old_starts, start) - 1
        last = bisect_left(self._old_starts, end) - 1
        begin = self._new[first][0] if self._holds(self._old, first, start) else self._moved(first, start)
        stop = self._new[last][1] if self._holds(self._old, last, end - 1) else self._moved(last, end)
        return begin, max(begin, stop)

    def back(self, reading: Reading) -> Reading:
        """The reading of this text with the places of the given one."""
        allergies = reading.allergies
        span = self.span_given
        return reading.model_copy(
            update={
                "patient_spans": {field: span(*place) for field, place in reading.patient_spans.items()},
                "sections": tuple(
                    s.model_copy(
                        update={
                            "start": span(s.start, s.end)[0],
                            "heading_end": self._end_given(s.heading_end),
                            "end": self._end_given(s.end),
                        }
                    )
                    for s in reading.sections
                ),
                "sentences": tuple(span(*place) for place in reading.sentences),
                "findings": self.placed(reading.findings),
                "measurements": self.placed(reading.measurements),
                "medications": self.placed(reading.medications),
                "genotypes": self.placed(reading.genotypes),
                "allergies": allergies.model_copy(
                    update={
                        "items": tuple(
                            item.model_copy(update=self._places(item.start, item.end)) for item in allergies.items
                        )
                    }
                ),
                "conflicts": tuple(
                    c.model_copy(update={"spans": tuple(span(*place) for place in c.spans)}) for c in reading.conflicts
                ),
                "timeline": tuple(e.model_copy(update=self._places(e.start, e.end)) for e in reading.timeline),
            }
        )

    def placed(self, items: Iterable[Placed]) -> tuple[Placed, ...]:
        """The same with the places of the given text; what stands nowhere stays so."""
        return tuple(altered(one, **self._places(one.start, one.end)) for one in items)

    def _places(self, start: int | None, end: int | None) -> dict[str, int]:
        if start is None or end is None:
            return {}
        return dict(zip(("start", "end"), self.span_given(start, end), strict=True))

    def _start_given(self, place: int) -> int:
        index = bisect_right(self._new_starts, place) - 1
        if self._holds(self._new, index, place):
            return self._old[index][0]
        return self._unmoved(index, place)

    def _end_given(self, place: int) -> int:
        index = bisect_left(self._new_starts, place) - 1
        if self._holds(self._new, index, place - 1):
            return self._old[index][1]
        return self._unmoved(index, place)

    @staticmethod
    def _holds(spans: list[tuple[int, int]], index: int, place: int) -> bool:
        return index >= 0 and spans[index][0] <= place < spans[index][1]

    def _moved(self, index: int, place: int) -> int:
        return place if index < 0 else place - self._old[index][1] + self._new[index][1]

    def _unmoved(self, index: int, place: int) -> int:
        return place if index < 0 else place - self._new[index][1] + self._old[index][1]
