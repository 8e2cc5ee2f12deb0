"""Screens of 100 to 300 %: what a scaled screen has room for is all there, and long words survive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import make_window
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.settings import CASES_SHOWN
from tests.desktop.test_workspace import type_note

LONG_WORD = "pneumonoultramicroscopicsilicovolcanoconiosis-pseudopseudohypoparathyroidism-" * 3


@pytest.mark.parametrize("size", [(960, 540), (853, 480)], ids=["1920x1080 at 200 %", "2560x1440 at 300 %"])
def test_the_window_fits_a_scaled_screen(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, *size))
    window = make_window(desk)
    qtbot.addWidget(window, before_close_func=lambda w: w.workspace.record.editor.document().setModified(False))
    window.show()
    window.unlock.entered.emit()
    type_note(window, qtbot)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    workspace = window.workspace
    tabs = workspace.result.tabs.tabBar()
    assert desk.settings.get(CASES_SHOWN)  # another screen may have room for them
    assert not workspace.cases.isVisible()
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    qtbot.waitUntil(lambda: not workspace.result.dangers.isVisible())
    inside = window.rect()
    for part in (workspace.record.editor, workspace.record.entry.add, workspace.result.differential.rows):
        assert inside.contains(placed(part, window)), part
        assert part.height() > 20
    window.actions_["toggle_cases"].trigger()
    assert workspace.cases.isVisible()


def placed(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def test_a_long_word_makes_nothing_wider(inside: MainWindow, qtbot: QtBot) -> None:
    inside.resize(1280, 800)
    type_note(inside, qtbot)
    before = inside.minimumSizeHint().width()
    inside.workspace.record.editor.insertPlainText(f"\n{LONG_WORD}\n")
    inside.workspace.result.banner.grab()
    inside.messages.fault(LONG_WORD)
    qtbot.wait(10)
    assert inside.width() == 1280
    assert inside.workspace.panes.minimumSizeHint().width() <= before
