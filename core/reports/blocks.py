"""The pieces that the parts of a report are built of: headings, boxes, tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table

from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import PAPER, RULE, SHADE, Tone
from core.system.fonts import LATIN_REGULAR

Flowables = list[Flowable]
# A row that no page can hold is broken inside, and then not into slivers.
_LEAST_OF_A_ROW = 30
_ALONE = 3  # rows
# Every cell sets a font, be it empty; ReportLab's own choice is Helvetica, which is not embedded.
EMBEDDED = ("FONTNAME", (0, 0), (-1, -1), LATIN_REGULAR)


def heading(sheet: Sheet, text: str, level: int = 1, company: float = 90.0) -> Flowables:
    """A heading in the outline, with room for at least `company` points of itself and what it heads."""
    title = sheet.para(text, "section" if level == 1 else "subsection")
    title.outline = (level - 1, text)
    return [CondPageBreak(company), title]


def table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    commands: Sequence[tuple[Any, ...]] = (),
    header: bool = True,
) -> Table:
    """A table with hairlines between rows; its first row is repeated on every page when it is a header."""
    style: list[tuple[Any, ...]] = [
        EMBEDDED,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    if len(rows) > _ALONE + 2:  # nor does the next page begin with a row or two that belong to this one
        style.append(("NOSPLIT", (0, len(rows) - _ALONE), (-1, len(rows) - 1)))
    if header:
        style += [("BACKGROUND", (0, 0), (-1, 0), SHADE), ("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        style=[*style, *commands],
        repeatRows=1 if header else 0,
        splitInRow=_LEAST_OF_A_ROW,
        spaceAfter=6,
    )


def box(
    rows: Sequence[Sequence[Any]], widths: Sequence[float], tone: Tone, commands: Sequence[tuple[Any, ...]] = ()
) -> Table:
    """A tinted box with a heavy left edge."""
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        style=[
            EMBEDDED,
            ("BACKGROUND", (0, 0), (-1, -1), tone.soft),
            ("LINEBEFORE", (0, 0), (0, -1), 3, tone.strong),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, 0), 6),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 7),
            *commands,
        ],
        splitInRow=_LEAST_OF_A_ROW,
        spaceAfter=8,
    )


def banner(word: Sequence[Paragraph], reasons: Sequence[Paragraph], tone: Tone) -> Table:
    """The urgency: its word on the strong colour, its reasons beside it on the soft one."""
    return Table(
        [[list(word), list(reasons)]],
        colWidths=[150, WIDTH - 150],
        style=[
            EMBEDDED,
            ("BACKGROUND", (0, 0), (0, 0), tone.strong),
            ("BACKGROUND", (1, 0), (1, 0), tone.soft),
            ("TEXTCOLOR", (0, 0), (0, 0), PAPER),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 8),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        ],
        splitInRow=_LEAST_OF_A_ROW,
        spaceAfter=8,
    )
