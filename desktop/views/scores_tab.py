"""The scores that the record calls for, each with a page of its own, and the way to any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models import result_rows
from desktop.views.list_tab import ListTab
from desktop.views.name_picker import NameList, NamePicker
from desktop.views.rows_view import RowsView
from desktop.views.score_panel import ScorePanel

if TYPE_CHECKING:
    from core.assessment import Assessment


class ScoresTab(QStackedWidget):
    """First the list; the page of a score takes its place and gives it back."""

    opened = Signal(object)

    def __init__(self, desk: Desk, draft: DraftOf) -> None:
        super().__init__()
        self._desk = desk
        names = NameList(desk, "score-names", desk.services.score_names)
        self._list = ListTab(desk, "scores", lambda a: result_rows.score_rows(a, desk.texts))
        self.panel = ScorePanel(desk, draft)
        self.another = NamePicker(names)
        desk.texts.bind(self.another.setPlaceholderText, "scores.another")
        desk.texts.bind(self.another.setAccessibleName, "scores.another")
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        strip = QFrame()
        strip.setObjectName("strip")
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.another)
        inside.addWidget(self._fault)
        first = QWidget()
        layout = QVBoxLayout(first)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addWidget(strip)
        self.addWidget(first)
        self.addWidget(self.panel)
        self._list.chosen.connect(lambda row: self.open_score(row.key))
        self.panel.opened.connect(self.opened)
        self.panel.left.connect(self.back)
        self.another.picked.connect(self.open_score)
        self.another.unknown.connect(self._not_found)
        self.another.textEdited.connect(lambda _: self._fault.hide())
        self.setFocusProxy(self._list)

    @property
    def rows(self) -> RowsView:
        return self._list.rows

    def show_assessment(self, assessment: Assessment) -> None:
        self._list.show_assessment(assessment)
        if self.currentWidget() is self.panel:
            self.panel.again()

    def clear(self) -> None:
        self._list.clear()
        self.panel.blank()
        self.another.show_key(None)
        self._fault.hide()
        self.setCurrentIndex(0)

    def open_score(self, key: str) -> None:
        """The page of one score, by its id."""
        self.another.show_key(None)
        self.panel.open_score(key)
        self.setCurrentWidget(self.panel)
        self.panel.back.setFocus()

    def back(self) -> None:
        """The list again."""
        self.setCurrentIndex(0)
        self.rows.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.panel:
            self.back()
            return
        super().keyPressEvent(event)

    def _not_found(self, words: str) -> None:
        self._fault.setText(self._desk.texts("scores.no_such", words=words))
        self._fault.show()
