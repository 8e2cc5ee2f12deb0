"""One input of a score as it is edited: yes or no, one of several answers, a number with its unit; or not known."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from core.units.quantity import parse_number
from desktop.desk import Desk
from desktop.score_sheet import Field

Answer = float | bool | str


class Answers(Protocol):
    """Where an entry goes."""

    def give(self, field: str, value: Answer | None) -> None:
        """Use this; None: it is not known, whatever the record says."""

    def take_back(self, field: str) -> None:
        """The record speaks again."""


def editor_for(desk: Desk, field: Field, answers: Answers) -> FieldEditor:
    """The editor for one kind of input."""
    kinds: dict[str, type[FieldEditor]] = {
        "yes-no": YesNoEditor,
        "choice": ChoiceEditor,
        "number": NumberEditor,
        "fixed": FixedEditor,
    }
    return kinds[field.kind](desk, field, answers)


class FieldEditor(QWidget):
    """Shows a field and hands on what was entered. `fault` is a sentence about an entry that cannot be used."""

    def __init__(self, desk: Desk, field: Field, answers: Answers) -> None:
        super().__init__()
        self._desk, self._answers, self.field = desk, answers, field
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self.fault = ""
        self._build()
        self._name(field.name(desk.texts.tongue))
        self.show_field(field)

    def show_field(self, field: Field) -> None:
        """What is used now; an entry under way is left alone."""
        self.field = field
        self._show()

    def _build(self) -> None:
        raise NotImplementedError

    def _show(self) -> None:
        raise NotImplementedError

    def _name(self, name: str) -> None:
        raise NotImplementedError


class WithUnknown(FieldEditor):
    """One with a button that says that the input is not known: down while it is not, whoever says so."""

    def _add_unknown(self) -> None:
        self.unknown = QPushButton(self._desk.texts("scores.unknown"))
        self.unknown.setObjectName("segment")
        self.unknown.setProperty("unknown", True)
        self.unknown.setCheckable(True)
        self.unknown.clicked.connect(self._unknown_clicked)
        self._line.addWidget(self.unknown)

    def _show(self) -> None:
        self.unknown.setChecked(self.field.value is None)

    def _name(self, name: str) -> None:
        self.unknown.setAccessibleName(f"{name}: {self.unknown.text()}")

    def _unknown_clicked(self, down: bool) -> None:
        self.fault = ""
        if down:
            self._answers.give(self.field.id, None)
        else:
            self._answers.take_back(self.field.id)


class YesNoEditor(WithUnknown):
    """Yes, no, not known; the one that is down takes the answer back."""

    def _build(self) -> None:
        self.buttons = {True: QPushButton(), False: QPushButton()}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for value, button in self.buttons.items():
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setText(self._desk.texts("scores.yes" if value else "scores.no"))
            button.clicked.connect(lambda down, value=value: self._clicked(value, down))
            self._group.addButton(button)
            self._line.addWidget(button)
        self._add_unknown()
        self._line.addStretch(1)

    def _show(self) -> None:
        super()._show()
        for value, button in self.buttons.items():
            button.setChecked(self.field.value is value)

    def _name(self, name: str) -> None:
        super()._name(name)
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def _clicked(self, value: bool, down: bool) -> None:
        if down:
            self._answers.give(self.field.id, value)
        else:
            self._answers.take_back(self.field.id)


class ChoiceEditor(FieldEditor):
    """A list of answers; its first line leaves it to the record, its last says that it is not known."""

    def _build(self) -> None:
        texts = self._desk.texts
        self.box = ChoiceBox()
        self.box.setObjectName("compact")
        self.box.addItem(texts("scores.as_record"))
        for option in self.field.options:
            self.box.addItem(f"{option:g}" if isinstance(option, float) else texts.sentence(str(option)))
        self.box.addItem(texts("scores.unknown"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(10)
        self.box.activated.connect(self._chosen)
        self._line.addWidget(self.box, 1)

    def _show(self) -> None:
        texts, value, options = self._desk.texts, self.field.value, self.field.options
        other = value is not None and value not in options
        self.box.setItemText(0, texts.sentence(str(value)) if other else texts("scores.as_record"))
        last = self.box.count() - 1
        self.box.setCurrentIndex(0 if other else last if value is None else options.index(value) + 1)
        self.box.setToolTip(self.box.currentText())

    def _name(self, name: str) -> None:
        self.box.setAccessibleName(name)

    def _chosen(self, at: int) -> None:
        if at == 0:
            self._answers.take_back(self.field.id)
        else:
            self._answers.give(self.field.id, (*self.field.options, None)[at - 1])


class ChoiceBox(QComboBox):
    """A list of answers that the wheel does not change: it scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberEditor(WithUnknown):
    """A number in the unit that is shown; an empty field leaves it to the record."""

    def _build(self) -> None:
        self.box = QLineEdit()
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.setObjectName("compact")
        self.box.setMaximumWidth(92)
        self.box.textEdited.connect(self._edited)
        self._line.addWidget(self.box)
        self._unit = QLabel()
        self._unit.setObjectName("muted")
        self._line.addWidget(self._unit)
        self._add_unknown()
        self._line.addStretch(1)

    def _show(self) -> None:
        super()._show()
        value, scale, texts = self.field.value, self.field.scale, self._desk.texts
        self._unit.setText(texts.sentence(scale.unit))
        bound = "" if self.field.at_most is None else "< " if self.field.at_most else "> "
        self.box.setPlaceholderText(bound + texts("scores.unknown_short"))
        if not (self.box.hasFocus() and self.box.isModified()):
            self.box.setText("" if value is None else f"{scale.shown(cast(float, value)):.4g}")
            self.fault = ""

    def _name(self, name: str) -> None:
        super()._name(name)
        unit = self._desk.texts.sentence(self.field.scale.unit)
        self.box.setAccessibleName(f"{name} ({unit})" if unit else name)

    def _edited(self, words: str) -> None:
        self.box.setModified(True)
        self.fault = ""
        if not words.strip():
            self._answers.take_back(self.field.id)
            return
        shown, scale = parse_number(words), self.field.scale
        if shown is None:
            self.fault = self._desk.texts("scores.not_a_number")
            self._answers.take_back(self.field.id)
            return
        own, limits = scale.own(shown), self.field.limits
        if limits is not None and not limits[0] <= own <= limits[1]:
            low, high = sorted(scale.shown(end) for end in limits)
            self.fault = self._desk.texts(
                "scores.out_of_limits", low=f"{low:.4g}", high=f"{high:.4g}", unit=self._unit.text()
            )
            self._answers.take_back(self.field.id)
            return
        self._answers.give(self.field.id, own)


class FixedEditor(WithUnknown):
    """What only the words of the record can say."""

    def _build(self) -> None:
        self._label = QLabel()
        self._label.setObjectName("muted")
        self._label.setWordWrap(True)
        self._line.addWidget(self._label, 1)
        self._add_unknown()

    def _show(self) -> None:
        super()._show()
        value = self.field.value
        self.unknown.setVisible(value is not None or self.field.changed)
        self._label.setText(self._desk.texts("scores.from_words") if value is None else str(value))

    def _name(self, name: str) -> None:
        super()._name(name)
        self._label.setAccessibleName(name)
