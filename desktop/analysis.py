"""From text being typed to marks, ranking, assessment and prose, each in its own time, only for the text of now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.system.cancel import CancelToken
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.operations import Job
from desktop.settings import SUMMARY

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.diagnosis.model import Diagnosis
    from core.language.model import Reading
    from core.narrative import Trouble

MARKS_AFTER_MS = 5
ASSESS_AFTER_MS = 120
PROSE_AFTER_MS = 1200


class Analysis(QObject):
    """Follows the case in the editor. Whatever is late for its text is dropped."""

    read = Signal(object)  # Reading
    ranked = Signal(object)  # Diagnosis: the order after an edit, before all that follows from it
    assessing = Signal()
    assessed = Signal(object)  # Assessment
    failed = Signal(str)
    cleared = Signal()
    prose_began = Signal()
    prose_came = Signal(object)  # one checked sentence
    prose_ended = Signal(str)  # "" or why

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.draft: Draft | None = None
        self._plain: Assessment | None = None
        self._checked: list[Any] = []
        self.trouble: Trouble | None = None  # what went wrong with the model that wrote
        self._pen = CancelToken()  # stopping it ends the model's part; the template then tells the rest at once
        self.writing = False
        self._ranking = False  # the order comes first; the assessment waits for it
        self._assess_timer = self._timer(ASSESS_AFTER_MS, self._assess)
        self._timers = [self._timer(MARKS_AFTER_MS, self._read), self._assess_timer]
        self._prose_timer = self._timer(PROSE_AFTER_MS, self.write)

    @property
    def has_result(self) -> bool:
        return self._plain is not None

    @property
    def assessment(self) -> Assessment | None:
        """What is known about the text of now, with the prose so far."""
        if self._plain is None or not self._checked:
            return self._plain
        return self._desk.services.with_prose(self._plain, self._checked)

    def follow(self, draft: Draft | None, *, at_once: bool = False) -> None:
        """The text has become this; None when there is none."""
        self._cancel()
        self.draft, self._plain, self._checked, self.trouble = draft, None, [], None
        if draft is None:
            self.cleared.emit()
            return
        self.assessing.emit()
        self._ranking = not at_once  # a case that is opened is assessed whole
        for timer in self._timers:
            timer.start(0 if at_once else timer.property("after"))

    def again(self) -> None:
        """Assess the same text anew."""
        self.follow(self.draft, at_once=True)

    def write(self) -> None:
        """Have prose written about the assessment of now."""
        draft, assessment = self.draft, self._plain
        if draft is None or assessment is None:
            return
        self._prose_timer.stop()
        self._checked, self.trouble = [], None
        self.writing = True
        self.prose_began.emit()
        services, tongue = self._desk.services, self._desk.texts.tongue
        pen = self._pen = CancelToken()

        def work(job: Job) -> None:
            for checked in services.narrate(draft.case(), assessment, tongue, pen):
                if job.cancelled:
                    return
                job.report(self._came, checked)

        def done(_: None) -> None:
            if self.writing:
                self._end("")

        self._desk.operations.start(work, lane="prose", done=done, failed=self._end, key="prose")

    def stop(self) -> None:
        """Stop the model; what has come stays, and the template tells what is left."""
        self._prose_timer.stop()
        if self.writing:
            self._pen.cancel()
            self._end(self._desk.texts("summary.stopped"))

    def _came(self, checked: Any) -> None:
        from core.narrative import Trouble

        if isinstance(checked, Trouble):
            self.trouble = checked
            return
        self._checked.append(checked)
        self.prose_came.emit(checked)

    def _end(self, why: str) -> None:
        self.writing = False
        self.prose_ended.emit(why)

    def _read(self) -> None:
        draft, services = self.draft, self._desk.services
        if draft is not None:
            self._desk.operations.start(
                lambda _: services.read(draft.case()),
                lane="reading",
                done=self._was_read,
                failed=self._unread,
                key="marks",
            )

    def _was_read(self, reading: Reading) -> None:
        self.read.emit(reading)
        draft, services = self.draft, self._desk.services
        if draft is not None and self._ranking:
            self._desk.operations.start(
                lambda _: services.rank(draft.case()),
                lane="reading",
                done=self._was_ranked,
                failed=lambda _: self._go_on(),  # the assessment will say it
                key="rank",
            )

    def _unread(self, message: str) -> None:
        self.failed.emit(message)
        self._go_on()

    def _was_ranked(self, diagnosis: Diagnosis) -> None:
        self.ranked.emit(diagnosis)
        self._go_on()

    def _go_on(self) -> None:
        """Nothing is waited for any more, unless for the typing to pause."""
        was, self._ranking = self._ranking, False
        if was and not self._assess_timer.isActive():
            self._assess()

    def _assess(self) -> None:
        draft, services = self.draft, self._desk.services
        if draft is not None and not self._ranking:
            self._desk.operations.start(
                lambda _: services.assess(draft.case()),
                lane="reading",
                done=self._was_assessed,
                failed=self.failed.emit,
                key="assess",
            )

    def _was_assessed(self, assessment: Assessment) -> None:
        self._plain = assessment
        self.assessed.emit(assessment)
        if self._desk.settings.get(SUMMARY):
            self._prose_timer.start()

    def _cancel(self) -> None:
        for timer in (*self._timers, self._prose_timer):
            timer.stop()
        self._pen.cancel()
        for key in ("marks", "rank", "assess", "prose"):
            self._desk.operations.cancel(key)
        self.writing = False

    def _timer(self, after: int, call: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.setProperty("after", after)
        timer.timeout.connect(call)
        return timer
