"""The language models of this machine: what each is for, what it was measured to do, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.file_choice import choose_model
from desktop.item_models.measured_rows import measuring_hint
from desktop.item_models.model_rows import model_rows
from desktop.model_shelf import ShelvedModel
from desktop.operations import Job, Lane
from desktop.views.rows_view import RowsView
from desktop.views.status_line import StatusLine

_SIZE = (820, 560)
_ROLES = ("", "writer", "second-opinion")  # the first: as the file suggests; an encoder of one's own has no use
_ACTIONS = ("measure", "verify", "remove")


class ModelsDialog(QDialog):
    """Made once and kept. What takes long is told at the foot with a button that ends it; `shown` follows each look at
    the list."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._models: tuple[ShelvedModel, ...] = ()
        self._job: Job | None = None
        bind = desk.texts.bind
        bind(self.setWindowTitle, "models.title")
        self.resize(*_SIZE)
        lead = QLabel()
        lead.setObjectName("muted")
        lead.setWordWrap(True)
        bind(lead.setText, "models.lead")
        self.rows = RowsView(desk.theme, unfolds=True)
        bind(self.rows.setAccessibleName, "models.title")
        self.rows.selectionModel().currentChanged.connect(lambda *_: self._settle())
        self.hint = QLabel()  # how long measuring takes, or why it cannot be begun
        self.hint.setWordWrap(True)
        self.hint.setObjectName("muted")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setObjectName("notice")
        self.role = QComboBox()
        for at, role in enumerate(_ROLES):
            self.role.addItem("", role or None)
            bind(partial(self.role.setItemText, at), f"model_role.{role or 'suggested'}")
        bind(self.role.setAccessibleName, "models.role")
        self.buttons = {name: QPushButton() for name in ("add", *_ACTIONS, "close")}
        for name, button in self.buttons.items():
            bind(button.setText, f"models.{name}")
            button.setAutoDefault(False)
        self.buttons["add"].clicked.connect(lambda: choose_model(desk, self, self.add))
        self.buttons["measure"].clicked.connect(self._measure)
        self.buttons["verify"].clicked.connect(self._verify)
        self.buttons["remove"].clicked.connect(self._ask_to_remove)
        self.buttons["close"].clicked.connect(self.accept)
        self.work = StatusLine(desk, of_text=False)
        self._lay_out(lead)
        desk.texts.follow(self._retell)
        self._say("")
        self._settle()

    def begin(self) -> None:
        """Look and show."""
        self._say("")
        self._look()
        self.open()
        self.rows.setFocus()

    def add(self, path: Path) -> None:
        """Take a file in."""
        shelf, role, texts = self._desk.services.models, self.role.currentData(), self._desk.texts

        def work(job: Job) -> tuple[str, str]:
            info = shelf.add(path, role, job)
            return info.name, shelf.caution(info)

        def told(added: tuple[str, str]) -> None:
            name, caution = added
            said = texts("models.added", name=name)
            self._changed(f"{said} {self._desk.failure(caution)}" if caution else said)

        self._start(work, "work.model_adding", told)

    def _measure(self) -> None:
        model, shelf = self._current(), self._desk.services.models
        if model is not None:
            key, name = model.info.id, model.info.name
            self._start(
                lambda job: shelf.measure(key, job),
                "work.model_measuring",
                lambda _: self._changed(self._desk.texts("models.was_measured", name=name)),
            )

    def _verify(self) -> None:
        model, shelf, texts = self._current(), self._desk.services.models, self._desk.texts
        if model is not None:
            key, name = model.info.id, model.info.name

            def told(result: Any) -> None:
                self._say(texts("models.whole" if result.ok else "models.not_whole", name=name), fault=not result.ok)

            self._start(lambda job: shelf.verify(key, job), "work.model_verifying", told)

    def _ask_to_remove(self) -> None:
        model, texts = self._current(), self._desk.texts
        if model is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Bedside")
        box.setText(texts("models.remove_really", name=model.info.name))
        gone = box.addButton(texts("models.remove"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(texts("models.keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(lambda _: self._remove(model) if box.clickedButton() is gone else None)
        box.open()

    def _remove(self, model: ShelvedModel) -> None:
        services = self._desk.services

        def work() -> None:
            services.dismiss_writer()  # a file that is open cannot be deleted everywhere
            services.models.remove(model.info.id)

        said = self._desk.texts("models.removed", name=model.info.name)
        self._start(lambda _: work(), "work.model_removing", lambda _: self._changed(said), lane="prose")

    def _start(
        self, work: Callable[[Job], Any], words: str, done: Callable[[Any], None], lane: Lane = "models"
    ) -> None:
        """One piece of work at a time; a failure or an end before its time is said where the result would stand."""

        def ended(say: Callable[[], None]) -> None:
            self._job = None
            say()
            self._settle()

        texts = self._desk.texts
        self._say("")
        self._job = self._desk.operations.start(
            work,
            lane=lane,
            done=lambda result: ended(lambda: done(result)),
            failed=lambda message: ended(lambda: self._say(self._desk.failure(message), fault=True)),
            stopped=lambda: ended(lambda: self._say(texts("models.stopped"))),
            words=words,
        )
        self._settle()

    def _changed(self, said: str) -> None:
        """Another model may be the one that writes from now on."""
        self._say(said)
        services = self._desk.services
        self._desk.operations.start(
            lambda _: services.dismiss_writer(), lane="prose", done=lambda _: None, failed=lambda _: None
        )
        self._look()

    def _look(self) -> None:
        shelf = self._desk.services.models
        self._desk.operations.start(
            lambda _: shelf.models(),
            lane="files",
            done=self._came,
            failed=lambda message: self._say(self._desk.failure(message), fault=True),
            key="models",
        )

    def _came(self, models: tuple[ShelvedModel, ...]) -> None:
        self._models = models
        self._retell()
        self.shown.emit()

    def _retell(self) -> None:
        self.rows.show_rows(model_rows(self._models, self._desk.texts))
        if self._models and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.rows_model.index(0, 0))
        self._settle()

    def _current(self) -> ShelvedModel | None:
        """The model under the keyboard, or the one whose card is."""
        index = self.rows.currentIndex()
        while index.parent().isValid():
            index = index.parent()
        row = self.rows.rows_model.row_at(index)
        return next((model for model in self._models if row is not None and model.info.id == row.key), None)

    def _settle(self) -> None:
        """What can be done now."""
        model, busy = self._current(), self._job is not None
        info = model.info if model is not None else None
        ready = info is not None and info.status == "ready" and not busy
        self.buttons["add"].setEnabled(not busy)
        self.buttons["measure"].setEnabled(ready and info is not None and info.role != "encoder")
        self.buttons["verify"].setEnabled(ready)
        self.buttons["remove"].setEnabled(info is not None and not info.embedded and not busy)
        self.hint.setText(measuring_hint(model, self._desk.texts) if model is not None and not busy else "")
        self.hint.setVisible(bool(self.hint.text()))
        self.buttons["measure"].setToolTip(self.hint.text())

    def _say(self, words: str, *, fault: bool = False) -> None:
        name = "fault" if fault else "notice"
        if self.said.objectName() != name:
            self.said.setObjectName(name)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _lay_out(self, lead: QLabel) -> None:
        across, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for name in _ACTIONS:
            across.addWidget(self.buttons[name])
        across.addStretch(1)
        across.addWidget(self.role)
        across.addWidget(self.buttons["add"])
        foot.addWidget(self.work, 1)
        foot.addWidget(self.buttons["close"])
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for part in (lead, self.rows, self.hint, self.said):
            layout.addWidget(part, 1 if part is self.rows else 0)
        layout.addLayout(across)
        layout.addLayout(foot)
