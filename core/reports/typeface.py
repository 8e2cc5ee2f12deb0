"""Text that can be printed: fonts embedded as TrueType, a second font where the first lacks a character.

A PDF has no font fallback, so each run of characters names its font. A character that no font has is printed as a
visible mark (`LOST`), never dropped: what cannot be printed is counted where the record is shown.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics, ttfonts

from core.system.fonts import CHINESE_REGULAR, LATIN_ITALIC, LATIN_REGULAR, LATIN_STRONG, font_file

LOST = "\ufffd"
FALLBACK = CHINESE_REGULAR
_LONGEST_LINE = 1000  # characters: more than any page is wide
_FIRST_CJK = 0x2E80
_NARROW_SPACES = {0x2009: " ", 0x202F: "\u00a0", 0x2028: "\n", 0x2029: "\n"}


class Faces(NamedTuple):
    """The fonts of one document. Chinese has one weight, so headings there are told by size and colour."""

    regular: str
    strong: str
    italic: str


def faces(lang: str) -> Faces:
    """The fonts for a language's own text."""
    if lang == "zh":
        return Faces(CHINESE_REGULAR, CHINESE_REGULAR, CHINESE_REGULAR)
    return Faces(LATIN_REGULAR, LATIN_STRONG, LATIN_ITALIC)


@cache
def register(name: str) -> dict[int, int]:
    """Make a font known to ReportLab, once in a process; returns its characters."""
    ttfonts.makeToUnicodeCMap = _to_unicode
    font = ttfonts.TTFont(name, str(font_file(name)))
    pdfmetrics.registerFont(font)
    # Paragraphs look up bold and italic of whatever font they meet; without a family they fall back to Helvetica.
    pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    characters: dict[int, int] = font.face.charToGlyph
    return characters


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """ReportLab's own writes characters beyond the basic plane in five digits, which no reader understands (rare
    Chinese names have such characters): here they are UTF-16, as the format asks."""
    pairs = [f"<{n:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>" for n, code in enumerate(subset)]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def\n/CMapType 2 def",
            f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        ]
    )


def printable(text: str, tab: str = "    ") -> str:
    """The text without what has no shape: invisible marks go, other control characters become visible."""
    shown = []
    for character in text:
        if character == "\t":
            shown.append(tab)
        elif character == "\n" or " " <= character <= "~":
            shown.append(character)
        elif ord(character) in _NARROW_SPACES:
            shown.append(_NARROW_SPACES[ord(character)])
        elif (kind := unicodedata.category(character)) in ("Cc", "Cs", "Co", "Cn"):
            shown.append(LOST)
        elif kind != "Cf" and not 0xFE00 <= ord(character) <= 0xFE0F:
            shown.append(character)
    return "".join(shown)


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """The printable text cut into (font, characters)."""
    own = register(face)
    if all(ord(character) in own for character in text):
        return [(face, text)] if text else []
    spare = register(FALLBACK)

    def font_of(character: str) -> str:
        return face if ord(character) in own or character == "\n" else FALLBACK

    return [
        (font, "".join(c if font == face or ord(c) in spare else LOST for c in part))
        for font, part in groupby(text, font_of)
    ]


def rich(text: str, face: str, base: str | None = None, colour: str | None = None) -> str:
    """Paragraph markup for plain text set in `face` (and `colour`), in a paragraph whose own font is `base`."""
    paint = f' color="{colour}"' if colour else ""
    return "".join(
        f'<font name="{font}"{paint}>{escape(part)}</font>' if paint or font != (base or face) else escape(part)
        for font, part in runs(printable(text), face)
    )


def breaks_anywhere(text: str) -> bool:
    """Does the text need the Chinese way of breaking lines?"""
    return any(ord(character) >= _FIRST_CJK for character in text)


def width(text: str, face: str, size: float) -> float:
    """How wide a line of printable text is."""
    return float(sum(pdfmetrics.stringWidth(part, font, size) for font, part in runs(text, face)))


def draw(canvas: Any, x: float, y: float, text: str, face: str, size: float, room: float) -> float:
    """Write one line at a place, shortened with an ellipsis where it does not fit; returns where it ends."""
    line = printable(text[:_LONGEST_LINE], " ").replace("\n", " ")
    if width(line, face, size) > room:
        low, high = 0, len(line)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if width(line[:middle] + "…", face, size) <= room else (low, middle - 1)
        line = line[:low] + "…"
    for font, part in runs(line, face):
        canvas.setFont(font, size)
        canvas.drawString(x, y, part)
        x += pdfmetrics.stringWidth(part, font, size)
    return x
