"""The stored cases: search, choose, see the leading diagnosis and how urgent it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from desktop.changes import Change
from desktop.desk import Desk
from desktop.item_models.cases import PAGE, CaseListModel
from desktop.views.case_filters import CaseFilters
from desktop.views.case_painter import dress_cases

if TYPE_CHECKING:
    from core.records import CaseSummary

_SEARCH_AFTER_MS = 150


class CaseListView(QTreeView):
    """Enter and click choose."""

    chosen = Signal(object)  # QModelIndex

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class CasesPane(QWidget):
    """`wanted` names the case to open; `unlock_wanted` asks for the first page."""

    wanted = Signal(str)
    unlock_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._current: str | None = None
        self._renewing = False
        heading = QLabel()
        heading.setObjectName("heading")
        desk.texts.bind(heading.setText, "cases.title")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        desk.texts.bind(self.search.setPlaceholderText, "cases.search")
        desk.texts.bind(self.search.setAccessibleName, "cases.search")
        self.filters = CaseFilters(desk)
        self.filters.changed.connect(self.refresh)
        self.model = CaseListModel(desk.texts, self._fetch_more, self)
        self.list = CaseListView()
        self.list.setModel(self.model)
        dress_cases(self.list, desk.theme)
        self.list.setTabKeyNavigation(False)
        desk.texts.bind(self.list.setAccessibleName, "cases.title")
        self.list.clicked.connect(self._choose)
        self.list.chosen.connect(self._choose)
        self._note = QLabel()
        self._note.setObjectName("muted")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note.setContentsMargins(10, 8, 10, 8)
        self.unlock = QPushButton()
        desk.texts.bind(self.unlock.setText, "cases.unlock")
        self.unlock.clicked.connect(self.unlock_wanted)
        self._stack = QStackedWidget()
        note_page = QWidget()
        note_layout = QVBoxLayout(note_page)
        note_layout.setContentsMargins(0, 0, 10, 0)
        note_layout.addWidget(self._note)
        note_layout.addWidget(self.unlock)
        note_layout.addStretch(1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(note_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(heading)
        row = QVBoxLayout()
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(6)
        row.addWidget(self.search)
        row.addWidget(self.filters)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda: self._timer.start())
        desk.changes.happened.connect(self._changed)
        desk.texts.follow(self._retell)
        self._say("cases.not_storing")

    @property
    def note(self) -> str:
        return self._note.text() if self._stack.currentIndex() == 1 else ""

    def refresh(self) -> None:
        """Fetch the first page anew."""
        self._timer.stop()
        if not self._desk.services.unlocked:
            self.model.begin([])
            self._say("cases.not_storing")
            return
        sought = bool(self.search.text().strip()) or self.filters.active
        self._desk.operations.cancel("more cases")
        self._renewing = True
        self._fetch("cases", 0, lambda cases: self._show(cases, sought))

    def blank(self) -> None:
        """Forget everything shown."""
        self.search.clear()
        self.filters.clear()
        self._timer.stop()
        for key in ("cases", "more cases"):
            self._desk.operations.cancel(key)
        self._renewing = False
        self._current = None
        self.model.begin([])

    def mark_current(self, key: str | None) -> None:
        """Which case is open."""
        self._current = key
        index = self.model.find(key) if key else QModelIndex()
        self.list.setCurrentIndex(index)

    def _changed(self, change: Change) -> None:
        if change.stored is not None:
            self._current = change.stored
        if change.cases or change.access:
            self.refresh()

    def _choose(self, index: QModelIndex) -> None:
        key = self.model.key(index)
        if key is not None:
            self.wanted.emit(key)

    def _show(self, cases: list[CaseSummary], sought: bool) -> None:
        self._renewing = False
        self.model.begin(cases)
        self._enable(True)
        if cases:
            self._stack.setCurrentIndex(0)
            self.mark_current(self._current)
        else:
            self._say("cases.not_found" if sought else "cases.empty")

    def _say(self, key: str) -> None:
        self._said = key
        self._note.setText(self._desk.texts(key))
        self.unlock.setVisible(key == "cases.not_storing")
        self._enable(key != "cases.not_storing")
        self._stack.setCurrentIndex(1)

    def _enable(self, enabled: bool) -> None:
        for control in (self.search, self.filters):
            control.setEnabled(enabled)

    def _retell(self) -> None:
        self.model.retell()
        self._note.setText(self._desk.texts(self._said))

    def _fetch_more(self) -> None:
        if not self._renewing:  # a further page of a list that is about to be replaced is wanted by nobody
            self._fetch("more cases", self.model.stored, self.model.add)

    def _fetch(self, key: str, offset: int, done: Callable[[list[CaseSummary]], None]) -> None:
        services, words, chosen = self._desk.services, self.search.text().strip(), self.filters.chosen()
        self._desk.operations.start(
            lambda _: services.list_cases(words, PAGE, offset, **chosen),
            lane="records",
            done=done,
            failed=self._failed,
            key=key,
        )

    def _failed(self, message: str) -> None:
        self._renewing = False
        self._say("cases.empty")
        self._note.setText(self._desk.failure(message))
