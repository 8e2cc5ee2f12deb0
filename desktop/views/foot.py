"""What the chosen row rests on, in words below its list: the source of a number is one key away from it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.item_models.rows import Index
from desktop.views.rows_view import RowsView


class Foot(QLabel):
    """Follows the current row of a list; not there while that row has nothing to add."""

    def __init__(self, rows: RowsView) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setWordWrap(True)
        self._rows = rows
        rows.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))
        rows.rows_model.modelReset.connect(self.hide)
        self.hide()

    def _tell(self, index: Index) -> None:
        row = self._rows.rows_model.row_at(index)
        self.setText(row.tip if row is not None else "")
        self.setVisible(bool(self.text()))
