"""The font files that come with the program: windows and reports are set in the same families."""

from __future__ import annotations

from pathlib import Path

from core.system.folders import resources

LATIN_REGULAR = "SourceSansPro-Regular"
LATIN_STRONG = "SourceSansPro-Semibold"
LATIN_ITALIC = "SourceSansPro-It"
CHINESE_REGULAR = "BedsideSansSC-Regular"  # has what the Latin family lacks, too; there is no Chinese bold


def font_file(name: str) -> Path:
    """Where a font lies."""
    return resources() / "fonts" / f"{name}.ttf"
