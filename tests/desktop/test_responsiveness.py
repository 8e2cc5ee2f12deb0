"""The event loop always turns: a watchdog measures the longest time it did not."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from tests.desktop.scripted import NOTE

LONGEST_S = 0.1


class Watchdog(QObject):
    """Counts the processor time of this thread between two turns, so that a busy machine does not fail the test."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def _turn(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def test_the_main_flow_never_blocks(inside: MainWindow, qtbot: QtBot) -> None:
    workspace = inside.workspace
    workspace.start_new()
    qtbot.wait(1)
    watchdog = Watchdog()
    for line in NOTE.splitlines():
        workspace.record.editor.insertPlainText(line + "\n")
        qtbot.wait(1)
    qtbot.waitUntil(lambda: workspace.result.assessment is not None)
    qtbot.waitUntil(lambda: "traced" in workspace.result.summary.status)
    for at in range(workspace.result.tabs.count()):
        workspace.result.tabs.setCurrentIndex(at)
        qtbot.wait(1)
    inside.actions_["go_record"].trigger()
    inside.actions_["next_language"].trigger()
    qtbot.waitUntil(lambda: inside._desk.operations.idle)
    assert watchdog.longest < LONGEST_S


def test_changing_the_theme_and_opening_the_palette_never_blocks(inside: MainWindow, qtbot: QtBot) -> None:
    inside.workspace.record.editor.insertPlainText(NOTE)
    qtbot.waitUntil(lambda: inside.workspace.result.assessment is not None)
    qtbot.waitUntil(lambda: inside._desk.operations.idle)
    watchdog = Watchdog()
    told: list[bool] = []
    inside._desk.theme.changed.connect(lambda: told.append(True))
    inside.actions_["next_theme"].trigger()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(1)
    inside.actions_["palette"].trigger()
    qtbot.wait(1)
    inside.close_dialogs()
    assert watchdog.longest < LONGEST_S
