"""That drug warnings wait for an answer: seen from every part of the assessment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desktop.desk import Desk


class AlertStrip(QFrame):
    """Hidden while nothing waits; `wanted` is said when the reader wants to see the warnings."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("alertStrip")
        self._desk = desk
        self._number = 0
        self._words = QLabel()
        self._words.setWordWrap(True)
        self.show_them = QPushButton()
        desk.texts.bind(self.show_them.setText, "alert.open")
        self.show_them.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.show_them)
        desk.texts.follow(lambda: self.show_number(self._number))
        self.show_number(0)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_number(self, number: int) -> None:
        """How many wait."""
        self._number = number
        self._words.setText("⚠ " + self._desk.texts("alert.strip", number=number))
        self.show_them.setAccessibleName(self._words.text())
        self.setVisible(number > 0)
