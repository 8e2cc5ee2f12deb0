"""One sentence across the top of the window, there until it is dismissed or no longer true."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.desk import Desk
from desktop.palette import Tone

_GOES_AFTER_MS = 8000
_SIGNS: dict[Tone, str] = {"danger": "⚠", "good": "✓", "info": "ⓘ"}


class MessageBar(QFrame):
    """Failures and offers stay; good news goes by itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.offer = QPushButton()
        self.offer.clicked.connect(self._accept)
        self._accepted: Callable[[], None] | None = None
        self._desk = desk
        close = QToolButton()
        close.clicked.connect(self.clear)
        desk.texts.bind(close.setAccessibleName, "message.dismiss")
        desk.texts.bind(close.setToolTip, "message.dismiss")

        def dress() -> None:
            close.setIcon(desk.theme.icon("close"))

        desk.theme.follow(dress)
        dress()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.offer)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GOES_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def fault(self, sentence: str) -> None:
        """Something could not be done."""
        self._show(sentence, "danger")

    def inform(self, sentence: str, tone: Tone = "good") -> None:
        """Something was done."""
        self._show(sentence, tone)
        self._timer.start()

    def propose(self, sentence: str, key: str, accepted: Callable[[], None]) -> None:
        """Something can be done about what the sentence says: `key` finds the words of the button."""
        self._show(sentence, "info")
        self._accepted = accepted
        self.offer.setText(self._desk.texts(key))
        self.offer.show()

    def clear(self) -> None:
        self._timer.stop()
        self._accepted = None
        self.hide()

    def _accept(self) -> None:
        accepted = self._accepted
        self.clear()
        if accepted is not None:
            accepted()

    def _show(self, sentence: str, tone: Tone) -> None:
        self._timer.stop()
        self._accepted = None
        self.offer.hide()
        self._sign.setText(_SIGNS.get(tone, ""))
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.setProperty("tone", tone)
        for widget in (self, self._sign, self._words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))
