"""Columns of values under names: "Date  Hb  CRP" and below it a line for each day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_NUMBER = re.compile(r"(?P<number>[<>]?\d+(?:[.,]\d+)?(?:/\d{2,3})?)\s?%?$")
_PARTED = re.compile(r"\S(?:  |\t|\s?\|)")
_RULER = re.compile(r"[\s|:+=-]+$")
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")
_CLOCK = re.compile(r"\|?(?:[01]?\d|2[0-3]):[0-5]\d:?(?=[\s|]|$)")
_TIME = re.compile(r":[0-5]\d")  # what every clock holds
# A day over a column: "01/03", "3-Mar", "2024-03-05".
_DAY = re.compile(
    r"\|?(?:(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2]|[A-Z][a-z]{2})(?:[/-](?:19|20)?\d\d)?|"
    r"(?:19|20)\d\d-\d\d-\d\d)(?=[\s|]|$)"
)
_DAYS = re.compile(r"\d[/-](?:\d|[A-Z][a-z]{2})[^\n]*?[ \t|]\d{1,4}[/-]")
_LONGEST_ROW = 400
MOST_COLUMNS = 40
NARROW = 12  # columns of a table whose cells are parted by single spaces: a line of more words is prose


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
        first, place = place, stop + 1
        if heads and _RULER.match(text, first, stop) and first < stop:
            continue
        wide = stop - first < 400 and _PARTED.search(text, first, stop) is not None
        cells = list(_cells(text, first, stop)) if wide else []
        if heads and len(cells) != len(heads) and stop - first < 200:
            cells = _words(text, first, stop)
        if len(cells) >= 3 and len(cells) == len(heads):
            for (a, b), key in zip(cells, heads, strict=True):
                number = _NUMBER.match(text[a:b]) if key is not None else None
                if key is not None and number is not None:
                    yield Cell(key, a, a + number.end("number"))
            continue
        if not wide and _follows_number(text, stop, end) and stop - first < 100:
            cells = _words(text, first, stop)
            cells = cells if len(cells) <= NARROW else []
        heads = []
        if 3 <= len(cells) <= MOST_COLUMNS and not any(text[a].isdigit() for a, _ in cells):
            found = [analyte(text[a:b]) for a, b in cells]
            known = sum(key is not None for key in found)
            heads = found if known >= (2 if wide else len(found) - 1) else []


def timed_cells(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a text that stand under a time or a day, or in a line that begins with one, and that as written.

    >>> [(w[a:b], t) for w in ("       08:00  12:00\\nHR     110    98",) for a, b, t in timed_cells(w)]
    [('110', '08:00'), ('98', '12:00')]
    >>> [(w[a:b], t) for w in ("09:30 110 95/60",) for a, b, t in timed_cells(w)]
    [(' 110 95/60', '09:30')]
    """
    heads: list[str] = []
    for line in _LINE.finditer(text):
        first, stop = line.span()
        listed = _has_days(text, first, stop)
        if not (heads or listed or _TIME.search(text, first, stop)):
            continue  # no clock stands here and no days, and none above
        if stop - first > _LONGEST_ROW or (heads and _RULER.match(text, first, stop)):
            continue
        cells = [(a, b) for a, b in _words(text, first, stop) if text[a] != "|"]
        clocks = [text[a:b].strip("|") for a, b in cells if _CLOCK.match(text, a, b)]
        days = [text[a:b].strip("|") for a, b in cells if _DAY.match(text, a, b)] if listed else []
        if len(moments := clocks or days) >= 2 and len(moments) >= len(cells) - 1:
            heads = moments
            continue
        if len(clocks) == 1 and (opening := _CLOCK.match(text, cells[0][0], stop)) is not None:
            yield opening.end(), stop, clocks[0].rstrip(":")
            continue
        numbers = [(a, b) for a, b in cells if _NUMBER.match(text[a:b].strip("|"))]
        if heads and len(numbers) == len(heads) and numbers == cells[-len(numbers) :]:
            yield from ((a, b, head) for (a, b), head in zip(numbers, heads, strict=True))
        elif heads:
            heads = []


def _has_days(text: str, start: int, end: int) -> bool:
    """May two days stand in a line?"""
    if end - start > _LONGEST_ROW or max(text.count("/", start, end), text.count("-", start, end)) < 2:
        return False
    return _DAYS.search(text, start, end) is not None


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [m.span() for m in _WORD.finditer(text, start, end)]


def _follows_number(text: str, stop: int, end: int) -> bool:
    """Does the next line begin with a number, as a row of a table does?"""
    return stop + 1 < end and text[stop + 1].isdigit()


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
