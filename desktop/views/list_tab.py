"""A tab with one list of results, and a sentence where it has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.rows import Row
from desktop.views.foot import Foot
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Assessment

_UNFOLDING = ("differential", "treatment")


class ListTab(QWidget):
    """`lead.<name>` is said above the list where there is such a text, `none.<name>` instead of an empty one; what the
    row under the keyboard rests on is said below it."""

    opened = Signal(object)
    chosen = Signal(object)  # Row

    def __init__(self, desk: Desk, name: str, rows_of: Callable[[Assessment], list[Row]]) -> None:
        super().__init__()
        self._desk, self._name, self._rows_of = desk, name, rows_of
        self._waiting: Assessment | None = None
        self._lead = QLabel()
        self._lead.setObjectName("muted")
        self._lead.setWordWrap(True)
        self._lead.setContentsMargins(12, 8, 12, 4)
        self._lead.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows = RowsView(desk.theme, unfolds=name in _UNFOLDING)
        desk.texts.bind(self.rows.setAccessibleName, f"tab.{name}")
        self.rows.opened.connect(self.opened)
        self.rows.chosen.connect(self.chosen)
        self.foot = Foot(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._lead)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.rows)

    def show_assessment(self, assessment: Assessment) -> None:
        """Now if it is looked at, else when it will be: five hidden lists would cost every keystroke their making."""
        self._waiting = assessment
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        assessment, self._waiting = self._waiting, None
        if assessment is None:
            return
        rows = self._rows_of(assessment)
        texts = self._desk.texts
        lead = f"lead.{self._name}" if rows else f"none.{self._name}"
        self._lead.setText(texts(lead) if texts.has(lead) else "")
        self._lead.setVisible(bool(self._lead.text()))
        self.rows.show_rows(rows)

    def clear(self) -> None:
        """Nothing to show, and nothing waiting to be."""
        self._waiting = None
        self._lead.hide()
        self.rows.show_rows([])
