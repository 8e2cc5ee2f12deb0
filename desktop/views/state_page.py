"""What stands where a result would: nothing yet, being worked out, or not possible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk


class StatePage(QWidget):
    """A title, a sentence and, where something can be done, a button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._said: tuple[str, str | None, str | None] = ("state.empty", None, None)
        self._title, self._words, self.button = QLabel(), QLabel(), QPushButton()
        self._title.setObjectName("stateTitle")
        self._words.setObjectName("muted")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(180)
        desk.texts.bind(self._busy.setAccessibleName, "state.loading.title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        for widget in (self._title, self._words):
            widget.setWordWrap(True)
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget)
        layout.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        desk.texts.follow(self._retell)

    def say(self, state: str, *, sentence: str | None = None, button: str | None = None) -> None:
        """`state` names a title and, unless `sentence` is given, what stands beneath it."""
        self._said = (state, sentence, button)
        self._retell()

    @property
    def offered(self) -> str | None:
        """What the button does, by its key."""
        return self._said[2]

    @property
    def words(self) -> str:
        return self._words.text()

    def _retell(self) -> None:
        state, sentence, button = self._said
        texts = self._desk.texts
        self._title.setText(texts(f"{state}.title"))
        self._words.setText(sentence if sentence is not None else texts(f"{state}.words"))
        self._busy.setVisible(state == "state.loading")
        self.button.setVisible(button is not None)
        if button is not None:
            self.button.setText(texts(button))
