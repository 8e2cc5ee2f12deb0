"""The parts of a result, each in a tab of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from core.system.clock import today_here
from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models import diagnosis_rows, result_rows
from desktop.item_models.rows import Row
from desktop.views.differential_tab import DifferentialTab
from desktop.views.list_tab import ListTab
from desktop.views.review import ReviewTab
from desktop.views.scores_tab import ScoresTab
from desktop.views.summary import SummaryTab
from desktop.views.treatment_tab import TreatmentTab

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.narrative import Trouble

TABS = ("differential", "steps", "scores", "treatment", "summary", "review", "sources")
_LISTS = ("differential", "steps", "scores", "treatment", "sources")


class ResultTabs(QTabWidget):
    """Each tab is an attribute by its name in `TABS`. `opened` names places in the record."""

    opened = Signal(object)
    overridden = Signal(object)  # the reasons for going on in spite of warnings, by the keys of the warnings
    turned = Signal()  # another tab, or another page of one, is looked at

    def __init__(self, desk: Desk, draft: DraftOf) -> None:
        """`draft` tells what the record of now is, for questions about it."""
        super().__init__()
        self._desk = desk
        self._assessment: Assessment | None = None
        self.differential = DifferentialTab(desk, draft)
        self.steps = ListTab(desk, "steps", lambda a: diagnosis_rows.step_rows(a, desk.texts))
        self.scores = ScoresTab(desk, draft)
        self.treatment = TreatmentTab(desk)
        self.treatment.answered.connect(lambda: self.overridden.emit(dict(self.treatment.alerts.overridden)))
        self.summary = SummaryTab(desk)
        self.review = ReviewTab(desk)
        self.sources = ListTab(desk, "sources", self._sources)
        for tab in (self.differential, self.steps, self.scores, self.treatment, self.summary, self.sources):
            tab.opened.connect(self.opened)
        for pages in (self.differential, self.scores):
            pages.currentChanged.connect(self.turned)
        self.currentChanged.connect(self.turned)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        desk.texts.bind(self.tabBar().setAccessibleName, "tabs.name")
        for name in TABS:
            self.addTab(getattr(self, name), "")
        desk.texts.follow(self._name_all)
        for name in _LISTS:
            desk.texts.follow(partial(self._retell, name))
        desk.texts.follow(self.treatment.retell)
        self._name_all()

    @property
    def pages(self) -> list[QWidget]:
        """The tabs in their order."""
        return [getattr(self, name) for name in TABS]

    @property
    def wants_room(self) -> bool:
        """Whether a page of its own, or a warning that asks for an answer, is looked at."""
        page = self.currentWidget()
        asks = page is self.treatment and bool(self.treatment.alerts.items)
        return asks or (isinstance(page, QStackedWidget) and page.currentIndex() > 0)

    def clear(self) -> None:
        """No result."""
        self._assessment = None
        self._no_prose()
        for name in _LISTS:
            getattr(self, name).clear()

    def begin_case(self, reasons: Mapping[str, str]) -> None:
        """Another patient is met with the diagnoses and the dangers, not with a detail; `reasons` for going on in spite
        of warnings come with the case."""
        for part in (self.differential, self.scores, self.treatment):
            part.clear()
        self.setCurrentIndex(0)
        self.treatment.alerts.overridden.update(reasons)

    def show_assessment(self, assessment: Assessment) -> None:
        """Everything but the prose, which comes later."""
        self._assessment = assessment
        self._no_prose()
        for name in _LISTS:
            self._retell(name)

    def ask_why_not(self, key: str) -> None:
        """Why the disease `key` (an id) is not in the lead."""
        self.setCurrentWidget(self.differential)
        self.differential.ask_why_not(key)

    def compare_two(self, first: str | None = None, second: str | None = None) -> None:
        """Two diseases (ids) side by side; the leader stands where none is named."""
        self.setCurrentWidget(self.differential)
        self.differential.compare_two(first, second)

    def ask_second_opinion(self) -> None:
        """What a language model would call the case, beside the list."""
        self.setCurrentWidget(self.differential)
        self.differential.ask_second_opinion()

    def open_score(self, key: str) -> None:
        """The page of a score, by its id."""
        if self._assessment is not None:
            self.setCurrentWidget(self.scores)
            self.scores.open_score(key)

    def go_to(self, name: str) -> None:
        """Take the keyboard to a tab."""
        self.setCurrentIndex(TABS.index(name))
        self.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_alerts(self) -> None:
        """To the first warning that has no answer."""
        self.setCurrentWidget(self.treatment)
        self.treatment.focus_alert()

    def begin_prose(self) -> None:
        """Sentences will come."""
        self.summary.begin()
        self.review.clear()
        self._name_all()

    def add_checked(self, checked: Any) -> None:
        """One sentence: shown if it was traced, kept apart for review if not."""
        from core.assessment import Sentence
        from core.narrative.model import Withheld

        if isinstance(checked, Sentence):
            self.summary.add(checked)
        elif isinstance(checked, Withheld):
            self.review.add(checked)
            self._name_all()

    def end_prose(self, assessment: Assessment | None, why: str, trouble: Trouble | None) -> None:
        """All has come, or it ended early and why; the sources now name the model, the foot what went wrong with it."""
        by_model = assessment is not None and bool(assessment.provenance.models)
        self.summary.end(why, by_model=by_model, trouble=trouble)
        if assessment is not None:
            self.sources.show_assessment(assessment)

    def _no_prose(self) -> None:
        self.summary.clear()
        self.review.clear()
        self._name_all()

    def _retell(self, name: str) -> None:
        """A list in the language of now."""
        if self._assessment is not None:
            getattr(self, name).show_assessment(self._assessment)

    def _name_all(self) -> None:
        for at, name in enumerate(TABS):
            words = self._desk.texts(f"tab.{name}")
            if name == "review" and self.review.number:
                words += f" ({self.review.number})"
            if words != self.tabText(at):
                self.tabBar().setTabText(at, words)  # the widget's own lays everything in its tabs out anew

    def _sources(self, assessment: Assessment) -> list[Row]:
        return result_rows.provenance_rows(assessment, self._desk.texts, today_here())
