"""A form for secrets: forgets what was typed, says what went wrong, lets nobody press twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk


class SecretForm(QWidget):
    """A heading, some secret fields, one button, and a place for what went wrong."""

    def __init__(self, desk: Desk, name: str, fields: tuple[str, ...], go: Callable[[SecretForm], None]) -> None:
        super().__init__()
        self._desk, self._go = desk, go
        self.links: list[QPushButton] = []
        bind = desk.texts.bind
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        title, lead = QLabel(), QLabel()
        title.setObjectName("title")
        lead.setObjectName("muted")
        lead.setWordWrap(True)
        bind(title.setText, f"{name}.title")
        bind(lead.setText, f"{name}.lead")
        self._layout.addWidget(title)
        self._layout.addWidget(lead)
        self._layout.addSpacing(10)
        self.fields: dict[str, QLineEdit] = {}
        for field in fields:
            self._add_field(field)
        self.show_box = QCheckBox()
        bind(self.show_box.setText, "unlock.show")
        self.show_box.toggled.connect(self._show)
        self._layout.addWidget(self.show_box)
        self._fault = QLabel()
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self._layout.addWidget(self._fault)
        self._layout.addSpacing(8)
        self.button = QPushButton()
        self.button.setObjectName("primary")
        self.button.setDefault(True)
        bind(self.button.setText, f"{name}.go")
        self.button.clicked.connect(self._pressed)
        self._layout.addWidget(self.button)
        self.setFocusProxy(next(iter(self.fields.values())))

    def add_link(self, key: str, call: Callable[[], None]) -> None:
        """A quieter way on, beneath the button."""
        link = QPushButton()
        link.setObjectName("link")
        self._desk.texts.bind(link.setText, key)
        link.clicked.connect(lambda: call())
        self.links.append(link)
        self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)

    def value(self, field: str) -> str:
        return self.fields[field].text()

    def fault(self, sentence: str) -> None:
        """Say what went wrong, and have the first field ready for another try."""
        self._fault.setText("⚠ " + sentence)
        self._fault.setAccessibleName(sentence)
        self._fault.show()
        first = next(iter(self.fields.values()))
        first.setFocus()
        first.selectAll()

    @property
    def fault_text(self) -> str:
        return "" if self._fault.isHidden() else self._fault.text()

    def clear(self) -> None:
        """Forget what was typed."""
        for edit in self.fields.values():
            edit.clear()
        self.show_box.setChecked(False)
        self._fault.hide()

    def wait(self, waiting: bool) -> None:
        """No second try while the first is under way."""
        self._fault.hide()
        self.button.setEnabled(not waiting)
        for edit in self.fields.values():
            edit.setReadOnly(waiting)

    def _pressed(self) -> None:
        if self.button.isEnabled():
            self._go(self)

    def _add_field(self, field: str) -> None:
        label, edit = QLabel(), QLineEdit()
        self._desk.texts.bind(label.setText, f"field.{field}")
        self._desk.texts.bind(edit.setAccessibleName, f"field.{field}")
        if field != "recovery_key":
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.returnPressed.connect(self._pressed)
        label.setBuddy(edit)
        self._layout.addWidget(label)
        self._layout.addWidget(edit)
        self._layout.addSpacing(4)
        self.fields[field] = edit

    def _show(self, plain: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        for field, edit in self.fields.items():
            if field != "recovery_key":
                edit.setEchoMode(mode)
