"""The ranking, with the questions that follow from it: why not another disease, why this and not that, and what a
language model would call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models import diagnosis_rows
from desktop.views.comparison import ComparisonPanel
from desktop.views.list_tab import ListTab
from desktop.views.name_picker import NameList, NamePicker
from desktop.views.opinion_panel import OpinionPanel
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import Diagnosis


class DifferentialTab(QStackedWidget):
    """First the list; the comparison or a second opinion takes its place and gives it back."""

    opened = Signal(object)

    def __init__(self, desk: Desk, draft: DraftOf) -> None:
        super().__init__()
        self._desk = desk
        self._assessment: Assessment | None = None
        names = NameList(desk, "disease-names", desk.services.disease_names)
        self._list = ListTab(desk, "differential", lambda a: diagnosis_rows.differential_rows(a, desk.texts))
        self.comparison = ComparisonPanel(desk, names, draft)
        self.why_not = NamePicker(names)
        desk.texts.bind(self.why_not.setPlaceholderText, "why.placeholder")
        desk.texts.bind(self.why_not.setAccessibleName, "why.name")
        self.compare = QPushButton()
        desk.texts.bind(self.compare.setText, "why.compare")
        self.opinion = OpinionPanel(desk, draft)
        self.second = QPushButton()
        desk.texts.bind(self.second.setText, "opinion.title")
        desk.texts.bind(self.second.setToolTip, "opinion.lead")
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        first = QWidget()
        layout = QVBoxLayout(first)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._questions())
        self.addWidget(first)
        self.addWidget(self.comparison)
        self.addWidget(self.opinion)
        self._list.opened.connect(self.opened)
        self.comparison.opened.connect(self.opened)
        for page in (self.comparison, self.opinion):
            page.left.connect(self.back)
        self.opinion.why_not.connect(self.ask_why_not)
        self.opinion.ask_again.clicked.connect(self._ask_again)
        self.second.clicked.connect(self.ask_second_opinion)
        self.compare.clicked.connect(self._compare_current)
        self.why_not.picked.connect(self.ask_why_not)
        self.why_not.unknown.connect(self._not_found)
        self.why_not.textEdited.connect(lambda _: self._fault.hide())
        self.setFocusProxy(self._list)

    @property
    def rows(self) -> RowsView:
        return self._list.rows

    def show_assessment(self, assessment: Assessment) -> None:
        """The list follows; an open comparison is made anew on the record of now."""
        self._assessment = assessment
        self._list.show_assessment(assessment)
        if self.currentWidget() is self.comparison:
            self.comparison.again(assessment)
        self.opinion.follow()

    def show_ranking(self, diagnosis: Diagnosis) -> None:
        """The list alone; the assessment that it is part of follows."""
        if self._assessment is not None:
            now = {name: getattr(diagnosis, name) for name in ("differential", "together", "unlisted")}
            self._list.show_assessment(self._assessment.model_copy(update=now))

    def clear(self) -> None:
        self._assessment = None
        self._list.clear()
        self.comparison.blank()
        self.opinion.blank()
        self.why_not.show_key(None)
        self._fault.hide()
        self.setCurrentIndex(0)

    def ask_why_not(self, key: str) -> None:
        """Why the disease `key` is not in the lead (or, if it is, why the runner-up is not)."""
        self.compare_two(key, None)
        self.why_not.show_key(None)

    def compare_two(self, first: str | None, second: str | None) -> None:
        """Two diseases side by side; the leader stands where none is named."""
        if self._assessment is None:
            return
        self.setCurrentWidget(self.comparison)
        self.comparison.ask(first, second, self._assessment)
        self.comparison.rows.setFocus()

    def ask_second_opinion(self) -> None:
        """What a language model would call the record of now; asked in the background, unless it has said it."""
        if self._assessment is not None:
            self.setCurrentWidget(self.opinion)
            self.opinion.open(self._assessment)
            self.opinion.rows.setFocus()

    def back(self) -> None:
        """The list again."""
        self.setCurrentIndex(0)
        self.rows.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentIndex() > 0:
            self.back()
            return
        super().keyPressEvent(event)

    def _compare_current(self) -> None:
        """The row under the keyboard against the leader; the leader against the runner-up."""
        row = self.rows.rows_model.row_at(self.rows.currentIndex())
        listed = () if self._assessment is None else tuple(d.id for d in self._assessment.differential)
        current = row.key if row is not None and row.key in listed[1:] else None
        self.compare_two(None, current)

    def _ask_again(self) -> None:
        if self._assessment is not None:
            self.opinion.ask(self._assessment)
            self.opinion.rows.setFocus()

    def _not_found(self, words: str) -> None:
        self._fault.setText(self._desk.texts("why.none", words=words))
        self._fault.show()

    def _questions(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("strip")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.why_not, 1)
        line.addWidget(self.compare)
        line.addWidget(self.second)
        layout = QVBoxLayout(strip)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._fault)
        return strip
