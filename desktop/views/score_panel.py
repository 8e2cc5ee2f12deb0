"""One score: its value, what it means, and every input where it can be put right; each change computes it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.actions import choice_menu
from desktop.desk import Desk
from desktop.draft import DraftOf
from desktop.item_models.result_rows import score_value
from desktop.score_sheet import Sheet
from desktop.settings import UNITS
from desktop.views.score_fields import Answer
from desktop.views.score_form import ScoreForm

if TYPE_CHECKING:
    from core.units.conventions import Units


class ScorePanel(QWidget):
    """What was given by hand is kept for each score until another record is opened."""

    opened = Signal(object)
    left = Signal()
    computed = Signal()

    def __init__(self, desk: Desk, draft: DraftOf) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self.key: str | None = None
        self._given: dict[str, dict[str, Answer | None]] = {}
        self._sheet: Sheet | None = None
        texts = desk.texts
        self.back, self.reset, self.units = QPushButton(), QPushButton(), QPushButton()
        self.back.setObjectName("link")
        self.reset.setObjectName("link")
        self.units.setObjectName("link")
        texts.bind(lambda words: self.back.setText(f"← {words}"), "scores.back")
        texts.bind(self.reset.setText, "scores.reset")
        texts.bind(self.units.setText, "setting.units")
        self.back.clicked.connect(self.left)
        self.reset.clicked.connect(self._reset)
        self.units.setMenu(choice_menu(desk, UNITS, self))
        labels = QLabel(), QLabel(), QLabel(), QLabel(), QLabel()
        self._title, self._value, self._meaning, self._caution, self._source = labels
        for label, name in zip(labels, ("heading", "figure", "muted", "caution", "muted"), strict=True):
            label.setObjectName(name)
            label.setWordWrap(True)
        self.form = ScoreForm(desk, self)
        self.form.opened.connect(self.opened)
        self._lay_out()
        texts.follow(self._retell)
        desk.settings.changed.connect(self._setting_changed)

    @property
    def value(self) -> str:
        return self._value.text()

    def open_score(self, key: str) -> None:
        """Show the score `key` of the record of now."""
        if key != self.key:
            self._forget()
        self.key = key
        self._compute()

    def again(self) -> None:
        """The record has changed."""
        if self.key is not None:
            self._compute()

    def blank(self) -> None:
        """Another record: nothing that was given holds any more."""
        self._desk.operations.cancel("score")
        self._given.clear()
        self.key = None
        self._forget()

    def _compute(self) -> None:
        draft, key, services = self._draft(), self.key, self._desk.services
        if draft is None or key is None:
            return
        given, units = dict(self._given.get(key, {})), cast("Units", self._desk.settings.get(UNITS))
        self._desk.operations.start(
            lambda _: services.score_sheet(draft.case(), key, given, units),
            lane="reading",
            done=self._show,
            failed=self._fail,
            key="score",
        )

    def give(self, field: str, value: Answer | None) -> None:
        """Compute with this; None: it is not known, whatever the record says."""
        if self.key is not None:
            self._given.setdefault(self.key, {})[field] = value
            self._compute()

    def take_back(self, field: str) -> None:
        """Compute with what the record says."""
        if self.key is not None:
            self._given.get(self.key, {}).pop(field, None)
            self._compute()

    def _reset(self) -> None:
        if self.key is not None:
            self._given.pop(self.key, None)
            self.form.clear()  # an entry that cannot be used goes as well
            self._compute()

    def _show(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.form.show_fields(sheet.fields)
        self._tell(sheet)
        self.computed.emit()

    def _fail(self, message: str) -> None:
        self._forget()
        self._caution.setText(self._desk.failure(message))
        self._caution.show()

    def _tell(self, sheet: Sheet) -> None:
        texts, result = self._desk.texts, sheet.result
        chinese = texts.tongue == "zh"
        self._title.setText(texts.of(result))
        category = texts.of(result, "category") if result.category else ""
        value = score_value(result, texts)
        self._value.setText(f"{value} · {category}" if category else value)
        meaning = [texts.of(result, "meaning")] if result.meaning else []
        missing = result.missing_zh if chinese and result.missing_zh else result.missing
        if missing:
            key = "scores.range_while" if result.range else "scores.none_while"
            meaning.append(texts(key, number=len(missing)))
        self._meaning.setText(" ".join(meaning))
        self._meaning.setVisible(bool(meaning))
        cautions = result.cautions_zh if chinese and result.cautions_zh else result.cautions
        self._caution.setText(" ".join(f"⚠ {caution}" for caution in cautions))
        self._caution.setVisible(bool(cautions))
        self._source.setText(texts("scores.source", source=result.source))
        self.reset.setVisible(any(field.changed for field in sheet.fields))

    def _forget(self) -> None:
        self._sheet = None
        self.form.clear()
        for label in (self._title, self._value, self._meaning, self._caution, self._source):
            label.clear()
        self.reset.hide()

    def _retell(self) -> None:
        if self._sheet is not None:
            self.form.retell()
            self._tell(self._sheet)

    def _setting_changed(self, name: str) -> None:
        if name == UNITS.name and self.key is not None:
            self._forget()
            self._compute()

    def _lay_out(self) -> None:
        layout, head, top = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        layout.addLayout(head)
        head.setContentsMargins(12, 6, 12, 8)
        head.setSpacing(4)
        head.addLayout(top)
        for widget in (self._title, self.reset, self.units, self.back):
            top.addWidget(widget, 1 if widget is self._title else 0)
        for label in (self._value, self._caution):
            head.addWidget(label)
        inside = QWidget()  # what a low window scrolls; value and caution stay in view
        inside.setObjectName("pane")
        below = QVBoxLayout(inside)
        self._meaning.setContentsMargins(12, 0, 12, 4)
        self._source.setContentsMargins(12, 4, 12, 8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        for box in (below, layout):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        below.addWidget(self._meaning)
        below.addWidget(self.form, 1)
        below.addWidget(self._source)
        layout.addWidget(scroll, 1)
