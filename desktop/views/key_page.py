"""Where the recovery key is shown, once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk


class KeyPage(QWidget):
    """The recovery key, shown this once."""

    def __init__(self, desk: Desk, go: Callable[[], None]) -> None:
        super().__init__()
        bind = desk.texts.bind
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        title, lead = QLabel(), QLabel()
        title.setObjectName("title")
        lead.setWordWrap(True)
        bind(title.setText, "key.title")
        bind(lead.setText, "key.lead")
        self.key = QLabel()
        self.key.setObjectName("key")
        self.key.setFixedHeight(50)  # a label does not count the padding of its style
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        bind(self.key.setAccessibleName, "field.recovery_key")
        copy, self.written, self.button = QPushButton(), QCheckBox(), QPushButton()
        bind(copy.setText, "key.copy")
        bind(self.written.setText, "key.written")
        bind(self.button.setText, "key.go")
        self.button.setObjectName("primary")
        self.button.setEnabled(False)
        self.written.toggled.connect(self.button.setEnabled)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.key.text()))
        self._go = go
        self.button.clicked.connect(self._pressed)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        for widget in (title, lead, self.key):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.written)
        layout.addWidget(self.button)
        self.setFocusProxy(copy)

    def _pressed(self) -> None:
        self.key.clear()
        self._go()

    def show_key(self, key: str) -> None:
        self.written.setChecked(False)
        self.key.setText(key)
