"""The result beside the record: urgency, dangers, then everything else in tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models import diagnosis_rows, result_rows
from desktop.item_models.rows import Row
from desktop.views.banner import Banner
from desktop.views.list_tab import ListTab
from desktop.views.review import ReviewTab
from desktop.views.rows_view import RowsView
from desktop.views.state_page import StatePage
from desktop.views.summary import SummaryTab

if TYPE_CHECKING:
    from core.assessment import Assessment

TABS = ("differential", "steps", "scores", "summary", "review", "checks", "sources")
_DANGERS_HEIGHT = 170


class AssessmentPane(QWidget):
    """`opened` names places in the record."""

    opened = Signal(object)
    example_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._assessment: Assessment | None = None
        self.state = StatePage(desk)
        self.state.button.clicked.connect(self._state_button)
        self.banner = Banner(desk)
        self.banner.opened.connect(self.opened)
        self.dangers, self._dangers_box = self._section("dangers.title")
        self.helpful, self._helpful_box = self._section("separating.title")
        self.differential = self._list_tab("differential", lambda a: diagnosis_rows.differential_rows(a, desk.texts))
        self.steps = self._list_tab("steps", lambda a: diagnosis_rows.step_rows(a, desk.texts))
        self.scores = self._list_tab("scores", lambda a: result_rows.score_rows(a, desk.texts))
        self.checks = self._list_tab("checks", lambda a: result_rows.check_rows(a, desk.texts))
        self.sources = self._list_tab("sources", self._sources)
        self.summary = SummaryTab(desk)
        self.summary.opened.connect(self.opened)
        self.review = ReviewTab(desk)
        self.tabs = QTabWidget()
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
        for widget in (self.banner, self._dangers_box, self._helpful_box):
            inside.addWidget(widget)
        inside.addWidget(self.tabs, 1)
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
        desk.texts.changed.connect(self._retell)
        desk.theme.changed.connect(self._retell)
        self._name_tabs()
        self.clear()

    @property
    def assessment(self) -> Assessment | None:
        return self._assessment

    def clear(self) -> None:
        """No record."""
        self._assessment = None
        self._working.hide()
        self.state.say("state.empty", button="state.example")
        self._stack.setCurrentIndex(0)
        self.summary.clear()
        self.review.clear()
        for tab in (self.differential, self.steps, self.scores, self.checks, self.sources):
            tab.clear()
        for rows in (self.dangers, self.helpful):
            rows.show_rows([])

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
        self._assessment = assessment
        self._working.hide()
        self.summary.clear()
        self.review.clear()
        self._retell()
        self._stack.setCurrentIndex(1)

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
        self.summary.end(why)
        if assessment is not None:
            self.sources.show_assessment(assessment)

    def _sources(self, assessment: Assessment) -> list[Row]:
        return result_rows.provenance_rows(assessment, self._desk.texts, datetime.now().astimezone().date())

    def _retell(self) -> None:
        self._name_tabs()
        assessment, texts = self._assessment, self._desk.texts
        if assessment is None:
            return
        self.banner.show_assessment(assessment)
        self.dangers.show_rows(diagnosis_rows.danger_rows(assessment, texts))
        self._dangers_box.setVisible(bool(assessment.cannot_miss))
        abstained = assessment.abstained
        helpful = diagnosis_rows.separating_rows(abstained, texts) if abstained is not None else []
        self.helpful.show_rows(helpful)
        self._helpful_box.setVisible(bool(helpful))
        for tab in (self.differential, self.steps, self.scores, self.checks, self.sources):
            tab.show_assessment(assessment)

    def _name_tabs(self) -> None:
        for at, name in enumerate(TABS):
            words = self._desk.texts(f"tab.{name}")
            if name == "review" and self.review.number:
                words += f" ({self.review.number})"
            self.tabs.setTabText(at, words)

    def _state_button(self) -> None:
        wanted = self.example_wanted if self.state.offered == "state.example" else self.retry_wanted
        wanted.emit()

    def _section(self, title: str) -> tuple[RowsView, QFrame]:
        box, heading = QFrame(), QLabel()
        box.setObjectName("section")
        heading.setObjectName("heading")
        heading.setContentsMargins(12, 6, 12, 2)
        self._desk.texts.bind(heading.setText, title)
        rows = RowsView(self._desk.theme, fits=_DANGERS_HEIGHT)
        self._desk.texts.bind(rows.setAccessibleName, title)
        rows.opened.connect(self.opened)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(rows)
        return rows, box

    def _list_tab(self, name: str, rows: Callable[[Assessment], list[Row]]) -> ListTab:
        tab = ListTab(self._desk, name, rows)
        tab.opened.connect(self.opened)
        return tab
