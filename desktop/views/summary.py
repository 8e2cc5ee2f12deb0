"""The prose as it comes, with its state and its two buttons. What could not be traced goes to the review list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.result_rows import sentence_row
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Sentence
    from core.narrative import Trouble


class SummaryTab(QWidget):
    """Sentences whose every claim was traced; Enter leads to the place in the record."""

    opened = Signal(object)
    write_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sentences: list[Sentence] = []
        self._state = "summary.waiting"
        self._ended = ""
        self._trouble: Trouble | None = None
        self.rows = RowsView(desk.theme)
        desk.texts.bind(self.rows.setAccessibleName, "tab.summary")
        self.rows.opened.connect(self.opened)
        self._status = QLabel()
        self._status.setObjectName("muted")
        self._status.setWordWrap(True)
        self.write, self.stop = QPushButton(), QPushButton()
        desk.texts.bind(self.write.setText, "summary.write")
        desk.texts.bind(self.stop.setText, "action.stop")
        self.write.clicked.connect(self.write_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 8)
        foot.addWidget(self._status, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows, 1)
        layout.addLayout(foot)
        desk.texts.follow(self._retell)
        self.clear()

    @property
    def status(self) -> str:
        return self._status.text()

    def clear(self) -> None:
        """Nothing has been written about the case of now."""
        self._sentences = []
        self.rows.show_rows([])
        self._turn("summary.waiting")

    def begin(self) -> None:
        self._sentences = []
        self.rows.show_rows([])
        self._turn("summary.writing")

    def add(self, sentence: Sentence) -> None:
        self._sentences.append(sentence)
        self.rows.rows_model.append(sentence_row(sentence, self._desk.texts))

    def end(self, why: str, *, by_model: bool, trouble: Trouble | None = None) -> None:
        """`why` it ended early, or nothing; whether a model had a part in it, and what went wrong with that."""
        self._turn("summary.done" if by_model else "summary.template")
        self._ended, self._trouble = why, trouble
        self._tell_status()

    def _turn(self, state: str) -> None:
        self._ended, self._trouble = "", None
        self._state = state
        self.stop.setVisible(state == "summary.writing")
        self.write.setVisible(state != "summary.writing")
        self._tell_status()

    def _tell_status(self) -> None:
        desk, trouble = self._desk, self._trouble
        told = [self._ended or desk.texts(self._state)]
        if trouble is not None:
            told.append(desk.failure(trouble.sentence))
            told += [desk.texts("summary.model_again")] if trouble.given_up else []
        self._status.setText(" ".join(told))

    def _retell(self) -> None:
        self.rows.show_rows([sentence_row(sentence, self._desk.texts) for sentence in self._sentences])
        self._tell_status()
