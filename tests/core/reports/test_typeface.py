"""Runs, line breaks and characters beyond the basic plane."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from core.reports.strings import WORDS
from core.reports.typeface import LOST, breaks_anywhere, draw, printable, register, rich, runs, width
from core.system.fonts import CHINESE_REGULAR, LATIN_REGULAR, LATIN_STRONG, font_file
from tests.core.reports.reading import page_text


def test_each_run_names_a_font_that_has_its_characters() -> None:
    assert runs("BP 120, 胸痛 ♂", LATIN_REGULAR) == [
        (LATIN_REGULAR, "BP 120, "),
        (CHINESE_REGULAR, "胸痛"),
        (LATIN_REGULAR, " "),
        (CHINESE_REGULAR, "♂"),
    ]
    assert runs("", LATIN_REGULAR) == []
    assert runs("a😀b", LATIN_REGULAR) == [(LATIN_REGULAR, "a"), (CHINESE_REGULAR, LOST), (LATIN_REGULAR, "b")]


def test_markup_is_text() -> None:
    assert rich("<b>&amp;", LATIN_REGULAR) == "&lt;b&gt;&amp;amp;"
    assert rich("痛<", LATIN_REGULAR) == f'<font name="{CHINESE_REGULAR}">痛</font>&lt;'
    assert rich("x", LATIN_STRONG, LATIN_REGULAR, "#112233") == f'<font name="{LATIN_STRONG}" color="#112233">x</font>'


def test_printable() -> None:
    assert printable("a\tb\x00c\u200bd\u2009e") == f"a    b{LOST}cd e"


def test_only_chinese_breaks_anywhere() -> None:
    assert breaks_anywhere("mixed 胸痛")
    assert not breaks_anywhere("µ ≥ ♂ é")


def test_a_line_too_long_is_shortened_with_an_ellipsis() -> None:
    canvas = Canvas(BytesIO(), initialFontName=_registered(LATIN_REGULAR))
    end = draw(canvas, 10, 10, "a very long line " * 20, LATIN_REGULAR, 9, 100)
    assert end <= 110
    assert draw(canvas, 10, 10, "short", LATIN_REGULAR, 9, 100) == pytest.approx(10 + width("short", LATIN_REGULAR, 9))


def test_rare_chinese_characters_can_be_copied() -> None:
    rare = [chr(code) for code in register(CHINESE_REGULAR) if code > 0x20000][:300]
    assert rare
    target = BytesIO()
    canvas = Canvas(target, initialFontName=_registered(CHINESE_REGULAR))
    canvas.drawString(20, 500, rare[0] + "山" + rare[-1])
    canvas.save()
    assert page_text(target.getvalue(), 0).strip() == rare[0] + "山" + rare[-1]


def test_the_fonts_have_every_label() -> None:
    chinese = register(CHINESE_REGULAR)
    assert {c for pair in WORDS.values() for c in pair[1] if ord(c) not in chinese} == set()
    latin = {**register(LATIN_REGULAR), ord(LOST): 0}
    assert {c for pair in WORDS.values() for c in pair[0] if ord(c) not in latin} == set()


def test_every_font_file_is_there() -> None:
    assert all(font_file(name).is_file() for name in (LATIN_REGULAR, LATIN_STRONG, CHINESE_REGULAR))


def _registered(name: str) -> str:
    register(name)
    return name
