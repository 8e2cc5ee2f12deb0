"""Warnings that ask for an answer before the drug is given: one open, the others in a line each, until all have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.views.alert_card import AlertCard

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.treatment.model import SafetyItem


class Alerts(QWidget):
    """`overridden` holds the reasons given for this case, by the keys of the warnings; `answered` is said when one
    comes or goes, `turned` when another one is open."""

    opened = Signal(object)
    answered = Signal()
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.overridden: dict[str, str] = {}
        self.items: tuple[SafetyItem, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 12, 4)
        self._layout.setSpacing(4)
        self.frames: list[AlertCard] = []

    @property
    def waiting(self) -> int:
        """How many have no answer yet."""
        return sum(item.key not in self.overridden for item in self.items)

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
        frame = next((frame for frame in self.frames if frame.waits), None)
        if frame is not None:
            self._open(frame)
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
        self.frames = [AlertCard(self._desk, item, self.overridden, typed.get(item.key, "")) for item in self.items]
        for frame in self.frames:
            frame.answered.connect(self.answered)
            frame.opened.connect(self.opened)
            frame.wanted.connect(lambda frame=frame: self._turn_to(frame))
            self._layout.addWidget(frame)
        self.setVisible(bool(self.items))
        if self.frames:
            self._open(next((frame for frame in self.frames if frame.waits), self.frames[0]))

    def _turn_to(self, frame: AlertCard) -> None:
        self._open(frame)
        (frame.reason if frame.waits else frame.button).setFocus()

    def _open(self, chosen: AlertCard) -> None:
        for frame in self.frames:
            frame.show_open(frame is chosen)
        self.turned.emit()
