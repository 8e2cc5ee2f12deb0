"""The result beside the record: what is read first, then everything else in tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models import diagnosis_rows, result_rows
from desktop.item_models.rows import Row
from desktop.views.differential_tab import DifferentialTab
from desktop.views.list_tab import ListTab
from desktop.views.moved import MovedStrip
from desktop.views.overview import Overview
from desktop.views.review import ReviewTab
from desktop.views.scores_tab import ScoresTab
from desktop.views.state_page import StatePage
from desktop.views.summary import SummaryTab
from desktop.views.treatment_tab import TreatmentTab

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import Diagnosis

TABS = ("differential", "steps", "scores", "treatment", "summary", "review", "sources")
_LOW = 480  # pixels: a pane of less height has no room for the dangers above the tabs
_LISTS = ("differential", "steps", "scores", "treatment", "sources")


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
        self._desk, self._draft = desk, draft
        self._assessment: Assessment | None = None
        self._before: Assessment | None = None  # the last one of this record, though a later one may have failed
        self._case, self._low = "", False
        self.state = StatePage(desk)
        self.state.button.clicked.connect(self._state_button)
        self.overview = Overview(desk)
        self.overview.opened.connect(self.opened)
        self.overview.asked.connect(self.ask_why_not)
        self.overview.wanted.connect(self._go_to)
        self.overview.alert.wanted.connect(self._go_to_alerts)
        self.banner, self.alert = self.overview.banner, self.overview.alert
        self.dangers, self.helpful = self.overview.dangers.rows, self.overview.helpful.rows
        self.moved = MovedStrip(desk)
        self.moved.opened.connect(self.opened)
        self.moved.line.toggled.connect(lambda _: self._make_room())
        self.differential = DifferentialTab(desk, draft)
        self.differential.opened.connect(self.opened)
        self.steps = self._list_tab("steps", lambda a: diagnosis_rows.step_rows(a, desk.texts))
        self.scores = ScoresTab(desk, draft)
        self.scores.opened.connect(self.opened)
        self.treatment = TreatmentTab(desk)
        self.treatment.opened.connect(self.opened)
        self.treatment.answered.connect(self._tell_alerts)
        self.treatment.answered.connect(lambda: self.overridden.emit(dict(self.treatment.alerts.overridden)))
        self.sources = self._list_tab("sources", self._sources)
        self.summary = SummaryTab(desk)
        self.summary.opened.connect(self.opened)
        self.review = ReviewTab(desk)
        for pages in (self.differential, self.scores):
            pages.currentChanged.connect(self._make_room)
        self.tabs = QTabWidget()
        self.tabs.currentChanged.connect(self._make_room)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        desk.texts.bind(self.tabs.tabBar().setAccessibleName, "tabs.name")
        for name in TABS:
            self.tabs.addTab(getattr(self, name), "")
        result = QWidget()
        inside = QVBoxLayout(result)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.overview)
        inside.addWidget(self.tabs, 1)
        inside.addWidget(self.moved)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        self._stack.addWidget(result)
        self._working = QProgressBar()
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
        tabs: list[QWidget] = [getattr(self, name) for name in TABS]
        desk.theme.page(self._working, self.state, self.tabs.tabBar(), *tabs, self.moved)
        desk.texts.follow(self._name_tabs)
        for name in _LISTS:
            desk.texts.follow(partial(self._retell, name))
        for retell in (self.treatment.retell, self._tell_alerts, self.moved.retell):
            desk.texts.follow(retell)
        self._name_tabs()
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
        self.summary.clear()
        self.review.clear()
        self.moved.clear()
        self._case = ""
        for name in _LISTS:
            getattr(self, name).clear()
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

    def ask_why_not(self, key: str) -> None:
        """Why the disease `key` (an id) is not in the lead."""
        self.tabs.setCurrentWidget(self.differential)
        self.differential.ask_why_not(key)

    def compare_two(self, first: str | None = None, second: str | None = None) -> None:
        """Two diseases (ids) side by side; the leader stands where none is named."""
        self.tabs.setCurrentWidget(self.differential)
        self.differential.compare_two(first, second)

    def open_score(self, key: str) -> None:
        """The page of a score, by its id."""
        if self._assessment is not None:
            self.tabs.setCurrentWidget(self.scores)
            self.scores.open_score(key)

    def show_assessment(self, assessment: Assessment) -> None:
        """The result for the record of now; one of the same record before it tells what moved."""
        if assessment.id != self._case:
            for part in (self.moved, self.differential, self.scores, self.treatment):
                part.clear()
            self.tabs.setCurrentIndex(0)  # another patient is met with the diagnoses and the dangers, not with a detail
            draft = self._draft()
            self.treatment.alerts.overridden.update(draft.reasons if draft is not None else {})
        elif self._before is not None:
            self.moved.show_moves(self._before, assessment)
        self._case, self._before = assessment.id, assessment
        self._assessment = assessment
        self._working.hide()
        self.summary.clear()
        self.review.clear()
        self._name_tabs()
        self.overview.show_assessment(assessment)
        for name in _LISTS:
            self._retell(name)
        self._tell_alerts()
        if self.treatment.alerts.items:
            self._make_room()
        self._stack.setCurrentIndex(1)

    def show_ranking(self, diagnosis: Diagnosis) -> None:
        """The order of the diseases after an edit, while the rest of the result is being worked out."""
        self.differential.show_ranking(diagnosis)

    def begin_prose(self) -> None:
        self.summary.begin()
        self.review.clear()
        self._name_tabs()

    def add_checked(self, checked: Any) -> None:
        """One sentence: shown if it was traced, kept apart for review if not."""
        from core.assessment import Sentence
        from core.narrative.model import Withheld

        if isinstance(checked, Sentence):
            self.summary.add(checked)
        elif isinstance(checked, Withheld):
            self.review.add(checked)
            self._name_tabs()

    def end_prose(self, assessment: Assessment | None, why: str) -> None:
        """All has come, or it ended early and why; the sources now name the model."""
        self.summary.end(why, by_model=assessment is not None and bool(assessment.provenance.models))
        if assessment is not None:
            self.sources.show_assessment(assessment)

    def _sources(self, assessment: Assessment) -> list[Row]:
        return result_rows.provenance_rows(assessment, self._desk.texts, datetime.now().astimezone().date())

    def _retell(self, name: str) -> None:
        """A list in the language of now."""
        if self._assessment is not None:
            getattr(self, name).show_assessment(self._assessment)

    def _make_room(self, *_: object) -> None:
        """The dangers are told in one line while a page of its own is read, or what moved, or the window is low."""
        page = self.tabs.currentWidget()
        asks = (
            self._low or self.moved.line.isChecked() or (page is self.treatment and bool(self.treatment.alerts.items))
        )
        self.overview.make_room(asks or (isinstance(page, QStackedWidget) and page.currentIndex() > 0))

    def _tell_alerts(self) -> None:
        self.alert.show_number(self.treatment.alerts.waiting)

    def _go_to(self, name: str) -> None:
        self.tabs.setCurrentIndex(TABS.index(name))
        self.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_alerts(self) -> None:
        self.tabs.setCurrentWidget(self.treatment)
        self.treatment.focus_alert()

    def _name_tabs(self) -> None:
        for at, name in enumerate(TABS):
            words = self._desk.texts(f"tab.{name}")
            if name == "review" and self.review.number:
                words += f" ({self.review.number})"
            if words != self.tabs.tabText(at):
                self.tabs.tabBar().setTabText(at, words)  # the widget's own lays everything in its tabs out anew

    def _state_button(self) -> None:
        wanted = self.example_wanted if self.state.offered == "state.example" else self.retry_wanted
        wanted.emit()

    def _list_tab(self, name: str, rows: Callable[[Assessment], list[Row]]) -> ListTab:
        tab = ListTab(self._desk, name, rows)
        tab.opened.connect(self.opened)
        return tab
