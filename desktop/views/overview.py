"""What is read first: how soon, what to do, what asks for an answer, and what must not be missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models import diagnosis_rows
from desktop.views.alert_strip import AlertStrip
from desktop.views.banner import Banner
from desktop.views.folding_section import FoldingSection

if TYPE_CHECKING:
    from core.assessment import Assessment


class Overview(QWidget):
    """Stands above the tabs, in view whichever of them is open. `wanted` names the tab that tells more."""

    opened = Signal(object)
    wanted = Signal(str)
    asked = Signal(str)  # why this disease (an id) is not in the lead

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._assessment: Assessment | None = None
        self.banner = Banner(desk)
        self.alert = AlertStrip(desk)
        self.dangers = FoldingSection(desk, "dangers")
        self.helpful = FoldingSection(desk, "separating")
        self.banner.opened.connect(self.opened)
        self.banner.wanted.connect(self.wanted)
        self.dangers.rows.opened.connect(self.opened)
        self.dangers.rows.chosen.connect(lambda row: self.asked.emit(row.key))
        parts = (self.banner, self.alert, self.dangers, self.helpful)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in parts:
            layout.addWidget(part)
        desk.theme.page(*parts)
        for tell in (self._tell_banner, self._tell_dangers, self._tell_helpful):
            desk.texts.follow(tell)

    def show_assessment(self, assessment: Assessment | None) -> None:
        """All of it, or nothing."""
        self._assessment = assessment
        self._tell_banner()
        self._tell_dangers()
        self._tell_helpful()

    def make_room(self, asked: bool) -> None:
        """The dangers in one line while something else asks for the room."""
        for section in (self.dangers, self.helpful):
            section.fold(asked)

    def _tell_banner(self) -> None:
        if self._assessment is not None:
            self.banner.show_assessment(self._assessment)

    def _tell_dangers(self) -> None:
        found = self._assessment
        self.dangers.show_rows([] if found is None else diagnosis_rows.danger_rows(found, self._desk.texts))

    def _tell_helpful(self) -> None:
        abstained = None if self._assessment is None else self._assessment.abstained
        rows = [] if abstained is None else diagnosis_rows.separating_rows(abstained, self._desk.texts)
        self.helpful.show_rows(rows)
