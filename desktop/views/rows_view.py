"""The list that every result is shown in: opens its reasons, and leads to the place in the record."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget

from desktop.item_models.rows import Row, RowModel, Spans
from desktop.theme import Theme
from desktop.views.row_painter import dress

_LEAST = 44  # pixels: one row


class RowsView(QTreeView):
    """Click or Enter on a row with places in the record: `opened` tells them, the next one first when it is asked for
    again. Rows with children unfold; one that leads on is told through `chosen`."""

    opened = Signal(object)
    chosen = Signal(object)  # Row

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, fits: int | None = None, unfolds: bool = False
    ) -> None:
        """`fits`: as high as its rows, up to so many pixels; `unfolds`: some rows have children."""
        super().__init__(parent)
        self.rows_model = RowModel(self)
        self.setModel(self.rows_model)
        self._fits = fits
        self._again: tuple[str, int] = ("", 0)
        dress(self, theme, unfolds=unfolds)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_LEAST)
        if fits is not None:
            self.rows_model.modelReset.connect(self._fit)
            self.expanded.connect(self._fit)
            self.collapsed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Small: a wrapped label beside it in a layout makes this the least height that it may have."""
        return QSize(200, 2 * _LEAST)

    def show_rows(self, rows: list[Row]) -> None:
        """Replace the rows; what was unfolded stays so where it is still there."""
        before = self.rows_model.rows
        if rows == before:
            return
        unfolded = {
            row.key for at, row in enumerate(before) if row.key and self.isExpanded(self.rows_model.index(at, 0))
        }
        known = {row.key for row in before}
        current = self.rows_model.row_at(self.currentIndex())
        self.rows_model.show(rows)
        for at, row in enumerate(rows):
            index = self.rows_model.index(at, 0)
            if row.key in unfolded or (row.unfolded and row.key not in known):
                self.setExpanded(index, True)
            if current is not None and row.key and row.key == current.key:
                self.setCurrentIndex(index)

    def open_index(self, index: QModelIndex) -> None:
        """What a click or Enter does."""
        row = self.rows_model.row_at(index)
        if row is None:
            return
        if row.children:
            self.setExpanded(index, not self.isExpanded(index))
        if row.spans:
            self.opened.emit(self._turned(row))
        elif row.leads:
            self.chosen.emit(row)

    def _turned(self, row: Row) -> Spans:
        """The places, beginning with the one after that of last time."""
        name, turn = self._again
        turn = (turn + 1) % len(row.spans) if name == row.title + row.key else 0
        self._again = (row.title + row.key, turn)
        return row.spans[turn:] + row.spans[:turn]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_index(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the two releases have done it; unfolding twice more would only flicker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_index(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows_model.rowCount():
            self.setCurrentIndex(self.rows_model.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self, *_: object) -> None:
        if self._fits is None:
            return
        height = 0
        waiting = [self.rows_model.index(at, 0) for at in range(self.rows_model.rowCount())]
        while waiting:
            index = waiting.pop(0)
            height += self.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()
            if self.isExpanded(index):
                waiting += [self.rows_model.index(at, 0, index) for at in range(self.rows_model.rowCount(index))]
        most = max(self._fits, self.window().height() // 5)
        self.setFixedHeight(min(height + 2 * self.frameWidth() + 4, most))
