"""The fonts that windows and reports are set in hold what medicine writes, in outlines that a PDF can embed."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from devtools.places import ROOT

FONTS = ROOT / "resources" / "fonts"
LATIN = "Troponin 14 µg/L é Å – — … ≥ ≤ ± × ° → ½ α β γ μ ₂ ₃ ⁹ ✓ ☐ ☑"
CHINESE = "患者主诉：咳嗽，痰多，发热，无胸痛。急性心肌梗死（疑）；【】《》、“引号”①Ⅳ℃㎡"


@pytest.mark.parametrize("name", ["Regular", "Semibold", "Bold"])
def test_the_latin_family(name: str) -> None:
    characters = TTFontFile(str(FONTS / f"SourceSansPro-{name}.ttf"), validate=True).charToGlyph
    assert [character for character in LATIN if ord(character) not in characters] == []


def test_the_chinese_font_has_everything_since_a_pdf_cannot_fall_back() -> None:
    font = TTFontFile(str(FONTS / "BedsideSansSC-Regular.ttf"), validate=True)
    assert [character for character in LATIN + CHINESE + "♂♀⁻⚠" if ord(character) not in font.charToGlyph] == []
    assert sum(0x4E00 <= code <= 0x9FFF for code in font.charToGlyph) > 20_000
    assert font.name in (b"BedsideSansSC-Regular", "BedsideSansSC-Regular")


def test_the_fonts_are_small_enough_to_commit_and_their_terms_lie_beside_them() -> None:
    for path in FONTS.glob("*.ttf"):
        assert path.stat().st_size < 10_000_000
        terms = (FONTS / f"{path.stem.partition('-')[0]}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in terms
