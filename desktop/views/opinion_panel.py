"""What a language model calls the case: asked for by name, stopped at will, beside the engine's list and not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models.opinion_rows import agreement, opinion_rows
from desktop.operations import Job
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.validation import SecondOpinion

_KEY = "second-opinion"


class OpinionPanel(QWidget):
    """`left` is said when the reader wants the list back, `why_not` names a disease to go into, `models_wanted` asks
    for the page of the models, `turned` follows each begin and end of asking."""

    left = Signal()
    why_not = Signal(str)
    models_wanted = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, draft: DraftOf) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self._job: Job | None = None
        self._opinion: SecondOpinion | None = None
        self._about: object = None  # the text and the corrections that it is about
        self._stale = False
        self._said = ""  # the key of a sentence, or a failure in words
        texts = desk.texts
        self.back, self.stop, self.ask_again, self.models = (QPushButton() for _ in range(4))
        self.back.setObjectName("link")
        texts.bind(lambda words: self.back.setText(f"← {words}"), "why.back")
        for button, words in (
            (self.stop, "action.stop"),
            (self.ask_again, "opinion.again"),
            (self.models, "action.models"),
        ):
            texts.bind(button.setText, words)
        self._lead, self._verdict, self._notes = QLabel(), QLabel(), QLabel()
        for label in (self._lead, self._verdict, self._notes):
            label.setWordWrap(True)
            label.setObjectName("" if label is self._verdict else "muted")
        texts.bind(self._lead.setText, "opinion.lead")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        texts.bind(self._busy.setAccessibleName, "work.second_opinion")
        self.rows = RowsView(desk.theme)
        texts.bind(self.rows.setAccessibleName, "opinion.title")
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.stop.clicked.connect(self.end)
        self.models.clicked.connect(self.models_wanted)
        self.rows.chosen.connect(lambda row: self.why_not.emit(row.key))
        texts.follow(self._retell)
        self._retell()

    @property
    def asking(self) -> bool:
        """Whether a model is being asked."""
        return self._job is not None

    @property
    def verdict(self) -> str:
        """What is said above the list."""
        return self._verdict.text()

    @property
    def notes(self) -> str:
        """How it was asked and what its word is worth."""
        return "" if self._notes.isHidden() else self._notes.text()

    def open(self, assessment: Assessment) -> None:
        """The opinion on the record of now; asked for where there is none yet."""
        if not self.asking and (self._opinion is None or self._stale):
            self.ask(assessment)

    def ask(self, assessment: Assessment) -> None:
        """Ask anew, in the background."""
        draft, services = self._draft(), self._desk.services
        if draft is None:
            return
        came: list[SecondOpinion] = []  # also of one that is stopped: what had been said by then

        def work(job: Job) -> SecondOpinion:
            came.append(services.second_opinion(draft.case(), assessment, job))
            return came[0]

        self._opinion, self._stale, self._said = None, False, ""
        self._about = (draft.text, draft.corrections)
        self._job = job = self._desk.operations.start(
            work,
            lane="prose",
            done=self._came,
            failed=self._failed,
            key=_KEY,
            words="work.second_opinion",
            stopped=lambda: self._stopped(job, came),
        )
        self._turn()

    def end(self) -> None:
        """Stop asking; what has come stays."""
        if self._job is not None:
            self._desk.operations.stop(self._job)
            self._said = "opinion.stopping"
            self._retell()

    def follow(self) -> None:
        """There is a result for the record of now: an opinion on another text says so, and nobody waits for one."""
        draft = self._draft()
        if self._about is None or (draft is not None and self._about == (draft.text, draft.corrections)):
            return
        self._stale = self._opinion is not None
        if self._job is not None:
            self._drop()
            self._said = "opinion.outrun"
        self._turn()

    def blank(self) -> None:
        """Forget what was shown, and end what is under way."""
        self._drop()
        self._opinion, self._about, self._stale, self._said = None, None, False, ""
        self._turn()

    def _drop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._desk.operations.stop(job)

    def _came(self, opinion: SecondOpinion) -> None:
        self._job, self._opinion, self._said = None, opinion, ""
        self._turn()

    def _failed(self, message: str) -> None:
        self._job, self._said = None, self._desk.failure(message)
        self._turn()

    def _stopped(self, job: Job, came: list[SecondOpinion]) -> None:
        if job is self._job:
            self._job = None
            self._opinion = came[0] if came else None
            self._said = "" if came else "opinion.stopped"
            self._turn()

    def _turn(self) -> None:
        self._retell()
        self.turned.emit()

    def _retell(self) -> None:
        texts, opinion = self._desk.texts, self._opinion
        said = texts(self._said) if texts.has(self._said) else self._said
        notes = list[str]()
        if self.asking and not said:
            said = texts("opinion.asking")
        elif opinion is not None:
            said = " ".join(filter(None, (agreement(opinion, texts), self._sentence(opinion.sentence))))
            unknown = texts("opinion.unknown", number=opinion.unknown) if opinion.unknown else ""
            notes = [unknown, *(self._sentence(note) for note in (*opinion.notes, opinion.measured))]
        if self._stale:
            said = " ".join((texts("opinion.stale"), said))
        self._verdict.setText(said)
        self._notes.setText("\n".join(filter(None, notes)))
        self._notes.setVisible(bool(self._notes.text()))
        self._verdict.setVisible(bool(said))
        self.rows.show_rows(opinion_rows(opinion, texts) if opinion is not None else [])
        self._busy.setVisible(self.asking)
        self.stop.setVisible(self.asking)
        self.ask_again.setVisible(not self.asking)
        self.models.setVisible(opinion is not None and not opinion.samples)

    def _sentence(self, words: str) -> str:
        return self._desk.failure(words) if words else ""

    def _lay_out(self) -> None:
        heading = QLabel()
        heading.setObjectName("heading")
        self._desk.texts.bind(heading.setText, "opinion.title")
        layout, head, top = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        strip = QFrame()
        strip.setObjectName("strip")
        foot, line = QVBoxLayout(strip), QHBoxLayout()
        layout.addLayout(head)
        head.addLayout(top)
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.back)
        head.addWidget(self._lead)
        head.addWidget(self._verdict)
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(6)
        foot.addWidget(self._notes)
        foot.addLayout(line)
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(6)
        line.addStretch(1)
        for button in (self.models, self.stop, self.ask_again):
            line.addWidget(button)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._busy)
        layout.addWidget(self.rows, 1)
        layout.addWidget(strip)
