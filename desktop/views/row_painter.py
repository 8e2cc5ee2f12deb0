"""How a row is drawn: mark, title, chip, bar and number on one line, what explains it wrapped underneath."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.fonts import interface_font
from desktop.item_models.numbers import signed
from desktop.item_models.rows import ROW, Row
from desktop.palette import Palette
from desktop.theme import Theme
from desktop.views.row_figures import draw_fall, draw_share, draw_weight
from desktop.views.row_ground import draw_ground
from desktop.views.row_text import draw_text, first_line, laid_out

_PAD_X, _PAD_Y, _GAP = 8.0, 5.0, 8.0
_MARK_WIDTH, _BAR_WIDTH, _WEIGHT_WIDTH, _ARROW = 22.0, 96.0, 72.0, 14.0
_PAIR_WIDTH, _PAIR_BAR = 104.0, 48.0  # a column of a comparison: number and bar
_FALL_SHARE, _FALL_LEAST, _FALL_MOST = 0.3, 90.0, 260.0
_HEADING_ABOVE = 8.0
_Turn = tuple[tuple[float, float], ...]
_ONWARDS: _Turn = ((-2, -3.5), (2, 0), (-2, 3.5))
_DOWN: _Turn = ((-3.5, -2), (0, 2), (3.5, -2))
_NUMBER_WIDTH = 44.0


class RowPainter(QStyledItemDelegate):
    """Draws rows in the colours of the theme."""

    def __init__(self, view: QTreeView, theme: Theme, *, unfolds: bool) -> None:
        super().__init__(view)
        self._arrow_width = _ARROW if unfolds else 0.0
        self._view, self._theme = view, theme
        self._known: dict[tuple[str, int, int], QTextLayout] = {}
        view.model().modelReset.connect(self._known.clear)
        self._title = interface_font(14)
        self._strong = interface_font(14, QFont.Weight.Bold)
        self._number = interface_font(14, QFont.Weight.DemiBold)
        self._detail = interface_font(13)
        self._chip = interface_font(12, QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(ROW)
        width = self._view.viewport().width() - self._indent(index)
        title, detail = self._layouts(row, width)
        height = (
            _above(row)
            + _PAD_Y * 2
            + title.boundingRect().height()
            + (detail.boundingRect().height() + 1 if detail else 0)
        )
        return QSize(max(width, 60), int(height + 0.99))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        palette = self._palette
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, area, option, palette, focused=self._view.hasFocus())
        title, detail = self._layouts(row, area.width())
        line = QRectF(area.left(), area.top() + _above(row) + _PAD_Y, area.width(), first_line(title))
        if row.children:
            self._arrow(painter, line, self._view.isExpanded(index))
        if row.mark:
            left = line.left() + _PAD_X + self._arrow_width
            draw_text(
                painter,
                self._strong,
                palette.ink(row.tone),
                QRectF(left, line.top(), _MARK_WIDTH, line.height()),
                row.mark,
            )
        x = line.left() + self._text_left(row)
        painter.setPen(QColor(palette.muted if row.heading else palette.text))
        title.draw(painter, QPointF(x, line.top()))
        self._right_side(painter, row, line, palette)
        if row.fall is not None:
            width = _fall_width(area.width())
            left = line.right() - _PAD_X - self._value_width(row) - width
            draw_fall(painter, QRectF(left, area.top(), width, area.height()), line.center().y(), row.fall, palette)
        if detail is not None:
            painter.setPen(QColor(palette.muted))
            detail.draw(painter, QPointF(x, line.top() + title.boundingRect().height() + 1))
        painter.restore()

    @property
    def _palette(self) -> Palette:
        return self._theme.palette

    def _indent(self, index: QModelIndex | QPersistentModelIndex) -> int:
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return depth * self._view.indentation()

    def _text_left(self, row: Row) -> float:
        return _PAD_X + self._arrow_width + (_MARK_WIDTH if row.mark else 0)

    def _value_width(self, row: Row) -> float:
        """The number at the right, with the gap before it; beside a drawing it keeps its column."""
        drawn = row.bar is not None or row.weight is not None or row.fall is not None
        if not row.value and not drawn:
            return 0.0
        least = _NUMBER_WIDTH if drawn else 0.0
        return max(QFontMetricsF(self._number).horizontalAdvance(row.value), least) + _GAP

    def _right_width(self, row: Row, width_of_row: float) -> float:
        width = self._value_width(row) + (_ARROW if row.leads else 0.0)
        if row.pair is not None or row.columns is not None:
            width += 2 * _PAIR_WIDTH
        if row.fall is not None:
            width += _fall_width(width_of_row) + _GAP
        if row.bar is not None:
            width += _BAR_WIDTH + _GAP
        if row.weight is not None:
            width += _WEIGHT_WIDTH + _GAP
        if row.chip:
            width += self._chip_width(row) + _GAP
        return width

    def _chip_width(self, row: Row) -> float:
        return QFontMetricsF(self._chip).horizontalAdvance(row.chip) + 14

    def _layouts(self, row: Row, width: float) -> tuple[QTextLayout, QTextLayout | None]:
        left = self._text_left(row)
        font = self._chip if row.heading else self._strong if row.strong else self._title
        title = self._laid_out(row.title, font, width - left - self._right_width(row, width) - _PAD_X)
        if not row.detail:
            return title, None
        room = width - left - _PAD_X - (self._right_width(row, width) if row.fall is not None else 0.0)
        return title, self._laid_out(row.detail, self._detail, room)

    def _laid_out(self, text: str, font: QFont, width: float) -> QTextLayout:
        """Laid out once for measuring and drawing, and forgotten with the rows: they may be of a patient."""
        key = (text, id(font), int(width))
        if key not in self._known:
            self._known[key] = laid_out(text, font, int(width))
        return self._known[key]

    def _arrow(self, painter: QPainter, line: QRectF, expanded: bool) -> None:
        turn = _DOWN if expanded else _ONWARDS
        self._chevron(painter, QPointF(line.left() + _PAD_X + 4, line.center().y()), turn)

    def _chevron(self, painter: QPainter, middle: QPointF, turn: _Turn) -> None:
        painter.setPen(QPen(QColor(self._palette.muted), 1.8))
        painter.drawPolyline([middle + QPointF(*point) for point in turn])

    def _right_side(self, painter: QPainter, row: Row, line: QRectF, palette: Palette) -> None:
        right = line.right() - _PAD_X
        if row.leads:
            self._chevron(painter, QPointF(right - 3, line.center().y()), _ONWARDS)
            right -= _ARROW
        width = self._value_width(row)
        if row.value:
            draw_text(
                painter,
                self._number,
                palette.text,
                QRectF(right - width, line.top(), width, line.height()),
                row.value,
                right=True,
            )
        right -= width
        if row.pair is not None:
            for weight in reversed(row.pair):
                column = QRectF(right - _PAIR_WIDTH, line.top(), _PAIR_WIDTH, line.height())
                self._column(painter, column, weight, row.scale)
                right -= _PAIR_WIDTH
        elif row.columns is not None:
            for name in reversed(row.columns):
                column = QRectF(right - _PAIR_WIDTH, line.top(), _PAIR_WIDTH, line.height())
                draw_text(painter, self._strong, palette.text, column, name, right=True)
                right -= _PAIR_WIDTH
        if row.bar is not None:
            draw_share(painter, QRectF(right - _BAR_WIDTH, line.center().y() - 4, _BAR_WIDTH, 8), row.bar, palette)
            right -= _BAR_WIDTH + _GAP
        if row.weight is not None:
            bar = QRectF(right - _WEIGHT_WIDTH, line.center().y() - 4, _WEIGHT_WIDTH, 8)
            draw_weight(painter, bar, row.weight, row.scale, palette)
            right -= _WEIGHT_WIDTH + _GAP
        if row.chip:
            width = self._chip_width(row)
            chip = QRectF(right - width, line.center().y() - 9, width, 18)
            painter.setPen(QPen(QColor(palette.ink(row.tone)), 1))
            painter.setBrush(QColor(palette.soft(row.tone)))
            painter.drawRoundedRect(chip, 9, 9)
            draw_text(painter, self._chip, palette.ink(row.tone), chip, row.chip, centred=True)

    def _column(self, painter: QPainter, area: QRectF, weight: float, scale: float) -> None:
        """A bar and, right of it, its number."""
        bar = QRectF(area.left() + _GAP, area.center().y() - 4, _PAIR_BAR, 8)
        draw_weight(painter, bar, weight, scale, self._palette)
        draw_text(painter, self._number, self._palette.text, area, signed(weight), right=True)


def dress(view: QTreeView, theme: Theme, *, unfolds: bool = False) -> None:
    """Give a tree view this look; `unfolds` keeps room for the arrows of rows with children."""
    view.setItemDelegate(RowPainter(view, theme, unfolds=unfolds))
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setIndentation(14)
    view.setUniformRowHeights(False)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    theme.follow(lambda: _repaint(view))


def _repaint(view: QWidget) -> None:
    if isinstance(view, QTreeView):
        view.viewport().update()


def _above(row: Row) -> float:
    return _HEADING_ABOVE if row.heading else 0.0


def _fall_width(width: float) -> float:
    return max(_FALL_LEAST, min(_FALL_MOST, width * _FALL_SHARE))
