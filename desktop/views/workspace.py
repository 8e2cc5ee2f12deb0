"""Cases, record and assessment side by side, and the one document that is open in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from core.system.folders import resources
from desktop.analysis import Analysis
from desktop.autosave import Autosave
from desktop.case_work import CaseWork
from desktop.changes import Change
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.settings import CARE
from desktop.texts import time_of
from desktop.views.assessment_pane import AssessmentPane
from desktop.views.case_list import CasesPane
from desktop.views.panes import LEAST_SIZE, Panes
from desktop.views.record_page import RecordPage
from desktop.views.report import ReportPage
from desktop.views.telling import Telling

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.case.model import Case

_RECORD, _REPORT = 0, 1
_SMALL = (LEAST_SIZE[0], 470)  # a screen below it (1920 by 1080 at 300 %) has no room for bars and panes


class Workspace(QWidget):
    """What it cannot do it says through `trouble`; what it did through `notice`."""

    trouble = Signal(str)
    notice = Signal(str)
    settled = Signal()  # what can be saved, stopped or reported may have changed

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft = Draft.new()
        self._in_records = False
        self.analysis = Analysis(desk, self)
        self.work = CaseWork(desk, self)
        self.cases = CasesPane(desk)
        self.record = RecordPage(desk, lambda: self._draft)
        self.report = ReportPage(desk)
        self.result = AssessmentPane(desk, lambda: self.analysis.draft)
        self.centre = QTabWidget()
        self.centre.setDocumentMode(True)
        for at, (page, words) in enumerate(((self.record, "centre.record"), (self.report, "centre.report"))):
            self.centre.addTab(page, "")
            desk.texts.bind(partial(self.centre.setTabText, at), words)
        desk.texts.bind(self.centre.tabBar().setAccessibleName, "centre.name")
        self.autosave = Autosave(desk, self)
        desk.theme.page(self.cases, self.record, self.report, self.centre.tabBar())
        self.panes = Panes(desk, self.cases, self.centre, self.result)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        screen = self.screen().availableGeometry().size()
        small = screen.width() < _SMALL[0] or screen.height() < _SMALL[1]
        layout.addWidget(self.panes.in_a_view() if small else self.panes)
        pages = (self.record, self.report, self.result)
        self.telling = Telling(desk, self.analysis, pages, lambda: self._draft, self)
        self._connect()

    @property
    def draft(self) -> Draft:
        """The text of now."""
        return self._draft

    @property
    def dirty(self) -> bool:
        """Whether there is text that is kept nowhere."""
        return self.record.editor.document().isModified() and bool(self.record.editor.text.strip())

    @property
    def in_records(self) -> bool:
        """Whether the records know the case of now."""
        return self._in_records

    def start_new(self) -> None:
        """An empty record."""
        self._take(Draft.new())
        self.centre.setCurrentIndex(_RECORD)
        self.record.editor.setFocus()

    def open_file(self, path: Path) -> None:
        """Read a file; the text here stays until that has worked."""
        self.work.read_file(path, self._opened)

    def open_example(self) -> None:
        """The sample case; nobody is asked to save it while it is as it came."""
        self.work.read_file(resources() / "examples" / "chest-pain.txt", partial(self._loaded, stored=False))

    def import_files(self, paths: list[Path]) -> None:
        """Several files: each becomes a case in the records."""
        self.work.import_files(paths, self._care())

    def load(self, key: str) -> None:
        """A case from the records: the text that was typed last, saved or not."""
        self.work.recall(key, self._recalled)

    def discard(self) -> None:
        """Somebody chose to lose what was not saved."""
        self.autosave.discard(self._draft.id)

    def take_back(self, draft: Draft) -> None:
        """Text that could not be kept comes back."""
        self._take(draft)
        self.record.editor.mark_unsaved()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keep record and assessment, then go on."""
        draft = self._draft
        if draft.empty:
            self.trouble.emit(self._desk.texts("save.empty"))
            return

        def saved(key: str) -> None:
            self._saved(key, draft)
            if then is not None:
                then()

        self.work.save(draft, self.analysis.assessment, saved)

    def save_pdf(self, target: Path) -> None:
        """Write the report about the text of now."""
        self.work.save_pdf(self._draft, self.analysis.assessment, target)

    def print_report(self, printer: QPrinter) -> None:
        """Print the report about the text of now."""
        self.work.print_report(self._draft, self.analysis.assessment, printer)

    def blank(self) -> None:
        """Forget everything."""
        self.work.stop()
        self._take(Draft.new())
        self.cases.blank()

    def focus_on(self, place: str) -> None:
        """Take the keyboard to a pane."""
        if place in ("cases", "search"):
            self.panes.show_cases()
        if place in ("record", "entry", "report"):
            self.centre.setCurrentIndex(_REPORT if place == "report" else _RECORD)
        widget = {
            "cases": self.cases.list if self.cases.list.isVisible() else self.cases.unlock,
            "search": self.cases.search,
            "record": self.record.editor,
            "entry": self.record.entry.name,
            "report": self.report.save,
            "result": self.result.tabs.tabBar(),
        }[place]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_tab(self, by: int) -> None:
        """The next or the previous tab of the result."""
        tabs = self.result.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())
        tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        result, editor = self.result, self.record.editor
        editor.history.changed.connect(self._changed)
        for source in (editor.refused, self.record.trouble, self.work.trouble):
            source.connect(self.trouble)
        self.work.notice.connect(self.notice)
        editor.modificationChanged.connect(lambda _: self.settled.emit())
        result.overridden.connect(self._overridden)
        result.opened.connect(self._open_place)
        self.centre.currentChanged.connect(lambda _: self.telling.report())
        self.telling.settled.connect(self.settled)
        self.autosave.kept.connect(lambda _: self.settled.emit())
        self.autosave.failed.connect(self.work.fail)
        self._desk.settings.changed.connect(self._setting_changed)

    def _take(self, draft: Draft) -> None:
        self._in_records = False
        self.autosave.settle()
        self._draft = draft
        self.record.editor.replace(draft.text, draft.corrections)
        # The editor has its own idea of line ends; every span counts in its text.
        self._draft = replace(draft, text=self.record.editor.text, care=self._care())
        self.record.clear()
        self.record.entry.reset()  # what was half entered was about another patient
        self.analysis.follow(None if self._draft.empty else self._draft, at_once=True)
        self.cases.mark_current(draft.id)

    def _changed(self, at_once: bool) -> None:
        history = self.record.editor.history
        self._draft = self._draft.saying(history.text, history.corrections)
        self.analysis.follow(None if self._draft.empty else self._draft, at_once=at_once)
        self.autosave.follow(self._draft)

    def _overridden(self, reasons: dict[str, str]) -> None:
        """A warning was answered, or an answer taken back: the case is another now."""
        self._draft = self._draft.overriding(reasons)
        self.record.editor.mark_unsaved()
        self.analysis.follow(self._draft)
        self.autosave.follow(self._draft)

    def _opened(self, case: Case) -> None:
        self._loaded(case, stored=False)
        self.record.editor.mark_unsaved()  # it is kept in a file, but not in the records
        self.autosave.follow(self._draft)

    def _recalled(self, found: tuple[Case, datetime | None]) -> None:
        case, typed_at = found
        self._loaded(case)
        self._in_records = True
        if typed_at is not None:
            self.record.editor.mark_unsaved()
            self.autosave.holds(case.id, typed_at)
            self.notice.emit(self._desk.texts("draft.recalled", time=time_of(typed_at)))

    def _loaded(self, case: Case, stored: bool = True) -> None:
        self._take(Draft.of(case, stored=stored))
        self.centre.setCurrentIndex(_RECORD)
        self.record.editor.setFocus()
        self.notice.emit("")

    def _saved(self, key: str, saved: Draft) -> None:
        now = self._draft
        self._in_records = self._in_records or now.id == key
        if now.id == key and (now.text, now.corrections, now.overrides) == (
            saved.text,
            saved.corrections,
            saved.overrides,
        ):
            self.record.editor.document().setModified(False)
            self.autosave.settle()
        self.autosave.saved(key)
        self._desk.changes.tell(Change(cases=True, stored=key))
        self.notice.emit(self._desk.texts("save.done"))

    def _care(self) -> str | None:
        chosen = self._desk.settings.get(CARE)
        return None if chosen == CARE.default else chosen

    def _setting_changed(self, name: str) -> None:
        if name == CARE.name:
            self._draft = replace(self._draft, care=self._care())
            self.analysis.follow(None if self._draft.empty else self._draft)

    def _open_place(self, spans: tuple[tuple[int, int], ...]) -> None:
        self.centre.setCurrentIndex(_RECORD)
        self.record.editor.select(spans)
