"""Putting findings right in the real window with the real engine: by mouse, by keyboard, there and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.views.correction_menu import ConceptDialog, CorrectionMenu
from desktop.views.editor import Editor
from desktop.vocabulary import Suggestion
from tests.desktop.test_access import activate
from tests.desktop.test_real_case import WithoutModel
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge

NOTE = "62-year-old man with crushing central chest pain for 1 hour. Sweating, nausea. No fever. Cough. Denies cough."
LONG = 30_000


@pytest.fixture
def services(tmp_path: Path) -> WithoutModel:
    return WithoutModel(tmp_path / "records")


def take_note(window: MainWindow, qtbot: QtBot, text: str = NOTE) -> Editor:
    editor = window.workspace.record.editor
    editor.insertPlainText(text)
    ranked(window, qtbot)
    return editor


def ranked(window: MainWindow, qtbot: QtBot) -> None:
    analysis = window.workspace.analysis
    qtbot.waitUntil(lambda: analysis.has_result and window._desk.operations.idle, timeout=LONG)


def marks_on(editor: Editor, words: str) -> list[str]:
    at = editor.text.index(words)
    return [m.style for m in editor.marks if (m.start, m.end) == (at, at + len(words))]


def open_menu(editor: Editor, words: str) -> CorrectionMenu:
    at = editor.text.index(words)
    editor.select(((at, at + len(words)),))
    editor.ask_here()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CorrectionMenu)
    return menu


def choose(menu: CorrectionMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_a_click_on_a_finding_asks_and_the_answer_moves_the_order(inside: MainWindow, qtbot: QtBot) -> None:
    editor = take_note(inside, qtbot)
    before = inside.workspace.analysis.assessment
    cursor = editor.textCursor()
    cursor.setPosition(NOTE.index("fever") + 2)
    place = editor.cursorRect(cursor).center()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CorrectionMenu)
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Absent"]
    choose(menu, "Present")
    assert not inside.workspace.analysis.has_result
    ranked(inside, qtbot)
    assert marks_on(editor, "fever") == ["present", "by_hand"]
    assert "put right by hand" in editor.tip_at(NOTE.index("fever"))
    after = inside.workspace.analysis.assessment
    assert before is not None
    assert after is not None
    assert [d.id for d in before.differential] != [d.id for d in after.differential]
    assert inside.workspace.result.moved.isVisible()
    assert inside.workspace.dirty


def test_a_click_beside_the_text_asks_nothing(inside: MainWindow, qtbot: QtBot) -> None:
    editor = take_note(inside, qtbot, "No fever")
    far = QPoint(editor.viewport().width() - 5, editor.cursorRect().center().y())
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=far)
    assert QApplication.activePopupWidget() is None


def test_typing_goes_on_through_an_open_menu(inside: MainWindow, qtbot: QtBot) -> None:
    activate(inside, qtbot)
    editor = take_note(inside, qtbot)
    menu = open_menu(editor, "fever")
    qtbot.keyClick(menu, Qt.Key.Key_X)
    assert "No x." in editor.text.replace("X", "x")
    assert QApplication.activePopupWidget() is None


def test_corrections_and_typing_are_taken_back_in_their_order(inside: MainWindow, qtbot: QtBot) -> None:
    activate(inside, qtbot)
    editor = take_note(inside, qtbot)
    choose(open_menu(editor, "Sweating"), "Not a finding")
    ranked(inside, qtbot)
    assert marks_on(editor, "Sweating") == ["removed"]
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Ward 3. ")
    ranked(inside, qtbot)
    assert marks_on(editor, "Sweating") == ["removed"]
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == NOTE
    assert len(inside.workspace.draft.corrections) == 1
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not inside.workspace.draft.corrections
    ranked(inside, qtbot)
    assert marks_on(editor, "Sweating") == ["present"]
    inside.actions_["redo"].trigger()
    ranked(inside, qtbot)
    assert marks_on(editor, "Sweating") == ["removed"]
    choose(open_menu(editor, "Sweating"), "As the record was read")
    assert not inside.workspace.draft.corrections


def test_another_finding_is_named_by_typing(inside: MainWindow, qtbot: QtBot) -> None:
    activate(inside, qtbot)
    editor = take_note(inside, qtbot)
    choose(open_menu(editor, "nausea"), "Another finding…")
    dialog = inside.findChild(ConceptDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.field, "no such finding")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "haemoptysis")
    qtbot.waitUntil(lambda: dialog.field.choice is not None, timeout=LONG)
    qtbot.keyClick(QApplication.activePopupWidget() or dialog.field, Qt.Key.Key_Return)
    assert len(inside.workspace.draft.corrections) == 1
    ranked(inside, qtbot)
    at = NOTE.index("nausea")
    (mark,) = [m for m in editor.marks if m.start == at and m.finding is not None]
    assert mark.finding is not None
    assert mark.finding.label == "haemoptysis"


def test_words_that_were_not_read_can_be_named(inside: MainWindow, qtbot: QtBot) -> None:
    editor = take_note(inside, qtbot)
    at = NOTE.index("1 hour")
    editor.select(((at, at + 6),))
    inside.actions_["correct"].trigger()
    dialog = inside.findChild(ConceptDialog)
    assert dialog is not None
    dialog._take(Suggestion("finding", "HP:0012735", "cough", "cough"))
    ranked(inside, qtbot)
    assert marks_on(editor, "1 hour") == ["present", "by_hand"]


def test_corrections_are_saved_with_the_case(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.services.create_records("correct horse")
    window.unlock.entered.emit()
    editor = take_note(window, qtbot)
    choose(open_menu(editor, "fever"), "In the family")
    ranked(window, qtbot)
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty, timeout=LONG)
    key = window.workspace.draft.id
    window.workspace.start_new()
    assert window.workspace.draft.corrections == ()
    window.workspace.load(key)
    qtbot.waitUntil(lambda: editor.text == NOTE, timeout=LONG)
    ranked(window, qtbot)
    assert marks_on(editor, "fever") == ["family", "by_hand"]
    assert not window.workspace.dirty
    window.actions_["lock"].trigger()
    assert editor.history.corrections == ()
    assert editor.history.stack.count() == 0


def test_what_contradicts_is_marked_and_both_sides_are_found(inside: MainWindow, qtbot: QtBot) -> None:
    editor = take_note(inside, qtbot)
    conflicts = inside.workspace.record.conflicts
    assert conflicts.isVisible()
    assert [m.style for m in editor.marks].count("conflict") == 2
    assert "Denies cough" in editor.tip_at(NOTE.index("Cough"))
    conflicts.heading.setChecked(True)
    conflicts.rows.open_index(conflicts.rows.rows_model.index(0, 0))
    assert editor.textCursor().selectedText().casefold() == "cough"
    choose(open_menu(editor, "Cough"), "Not a finding")
    ranked(inside, qtbot)
    assert not conflicts.isVisible()


def test_values_given_twice_are_plotted(inside: MainWindow, qtbot: QtBot) -> None:
    text = "Potassium 3.1 mmol/L, after 2 h potassium 5.9 mmol/L."
    editor = take_note(inside, qtbot, text)
    trends = inside.workspace.record.trends
    qtbot.waitUntil(trends.isVisible)
    (plot,) = trends.plots
    assert plot.accessibleName() == "potassium in the order of the record: 3.1 → 5.9 mmol/L. Normal: 3.5–5.3"
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert editor.textCursor().selectedText() == "Potassium 3.1 mmol/L"
    inside.actions_["next_language"].trigger()
    inside._desk.texts.turns.finish()
    assert plot.accessibleName().startswith("钾")
    inside.workspace.start_new()
    assert not trends.isVisible()


def test_several_files_pasted_at_once_are_stored(window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.services.create_records("correct horse")
    window.unlock.entered.emit()
    data = QMimeData()
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two")]
    for path in paths:
        path.write_text(f"{path.stem}: chest pain", encoding="utf-8")
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.workspace.record.editor.insertFromMimeData(data)
    qtbot.waitUntil(lambda: window.workspace.cases.model.rowCount() == 2, timeout=LONG)


def test_a_finding_is_entered_in_fields(inside: MainWindow, qtbot: QtBot) -> None:
    activate(inside, qtbot)
    editor = take_note(inside, qtbot)
    inside.actions_["enter_fields"].trigger()
    entry = inside.workspace.record.entry
    assert entry.name.hasFocus()
    qtbot.keyClicks(entry.name, "haemoptysis")
    qtbot.waitUntil(lambda: entry.name.choice is not None, timeout=LONG)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup or entry.name, Qt.Key.Key_Return)
    assert entry.state.hasFocus()
    qtbot.keyClick(entry.state, Qt.Key.Key_Down)
    qtbot.keyClick(entry.state, Qt.Key.Key_Tab)
    qtbot.keyClick(entry.add, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: editor.text.endswith("Present illness:\nNo haemoptysis."), timeout=LONG)
    assert entry.name.text() == ""
    ranked(inside, qtbot)
    assert marks_on(editor, "haemoptysis") == ["absent"]
    inside.actions_["undo"].trigger()
    assert editor.text == NOTE


def test_what_is_near_in_meaning_is_offered_and_taken_from_the_list_alone(inside: MainWindow, qtbot: QtBot) -> None:
    activate(inside, qtbot)
    take_note(inside, qtbot)
    inside.actions_["enter_fields"].trigger()
    name = inside.workspace.record.entry.name
    qtbot.keyClicks(name, "the room was spinning")
    qtbot.waitUntil(lambda: any(found.near for found in name.found), timeout=LONG)
    assert "vertigo" in [found.name for found in name.found]
    qtbot.keyClick(QApplication.activePopupWidget() or name, Qt.Key.Key_Return)
    assert name.choice is None
    name.setFocus()
    name._activated("≈ vertigo")
    assert name.choice is not None
    assert name.text() == "vertigo"


def test_a_value_needs_a_name_that_is_known_and_a_number(inside: MainWindow, qtbot: QtBot) -> None:
    entry, editor = inside.workspace.record.entry, inside.workspace.record.editor
    entry.kind.setCurrentIndex(3)
    entry.name.setText("zzz")
    entry.add.click()
    assert "Nothing is called" in inside.messages.text
    entry.name._take(Suggestion("value", "sodium", "sodium", "sodium", ("mmol/L",)))
    entry.more.setText("many")
    entry.add.click()
    assert "A value is a number" in inside.messages.text
    entry.more.setText("128")
    entry.add.click()
    qtbot.waitUntil(lambda: editor.text == "Results:\nsodium: 128 mmol/L", timeout=LONG)
