"""The words of a row: laid out in lines, and drawn beside its figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_LEADING = 1.0


def laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Wrapped to a width in pixels; a word that is longer than that is broken."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, y))
        y += line.height() + _LEADING
    layout.endLayout()
    return layout


def first_line(layout: QTextLayout) -> float:
    """The height of its first line."""
    return layout.lineAt(0).height() if layout.lineCount() else 18.0


def draw_text(
    painter: QPainter, font: QFont, colour: str, area: QRectF, text: str, *, right: bool = False, centred: bool = False
) -> None:
    """One line in the middle of an area's height."""
    side = (
        Qt.AlignmentFlag.AlignRight
        if right
        else Qt.AlignmentFlag.AlignHCenter
        if centred
        else Qt.AlignmentFlag.AlignLeft
    )
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
