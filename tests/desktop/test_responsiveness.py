"""The event loop always turns: a watchdog measures the longest time it did not."""

from __future__ import annotations

import gc
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.turns import Turns
from tests.desktop.scripted import NOTE, ScriptedServices
from tests.desktop.test_models import summary
from tests.desktop.watchdog import Watchdog

LONGEST_S = 0.1
LONGEST_OF_A_TURN_S = 0.05


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
    qtbot.waitUntil(lambda: inside._desk.operations.idle)
    inside.actions_["palette"].trigger()
    qtbot.wait(1)
    inside.close_dialogs()
    assert watchdog.longest < LONGEST_S


@pytest.mark.parametrize("action", ["next_language", "next_theme"])
def test_no_turn_of_a_switch_is_long(inside: MainWindow, qtbot: QtBot, action: str) -> None:
    """With a full assessment in view; the shortest of three, because of what else a turn may hold."""
    desk = inside._desk
    turns: Turns = desk.texts.turns if action == "next_language" else desk.theme.turns
    inside.workspace.record.editor.insertPlainText(NOTE)
    qtbot.waitUntil(lambda: inside.workspace.result.assessment is not None)
    longest = []
    for _ in range(3):
        qtbot.waitUntil(lambda: desk.operations.idle)
        qtbot.wait(1)
        watchdog = Watchdog()
        inside.actions_[action].trigger()
        assert turns.busy
        qtbot.waitUntil(lambda: not turns.busy)
        qtbot.wait(1)
        longest.append(watchdog.longest)
    assert min(longest) < LONGEST_OF_A_TURN_S, longest


def test_many_cases_scroll_and_are_searched_without_a_long_turn(
    inside: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """20,000 of them; what the records take to answer is measured with the records."""
    stored = [summary(number) for number in range(20_000)]
    gc.freeze()  # they stand for a database, which no sweep looks through
    request.addfinalizer(gc.unfreeze)

    def pages(_: ScriptedServices, search: str, limit: int, offset: int, **_chosen: Any) -> list[Any]:
        found = [case for case in stored if search in case.title]
        return found[offset : offset + limit]

    monkeypatch.setattr(ScriptedServices, "unlocked", True)
    monkeypatch.setattr(ScriptedServices, "list_cases", pages)
    cases, desk = inside.workspace.cases, inside._desk
    cases.refresh()
    qtbot.waitUntil(lambda: cases.model.rowCount() > 0)
    watchdog = Watchdog()
    while cases.model.rowCount() < len(stored):
        cases.list.scrollToBottom()
        qtbot.waitUntil(partial(_more_than, cases.model.rowCount(), cases.model))
    cases.search.setText("1234")
    qtbot.waitUntil(lambda: 0 < cases.model.rowCount() < 100)
    cases.search.setText("nobody")
    qtbot.waitUntil(lambda: bool(cases.note))
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert watchdog.longest < LONGEST_OF_A_TURN_S


def _more_than(rows: int, model: QAbstractItemModel) -> bool:
    return model.rowCount() > rows
