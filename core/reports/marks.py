"""The record's characters with what was understood in them: each kind has a line of its own, not only a colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from core.language.model import Finding
from core.reports.sheet import Sheet
from core.reports.styles import MARK_ABSENT, MARK_ASIDE, MARK_DRUG, MARK_PRESENT, face_of
from core.reports.typeface import rich

Mark = Literal["", "present", "absent", "aside", "drug"]
MARKS: tuple[Mark, ...] = ("present", "absent", "aside", "drug")
# One thick line, two thin ones, one thin and grey, three hairlines: told apart in grey too.
_TAGS: dict[Mark, tuple[str, str]] = {
    "present": (f'<font backcolor="{MARK_PRESENT.soft}"><u color="{MARK_PRESENT.strong}" width="1">', "</u></font>"),
    "absent": (f'<u color="{MARK_ABSENT.strong}" width="0.5" kind="double">', "</u>"),
    "aside": (f'<u color="{MARK_ASIDE.strong}" width="0.4">', "</u>"),
    "drug": (
        f'<font backcolor="{MARK_DRUG.soft}"><u color="{MARK_DRUG.strong}" width="0.3" kind="triple">',
        "</u></font>",
    ),
    "": ("", ""),
}


def marks_of(sheet: Sheet) -> list[Mark]:
    """The mark of each character of the text; what is present outranks everything else."""
    marks: list[Mark] = [""] * len(sheet.case.text)
    found = sheet.assessment
    named = [(m.start, m.end) for m in found.medications] + [(a.start, a.end) for a in found.allergies.items]
    places: list[tuple[Mark, Iterable[tuple[int | None, int | None]]]] = [("drug", named)]
    for kind in ("aside", "absent", "present"):
        places.append((kind, [(f.start, f.end) for f in found.findings if _mark(f) == kind]))
    for mark, spans in places:
        for start, end in spans:
            if start is not None and end is not None:
                marks[start:end] = [mark] * len(marks[start:end])
    return marks


def marked(sheet: Sheet, text: str, marks: Iterable[Mark]) -> str:
    """Paragraph markup for text that is ready to be printed, a mark for each of its characters."""
    base = face_of("record", sheet.lang)
    return "".join(_tagged(rich(part, base), mark) for mark, part in _parts(text, marks))


def legend(sheet: Sheet) -> str:
    """What the marks mean, each shown as it looks."""
    words = (_tagged(rich(sheet.t(f"mark_{mark}"), face_of("note", sheet.lang)), mark) for mark in MARKS)
    return rich(sheet.t("marks") + sheet.t("colon"), face_of("note", sheet.lang)) + " · ".join(words)


def _mark(finding: Finding) -> Mark:
    if finding.experiencer != "patient" or finding.temporality != "recent":
        return "aside"
    return finding.assertion if finding.assertion in ("present", "absent") else "aside"


def _parts(text: str, marks: Iterable[Mark]) -> Iterator[tuple[Mark, str]]:
    for mark, part in groupby(zip(marks, text, strict=False), lambda pair: pair[0]):
        yield mark, "".join(character for _, character in part)


def _tagged(markup: str, mark: Mark) -> str:
    begin, end = _TAGS[mark]
    return f"{begin}{markup}{end}"
