"""One warning that asks for an answer: in one line, or open with what to do and a field for the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.treatment_rows import warning_title
from desktop.item_models.waterfall_rows import basis_of
from desktop.texts import capital
from desktop.views.elided import ElidedButton

if TYPE_CHECKING:
    from core.treatment.model import SafetyItem

_LONGEST = 300  # characters of a reason, as many as a case holds


class AlertCard(QFrame):
    """`wanted` is said when its line is chosen; `answered` when a reason was given or taken back."""

    opened = Signal(object)
    answered = Signal()
    wanted = Signal()

    def __init__(self, desk: Desk, item: SafetyItem, overridden: dict[str, str], typed: str) -> None:
        """`overridden` holds the reasons by the keys of the warnings; `typed` is a reason that nobody has given yet."""
        super().__init__()
        self.setObjectName("alert")
        self._desk, self._item, self._overridden = desk, item, overridden
        self.key = item.key
        texts, title = desk.texts, warning_title(item, desk.texts)
        self.line = ElidedButton()
        self.line.setObjectName("alertLine")
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line.clicked.connect(self.wanted)
        self._title = f"⚠ {capital(texts(f'severity.{item.severity}'))}: {title}"
        head, action, source = QLabel(self._title), QLabel(texts.of(item, "action")), QLabel()
        head.setObjectName("alertTitle")
        source.setObjectName("muted")
        source.setText(basis_of(item.basis, item.source, texts))
        self.reason, self.button, self.said = QLineEdit(typed), QPushButton(), QLabel()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(texts("alert.reason"))
        self.reason.setAccessibleName(f"{texts('alert.reason')}: {title}")
        self.reason.textEdited.connect(lambda _: self._settle())
        self.reason.returnPressed.connect(self._answer)
        self.button.clicked.connect(self._answer)
        self.place = QPushButton(texts("alert.place"))
        self.place.setObjectName("link")
        self.place.setVisible(bool(item.spans))
        self.place.clicked.connect(lambda: self.opened.emit(item.spans))
        for label in (head, action, source, self.said):
            label.setWordWrap(True)
        self._lay_out((head, action, source))
        self.show_open(True)
        self._settle()

    @property
    def waits(self) -> bool:
        return self.key not in self._overridden

    def show_open(self, opened: bool) -> None:
        """Open, or in one line."""
        self._body.setVisible(opened)
        self.line.setVisible(not opened)

    def _lay_out(self, labels: tuple[QLabel, ...]) -> None:
        self._body = QWidget()
        body, foot, layout = QVBoxLayout(self._body), QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(8)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.button)
        foot.addWidget(self.place)
        body.setContentsMargins(10, 6, 10, 8)
        body.setSpacing(3)
        for label in labels:
            body.addWidget(label)
        body.addLayout(foot)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self._body)

    def _answer(self) -> None:
        """Keep the reason, or take it back."""
        if not self.waits:
            del self._overridden[self.key]
        elif reason := self.reason.text().strip():
            self._overridden[self.key] = reason
        self._settle()
        self.answered.emit()

    def _settle(self) -> None:
        texts, reason = self._desk.texts, self._overridden.get(self.key)
        going_on = texts("alert.overridden", reason=reason) if reason is not None else ""
        self.reason.setVisible(reason is None)
        self.said.setVisible(reason is not None)
        self.said.setText(going_on)
        words = texts("alert.withdraw" if reason is not None else "alert.override")
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {warning_title(self._item, texts)}")
        self.button.setEnabled(reason is not None or bool(self.reason.text().strip()))
        self.line.setText(f"✓ {going_on} · {self._title}" if going_on else self._title)
        self.line.setAccessibleName(self.line.text())
