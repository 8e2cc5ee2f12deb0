"""What takes a case to and from files, records and paper, each in its lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.changes import Change
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.importing import Imported, import_files, summed_up
from desktop.printing import print_pages
from desktop.report_choices import chosen_options

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.assessment import Assessment
    from core.case.model import Case
    from desktop.operations import Job

_KEYS = ("open", "save", "pdf", "print", "import")


class CaseWork(QObject):
    """What it cannot do it says through `trouble`; what it did through `notice`. An assessment that is not known yet
    is worked out in the lane."""

    trouble = Signal(str)
    notice = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def read_file(self, path: Path, done: Callable[[Case], None]) -> None:
        """The case in a file."""
        services = self._desk.services
        self._desk.operations.start(
            lambda _: services.read_file(path),
            lane="files",
            done=done,
            failed=self.fail,
            key="open",
            words="work.reading",
        )

    def recall(self, key: str, done: Callable[[tuple[Case, datetime | None]], None]) -> None:
        """A case of the records as it was typed last, saved or not."""
        services = self._desk.services
        self._desk.operations.start(
            lambda _: services.load_newest(key),
            lane="records",
            done=done,
            failed=self.fail,
            key="open",
            words="work.opening",
        )

    def import_files(self, paths: list[Path], care: str | None) -> None:
        """Several files: each becomes a case in the records."""
        services = self._desk.services
        self._desk.operations.start(
            lambda job: import_files(services, paths, care, job),
            lane="files",
            done=self._imported,
            failed=self.fail,
            stopped=lambda: self._desk.changes.tell(Change(cases=True)),
            key="import",
            words="work.importing",
        )

    def save(self, draft: Draft, known: Assessment | None, saved: Callable[[str], None]) -> None:
        """Keep record and assessment."""
        services = self._desk.services

        def work() -> str:
            case = draft.case()
            return services.save(case, known or services.assess(case))

        self._desk.operations.start(
            lambda _: work(), lane="records", done=saved, failed=self.fail, key="save", words="work.saving"
        )

    def save_pdf(self, draft: Draft, known: Assessment | None, target: Path) -> None:
        """Write the report."""
        services, options = self._desk.services, chosen_options(self._desk)

        def work() -> None:
            case = draft.case()
            services.write_file(target, services.render_pdf(case, known or services.assess(case), options))

        def done(_: object) -> None:
            self.notice.emit(self._desk.texts("pdf.saved", name=target.name))

        self._desk.operations.start(
            lambda _: work(), lane="files", done=done, failed=self.fail, key="pdf", words="work.pdf"
        )

    def print_report(self, draft: Draft, known: Assessment | None, printer: QPrinter) -> None:
        """Print the report."""
        services, options = self._desk.services, chosen_options(self._desk)

        def work(job: Job) -> int:
            case = draft.case()
            return print_pages(services.render_pdf(case, known or services.assess(case), options), printer, job)

        def done(pages: int) -> None:
            if pages:
                self.notice.emit(self._desk.texts("print.done", number=pages))
            else:
                self.trouble.emit(self._desk.texts("print.nothing"))

        self._desk.operations.start(work, lane="files", done=done, failed=self.fail, key="print", words="work.printing")

    def stop(self) -> None:
        """Nobody wants any of it any more."""
        for key in _KEYS:
            self._desk.operations.cancel(key)

    def fail(self, message: str) -> None:
        """A failure as the window says it."""
        self.trouble.emit(self._desk.failure(message))

    def _imported(self, imported: Imported) -> None:
        self._desk.changes.tell(Change(cases=True))
        told = self.trouble if imported.refused else self.notice
        told.emit(summed_up(imported, self._desk.texts, self._desk.failure))
