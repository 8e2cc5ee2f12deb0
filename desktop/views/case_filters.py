"""Which of the stored cases the list shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypedDict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from desktop.desk import Desk

_DAYS = {"any": None, "today": 0, "week": 7, "month": 30, "year": 365}
_LEVELS = ("any", "emergent", "one-day", "one-week", "self-care")


class Chosen(TypedDict):
    """As `Services.list_cases` takes it."""

    since: datetime | None
    levels: tuple[str, ...]
    with_draft: bool


class CaseFilters(QWidget):
    """When a case was changed last, how urgent it was, whether it has unsaved text."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.when = self._choice("when", tuple(_DAYS))
        self.level = self._choice("level", _LEVELS)
        self.drafts = QCheckBox()
        desk.texts.bind(self.drafts.setText, "filter.drafts")
        self.drafts.toggled.connect(lambda _: self.changed.emit())
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.when, 0, 0)
        layout.addWidget(self.level, 0, 1)
        layout.addWidget(self.drafts, 1, 0, 1, 2)

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return bool(self.when.currentIndex() or self.level.currentIndex() or self.drafts.isChecked())

    def chosen(self) -> Chosen:
        """What is wanted; days are those of this machine's calendar."""
        days = list(_DAYS.values())[self.when.currentIndex()]
        since = None
        if days is not None:
            midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
            since = (midnight - timedelta(days=days)).astimezone(UTC)
        at = self.level.currentIndex()
        return {"since": since, "levels": (_LEVELS[at],) if at else (), "with_draft": self.drafts.isChecked()}

    def clear(self) -> None:
        """Everything is wanted."""
        self.when.setCurrentIndex(0)
        self.level.setCurrentIndex(0)
        self.drafts.setChecked(False)

    def _choice(self, name: str, values: tuple[str, ...]) -> QComboBox:
        combo = QComboBox()
        combo.setMinimumContentsLength(5)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._desk.texts.bind(combo.setAccessibleName, f"filter.{name}")
        for at, value in enumerate(values):
            combo.addItem("")
            self._desk.texts.bind(partial(combo.setItemText, at), f"filter.{name}.{value}")
        combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        return combo
