"""One case, from typing to a saved report, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.services import MAX_EDITED
from tests.desktop.scripted import NO_KNOWLEDGE, NOTE, TRACED, WITHHELD, ScriptedServices


def type_note(window: MainWindow, qtbot: QtBot, text: str = NOTE) -> None:
    """As a paste does, then wait for the result."""
    window.workspace.record.editor.insertPlainText(text)
    qtbot.waitUntil(lambda: window.workspace.result.assessment is not None)


def open_records(window: MainWindow, desk: Desk) -> None:
    if desk.services.records_exist():
        desk.services.open_records("correct horse")
    else:
        desk.services.create_records("correct horse")
    window.unlock.entered.emit()


def answer(window: MainWindow, words: str) -> None:
    box = window.findChild(QMessageBox)
    assert box is not None
    next(b for b in box.buttons() if b.text() == words).click()


def test_typing_marks_findings_and_ranks(inside: MainWindow, qtbot: QtBot) -> None:
    workspace = inside.workspace
    qtbot.keyClicks(workspace.record.editor, "58 man, chest pain, no fever")
    qtbot.waitUntil(lambda: len(workspace.record.editor.marks) == 2)
    assert [mark.style for mark in workspace.record.editor.marks] == ["present", "absent"]
    assert "fever: absent" in workspace.record.editor.tip_at(26)
    qtbot.waitUntil(lambda: workspace.result.assessment is not None)
    rows = workspace.result.differential.rows.rows_model
    assert rows.rowCount() >= 3
    assert rows.rows[0].mark == "1"
    assert "Emergent" in workspace.result.banner.words
    assert "58 years" in workspace.record.gist


def test_a_reason_leads_to_its_words(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    view = inside.workspace.result.differential.rows
    top = view.rows_model.index(0, 0)
    view.open_index(top)
    assert view.isExpanded(top)
    reasons = [view.rows_model.index(at, 0, top) for at in range(view.rows_model.rowCount(top))]
    reason = next(r for r in reasons if (row := view.rows_model.row_at(r)) is not None and row.spans)
    row = view.rows_model.row_at(reason)
    assert row is not None
    view.open_index(reason)
    start, end = row.spans[0]
    assert inside.workspace.record.editor.textCursor().selectedText() == NOTE[start:end]


def test_marks_count_characters_as_the_core_does(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot, "𠮷😀 chest pain")
    editor = inside.workspace.record.editor
    qtbot.waitUntil(lambda: len(editor.marks) == 1)
    editor.select(((3, 13),))
    assert editor.textCursor().selectedText() == "chest pain"


def test_marks_follow_the_text_until_it_is_read_anew(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot, "chest pain")
    editor = inside.workspace.record.editor
    qtbot.waitUntil(lambda: len(editor.marks) == 1)
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Now ")
    assert editor.tip_at(5) != ""
    assert editor.tip_at(1) == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "not hold text"),
        ("large.txt", b"a" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        ("long.txt", b"chest pain " * (MAX_EDITED // 10), "more than the window can edit"),
        ("image.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "cannot be read yet"),
        (None, b"", "no such file"),
    ],
)
def test_a_bad_file_gives_a_sentence_and_loses_nothing(
    inside: MainWindow, qtbot: QtBot, tmp_path: Path, name: str | None, content: bytes, said: str
) -> None:
    inside.workspace.record.editor.insertPlainText("typed before")
    path = tmp_path / (name or "nowhere.txt")
    if name is not None:
        path.write_bytes(content)
    inside.workspace.open_file(path)
    qtbot.waitUntil(lambda: said in inside.messages.text)
    assert inside.messages.text[0].isupper()
    assert inside.workspace.record.editor.text == "typed before"


def test_a_dropped_file_is_opened(inside: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Chinese too: 胸痛; chest pain", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    inside.workspace.record.editor.insertFromMimeData(data)
    qtbot.waitUntil(lambda: "胸痛" in inside.workspace.record.editor.text)


def test_a_paste_that_is_too_long_is_refused(inside: MainWindow) -> None:
    data = QMimeData()
    data.setText("x" * (MAX_EDITED + 1))
    inside.workspace.record.editor.insertFromMimeData(data)
    assert "more than the" in inside.messages.text
    assert inside.workspace.record.editor.text == ""


def test_save_and_reopen(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    assert window.workspace.dirty
    window.actions_["save"].trigger()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    cases = window.workspace.cases
    qtbot.waitUntil(lambda: cases.model.rowCount() == 1)
    assert "Saved" in window.messages.text
    window.actions_["new"].trigger()
    assert window.workspace.record.editor.text == ""
    cases.list.clicked.emit(cases.model.index(0))
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert not window.workspace.dirty
    window.workspace.save()
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert cases.model.rowCount() == 1


def test_cases_are_searched(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    for text in ("Alpha chest pain", "Beta headache"):
        window.workspace.start_new()
        window.workspace.record.editor.insertPlainText(text)
        window.workspace.save()
        qtbot.waitUntil(lambda: not window.workspace.dirty)
    cases = window.workspace.cases
    qtbot.waitUntil(lambda: cases.model.rowCount() == 2)
    cases.search.setText("beta")
    qtbot.waitUntil(lambda: cases.model.rowCount() == 1)
    cases.search.setText("gamma")
    qtbot.waitUntil(lambda: "No stored case" in cases.note)


def test_unsaved_text_is_asked_about(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    window.actions_["new"].trigger()
    answer(window, "Stay here")
    assert window.workspace.record.editor.text == NOTE
    window.actions_["new"].trigger()
    answer(window, "Save")
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == "")
    assert len(desk.services.list_cases("", 10, 0)) == 1


def test_lock_blanks_everything(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    window.actions_["lock"].trigger()
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    workspace = window.workspace
    assert workspace.record.editor.text == ""
    assert not workspace.record.editor.history.stack.canUndo()
    assert workspace.result.assessment is None
    assert workspace.result.differential.rows.rows_model.rowCount() == 0
    assert workspace.cases.model.rowCount() == 0
    assert workspace.report.pdf is None
    assert window.unlock.page is window.unlock.unlock_form


def test_prose_comes_and_what_was_withheld_stands_apart(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    result = inside.workspace.result
    qtbot.waitUntil(lambda: "traced" in result.summary.status)
    said = [row.title for row in result.summary.rows.rows_model.rows]
    assert said == [TRACED.text, TRACED.text]
    assert [row.title for row in result.review.rows.rows_model.rows] == [WITHHELD.text]
    assert "(1)" in result.tabs.tabText(result.tabs.indexOf(result.review))
    known = inside.workspace.analysis.assessment
    assert known is not None
    assert known.withheld_sentences == 1


def test_stop_keeps_what_had_come_and_the_template_tells_the_rest(
    inside: MainWindow, qtbot: QtBot, services: ScriptedServices
) -> None:
    services.prose_may_end.clear()
    type_note(inside, qtbot)
    result = inside.workspace.result
    qtbot.waitUntil(lambda: result.summary.rows.rows_model.rowCount() == 1)
    assert inside.actions_["stop"].isEnabled()
    inside.actions_["stop"].trigger()
    assert not inside.actions_["stop"].isEnabled()
    assert "Stopped" in result.summary.status
    qtbot.waitUntil(lambda: inside._desk.operations.idle)
    assert result.summary.rows.rows_model.rowCount() == 2
    assert "Stopped" in result.summary.status


def test_the_report_is_shown_and_saved(inside: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    type_note(inside, qtbot)
    inside.actions_["go_report"].trigger()
    qtbot.waitUntil(lambda: inside.workspace.report.page_count == 1)
    target = tmp_path / "out.pdf"
    inside.workspace.save_pdf(target)
    qtbot.waitUntil(lambda: "out.pdf" in inside.messages.text)
    assert target.read_bytes().startswith(b"%PDF")
    inside.workspace.save_pdf(tmp_path / "missing" / "file" / "\x00.pdf")
    qtbot.waitUntil(lambda: "out.pdf" not in inside.messages.text)


def test_not_enough_to_go_on_is_said_calmly(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot, "Shopping list: milk, eggs")
    result = inside.workspace.result
    assert result.assessment is not None
    assert result.assessment.abstained is not None
    assert result.helpful.rows_model.rowCount() == len(result.assessment.abstained.separating)


def test_without_knowledge_the_sentence_stands_where_the_result_would(
    inside: MainWindow, qtbot: QtBot, services: ScriptedServices
) -> None:
    services.trouble = NO_KNOWLEDGE
    inside.workspace.record.editor.insertPlainText("chest pain")
    qtbot.waitUntil(lambda: "has not been built" in inside.workspace.result.state.words)
    assert inside.workspace.record.editor.text == "chest pain"
    services.trouble = None
    inside.workspace.result.state.button.click()
    qtbot.waitUntil(lambda: inside.workspace.result.assessment is not None)


def test_a_defect_is_told_without_the_record(
    inside: MainWindow, qtbot: QtBot, services: ScriptedServices, caplog: pytest.LogCaptureFixture
) -> None:
    services.trouble = ZeroDivisionError("MARKER of a patient")
    inside.workspace.record.editor.insertPlainText("chest pain")
    qtbot.waitUntil(lambda: "mistake of its own" in inside.workspace.result.state.words)
    assert "MARKER" not in inside.workspace.result.state.words
    assert "ZeroDivisionError" in caplog.text
    assert "MARKER" not in caplog.text


def test_language_and_theme_switch_live(inside: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    type_note(inside, qtbot)
    result = inside.workspace.result
    inside.actions_["next_language"].trigger()
    inside._desk.texts.turns.finish()
    assert result.tabs.tabText(0) == "诊断"
    assert inside.actions_["new"].text() == "新建"
    assert "紧急" in result.banner.words
    assert result.differential.rows.rows_model.rows[0].title == "急性心肌梗死"
    inside.actions_["next_theme"].trigger()
    assert desk.theme.palette.name == "dark"
    inside.actions_["next_language"].trigger()
    inside._desk.texts.turns.finish()
    assert result.tabs.tabText(0) == "Diagnoses"


def test_closing_asks_about_unsaved_text(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    inside.close()
    assert inside.isVisible()
    answer(inside, "Discard")
    assert not inside.isVisible()


def test_what_was_half_entered_does_not_go_to_the_next_patient(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    entry = inside.workspace.record.entry
    entry.name.setText("CYP2D6")
    entry.more.setText("*4/*4")
    inside.workspace.start_new()
    assert (entry.name.text(), entry.more.text()) == ("", "")
