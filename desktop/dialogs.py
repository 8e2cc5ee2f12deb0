"""What lies over the window: each dialog is made when it is first wanted, then kept, and closed with all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QToolTip, QWidget

from desktop.desk import Desk
from desktop.item_models.commands import Command
from desktop.views.command_palette import CommandPalette
from desktop.views.crash_dialog import CrashDialog
from desktop.views.entry_dialog import EntryDialog
from desktop.views.models_dialog import ModelsDialog
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog

D = TypeVar("D", SettingsDialog, ShortcutsDialog, EntryDialog, CrashDialog, ModelsDialog)


def room_for(window: QWidget) -> QSize:
    """How large what stands beside a window may be."""
    return window.screen().availableSize()


class Dialogs:
    """Those of one window."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window
        self._made: dict[type[QDialog], QDialog] = {}

    def get(self, kind: type[D]) -> D:
        """The one of this kind."""
        made = self._made.get(kind)
        if not isinstance(made, kind):
            made = self._made[kind] = kind(self._desk, self._window)
            self._desk.theme.page(made)
        made.resize(made.size().boundedTo(room_for(self._window)))  # a scaled screen may be smaller
        return made

    def show_palette(self, commands: Callable[[], list[Command]], chosen: Callable[[str, str], None]) -> None:
        """Where anything can be found by its name."""
        made = self._made.get(CommandPalette)
        if not isinstance(made, CommandPalette):
            made = self._made[CommandPalette] = CommandPalette(self._desk, commands, self._window)
            made.chosen.connect(chosen)
            self._desk.theme.page(made)
        made.begin()

    def close_all(self) -> None:
        """Nothing that lies over the window may go on showing what it showed."""
        QToolTip.hideText()
        if isinstance(palette := self._made.get(CommandPalette), CommandPalette):
            palette.blank()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
