"""The cover over the window when nobody is there and there is no key to give up: nothing of a patient can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk

_CARD_WIDTH = 460


class LockedPage(QWidget):
    """`uncovered` shows the text again, `discarded` loses it."""

    uncovered = Signal()
    discarded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        title, self._lead, self.fault = QLabel(), QLabel(), QLabel()
        title.setObjectName("title")
        self._lead.setWordWrap(True)
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        desk.texts.bind(title.setText, "covered.title")
        desk.texts.bind(self._lead.setText, "covered.lead")
        self.show_again, discard = QPushButton(), QPushButton()
        self.show_again.setObjectName("primary")
        desk.texts.bind(self.show_again.setText, "covered.show")
        desk.texts.bind(discard.setText, "covered.discard")
        self.show_again.clicked.connect(self.uncovered)
        discard.clicked.connect(self.discarded)
        self.discard = discard
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 24)
        inside.setSpacing(12)
        for widget in (title, self._lead, self.fault, self.show_again, discard):
            inside.addWidget(widget)
        outside = QVBoxLayout(self)
        outside.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        outside.addLayout(row)
        outside.addStretch(3)
        self.setFocusProxy(self.show_again)

    def say(self, fault: str = "") -> None:
        """`fault` is why the text could not be kept in the records."""
        self.fault.setText("⚠ " + fault if fault else "")
        self.fault.setVisible(bool(fault))
