"""Columns of values under names: "Date  Hb  CRP" and below it a line for each day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_NUMBER = re.compile(r"[<>]?\d+(?:[.,]\d+)?$")
_PARTED = re.compile(r"\S(?:  |\t|\s?\|)")
MOST_COLUMNS = 40


class Cell(NamedTuple):
    """A number of a table: its analyte and where it stands."""

    analyte: str
    start: int
    end: int


def table_cells(text: str, start: int, end: int, analyte: Callable[[str], str | None]) -> Iterator[Cell]:
    """The numbers that stand under names of analytes, down to the first line that is of another shape."""
    heads: list[str | None] = []
    place = start
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        cells = list(_cells(text, place, stop)) if stop - place < 400 and _PARTED.search(text, place, stop) else []
        if len(cells) >= 3 and len(cells) == len(heads):
            for (a, b), key in zip(cells, heads, strict=True):
                if key is not None and _NUMBER.match(text[a:b]):
                    yield Cell(key, a, b)
        elif 3 <= len(cells) <= MOST_COLUMNS and not any(text[a].isdigit() for a, _ in cells):
            found = [analyte(text[a:b]) for a, b in cells]
            heads = found if sum(key is not None for key in found) >= 2 else []
        else:
            heads = []
        place = stop + 1


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    while place < end:
        while place < end and (text[place].isspace() or text[place] == "|"):
            place += 1
        if place >= end:
            return
        stop = place
        while stop < end and text[stop] not in "|\t" and text[stop : stop + 2] != "  ":
            stop += 1
        yield place, place + len(text[place:stop].rstrip())
        place = stop
