"""Findings, drugs, allergies, values and results of genes entered in fields; each becomes a line of the record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton

from desktop.desk import Desk
from desktop.structured import STATES, Entered
from desktop.views.vocabulary_field import VocabularyField
from desktop.vocabulary import Kind, Suggestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_KINDS: tuple[Kind, ...] = get_args(Kind)


class StructuredEntry(QFrame):
    """One line of fields: the kind, the name, what belongs to the kind, and Add. Enter goes on to the next field that
    is empty, and adds when there is none; the keyboard is then in the name again."""

    wanted = Signal(object)  # Entered
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._desk = desk
        self.kind = QComboBox()
        self.name = VocabularyField(desk, "finding", "entry")
        self.state = QComboBox()
        self.more = QLineEdit()
        self.unit = QComboBox()
        self.add = QPushButton()
        self.add.setObjectName("segment")
        for at, kind in enumerate(_KINDS):
            self.kind.addItem("", kind)
            desk.texts.bind(partial(self.kind.setItemText, at), f"fields.kind_{kind}")
        for at, state in enumerate(STATES):
            self.state.addItem("", state)
            desk.texts.bind(partial(self.state.setItemText, at), f"fields.state_{state}")
        for box in (self.kind, self.state):
            box.setObjectName("compact")
        self.unit.setObjectName("compact")
        self.unit.setMinimumWidth(84)
        for field in (self.name, self.more):
            field.setObjectName("compact")
        desk.texts.bind(self.add.setText, "fields.add")
        desk.texts.bind(self.kind.setAccessibleName, "fields.kind")
        desk.texts.bind(self.state.setAccessibleName, "fields.state")
        desk.texts.bind(self.unit.setAccessibleName, "fields.unit")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(4)
        line.addWidget(self.kind)
        line.addWidget(self.name, 2)
        line.addWidget(self.state)
        line.addWidget(self.more, 1)
        line.addWidget(self.unit)
        line.addWidget(self.add)
        self.kind.currentIndexChanged.connect(self._turn)
        self.name.picked.connect(self._picked)
        self.name.entered.connect(self._go_on)
        self.more.returnPressed.connect(self._go_on)
        self.add.clicked.connect(self._add)
        desk.texts.follow(self._name_fields)
        self._turn()

    @property
    def chosen(self) -> Kind:
        """What is being entered."""
        kind: Kind = self.kind.currentData()
        return kind

    def begin(self) -> None:
        """Empty, the keyboard in the name."""
        self.reset()
        self.name.setFocus()

    def reset(self) -> None:
        """Empty."""
        self.name.reset()
        self.more.clear()
        self.unit.clear()
        self.state.setCurrentIndex(0)

    def _turn(self) -> None:
        kind = self.chosen
        self.name.choose_kind(kind)
        self.state.setVisible(kind == "finding")
        self.more.setVisible(kind != "finding")
        self.unit.setVisible(kind == "value")
        self.more.clear()
        self._name_fields()

    def _name_fields(self) -> None:
        texts, kind = self._desk.texts, self.chosen
        for field, key in ((self.name, f"fields.name_{kind}"), (self.more, f"fields.more_{kind}")):
            if texts.has(key):
                field.setAccessibleName(texts(key))
                field.setPlaceholderText(texts(key))

    def _picked(self, suggestion: Suggestion) -> None:
        self.unit.clear()
        self.unit.addItems(list(suggestion.units))
        self._go_on()

    def _go_on(self) -> None:
        if self.more.isVisible() and not self.more.text().strip() and not self.more.hasFocus():
            self.more.setFocus()
        elif self.chosen == "finding" and not self.add.hasFocus() and self.name.hasFocus():
            self.state.setFocus()
        else:
            self._add()

    def _add(self) -> None:
        texts, kind, name, choice = self._desk.texts, self.chosen, self.name.text().strip(), self.name.choice
        if not name:
            self.name.setFocus()
        elif kind in ("finding", "value") and choice is None:
            self.refused.emit(texts("fields.unknown", name=name))
            self.name.setFocus()
        elif kind == "gene" and not self.more.text().strip():
            self.refused.emit(texts("fields.no_result"))
            self.more.setFocus()
        elif kind == "value" and not _is_number(self.more.text()):
            self.refused.emit(texts("fields.no_number"))
            self.more.setFocus()
        else:
            self.wanted.emit(
                Entered(
                    kind,
                    name,
                    choice.key if choice is not None else None,
                    self.state.currentData(),
                    self.more.text(),
                    self.unit.currentText() if kind == "value" else "",
                )
            )
            self.begin()


def _is_number(words: str) -> bool:
    try:
        float(words.strip().lstrip("<>").replace(",", "."))
    except ValueError:
        return False
    return True
