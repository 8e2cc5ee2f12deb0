"""What is found out about the text of now, told in the panes as it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.analysis import Analysis
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.views.assessment_pane import AssessmentPane
from desktop.views.record_page import RecordPage
from desktop.views.report import ReportPage

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.language.model import Reading


class Telling(QObject):
    """Between the analysis and the pages that show it. `settled`: what can be stopped or reported may have changed."""

    settled = Signal()

    def __init__(
        self,
        desk: Desk,
        analysis: Analysis,
        pages: tuple[RecordPage, ReportPage, AssessmentPane],
        draft: Callable[[], Draft],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._analysis, self._draft = desk, analysis, draft
        self._record, self._report, self._result = pages
        result, tabs = self._result, self._result.tabs
        analysis.read.connect(self._read)
        analysis.assessing.connect(result.begin)
        analysis.ranked.connect(result.show_ranking)
        analysis.assessed.connect(self._assessed)
        analysis.failed.connect(lambda message: result.fail(desk.failure(message)))
        analysis.cleared.connect(self._cleared)
        analysis.prose_began.connect(tabs.begin_prose)
        analysis.prose_came.connect(tabs.add_checked)
        analysis.prose_ended.connect(self._prose_ended)
        for signal in (
            analysis.assessing,
            analysis.assessed,
            analysis.cleared,
            analysis.prose_began,
            analysis.prose_ended,
        ):
            signal.connect(lambda *_: self.settled.emit())
        self._opinion = tabs.differential.opinion
        self._opinion.turned.connect(self.settled)
        result.retry_wanted.connect(analysis.again)
        tabs.summary.write_wanted.connect(analysis.write)
        tabs.summary.stop_wanted.connect(analysis.stop)
        desk.texts.follow(self._respeak)

    @property
    def writing(self) -> bool:
        """Whether a model is at work on the record."""
        return self._analysis.writing or self._opinion.asking

    def stop(self) -> None:
        """Stop the models; what has come stays."""
        self._analysis.stop()
        self._opinion.end()

    def report(self) -> None:
        """The report as it would be now, where it is looked at."""
        assessment = self._analysis.assessment
        if not self._report.isHidden() and assessment is not None:
            self._report.show_report(self._draft(), assessment)

    def _read(self, reading: Reading) -> None:
        self._record.show_reading(reading, self._draft().text)

    def _assessed(self, assessment: Assessment) -> None:
        self._result.show_assessment(assessment)
        self.report()

    def _cleared(self) -> None:
        self._result.clear()
        self._record.clear()
        self._report.clear()

    def _prose_ended(self, why: str) -> None:
        ended = self._desk.failure(why) if why else ""
        self._result.tabs.end_prose(self._analysis.assessment, ended, self._analysis.trouble)
        self.report()

    def _respeak(self) -> None:
        self.report()
        if self._result.summary.rows.rows_model.rowCount() or self._analysis.writing:
            self._analysis.write()
