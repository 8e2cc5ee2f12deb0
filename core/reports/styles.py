"""Colours and paragraph styles. Colours are print colours: told apart in grey too, and never alone."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, paragraph

from core.reports.strings import Lang
from core.reports.typeface import breaks_anywhere, faces, register

INK = "#17222c"
MUTED = "#505e6b"
RULE = "#c3ccd4"
PAPER = "#ffffff"
SHADE = "#f2f5f7"
ACCENT = "#0b5c8f"
ALERT = "#a61b1b"
STRONG_ZH = "#0b3f66"  # there is no Chinese bold: what stands out does so by colour
_NOT_FIRST = "；：，！？》”’"
BAR_FOR = "#3f7fa8"
BAR_AGAINST = "#c06a2b"


class Tone(NamedTuple):
    """A strong colour that carries white text, and a soft one that carries ink."""

    strong: str
    soft: str


DANGER = Tone("#a61b1b", "#fdeceb")
WARN = Tone("#7a4700", "#fdf1dc")
CALM = Tone("#0b4f85", "#e5f0f9")
GOOD = Tone("#1c5f37", "#e4f3e9")
PLAIN = Tone("#505e6b", "#f2f5f7")
MARK_PRESENT = Tone("#0b4f85", "#e5f0f9")
MARK_ABSENT = Tone("#8a4300", "#ffffff")
MARK_ASIDE = Tone("#505e6b", "#ffffff")
MARK_DRUG = Tone("#6b4a00", "#fdf1dc")

# name: size, leading, colour, strong, space before, space after
_SHAPES: dict[str, tuple[float, float, str, bool, float, float]] = {
    "body": (9.5, 13, INK, False, 0, 4),
    "item": (9.5, 12.5, INK, False, 0, 1),
    "cell": (9, 11.6, INK, False, 0, 0),
    "name": (9, 11.6, INK, True, 0, 0),
    "small": (8, 10.2, INK, False, 0, 0),
    "note": (8, 10.4, MUTED, False, 0, 4),
    "aside": (8, 10.2, MUTED, False, 0, 0),
    "column": (7.8, 10, MUTED, True, 0, 0),
    "column_middle": (7.8, 10, MUTED, True, 0, 0),
    "sender": (12.5, 15.5, INK, True, 0, 0),
    "sender_line": (8.5, 11, MUTED, False, 0, 0),
    "sign": (7.5, 9.5, MUTED, False, 0, 0),
    "patient": (15, 19, INK, True, 0, 5),
    "section": (13.5, 17, ACCENT, True, 12, 4),
    "subsection": (10.8, 14, INK, True, 8, 3),
    "group": (9.5, 12.5, MUTED, True, 5, 1),
    "banner": (14, 17.5, PAPER, True, 0, 0),
    "banner_label": (8, 10, PAPER, False, 0, 0),
    "box": (10.5, 13.5, INK, True, 0, 2),
    "closing": (9.5, 12, ACCENT, True, 6, 0),
    "record": (9, 12, INK, False, 0, 0),
    "figure": (9, 11.6, INK, False, 0, 0),
}
LINE_NUMBER_ROOM = 30


@cache
def paint(colour: str) -> Color:
    """A colour made once: ReportLab parses a string anew each time, a sixth of the time that a report takes."""
    return HexColor(colour)


@cache
def style(name: str, lang: Lang, breaks: bool) -> ParagraphStyle:
    """A style for the language; `breaks` for text that may be broken between any two characters."""
    size, leading, colour, strong, before, after = _SHAPES[name]
    own = faces(lang)
    face = own.strong if strong else own.regular
    register(face)
    _break_lines_as_in_chinese()
    shape = ParagraphStyle(
        f"{name}-{lang}-{breaks}",
        fontName=face,
        fontSize=size,
        leading=leading + (1.2 if lang == "zh" else 0),
        textColor=paint(colour),
        spaceBefore=before,
        spaceAfter=after,
        bulletFontName=own.regular,
        wordWrap="CJK" if breaks else None,
        allowWidows=0,
    )
    if name in ("closing", "column_middle"):
        shape.alignment = TA_CENTER
    if name == "figure":
        shape.alignment = TA_RIGHT
    if name == "record":
        shape.leftIndent, shape.bulletFontSize, shape.bulletColor = LINE_NUMBER_ROOM, 7, paint(MUTED)
    return shape


def _break_lines_as_in_chinese() -> None:
    """ReportLab knows what may not begin a line in Japanese, where these are other characters."""
    if _NOT_FIRST not in paragraph.ALL_CANNOT_START:
        paragraph.ALL_CANNOT_START += _NOT_FIRST


def face_of(name: str, lang: Lang) -> str:
    """The font of a style."""
    return str(style(name, lang, False).fontName)


def para(markup: str, name: str, lang: Lang, bullet: str | None = None) -> Paragraph:
    """A paragraph of markup (see `typeface.rich`)."""
    return Paragraph(markup, style(name, lang, breaks_anywhere(markup)), bulletText=bullet)
