"""The line at the foot: what is being worked on, for how long, with a way to stop it; and where the text is kept."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from desktop.desk import Desk
from desktop.operations import Job

_SHOWN_AFTER_S = 0.4  # what is over sooner would only flicker
_LOOKS_EVERY_MS = 200


class StatusLine(QFrame):
    """Shows the work that has been under way longest; the others wait their turn in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, of_text: bool = True) -> None:
        """`of_text`: also say where the text is kept."""
        super().__init__(parent)
        self.setObjectName("statusLine" if of_text else "workLine")
        self._desk = desk
        self._kept: tuple[str, dict[str, object]] = ("kept.nothing", {})
        self._words, self._state = QLabel(), QLabel()
        self._share = QProgressBar()
        self._share.setTextVisible(False)
        self._share.setFixedWidth(120)
        desk.texts.bind(self._share.setAccessibleName, "work.share")
        self.stop = QToolButton()
        self.stop.clicked.connect(self._stop)
        desk.texts.bind(self.stop.setText, "work.stop")
        desk.texts.bind(self.stop.setAccessibleName, "work.stop_this")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.setSpacing(10)
        for widget in (self._words, self._share, self.stop):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._state)
        self._state.setVisible(of_text)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)
        desk.operations.told.connect(self._told)
        desk.texts.follow(self._retell)
        self.setFixedHeight(32)
        self._look()
        self._retell()

    @property
    def words(self) -> str:
        """What is being worked on, "" when nothing takes long."""
        return "" if self._words.isHidden() else self._words.text()

    @property
    def state(self) -> str:
        return self._state.text()

    def keeps(self, key: str, **values: object) -> None:
        """Where the text of now is kept: `key` finds the words."""
        self._kept = (key, values)
        self._retell()

    def _told(self) -> None:
        if self._desk.operations.waited_for:
            self._timer.start()
        self._look()

    def _look(self) -> None:
        job = self._job()
        if not self._desk.operations.waited_for:
            self._timer.stop()
        for widget in (self._words, self._share, self.stop):
            widget.setVisible(job is not None)
        if job is None or job.words is None:
            return
        texts, seconds = self._desk.texts, int(job.seconds)
        words = texts(job.words)
        if job.finished is not None:
            words += " " + texts("work.of", finished=job.finished, total=job.total)
        if seconds >= 1:
            words += " · " + texts("work.seconds", seconds=seconds)
        self._words.setText(words)
        if job.finished is None:
            self._share.setRange(0, 0)
        else:
            self._share.setRange(0, max(1, job.total))
            self._share.setValue(job.finished)

    def _job(self) -> Job | None:
        return next((job for job in self._desk.operations.waited_for if job.seconds >= _SHOWN_AFTER_S), None)

    def _stop(self) -> None:
        job = self._job()
        if job is not None:
            self._desk.operations.stop(job)

    def _retell(self) -> None:
        key, values = self._kept
        self._state.setText(self._desk.texts(key, **values))
        self._look()
