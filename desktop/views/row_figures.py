"""The small drawings of a row: a share, a weight, two weights in columns, one bar of a waterfall."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.item_models.rows import Fall
from desktop.palette import Palette

_LEAST = 2.0  # pixels: even the smallest bar is seen


def draw_share(painter: QPainter, area: QRectF, share: float, palette: Palette) -> None:
    """A share from 0 to 1."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.border))
    painter.drawRoundedRect(area, 2, 2)
    filled = QRectF(area)
    filled.setWidth(max(_LEAST, area.width() * min(1.0, share)))
    painter.setBrush(QColor(palette.bar))
    painter.drawRoundedRect(filled, 2, 2)


def draw_weight(painter: QPainter, area: QRectF, weight: float, scale: float, palette: Palette) -> None:
    """Rightwards what speaks for it, leftwards what speaks against it; `scale` fills its half."""
    middle, half = area.center().x(), area.width() / 2
    if weight:
        length = max(_LEAST, half * min(1.0, abs(weight) / scale))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.good if weight > 0 else palette.danger))
        painter.drawRect(QRectF(middle if weight > 0 else middle - length, area.top(), length, area.height()))
    painter.setPen(QPen(QColor(palette.edge), 1))
    painter.drawLine(QPointF(middle, area.top() - 3), QPointF(middle, area.bottom() + 3))


def draw_fall(painter: QPainter, area: QRectF, middle: float, fall: Fall, palette: Palette) -> None:
    """A bar from where the one above ended to where the one below begins, with the threads that join them; `area` is
    as high as the row, the bar lies at the height of `middle`."""
    width = fall.high - fall.low or 1.0

    def at(value: float) -> float:
        return area.left() + area.width() * (value - fall.low) / width

    painter.setPen(QPen(QColor(palette.border), 1))
    painter.drawLine(QPointF(at(0), area.top()), QPointF(at(0), area.bottom()))
    begin, end = at(fall.begin), at(fall.end)
    painter.setPen(QPen(QColor(palette.edge), 1, Qt.PenStyle.DotLine))
    if not fall.whole:
        painter.drawLine(QPointF(begin, area.top()), QPointF(begin, middle))
    painter.drawLine(QPointF(end, middle), QPointF(end, area.bottom()))
    if fall.whole:
        painter.drawLine(QPointF(end, area.top()), QPointF(end, middle))
    colour = palette.bar if fall.whole else palette.good if fall.end >= fall.begin else palette.danger
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    left, length = min(begin, end), max(_LEAST, abs(end - begin))
    painter.drawRect(QRectF(left, middle - 4, length, 8))
