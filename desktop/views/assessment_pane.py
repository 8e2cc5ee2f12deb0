"""The result beside the record: what is read first, then everything else in tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.views.moved import MovedStrip
from desktop.views.overview import Overview
from desktop.views.result_tabs import ResultTabs
from desktop.views.state_page import StatePage

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import Diagnosis

_LOW = 480  # pixels: a pane of less height has no room for the dangers above the tabs


class AssessmentPane(QWidget):
    """`opened` names places in the record."""

    opened = Signal(object)
    overridden = Signal(object)  # the reasons for going on in spite of warnings, by the keys of the warnings
    example_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, desk: Desk, draft: DraftOf, parent: QWidget | None = None) -> None:
        """`draft` tells what the record of now is, for questions about it."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._draft = draft
        self._assessment: Assessment | None = None
        self._before: Assessment | None = None  # the last one of this record, though a later one may have failed
        self._case, self._low = "", False
        self.state = StatePage(desk)
        self.overview = Overview(desk)
        self.banner, self.alert = self.overview.banner, self.overview.alert
        self.dangers, self.helpful = self.overview.dangers.rows, self.overview.helpful.rows
        self.tabs = ResultTabs(desk, draft)
        tabs = self.tabs
        self.differential, self.steps, self.scores = tabs.differential, tabs.steps, tabs.scores
        self.treatment, self.sources = tabs.treatment, tabs.sources
        self.summary, self.review = tabs.summary, tabs.review
        self.moved = MovedStrip(desk)
        self._stack = QStackedWidget()
        self._working = QProgressBar()
        self._lay_out(desk)
        desk.theme.page(self._working, self.state, tabs.tabBar(), *tabs.pages, self.moved)
        desk.texts.follow(self._tell_alerts)
        desk.texts.follow(self.moved.retell)
        self._connect()
        self.clear()

    @property
    def assessment(self) -> Assessment | None:
        return self._assessment

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().height() < _LOW) != self._low:
            self._low = not self._low
            self._make_room()

    def clear(self) -> None:
        """No record."""
        self._assessment = self._before = None
        self._working.hide()
        self.state.say("state.empty", button="state.example")
        self._stack.setCurrentIndex(0)
        self.moved.clear()
        self._case = ""
        self.tabs.clear()
        self.overview.show_assessment(None)

    def begin(self) -> None:
        """A result is being worked out; an earlier one stays in view meanwhile."""
        self._working.setVisible(self._assessment is not None)
        if self._assessment is None:
            self.state.say("state.loading")
            self._stack.setCurrentIndex(0)

    def fail(self, sentence: str) -> None:
        """There is no result for this record, and why."""
        self._assessment = None
        self._working.hide()
        self.state.say("state.failed", sentence=sentence, button="state.retry")
        self._stack.setCurrentIndex(0)

    def show_assessment(self, assessment: Assessment) -> None:
        """The result for the record of now; one of the same record before it tells what moved."""
        if assessment.id != self._case:
            self.moved.clear()
            draft = self._draft()
            self.tabs.begin_case(draft.reasons if draft is not None else {})
        elif self._before is not None:
            self.moved.show_moves(self._before, assessment)
        self._case, self._before = assessment.id, assessment
        self._assessment = assessment
        self._working.hide()
        self.overview.show_assessment(assessment)
        self.tabs.show_assessment(assessment)
        self._tell_alerts()
        if self.treatment.alerts.items:
            self._make_room()
        self._stack.setCurrentIndex(1)

    def show_ranking(self, diagnosis: Diagnosis) -> None:
        """The order of the diseases after an edit, while the rest of the result is being worked out."""
        self.differential.show_ranking(diagnosis)

    def _make_room(self) -> None:
        """The dangers are told in one line while a page of its own is read, or what moved, or the window is low."""
        self.overview.make_room(self._low or self.moved.line.isChecked() or self.tabs.wants_room)

    def _tell_alerts(self) -> None:
        self.alert.show_number(self.treatment.alerts.waiting)

    def _state_button(self) -> None:
        wanted = self.example_wanted if self.state.offered == "state.example" else self.retry_wanted
        wanted.emit()

    def _lay_out(self, desk: Desk) -> None:
        result = QWidget()
        inside = QVBoxLayout(result)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.overview)
        inside.addWidget(self.tabs, 1)
        inside.addWidget(self.moved)
        self._stack.addWidget(self.state)
        self._stack.addWidget(result)
        self._working.setRange(0, 0)
        self._working.setTextVisible(False)
        desk.texts.bind(self._working.setAccessibleName, "state.loading.title")
        size = self._working.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self._working.setSizePolicy(size)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._working)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        tabs, overview = self.tabs, self.overview
        for part in (tabs, overview, self.moved):
            part.opened.connect(self.opened)
        self.state.button.clicked.connect(self._state_button)
        overview.asked.connect(tabs.ask_why_not)
        overview.wanted.connect(tabs.go_to)
        overview.alert.wanted.connect(tabs.go_to_alerts)
        tabs.turned.connect(self._make_room)
        tabs.overridden.connect(self.overridden)
        self.treatment.answered.connect(self._tell_alerts)
        self.moved.line.toggled.connect(lambda _: self._make_room())
