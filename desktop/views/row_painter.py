"""How a row is drawn: mark, title, chip, bar and number on one line, what explains it wrapped underneath."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.fonts import interface_font
from desktop.item_models.rows import ROW, Row
from desktop.palette import Palette
from desktop.theme import Theme

_PAD_X, _PAD_Y, _GAP = 8.0, 5.0, 8.0
_MARK_WIDTH, _BAR_WIDTH, _WEIGHT_WIDTH, _ARROW = 22.0, 96.0, 72.0, 14.0
_WEIGHT_FULL = 1.0  # a log ratio that fills its half of the bar
_LEADING = 1.0


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
        height = _PAD_Y * 2 + title.boundingRect().height() + (detail.boundingRect().height() + 1 if detail else 0)
        return QSize(max(width, 60), int(height + 0.99))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        palette = self._palette
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._background(painter, area, option, palette)
        title, detail = self._layouts(row, area.width())
        line = QRectF(area.left(), area.top() + _PAD_Y, area.width(), _first_line(title))
        if row.children:
            self._arrow(painter, line, self._view.isExpanded(index), palette)
        if row.mark:
            left = line.left() + _PAD_X + self._arrow_width
            _text(
                painter,
                self._strong,
                palette.ink(row.tone),
                QRectF(left, line.top(), _MARK_WIDTH, line.height()),
                row.mark,
            )
        x = line.left() + self._text_left(row)
        painter.setPen(QColor(palette.text))
        title.draw(painter, QPointF(x, line.top()))
        self._right_side(painter, row, line, palette)
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

    def _right_width(self, row: Row) -> float:
        width = 0.0
        if row.value:
            least = 40.0 if row.bar is not None or row.weight is not None else 0.0
            width += max(QFontMetricsF(self._number).horizontalAdvance(row.value), least) + _GAP
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
        font = self._strong if row.strong else self._title
        title = self._laid_out(row.title, font, width - left - self._right_width(row) - _PAD_X)
        return title, self._laid_out(row.detail, self._detail, width - left - _PAD_X) if row.detail else None

    def _laid_out(self, text: str, font: QFont, width: float) -> QTextLayout:
        """Laid out once for measuring and drawing, and forgotten with the rows: they may be of a patient."""
        key = (text, id(font), int(width))
        if key not in self._known:
            self._known[key] = _laid_out(text, font, int(width))
        return self._known[key]

    def _background(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, palette: Palette) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.raised))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 1.5))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _arrow(self, painter: QPainter, line: QRectF, expanded: bool, palette: Palette) -> None:
        middle = QPointF(line.left() + _PAD_X + 4, line.center().y())
        painter.setPen(QPen(QColor(palette.muted), 1.8))
        turn = ((-3.5, -2), (0, 2), (3.5, -2)) if expanded else ((-2, -3.5), (2, 0), (-2, 3.5))
        painter.drawPolyline([middle + QPointF(*point) for point in turn])

    def _right_side(self, painter: QPainter, row: Row, line: QRectF, palette: Palette) -> None:
        right = line.right() - _PAD_X
        if row.value:
            least = 40.0 if row.bar is not None or row.weight is not None else 0.0
            width = max(QFontMetricsF(self._number).horizontalAdvance(row.value), least)
            _text(
                painter,
                self._number,
                palette.text,
                QRectF(right - width, line.top(), width, line.height()),
                row.value,
                right=True,
            )
            right -= width + _GAP
        if row.bar is not None:
            _bar(painter, QRectF(right - _BAR_WIDTH, line.center().y() - 4, _BAR_WIDTH, 8), row.bar, palette)
            right -= _BAR_WIDTH + _GAP
        if row.weight is not None:
            _weight(
                painter, QRectF(right - _WEIGHT_WIDTH, line.center().y() - 4, _WEIGHT_WIDTH, 8), row.weight, palette
            )
            right -= _WEIGHT_WIDTH + _GAP
        if row.chip:
            width = self._chip_width(row)
            chip = QRectF(right - width, line.center().y() - 9, width, 18)
            painter.setPen(QPen(QColor(palette.ink(row.tone)), 1))
            painter.setBrush(QColor(palette.soft(row.tone)))
            painter.drawRoundedRect(chip, 9, 9)
            _text(painter, self._chip, palette.ink(row.tone), chip, row.chip, centred=True)


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
    theme.changed.connect(lambda: _repaint(view))


def _repaint(view: QWidget) -> None:
    if isinstance(view, QTreeView):
        view.viewport().update()


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
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


def _first_line(layout: QTextLayout) -> float:
    return layout.lineAt(0).height() if layout.lineCount() else 18.0


def _text(
    painter: QPainter, font: QFont, colour: str, area: QRectF, text: str, *, right: bool = False, centred: bool = False
) -> None:
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


def _bar(painter: QPainter, area: QRectF, share: float, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.border))
    painter.drawRoundedRect(area, 2, 2)
    filled = QRectF(area)
    filled.setWidth(max(2.0, area.width() * min(1.0, share)))
    painter.setBrush(QColor(palette.bar))
    painter.drawRoundedRect(filled, 2, 2)


def _weight(painter: QPainter, area: QRectF, weight: float, palette: Palette) -> None:
    """Rightwards what speaks for it, leftwards what speaks against it."""
    middle, half = area.center().x(), area.width() / 2
    length = max(2.0, half * min(1.0, abs(weight) / _WEIGHT_FULL))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.good if weight > 0 else palette.danger))
    painter.drawRect(QRectF(middle if weight > 0 else middle - length, area.top(), length, area.height()))
    painter.setPen(QPen(QColor(palette.edge), 1))
    painter.drawLine(QPointF(middle, area.top() - 3), QPointF(middle, area.bottom() + 3))
