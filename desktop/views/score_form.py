"""The inputs of a score, one line each: what it is called, its editor, and where its value comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.desk import Desk
from desktop.score_sheet import Field
from desktop.views.score_fields import Answers, FieldEditor, editor_for

_AT_ONCE = 6  # inputs built in one turn of the event loop: twenty at once would hold the window for 90 ms


class ScoreForm(QWidget):
    """`opened` names the place of an input in the record; what is entered goes to `answers`."""

    opened = Signal(object)

    def __init__(self, desk: Desk, answers: Answers) -> None:
        super().__init__()
        self._desk, self._answers = desk, answers
        self._fields: tuple[Field, ...] = ()
        self._editors: dict[str, FieldEditor] = {}
        self._origins: dict[str, QPushButton] = {}
        self._faults: dict[str, QLabel] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._build_some)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 4, 12, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def editor(self, field: str) -> FieldEditor:
        """The editor of an input."""
        return self._editors[field]

    def origin(self, field: str) -> QPushButton:
        """Where an input comes from, in words; it leads there."""
        return self._origins[field]

    def fault(self, field: str) -> str:
        """What is wrong with an entry, or nothing."""
        return self._editors[field].fault

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Other inputs make another form; the same ones get their values in the editors that are there."""
        same = [field.id for field in fields] == [field.id for field in self._fields]
        if not same:
            self.clear()
        self._fields = fields
        if not same:
            self._build_some()
            return
        for field in fields:
            if field.id in self._editors:
                self._editors[field.id].show_field(field)
                self._tell(field)

    def clear(self) -> None:
        """No inputs."""
        self._later.stop()
        self._grid.setRowStretch(2 * len(self._fields), 0)
        self._fields = ()
        for known in (self._editors, self._origins, self._faults):
            known.clear()
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def retell(self) -> None:
        """In the language of now."""
        fields = self._fields
        self.clear()
        self.show_fields(fields)

    def _build_some(self) -> None:
        begin = len(self._editors)
        for at, field in list(enumerate(self._fields))[begin : begin + _AT_ONCE]:
            self._add(at, field)
            self._tell(field)
        if begin + _AT_ONCE < len(self._fields):
            self._later.start()
        else:
            self._grid.setRowStretch(2 * len(self._fields), 1)

    def _add(self, at: int, field: Field) -> None:
        grid, label, origin = self._grid, QLabel(field.name(self._desk.texts.tongue)), QPushButton()
        label.setWordWrap(True)
        origin.setObjectName("link")
        origin.clicked.connect(lambda _=False, name=field.id: self._go(name))
        editor = editor_for(self._desk, field, self._answers)
        self._editors[field.id], self._origins[field.id] = editor, origin
        grid.addWidget(label, 2 * at, 0)
        grid.addWidget(editor, 2 * at, 1)
        grid.addWidget(origin, 2 * at, 2, Qt.AlignmentFlag.AlignLeft)

    def _tell(self, field: Field) -> None:
        texts, origin = self._desk.texts, self._origins[field.id]
        state = "changed" if field.changed else "record" if field.span else "known" if field.value is not None else ""
        origin.setText(texts(f"scores.origin_{state or 'unknown'}"))
        origin.setEnabled(state == "record")
        origin.setAccessibleName(f"{field.name(texts.tongue)}: {origin.text()}")
        if origin.property("state") != state:
            origin.setProperty("state", state)
            origin.style().unpolish(origin)
            origin.style().polish(origin)
        said, label = self.fault(field.id), self._faults.get(field.id)
        if label is None and said:
            label = self._faults[field.id] = QLabel()
            label.setObjectName("fault")
            label.setWordWrap(True)
            self._grid.addWidget(label, 2 * list(self._editors).index(field.id) + 1, 0, 1, 3)
        if label is not None:
            label.setText(said)
            label.setVisible(bool(said))

    def _go(self, name: str) -> None:
        field = self._editors[name].field
        if field.span is not None:
            self.opened.emit((field.span,))
