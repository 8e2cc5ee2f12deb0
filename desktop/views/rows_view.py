"""The list that every result is shown in: opens its reasons, and leads to the place in the record."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget

from desktop.item_models.rows import Row, RowModel
from desktop.theme import Theme
from desktop.views.row_painter import dress


class RowsView(QTreeView):
    """Click or Enter on a row with a place in the record: `opened` tells the place. Rows with children unfold."""

    opened = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, fits: int | None = None, unfolds: bool = False
    ) -> None:
        """`fits`: as high as its rows, up to so many pixels; `unfolds`: some rows have children."""
        super().__init__(parent)
        self.rows_model = RowModel(self)
        self.setModel(self.rows_model)
        self._fits = fits
        dress(self, theme, unfolds=unfolds)
        self.setTabKeyNavigation(False)
        if fits is not None:
            self.rows_model.modelReset.connect(self._fit)
            self.expanded.connect(self._fit)
            self.collapsed.connect(self._fit)

    def show_rows(self, rows: list[Row]) -> None:
        """Replace the rows; what was unfolded stays so where it is still there."""
        before = self.rows_model.rows
        if rows == before:
            return
        unfolded = {
            row.key for at, row in enumerate(before) if row.key and self.isExpanded(self.rows_model.index(at, 0))
        }
        current = self.rows_model.row_at(self.currentIndex())
        self.rows_model.show(rows)
        for at, row in enumerate(rows):
            index = self.rows_model.index(at, 0)
            if row.key in unfolded:
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
            self.opened.emit(row.spans)

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
