"""Stored cases: filters, drafts among them, several files at once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from core.case.model import Case
from desktop.desk import Desk
from desktop.item_models.cases import CaseListModel
from desktop.item_models.rows import Row
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
    inside.deeds.open_paths(paths)
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


def a_case(number: int) -> SimpleNamespace:
    return SimpleNamespace(
        id=str(number),
        title=f"case {number}",
        changed_at=datetime(2026, 11, 22, tzinfo=UTC),
        has_draft=False,
        triage_level="emergent",
        top_name=None,
        stored=True,
    )


def test_of_many_cases_only_those_that_are_seen_become_rows(
    inside: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty thousand made at once, and again at a change of language, held the window for most of a second."""
    cases = inside.workspace.cases
    made: list[str] = []
    make = CaseListModel._row

    def counted(model: CaseListModel, case: SimpleNamespace) -> Row:
        made.append(case.id)
        return make(model, case)

    monkeypatch.setattr(CaseListModel, "_row", counted)
    cases.model.begin([a_case(number) for number in range(20_000)])
    cases.model.add([])  # the last page
    cases._stack.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "0" in made)
    assert cases.model.rowCount() == 20_000
    assert len(made) < 100
    cases.list.scrollToBottom()
    qtbot.waitUntil(lambda: "19999" in made)
    inside._desk.texts.speak("zh")
    inside._desk.texts.turns.finish()
    qtbot.waitUntil(lambda: made.count("19999") == 2)
    assert len(made) < 300
