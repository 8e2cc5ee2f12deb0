"""What the model wrote and nobody can vouch for: for looking at, and for nothing else."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.result_rows import withheld_row
from desktop.views.rows_view import RowsView


class ReviewTab(QWidget):
    """The withheld sentences with the reason for each; the rows cannot be copied."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._withheld: list[Any] = []
        self._lead = QLabel()
        self._lead.setObjectName("muted")
        self._lead.setWordWrap(True)
        self._lead.setContentsMargins(12, 8, 12, 4)
        self.rows = RowsView(desk.theme)
        desk.texts.bind(self.rows.setAccessibleName, "tab.review")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._lead)
        layout.addWidget(self.rows, 1)
        desk.texts.follow(self._retell)
        self._retell()

    @property
    def number(self) -> int:
        return len(self._withheld)

    def clear(self) -> None:
        self._withheld = []
        self._retell()

    def add(self, withheld: Any) -> None:
        self._withheld.append(withheld)
        self._retell()

    def _retell(self) -> None:
        self._lead.setText(self._desk.texts("review.lead" if self._withheld else "review.none"))
        self.rows.show_rows([withheld_row(withheld, self._desk.texts) for withheld in self._withheld])
