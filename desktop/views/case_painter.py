"""How a stored case is drawn: two lines of title, one of date and diagnosis, all rows of one height.

One height for all, because twenty thousand rows cannot each be asked for theirs without the window standing still.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.fonts import interface_font
from desktop.item_models.rows import ROW, Row
from desktop.theme import Theme
from desktop.views.row_ground import draw_ground

_PAD_X, _PAD_Y, _GAP, _CHIP_PAD = 8.0, 6.0, 8.0, 7.0
_TITLE_LINES = 2


class CasePainter(QStyledItemDelegate):
    """Draws in the colours of the theme; what is too long ends in dots, and the tip has it whole."""

    def __init__(self, view: QTreeView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self._title, self._detail = interface_font(14), interface_font(13)
        self._chip = interface_font(12, QFont.Weight.DemiBold)
        self._line, self._below = QFontMetricsF(self._title).height(), QFontMetricsF(self._detail).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, int(_TITLE_LINES * self._line + self._below + 2 * _PAD_Y + 0.99))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        palette, area = self._theme.palette, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, area, option, palette, focused=self._view.hasFocus())
        inside = area.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        used = self._draw_chip(painter, inside, row) if row.chip else 0.0
        painter.setPen(QColor(palette.text))
        lines = self._draw_title(painter, inside.adjusted(0, 0, -used, 0), row.title)
        painter.setPen(QColor(palette.muted))
        painter.setFont(self._detail)
        line = QRectF(inside.left(), inside.top() + lines * self._line, inside.width(), self._below)
        said = QFontMetricsF(self._detail).elidedText(row.detail, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def _draw_title(self, painter: QPainter, area: QRectF, title: str) -> int:
        """Returns how many lines it takes."""
        painter.setFont(self._title)
        layout = QTextLayout(title, self._title)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(area.width())
        layout.endLayout()
        first.draw(painter, QPointF(area.left(), area.top()))
        rest = title[first.textStart() + first.textLength() :].strip()
        if rest:
            said = QFontMetricsF(self._title).elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(
                QRectF(area.left(), area.top() + self._line, area.width(), self._line),
                Qt.AlignmentFlag.AlignVCenter,
                said,
            )
        return 2 if rest else 1

    def _draw_chip(self, painter: QPainter, area: QRectF, row: Row) -> float:
        """The level of urgency; returns the room it takes."""
        palette, metrics = self._theme.palette, QFontMetricsF(self._chip)
        width, height = metrics.horizontalAdvance(row.chip) + 2 * _CHIP_PAD, metrics.height() + 2
        box = QRectF(area.right() - width, area.top(), width, height)
        painter.setPen(QPen(QColor(palette.ink(row.tone)), 1))
        painter.setBrush(QColor(palette.soft(row.tone)))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(self._chip)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.chip)
        return width + _GAP


def dress_cases(view: QTreeView, theme: Theme) -> None:
    """Give the list of cases this look."""
    view.setItemDelegate(CasePainter(view, theme))
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setUniformRowHeights(True)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    theme.follow(view.viewport().update)
