"""Tasks of a clinician's day by keyboard alone, from the first page: no click, and no call past the keys.

Focus is where the window puts it; every step is a key pressed in whatever has the keyboard.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.views import command_palette
from tests.desktop.scripted import NOTE

PASSPHRASE = "correct horse"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Presses keys where the keyboard is."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def at(self) -> QWidget:
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self.at, key, modifier)

    def type(self, words: str) -> None:
        self._qtbot.keyClicks(self.at, words)

    def paste(self, words: str) -> None:
        QApplication.clipboard().setText(words)
        self.press(Qt.Key.Key_V, CTRL)


@pytest.fixture
def keyboard(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    monkeypatch.setattr(command_palette, "CASES_AFTER_MS", 0)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.unlock.create_form.setFocus()  # without a window manager nobody gives a window the keyboard of itself
    return Keyboard(qtbot)


def make_records(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    """First run: two passphrases, the recovery key, on."""
    keyboard.type(PASSPHRASE)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type(PASSPHRASE)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.unlock.page is window.unlock.key_page)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    qtbot.waitUntil(window.workspace.record.editor.hasFocus)


def new_case(window: MainWindow, keyboard: Keyboard, qtbot: QtBot, text: str) -> None:
    keyboard.press(Qt.Key.Key_N, CTRL)
    keyboard.paste(text)
    qtbot.waitUntil(lambda: window.workspace.result.assessment is not None)
    keyboard.press(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not window.workspace.dirty)


def test_from_a_new_case_to_a_saved_pdf(window: MainWindow, keyboard: Keyboard, qtbot: QtBot, tmp_path: Path) -> None:
    make_records(window, keyboard, qtbot)
    new_case(window, keyboard, qtbot, NOTE)
    keyboard.press(Qt.Key.Key_3, ALT)
    qtbot.waitUntil(lambda: window.workspace.report.page_count > 0)
    keyboard.press(Qt.Key.Key_S, CTRL | SHIFT)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    keyboard.press(Qt.Key.Key_A, CTRL)
    target = tmp_path / "report.pdf"
    keyboard.type(str(target))
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(target.is_file)
    assert target.read_bytes().startswith(b"%PDF")


def test_an_earlier_patient_is_found(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    make_records(window, keyboard, qtbot)
    for text in ("Alpha with chest pain", "Beta with headache", "Gamma with chest pain"):
        new_case(window, keyboard, qtbot, text)
    cases = window.workspace.cases
    qtbot.waitUntil(lambda: cases.model.rowCount() == 3)
    keyboard.press(Qt.Key.Key_F, CTRL)
    keyboard.type("alpha")
    qtbot.waitUntil(lambda: cases.model.rowCount() == 1)
    keyboard.press(Qt.Key.Key_1, ALT)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == "Alpha with chest pain")
    keyboard.press(Qt.Key.Key_K, CTRL)
    keyboard.type("beta headache")
    palette = window.findChild(command_palette.CommandPalette)
    assert palette is not None
    qtbot.waitUntil(lambda: [command.title for command in palette.found] == ["Beta with headache"])
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == "Beta with headache")


def test_language_and_theme_switched_locked_and_unlocked(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot, desk: Desk
) -> None:
    make_records(window, keyboard, qtbot)
    keyboard.paste(NOTE)
    qtbot.waitUntil(lambda: window.workspace.result.assessment is not None)
    keyboard.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert window.actions_["new"].text() == "新建"
    keyboard.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert desk.theme.palette.name == "dark"
    keyboard.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    assert window.workspace.record.editor.text == ""
    keyboard.type(PASSPHRASE)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert window.workspace.dirty
