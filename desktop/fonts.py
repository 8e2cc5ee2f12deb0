"""The fonts that come with the program, so that neither Latin nor Chinese depends on the machine."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from core.system.folders import resources

FAMILIES = ["Source Sans Pro", "Bedside Sans SC"]
BASE_PX = 14


def load_fonts() -> list[str]:
    """Register the font files; returns the families that came of it."""
    families: list[str] = []
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return families


def interface_font(pixels: int = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Latin from one family, Chinese and signs from the other."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
