"""Stored cases: filters, drafts among them, several files at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from core.case.model import Case
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.views.case_filters import CaseFilters
from tests.desktop.test_workspace import open_records


def titles(window: MainWindow) -> list[str]:
    model = window.workspace.cases.model
    return [str(model.index(at).data()) for at in range(model.rowCount())]


def store(desk: Desk, *texts: str) -> None:
    for number, text in enumerate(texts):
        case = Case(id=f"case{number}", text=text)
        desk.services.save(case, desk.services.assess(case))


def test_filters(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.services.create_records("correct horse")
    store(desk, "chest pain one", "nothing much")  # the one is emergent, of the other nothing can be said
    desk.services.keep_draft(Case(id="case1", text="nothing much more"))
    desk.services.keep_draft(Case(id="new", text="only a draft"))
    open_records_again(window, desk)
    everything = ["only a draft", "nothing much", "chest pain one"]
    qtbot.waitUntil(lambda: titles(window) == everything)
    filters = window.workspace.cases.filters
    assert not filters.active
    filters.level.setCurrentIndex(1)
    qtbot.waitUntil(lambda: titles(window) == ["chest pain one"])
    filters.level.setCurrentIndex(4)
    qtbot.waitUntil(lambda: "No stored case" in window.workspace.cases.note)
    filters.level.setCurrentIndex(0)
    filters.drafts.setChecked(True)
    qtbot.waitUntil(lambda: titles(window) == ["only a draft", "nothing much"])
    filters.drafts.setChecked(False)
    filters.when.setCurrentIndex(1)
    qtbot.waitUntil(lambda: titles(window) == everything)
    window.workspace.blank()
    assert not filters.active


def open_records_again(window: MainWindow, desk: Desk) -> None:
    desk.services.lock()
    open_records(window, desk)


def test_days_begin_at_midnight_here(desk: Desk, qtbot: QtBot) -> None:
    filters = CaseFilters(desk)
    qtbot.addWidget(filters)
    assert filters.chosen() == {"since": None, "levels": (), "with_draft": False}
    filters.when.setCurrentIndex(1)
    today = filters.chosen()["since"]
    filters.when.setCurrentIndex(2)
    week = filters.chosen()["since"]
    assert today is not None
    assert week is not None
    here = today.astimezone()
    assert (here.hour, here.minute, here.second) == (0, 0, 0)
    assert (today - week).days in (6, 7)  # a change of the clocks lies between


def test_pages_follow_one_another_past_the_drafts(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.services.create_records("correct horse")
    records = desk.services._open()
    for number in range(205):
        records.save_case(Case(id=f"c{number:03}", text=f"case number {number:03}"))
    desk.services.keep_draft(Case(id="new", text="only a draft"))
    open_records_again(window, desk)
    cases = window.workspace.cases
    qtbot.waitUntil(lambda: cases.model.rowCount() > 200)
    cases.list.scrollToBottom()
    qtbot.waitUntil(lambda: cases.model.rowCount() == 206)
    assert titles(window) == ["only a draft", *(f"case number {n:03}" for n in reversed(range(205)))]


def test_several_dropped_files_become_cases(window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    open_records(window, desk)
    paths = []
    for number, content in enumerate((b"chest pain one", b"", b"chest pain one")):
        paths.append(tmp_path / f"note{number}.txt")
        paths[-1].write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.workspace.record.editor.insertFromMimeData(data)
    qtbot.waitUntil(lambda: titles(window) == ["chest pain one", "chest pain one"])
    qtbot.waitUntil(lambda: bool(window.messages.text))
    assert window.messages.text.startswith("Cases stored: 2. Not stored: 1. The first, note1.txt: The file is empty")


def test_without_storing_only_the_first_is_opened(inside: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(f"chest pain {path.stem}")
    inside.open_paths(paths)
    qtbot.waitUntil(lambda: inside.workspace.record.editor.text == "chest pain a")


def test_the_list_by_keyboard(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.services.create_records("correct horse")
    store(desk, "chest pain one", "nothing much")
    open_records_again(window, desk)
    cases = window.workspace.cases
    qtbot.waitUntil(lambda: cases.model.rowCount() == 2)
    cases.list.setCurrentIndex(cases.model.index(0))
    qtbot.keyClick(cases.list, Qt.Key.Key_Down)
    qtbot.keyClick(cases.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == "chest pain one")
