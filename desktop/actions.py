"""Everything the user can do, declared as data: what it is called, its key, its picture, and where it is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.desk import Desk
from desktop.item_models.commands import Command
from desktop.settings import Setting


@dataclass(frozen=True)
class ActionSpec:
    """One action. `name` finds its words (`action.<name>`), `icon` its drawing."""

    name: str
    key: str
    icon: str | None = None


SPECS = (
    ActionSpec("new", "Ctrl+N", "new"),
    ActionSpec("open", "Ctrl+O", "open"),
    ActionSpec("save", "Ctrl+S", "save"),
    ActionSpec("pdf", "Ctrl+Shift+S", "pdf"),
    ActionSpec("print", "Ctrl+P"),
    ActionSpec("lock", "Ctrl+L", "lock"),
    ActionSpec("quit", "Ctrl+Q"),
    ActionSpec("undo", "Ctrl+Z"),
    ActionSpec("redo", "Ctrl+Shift+Z"),
    ActionSpec("correct", "F2"),
    ActionSpec("next_finding", "F8"),
    ActionSpec("previous_finding", "Shift+F8"),
    ActionSpec("enter_fields", "Ctrl+E"),
    ActionSpec("find_case", "Ctrl+F"),
    ActionSpec("palette", "Ctrl+K", "search"),
    ActionSpec("settings", "Ctrl+,", "settings"),
    ActionSpec("models", "Ctrl+Shift+M"),
    ActionSpec("go_cases", "Alt+1"),
    ActionSpec("go_record", "Alt+2"),
    ActionSpec("go_report", "Alt+3"),
    ActionSpec("go_result", "Alt+4"),
    ActionSpec("next_result", "Ctrl+PgDown"),
    ActionSpec("previous_result", "Ctrl+PgUp"),
    ActionSpec("write", "Ctrl+R"),
    ActionSpec("second_opinion", "Ctrl+Shift+O"),
    ActionSpec("stop", "Ctrl+.", "stop"),
    ActionSpec("toggle_cases", "Ctrl+B"),
    ActionSpec("next_arrangement", "Ctrl+Shift+B"),
    ActionSpec("next_language", "Ctrl+Shift+L"),
    ActionSpec("next_theme", "Ctrl+Shift+D"),
    ActionSpec("shortcuts", "F1"),
    ActionSpec("tour", "Shift+F1"),
)


class Actions:
    """The actions of one window, made from their declarations."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk = desk
        self._actions = {spec.name: self._make(spec, window) for spec in SPECS}
        desk.theme.follow(self._dress)
        self._dress()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def commands(self) -> list[Command]:
        """Those that can be done now, as the palette finds them: by their words in every language."""
        return [
            Command(
                "action",
                name,
                action.text().rstrip("…"),
                hint=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                also=self._desk.texts.every(f"action.{name}"),
            )
            for name, action in self._actions.items()
            if action.isEnabled() and name != "palette"
        ]

    def on(self, name: str, call: Callable[[], object]) -> None:
        """What the action does."""
        self._actions[name].triggered.connect(lambda: call())

    def enable(self, enabled: bool, *names: str) -> None:
        for name in names:
            self._actions[name].setEnabled(enabled)

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(window)
        action.setShortcut(QKeySequence(spec.key))
        self._desk.texts.bind(action.setText, f"action.{spec.name}")
        tip = f"{spec.key}"

        def say(words: str) -> None:
            action.setToolTip(f"{words.rstrip('…')} ({tip})")

        self._desk.texts.bind(say, f"action.{spec.name}")
        window.addAction(action)
        return action

    def _dress(self) -> None:
        for spec in SPECS:
            if spec.icon is not None:
                self._actions[spec.name].setIcon(self._desk.theme.icon(spec.icon))


def choice_menu(desk: Desk, setting: Setting[str], parent: QWidget) -> QMenu:
    """A menu of the values a setting may have, the chosen one marked."""
    menu = QMenu(parent)
    desk.texts.bind(menu.setTitle, f"setting.{setting.name}")
    group = QActionGroup(menu)
    actions: dict[str, QAction] = {}
    for value in setting.choices:
        action = QAction(menu)
        action.setCheckable(True)
        desk.texts.bind(action.setText, f"setting.{setting.name}.{value}")
        action.triggered.connect(lambda _=False, chosen=value: desk.settings.set(setting, chosen))
        group.addAction(action)
        menu.addAction(action)
        actions[value] = action

    def mark(*_: object) -> None:
        actions[desk.settings.get(setting)].setChecked(True)

    desk.settings.changed.connect(mark)
    mark()
    return menu
