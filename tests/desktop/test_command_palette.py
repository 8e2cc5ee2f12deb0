"""Everything that has a name is found by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.item_models.commands import Command, best
from desktop.main_window import MainWindow
from desktop.views import command_palette
from desktop.views.command_palette import CommandPalette
from desktop.views.entry_dialog import EntryDialog
from tests.desktop.scripted import NOTE
from tests.desktop.test_workspace import open_records, type_note

APPENDICITIS = Command("disease", "a", "acute appendicitis", also=("appendicitis", "阑尾炎"))
COLIC = Command("disease", "b", "biliary colic")
THROAT = Command("disease", "c", "laryngeal cancer", also=("throat cancer",))
CENTOR = Command("score", "d", "Centor score", also=("sore throat score",))
SAVE = Command("action", "save", "Save", hint="Ctrl+S", also=("Save", "保存"))
ALL = (SAVE, APPENDICITIS, COLIC, THROAT, CENTOR)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("", ["save", "a", "b", "c", "d"]),
        ("append", ["a"]),
        ("阑尾", ["a"]),
        ("COLIC bil", ["b"]),
        ("throat", ["c", "d"]),
        ("sa", ["save"]),
        ("co", ["b", "d"]),
        ("nothing like it", []),
    ],
)
def test_what_is_found_and_in_which_order(words: str, keys: list[str]) -> None:
    assert [command.key for command in best(ALL, words)] == keys


def test_another_name_is_told() -> None:
    assert best(ALL, "throat cancer")[0].detail == "throat cancer"
    assert best(ALL, "laryngeal")[0].detail == ""


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_palette, "CASES_AFTER_MS", 0)


def opened(window: MainWindow) -> CommandPalette:
    window.actions_["palette"].trigger()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    assert palette.isVisible()
    return palette


def press(palette: CommandPalette, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(palette.field, key)


def test_an_action_is_found_and_done(inside: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    palette = opened(inside)
    assert {"new", "open", "settings", "shortcuts"} <= {command.key for command in palette.found}
    assert "pdf" not in {command.key for command in palette.found}  # there is nothing to report yet
    qtbot.keyClicks(palette.field, "dark")
    press(palette, qtbot, Qt.Key.Key_Return)
    assert desk.theme.palette.name == "dark"
    assert not palette.isVisible()


def test_the_arrows_move_while_the_keyboard_stays_in_the_field(inside: MainWindow, qtbot: QtBot) -> None:
    palette = opened(inside)
    press(palette, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert palette.rows.currentIndex().row() == 1
    press(palette, qtbot, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_case_is_found_and_opened(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    window.workspace.start_new()
    palette = opened(window)
    qtbot.keyClicks(palette.field, "clerking")
    qtbot.waitUntil(lambda: [command.kind for command in palette.found] == ["case"])
    press(palette, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert palette.rows.rows_model.rowCount() == 0


def test_a_disease_leads_to_its_entry_or_to_why_it_is_not_in_the_lead(
    inside: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    palette = opened(inside)
    qtbot.keyClicks(palette.field, "acute myocardial")
    qtbot.waitUntil(lambda: [command.kind for command in palette.found] == ["disease"])
    press(palette, qtbot, Qt.Key.Key_Return)
    dialog = inside.findChild(EntryDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.windowTitle() == "disease acute-myocardial-infarction"
    assert [row.heading for row in dialog.rows.rows_model.rows] == [False, True, False]
    dialog.accept()
    asked: list[str] = []
    monkeypatch.setattr(inside.workspace.result.tabs, "ask_why_not", asked.append)
    type_note(inside, qtbot)
    inside.deeds.open_named("disease", "acute-myocardial-infarction")
    assert asked == ["acute-myocardial-infarction"]


def test_a_score_without_a_record_says_what_it_asks_for(inside: MainWindow, qtbot: QtBot) -> None:
    inside.deeds.open_named("score", "heart")
    dialog = inside.findChild(EntryDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.windowTitle() == "score heart"
    inside.deeds.open_named("score", "no such score")
    qtbot.waitUntil(lambda: "no such entry" in dialog.windowTitle())
    dialog.accept()


def test_names_of_the_other_language_are_found_too(inside: MainWindow, qtbot: QtBot) -> None:
    palette = opened(inside)
    palette.field.setText("心肌梗死")
    qtbot.waitUntil(lambda: "acute-myocardial-infarction" in {command.key for command in palette.found})
    palette.field.setText("新建")
    assert [command.key for command in palette.found] == ["new"]
    palette.reject()


def test_locking_forgets_what_was_found(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    palette = opened(window)
    qtbot.keyClicks(palette.field, "clerking")
    qtbot.waitUntil(lambda: len(palette.found) == 1)
    window.session.lock()
    assert not palette.isVisible()
    assert palette.field.text() == ""
    assert palette.rows.rows_model.rowCount() == 0
