"""Observations set out as a table, with a row or a column for each time: "Time  BP  HR" above "14:05  84/50  124".

The reader of measurements follows regular tables, but a score asks of *when* a value is, and charts have gaps,
remarks at the end of a row and cells in words ("air", "2 L nc"). Each cell is given the words that say when it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(r"[^\s|](?:[^\t|\n]*?[^\s|])??(?=\s{2,}|\t|\s*\||\s*$)")
_PARTED = re.compile(r"\S(?:\s{2}|\t|\s*\|)")
_REMARK = re.compile(r"\(.*\)?$")
_TIME = re.compile(
    r"(?:\d{1,2}[:.]\d{2}|(?:day|hour|week|h|d)\s?\+?\d+|[+]?\d+\s?(?:h(?:ours?|rs?)?|min(?:utes?)?|days?)"
    r"|\d{4}-\d\d?-\d\d?|\d{1,2}/\d{1,2}(?:/\d{2,4})?"
    r"|(?:on )?(?:arrival|admission|triage|presentation|discharge|baseline|today|now|yesterday|before|after|pre|post"
    r"|previous|last (?:week|month|year)|mon|tue|wed|thu|fri|sat|sun)\b.{0,20})$",
    re.IGNORECASE,
)
_HOURS, _DAYS = re.compile(r"h(?:ou)?rs?\b|h$|time \(h", re.IGNORECASE), re.compile(r"days?\b", re.IGNORECASE)
_BARE = re.compile(r"\+?\d+$")
_ELAPSED = re.compile(r"\+?\d+\s?(?:h|min)", re.IGNORECASE)
_OXYGEN_NAMES = re.compile(r"(?:Sp|Fi|Sa|Pa)?O2", re.IGNORECASE)
# A report of one sample has its names in the first column, and beside the results their units and limits.
_RESULT = re.compile(r"(?:the |patient'?s? )?(?:results?|values?|levels?|measured|found|observed)\b", re.IGNORECASE)
_UNITS = re.compile(r"units?\b", re.IGNORECASE)
_LIMITS = re.compile(r"(?:ref(?:erence)?|normal|range|limits?|expected|flags?)\b", re.IGNORECASE)
_RULE = frozenset(" -|+=–—")
_FEWEST = 3


class Cell(NamedTuple):
    """What stands in one place of a table: the quantity as the table names it, the words for when, and the value."""

    name: str
    when: str
    value: str
    start: int
    end: int


class _Piece(NamedTuple):
    text: str
    start: int
    column: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def cells(text: str) -> tuple[Cell, ...]:
    """Every filled cell of every table of a text."""
    found: list[Cell] = []
    head: list[_Piece] = []
    rows: list[list[_Piece]] = []
    for line in (*_lines(text), []):
        if head and len(line) > 1 and not _is_head(line):
            rows.append(line)
            continue
        found += _read(head, rows)
        head, rows = (line, []) if _is_head(line) else ([], [])
    return tuple(found)


def _lines(text: str) -> Iterator[list[_Piece]]:
    place = 0
    for line in text.split("\n"):
        # A ruled line parts nothing; a line without columns ends a table.
        if set(line) - _RULE or not line:
            parted = _PARTED.search(line)
            yield [_Piece(m.group(), place + m.start(), m.start()) for m in _PIECE.finditer(line)] if parted else []
        place += len(line) + 1


def _is_head(line: list[_Piece]) -> bool:
    """Names alone, or a first word and times behind it."""
    if len(line) < _FEWEST:
        return False
    names = not any(c.isdigit() for p in line for c in _OXYGEN_NAMES.sub("", p.text))
    return names or (all(_TIME.match(p.text) for p in line[1:] if not _aside(p)) and not _TIME.match(line[0].text))


def _read(head: list[_Piece], rows: list[list[_Piece]]) -> Iterator[Cell]:
    told = [c for c in head[1:] if not _aside(c)]
    of_times = all(_TIME.match(c.text) or _RESULT.match(c.text) for c in told)
    for label, *values in rows:
        remark = " ".join(p.text for p in values if _REMARK.match(p.text))
        placed = list(_placed(head[1:], [p for p in values if not _REMARK.match(p.text)]))
        unit = next((p.text for column, p in placed if _UNITS.match(column.text)), "")
        for column, piece in placed:
            if _aside(column):
                continue
            time = "" if _RESULT.match(column.text) else column.text
            name, time = (label.text, time) if of_times else (column.text, label.text)
            when = f"{_dated(head[0].text, time)} {remark}".strip()
            yield Cell(name, when, f"{piece.text} {unit}".strip(), piece.start, piece.end)


def _aside(column: _Piece) -> bool:
    """Does this column hold units or limits, not values?"""
    return bool(_UNITS.match(column.text) or _LIMITS.match(column.text))


def _placed(head: list[_Piece], values: list[_Piece]) -> Iterator[tuple[_Piece, _Piece]]:
    """Each value with the head above it: in order where the row is full, else the nearest."""
    if len(values) == len(head):
        yield from zip(head, values, strict=True)
        return
    for value in values:
        yield min(head, key=lambda h: abs(h.column - value.column)), value


def _dated(corner: str, time: str) -> str:
    """The words for a time that a question would use: "at 2 h", "day 3"."""
    if _BARE.match(time):
        bare = time.lstrip("+")
        return f"at {bare} h" if _HOURS.match(corner) else f"day {bare}" if _DAYS.match(corner) else time
    return f"at {time.lstrip('+')}" if _ELAPSED.match(time) else time
