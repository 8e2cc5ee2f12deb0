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
from desktop.services import Services
from desktop.views import command_palette
from desktop.views.correction_menu import CorrectionMenu
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

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(30):
            if self.at is widget:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"the tab key never comes to {widget.accessibleName()}")

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
    qtbot.waitUntil(lambda: window.unlock.page is window.unlock.key_page, timeout=30_000)
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


def test_an_earlier_patient_is_found_and_two_diagnoses_are_compared(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot
) -> None:
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
    differential = window.workspace.result.differential
    qtbot.waitUntil(lambda: window.workspace.analysis.has_result)
    keyboard.press(Qt.Key.Key_4, ALT)
    keyboard.tab_to(differential.rows)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.tab_to(differential.compare)
    keyboard.press(Qt.Key.Key_Space)
    panel = differential.comparison
    qtbot.waitUntil(lambda: bool(panel.verdict))
    assert None not in (panel.first.key, panel.second.key)
    assert panel.first.key != panel.second.key
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
    qtbot.waitUntil(lambda: window.actions_["new"].text() == "新建")
    keyboard.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert desk.theme.palette.name == "dark"
    keyboard.press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    assert window.workspace.record.editor.text == ""
    keyboard.type(PASSPHRASE)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert window.workspace.dirty


def test_a_finding_is_corrected_and_the_order_moves(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real engine: F8 goes to a finding, Enter asks, the arrows and Enter answer."""
    monkeypatch.setattr(desk.services, "read", lambda case: Services.read(desk.services, case))
    monkeypatch.setattr(desk.services, "rank", lambda case: Services.rank(desk.services, case))
    monkeypatch.setattr(desk.services, "assess", lambda case: Services.assess(desk.services, case))
    make_records(window, keyboard, qtbot)
    keyboard.paste("62-year-old man with crushing chest pain and nausea for 1 hour. No fever.")
    workspace = window.workspace
    qtbot.waitUntil(lambda: workspace.analysis.has_result and desk.operations.idle, timeout=30_000)
    before = workspace.result.assessment
    keyboard.press(Qt.Key.Key_F8, SHIFT)
    assert workspace.record.editor.textCursor().selectedText() == "fever"
    keyboard.press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CorrectionMenu)
    assert menu.activeAction().text() == "Present"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.result.moved.isVisible(), timeout=30_000)
    after = workspace.result.assessment
    assert before is not None
    assert after is not None
    assert [d.id for d in before.differential] != [d.id for d in after.differential]
    keyboard.press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: workspace.analysis.has_result and desk.operations.idle, timeout=30_000)
    assert workspace.result.assessment is not None
    assert [d.id for d in workspace.result.assessment.differential] == [d.id for d in before.differential]
