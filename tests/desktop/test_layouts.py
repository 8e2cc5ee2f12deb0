"""A layout goes only into one that belongs to a widget already.

PySide6 6.12.0 makes a layout the Python child of another that has no widget yet. At the widget's end the outer layout
then takes the inner one with it, which asks the outer one, already gone, what it is: freed memory is read, and now and
then the program aborts long afterwards.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QLayout
from pytestqt.qtbot import QtBot

from desktop.app import make_window
from desktop.desk import Desk
from desktop.views.entry_dialog import EntryDialog
from desktop.views.models_dialog import ModelsDialog
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog


def test_every_layout_is_put_into_one_of_a_widget(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    homeless: list[str] = []
    added: list[QLayout] = []

    def watched(kind: type[QLayout], name: str) -> None:
        original = getattr(kind, name)

        def add(self: QLayout, *given: object) -> object:
            added.extend(one for one in given if isinstance(one, QLayout))
            if any(isinstance(one, QLayout) for one in given) and self.parentWidget() is None:
                homeless.append(f"{type(self).__name__}.{name}")
            return original(self, *given)

        monkeypatch.setattr(kind, name, add)

    for kind, names in (
        (QBoxLayout, ("addLayout", "insertLayout")),
        (QGridLayout, ("addLayout",)),
        (QFormLayout, ("addRow", "insertRow", "setLayout")),
    ):
        for name in names:
            watched(kind, name)
    window = make_window(desk)
    qtbot.addWidget(window)
    window.dialogs.get(SettingsDialog)
    window.dialogs.get(ShortcutsDialog)
    window.dialogs.get(ModelsDialog)
    window.dialogs.get(EntryDialog)
    assert len(added) > 20
    assert homeless == []
