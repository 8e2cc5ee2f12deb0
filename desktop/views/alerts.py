"""Warnings that ask for an answer before the drug is given: each stands in a red frame until a reason is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.treatment_rows import capital, warning_title
from desktop.item_models.waterfall_rows import basis_of

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.treatment.model import SafetyItem


class Alerts(QWidget):
    """`overridden` holds the reasons of this session, by `alert_key`; `answered` is said when one comes or goes."""

    opened = Signal(object)
    answered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.overridden: dict[str, str] = {}
        self.items: tuple[SafetyItem, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 4)
        self._layout.setSpacing(8)
        self.frames: list[_Alert] = []

    @property
    def waiting(self) -> int:
        """How many have no answer yet."""
        return sum(alert_key(item) not in self.overridden for item in self.items)

    def show_assessment(self, assessment: Assessment) -> None:
        """The interruptive warnings; a reason that is being typed is not lost to an unchanged warning."""
        items = tuple(item for item in assessment.safety if item.interruptive)
        if items != self.items:
            self.items = items
            self._build()

    def clear(self) -> None:
        """Another record: no reason holds any more."""
        self.overridden.clear()
        self.items = ()
        self._build()

    def height_for(self, width: int) -> int:
        """How high all of them are at a width."""
        return self._layout.totalHeightForWidth(width)

    def focus_waiting(self) -> None:
        """The keyboard to the first that has no answer."""
        frame = next((frame for frame in self.frames if frame.key not in self.overridden), None)
        if frame is not None:
            frame.reason.setFocus()

    def retell(self) -> None:
        """In the language of now."""
        self._build()

    def _build(self) -> None:
        typed = {frame.key: frame.reason.text() for frame in self.frames}
        for frame in self.frames:
            self._layout.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self.frames = [_Alert(self._desk, item, self.overridden, typed.get(alert_key(item), "")) for item in self.items]
        for frame in self.frames:
            frame.answered.connect(self.answered)
            frame.opened.connect(self.opened)
            self._layout.addWidget(frame)
        self.setVisible(bool(self.items))


class _Alert(QFrame):
    opened = Signal(object)
    answered = Signal()

    def __init__(self, desk: Desk, item: SafetyItem, overridden: dict[str, str], typed: str) -> None:
        super().__init__()
        self.setObjectName("alert")
        self._desk, self._item, self._overridden = desk, item, overridden
        self.key = alert_key(item)
        texts = desk.texts
        head, action, source = QLabel(), QLabel(texts.of(item, "action")), QLabel()
        head.setObjectName("alertTitle")
        head.setText(f"⚠ {capital(texts(f'severity.{item.severity}'))}: {warning_title(item, texts)}")
        source.setObjectName("muted")
        source.setText(basis_of(item.basis, item.source, texts))
        self.reason, self.button = QLineEdit(typed), QPushButton()
        self.reason.setPlaceholderText(texts("alert.reason"))
        self.reason.setAccessibleName(f"{texts('alert.reason')}: {warning_title(item, texts)}")
        self.reason.textEdited.connect(lambda _: self._settle())
        self.reason.returnPressed.connect(self._answer)
        self.button.clicked.connect(self._answer)
        self.said = QLabel()
        self.place = QPushButton(texts("alert.place"))
        self.place.setObjectName("link")
        self.place.setVisible(bool(item.spans))
        self.place.clicked.connect(lambda: self.opened.emit(item.spans))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.said, 1)
        line.addWidget(self.button)
        line.addWidget(self.place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(4)
        for label in (head, action, source, self.said):
            label.setWordWrap(True)
        for label in (head, action, source):
            layout.addWidget(label)
        layout.addLayout(line)
        self._settle()

    def _answer(self) -> None:
        """Keep the reason, or take it back."""
        if self.key in self._overridden:
            del self._overridden[self.key]
        elif reason := self.reason.text().strip():
            self._overridden[self.key] = reason
        self._settle()
        self.answered.emit()

    def _settle(self) -> None:
        texts, reason = self._desk.texts, self._overridden.get(self.key)
        self.reason.setVisible(reason is None)
        self.said.setVisible(reason is not None)
        self.said.setText(texts("alert.overridden", reason=reason) if reason is not None else "")
        words = texts("alert.withdraw" if reason is not None else "alert.override")
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {warning_title(self._item, texts)}")
        self.button.setEnabled(reason is not None or bool(self.reason.text().strip()))


def alert_key(item: SafetyItem) -> str:
    """Which warning it is, whatever else changes."""
    return f"{item.kind}:{'+'.join(item.drugs)}:{item.message}"
