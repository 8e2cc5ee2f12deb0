"""How each kind of mark is drawn: line style and colour together, so that nothing is told by colour alone."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QTextCharFormat

from desktop.item_models.marks import Style
from desktop.palette import Palette

_Line = QTextCharFormat.UnderlineStyle
_LINES: dict[Style, _Line] = {
    "present": _Line.SingleUnderline,
    "absent": _Line.DotLine,
    "unsure": _Line.WaveUnderline,
    "past": _Line.DashUnderline,
    "family": _Line.DashDotLine,
    "drug": _Line.SingleUnderline,
    "allergy": _Line.WaveUnderline,
    "gene": _Line.DashDotDotLine,
    "abnormal": _Line.SingleUnderline,
    "conflict": _Line.DashDotDotLine,
    "removed": _Line.NoUnderline,
}


@lru_cache(maxsize=64)
def mark_format(style: Style, palette: Palette) -> QTextCharFormat:
    """The look of one kind of mark; shared, so not to be changed."""
    look = QTextCharFormat()
    if style == "by_hand":  # drawn over what it is, so that only the line above it is its own
        look.setFontOverline(True)
        return look
    lines, backs = {
        "present": (palette.accent, palette.accent_soft),
        "absent": (palette.muted, ""),
        "unsure": (palette.accent, ""),
        "past": (palette.accent, ""),
        "family": (palette.family, ""),
        "drug": (palette.good, ""),
        "allergy": (palette.danger, palette.danger_soft),
        "gene": (palette.info, palette.info_soft),
        "abnormal": (palette.warn, palette.warn_soft),
        "conflict": (palette.danger, palette.warn_soft),
        "removed": (palette.muted, ""),
    }[style]
    look.setUnderlineStyle(_LINES[style])
    look.setUnderlineColor(QColor(lines))
    if backs:
        look.setBackground(QColor(backs))
    look.setFontStrikeOut(style == "removed")
    if style in ("absent", "removed"):
        look.setForeground(QColor(palette.muted))
    if style == "family":
        look.setForeground(QColor(palette.family))
    return look
