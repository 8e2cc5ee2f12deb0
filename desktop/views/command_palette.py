"""One field for everything that has a name: actions, cases, diseases, scores (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.commands import Command, Kind, best
from desktop.item_models.rows import Row
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.records import CaseSummary

CASES_AFTER_MS = 120
_CASES = 8
_WIDTH, _HEIGHT, _FROM_TOP = 640, 440, 70
_TO_THE_LIST = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CommandPalette(QDialog):
    """`chosen` tells kind and key. The keyboard stays in the field; the arrows move in the list. Made once and kept."""

    chosen = Signal(str, str)

    def __init__(self, desk: Desk, actions: Callable[[], list[Command]], parent: QWidget) -> None:
        """`actions` tells what can be done now."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._desk, self._actions_now, self._over = desk, actions, parent
        self._actions: list[Command] = []
        self._cases: list[Command] = []
        self._named: list[Command] | None = None
        self._names: dict[Kind, list[tuple[str, tuple[str, ...], tuple[str, ...]]]] = {}
        self._found: list[Command] = []
        self.setObjectName("commandPalette")
        desk.texts.bind(self.setWindowTitle, "palette.title")
        self.field = QLineEdit()
        desk.texts.bind(self.field.setPlaceholderText, "palette.placeholder")
        desk.texts.bind(self.field.setAccessibleName, "palette.title")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self.rows = RowsView(desk.theme)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk.texts.bind(self.rows.setAccessibleName, "palette.found")
        self.rows.clicked.connect(lambda _: self._choose())
        self._none = QLabel()
        self._none.setObjectName("muted")
        self._none.setContentsMargins(12, 8, 12, 8)
        desk.texts.bind(self._none.setText, "palette.none")
        foot = QLabel()
        foot.setObjectName("muted")
        foot.setContentsMargins(12, 4, 12, 6)
        desk.texts.bind(foot.setText, "palette.foot")
        frame = QFrame(self)
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 4)
        inside.setSpacing(6)
        inside.addWidget(self.field)
        inside.addWidget(self._none)
        inside.addWidget(self.rows, 1)
        inside.addWidget(foot)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CASES_AFTER_MS)
        self._timer.timeout.connect(self._look_for_cases)

    @property
    def found(self) -> list[Command]:
        """What is offered, in order."""
        return self._found

    def begin(self) -> None:
        """Open with an empty field."""
        self._actions, self._cases, self._named = self._actions_now(), [], None
        self._load_names()
        self.field.clear()
        self._typed()
        parent = self._over
        corner = parent.mapToGlobal(parent.rect().topLeft())
        width = min(_WIDTH, parent.width() - 40)
        self.setGeometry(
            corner.x() + (parent.width() - width) // 2,
            corner.y() + _FROM_TOP,
            width,
            min(_HEIGHT, parent.height() - _FROM_TOP - 20),
        )
        self.show()
        self.field.setFocus()

    def blank(self) -> None:
        """Forget what was found: it may name patients."""
        self.reject()
        self._desk.operations.cancel("palette")
        self._cases, self._found = [], []
        self.field.clear()
        self.rows.show_rows([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _TO_THE_LIST:
                self.rows.keyPressEvent(event)
                self._announce()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._timer.start()
        self._show()

    def _show(self) -> None:
        words = self.field.text().strip()
        everything = [*self._actions, *self._cases, *(self._name_commands() if words else [])]
        self._found = best(everything, words)
        self.rows.show_rows([self._row(command) for command in self._found])
        self.rows.setCurrentIndex(self.rows.rows_model.index(0, 0))
        self._none.setVisible(not self._found)
        self.rows.setVisible(bool(self._found))

    def _row(self, command: Command) -> Row:
        kind = self._desk.texts(f"palette_kind.{command.kind}")
        return Row(
            title=command.title,
            key=f"{command.kind}:{command.key}",
            chip="" if command.kind == "action" else kind,
            value=command.hint,
            detail=command.detail,
            spoken=", ".join(part for part in (command.title, kind, command.hint, command.detail) if part),
        )

    def _choose(self) -> None:
        at = self.rows.currentIndex().row()
        if 0 <= at < len(self._found):
            command = self._found[at]
            self.blank()
            self.chosen.emit(command.kind, command.key)

    def _announce(self) -> None:
        """The keyboard is in the field, so a screen reader must be told what is chosen below it."""
        row = self.rows.rows_model.row_at(self.rows.currentIndex())
        if row is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, row.words))

    def _look_for_cases(self) -> None:
        services, words = self._desk.services, self.field.text().strip()
        if not services.unlocked or not self.isVisible():
            return
        self._desk.operations.start(
            lambda _: services.list_cases(words, _CASES, 0),
            lane="records",
            done=self._cases_came,
            failed=lambda _: None,  # the list of cases says it, in its own place
            key="palette",
        )

    def _cases_came(self, cases: list[CaseSummary]) -> None:
        # The records look for the words in more than the title: what they found is a match whatever it is called.
        words = self.field.text().strip()
        self._cases = [
            Command("case", case.id, case.title, detail=f"{case.changed_at.astimezone():%Y-%m-%d %H:%M}", also=(words,))
            for case in cases[:_CASES]
        ]
        self._show()

    def _load_names(self) -> None:
        if self._names:
            return
        services = self._desk.services

        def work(_: object) -> dict[Kind, Any]:
            return {"disease": services.disease_names(), "score": services.score_names()}

        self._desk.operations.start(
            work, lane="reading", done=self._names_came, failed=lambda _: None, key="palette names"
        )

    def _names_came(self, names: dict[Kind, Any]) -> None:
        self._names, self._named = names, None
        self._show()

    def _name_commands(self) -> list[Command]:
        """In the language of now, found by the names of both."""
        if self._named is None:
            chinese = self._desk.texts.tongue == "zh"
            self._named = [
                Command(kind, key, own[0], also=(*own[1:], *other))
                for kind in self._names
                for key, en, zh in self._names[kind]
                for own, other in [(zh or en, en) if chinese else (en, zh)]
            ]
        return self._named
