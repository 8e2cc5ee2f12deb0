"""What lies under the words of a row: chosen, pointed at, or with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.palette import Palette


def draw_ground(
    painter: QPainter, area: QRectF, option: QStyleOptionViewItem, palette: Palette, *, focused: bool
) -> None:
    """`focused` says that the keyboard is in the view; the row that it is at has a frame."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(palette.accent_soft))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(palette.raised))
    if option.state & QStyle.StateFlag.State_HasFocus and focused:
        painter.setPen(QPen(QColor(palette.focus), 1.5))
        painter.drawRect(area.adjusted(1, 1, -1, -1))
