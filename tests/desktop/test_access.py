"""Complete by keyboard and by ear: everything that takes the keyboard has a name, and everything can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow
from tests.desktop.test_workspace import type_note


def takes_keyboard(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus.value & widget.focusPolicy().value
    return by_tab != 0 and widget.isVisible() and widget.isEnabled()


def activate(window: MainWindow, qtbot: QtBot) -> None:
    """Without a window manager nobody gives a window the keyboard of itself."""
    window.activateWindow()
    window.workspace.record.editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.workspace.record.editor)


def unnamed(window: MainWindow) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if takes_keyboard(widget) and not widget.focusProxy():
            face = QAccessible.queryAccessibleInterface(widget)
            if not face.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("page", ["create", "key", "workspace", "report"])
def test_every_control_that_takes_the_keyboard_has_a_name(window: MainWindow, qtbot: QtBot, page: str) -> None:
    if page == "key":
        window.unlock._turn_to(window.unlock.key_page)
    elif page in ("workspace", "report"):
        window.unlock.entered.emit()
        type_note(window, qtbot)
        if page == "report":
            window.actions_["go_report"].trigger()
            qtbot.waitUntil(lambda: window.workspace.report.page_count > 0)
        for at in range(window.workspace.result.tabs.count()):
            window.workspace.result.tabs.setCurrentIndex(at)
            assert unnamed(window) == []
    assert unnamed(window) == []


def test_tab_reaches_every_pane_and_comes_round(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    activate(inside, qtbot)
    workspace = inside.workspace
    workspace.record.editor.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        if widget is None or (widget in seen and widget is workspace.record.editor):
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    wanted = (workspace.record.editor, workspace.result.differential.rows, workspace.result.tabs.tabBar())
    assert all(widget in seen for widget in wanted)
    assert any(widget.window() is inside and inside._bar.isAncestorOf(widget) for widget in seen)


def test_actions_have_different_keys(window: MainWindow) -> None:
    keys = [action.shortcut().toString() for action in window.actions() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys)) >= 18


def test_the_whole_case_by_keyboard(inside: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    """Type, go to the ranking, unfold the first, pass its prior to the first reason, and stand in the record at it."""
    activate(inside, qtbot)
    editor, result = inside.workspace.record.editor, inside.workspace.result
    type_note(inside, qtbot)
    qtbot.keyClick(inside, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert result.tabs.tabBar().hasFocus()
    rows = result.differential.rows
    for _ in range(6):
        if rows.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert editor.hasFocus()
    assert editor.textCursor().hasSelection()


def test_nothing_is_cut_off_at_the_smallest_size(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    inside.resize(1280, 800)
    bar, banner = inside.workspace.result.tabs.tabBar(), inside.workspace.result.banner

    def whole() -> bool:
        labels = [label for label in banner.findChildren(QLabel) if label.isVisible()]
        cut = [label for label in labels if label.height() < label.heightForWidth(label.width())]
        return not cut and bar.tabRect(bar.count() - 1).right() <= bar.width()

    for _ in range(2):
        inside.actions_["next_language"].trigger()
        inside._desk.texts.turns.finish()
        qtbot.waitUntil(whole)
