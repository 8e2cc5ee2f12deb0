"""One input of a score as it is edited: yes or no, one of several answers, a number with its unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from core.units.quantity import parse_number
from desktop.desk import Desk
from desktop.score_sheet import Field

Answer = float | bool | str
# `None` takes back what was given: the record speaks again.
Given = Callable[[str, Answer | None], None]


def editor_for(desk: Desk, field: Field, give: Given) -> FieldEditor:
    """The editor for one kind of input."""
    kinds: dict[str, type[FieldEditor]] = {
        "yes-no": YesNoEditor,
        "choice": ChoiceEditor,
        "number": NumberEditor,
        "fixed": FixedEditor,
    }
    return kinds[field.kind](desk, field, give)


class FieldEditor(QWidget):
    """Shows a field and hands on what was entered. `fault` is a sentence about an entry that cannot be used."""

    def __init__(self, desk: Desk, field: Field, give: Given) -> None:
        super().__init__()
        self._desk, self._give, self.field = desk, give, field
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


class YesNoEditor(FieldEditor):
    """Two buttons; neither is down while it is not known. The one that is down takes the answer back."""

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
        self._line.addStretch(1)

    def _show(self) -> None:
        for value, button in self.buttons.items():
            button.setChecked(self.field.value is value)

    def _name(self, name: str) -> None:
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def _clicked(self, value: bool, down: bool) -> None:
        self._give(self.field.id, value if down else None)


class ChoiceEditor(FieldEditor):
    """A list of answers; its first line leaves it to the record."""

    def _build(self) -> None:
        self.box = ChoiceBox()
        self.box.setObjectName("compact")
        self.box.addItem("")
        for option in self.field.options:
            self.box.addItem(f"{option:g}" if isinstance(option, float) else str(option))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(10)
        self.box.activated.connect(self._chosen)
        self._line.addWidget(self.box, 1)

    def _show(self) -> None:
        texts = self._desk.texts
        self.box.setItemText(0, texts("scores.as_record") if self.field.changed else texts("scores.unknown"))
        at = self.field.options.index(self.field.value) + 1 if self.field.value in self.field.options else 0
        if at == 0 and self.field.value is not None:
            self.box.setItemText(0, str(self.field.value))
        self.box.setCurrentIndex(at)
        self.box.setToolTip(self.box.currentText())

    def _name(self, name: str) -> None:
        self.box.setAccessibleName(name)

    def _chosen(self, at: int) -> None:
        self._give(self.field.id, self.field.options[at - 1] if at else None)


class ChoiceBox(QComboBox):
    """A list of answers that the wheel does not change: it scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberEditor(FieldEditor):
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
        self._line.addStretch(1)

    def _show(self) -> None:
        value, scale, texts = self.field.value, self.field.scale, self._desk.texts
        self._unit.setText(texts("scores.years") if scale.unit == "years" else scale.unit)
        bound = "" if self.field.at_most is None else "< " if self.field.at_most else "> "
        self.box.setPlaceholderText(bound + texts("scores.unknown_short"))
        if not (self.box.hasFocus() and self.box.isModified()):
            self.box.setText("" if value is None else f"{scale.shown(cast(float, value)):.4g}")
            self.fault = ""

    def _name(self, name: str) -> None:
        self.box.setAccessibleName(f"{name} ({self.field.scale.unit})" if self.field.scale.unit else name)

    def _edited(self, words: str) -> None:
        self.box.setModified(True)
        self.fault = ""
        if not words.strip():
            self._give(self.field.id, None)
            return
        shown, scale = parse_number(words), self.field.scale
        if shown is None:
            self.fault = self._desk.texts("scores.not_a_number")
            self._give(self.field.id, None)
            return
        own, limits = scale.own(shown), self.field.limits
        if limits is not None and not limits[0] <= own <= limits[1]:
            low, high = sorted(scale.shown(end) for end in limits)
            self.fault = self._desk.texts("scores.out_of_limits", low=f"{low:.4g}", high=f"{high:.4g}", unit=scale.unit)
            self._give(self.field.id, None)
            return
        self._give(self.field.id, own)


class FixedEditor(FieldEditor):
    """What only the words of the record can say."""

    def _build(self) -> None:
        self._label = QLabel()
        self._label.setObjectName("muted")
        self._label.setWordWrap(True)
        self._line.addWidget(self._label, 1)

    def _show(self) -> None:
        value = self.field.value
        self._label.setText(self._desk.texts("scores.from_words") if value is None else str(value))

    def _name(self, name: str) -> None:
        self._label.setAccessibleName(name)
