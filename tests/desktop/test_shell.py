"""The frame around the work: settings, keys, tour, panes, the line at the foot, names of all controls."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import SPECS
from desktop.app import make_window
from desktop.bars import MENUS
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.operations import Job
from desktop.settings import (
    ARRANGEMENT,
    CARE,
    CASES_SHOWN,
    GEOMETRY,
    HALVES,
    LETTERHEAD,
    MODELS,
    PANES,
    SECTIONS,
    THEME,
    TOUR_OFFERED,
)
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog
from tests.desktop.scripted import NOTE
from tests.desktop.test_access import takes_keyboard, unnamed
from tests.desktop.test_workspace import type_note


def settings_of(window: MainWindow) -> SettingsDialog:
    window.actions_["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_setting_has_a_control_that_holds_at_once(window: MainWindow, desk: Desk) -> None:
    dialog = settings_of(window)
    assert set(dialog.controls) == {setting.name for section in SECTIONS for setting in section.settings}
    theme = dialog.controls[THEME.name]
    assert isinstance(theme, QComboBox)
    theme.activated.emit(THEME.choices.index("dark"))
    assert desk.theme.palette.name == "dark"
    window.actions_["next_theme"].trigger()
    assert theme.currentText() == "Light"
    models = dialog.controls[MODELS.name]
    assert isinstance(models, QCheckBox)
    models.click()
    assert not desk.settings.get(MODELS)
    assert not desk.services.use_models


def test_a_letterhead_is_kept_when_the_dialog_closes(window: MainWindow, desk: Desk) -> None:
    dialog = settings_of(window)
    edit = dialog.controls[LETTERHEAD.name]
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText("Dr A\nWard 3\n" + "x" * 1000)
    dialog.accept()
    assert desk.settings.get(LETTERHEAD).startswith("Dr A\nWard 3\n")
    assert len(desk.settings.get(LETTERHEAD)) == LETTERHEAD.longest


def test_the_settings_speak_both_languages_live(window: MainWindow) -> None:
    dialog = settings_of(window)
    window.actions_["next_language"].trigger()
    window._desk.texts.turns.finish()
    assert dialog.windowTitle() == "设置"
    assert dialog.sections.item(0).text() == "外观"
    care = dialog.controls[CARE.name]
    assert isinstance(care, QComboBox)
    assert care.itemText(2) == "急诊"


def test_the_setting_of_care_is_part_of_the_case(inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    assert inside.workspace.draft.case().setting is None
    desk.settings.set(CARE, "emergency")
    assert inside.workspace.draft.case().setting == "emergency"
    inside.workspace.start_new()
    assert inside.workspace.draft.care == "emergency"


def test_settings_are_written_off_the_event_loop(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    writers: list[str] = []
    monkeypatch.setattr("desktop.settings.write_atomically", lambda *_: writers.append(threading.current_thread().name))
    desk.settings.set(LETTERHEAD, "Dr A")
    qtbot.waitUntil(lambda: bool(writers))
    assert writers[0].startswith("files")


# ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_key_is_listed(window: MainWindow) -> None:
    window.actions_["shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    said = {label.text() for label in dialog.findChildren(QLabel)}
    for spec in SPECS:
        assert window.actions_[spec.name].text().rstrip("…") in said
        assert spec.key in said
    dialog.accept()


def test_every_action_is_in_a_menu() -> None:
    in_menus = [name for _, names in MENUS for name in names if name]
    assert sorted(in_menus) == sorted(spec.name for spec in SPECS)


# ── names for screen readers ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["settings", "shortcuts", "palette"])
def test_every_control_of_a_dialog_has_a_name(inside: MainWindow, name: str) -> None:
    inside.actions_[name].trigger()
    assert unnamed(inside) == []
    inside.close_dialogs()


def test_the_cover_can_be_used_by_keyboard(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    inside.session.lock()
    assert unnamed(inside) == []
    assert [w for w in inside.cover.findChildren(QWidget) if takes_keyboard(w)] == [
        inside.cover.show_again,
        inside.cover.discard,
    ]


# ── tour ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_tour_is_offered_once(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.settings.set(TOUR_OFFERED, False)
    window.unlock.entered.emit()
    assert window.tour.at == "welcome"
    qtbot.keyClick(window.tour, Qt.Key.Key_Escape)
    assert window.tour.at is None
    window.session.lock()
    window.unlock.entered.emit()
    assert window.tour.at is None


def test_the_tour_shows_the_sample_case_and_leaves_nothing(inside: MainWindow, qtbot: QtBot) -> None:
    inside.actions_["tour"].trigger()
    tour, workspace = inside.tour, inside.workspace
    seen = []
    while tour.at is not None:
        seen.append(tour.at)
        assert inside.rect().contains(tour.card.geometry())
        if tour.at == "record":
            qtbot.waitUntil(lambda: workspace.result.assessment is not None)
            assert not workspace.dirty
        tour.on.click()
    assert seen == ["welcome", "record", "urgency", "ranking", "scores", "report", "keeping", "keys"]
    assert workspace.draft.empty


def test_the_tour_asks_before_it_takes_the_place_of_a_text(inside: MainWindow, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    inside.actions_["tour"].trigger()
    assert inside.tour.at is None
    assert inside.workspace.record.editor.text == NOTE


def test_tab_stays_on_the_card(inside: MainWindow, qtbot: QtBot) -> None:
    inside.activateWindow()
    inside.actions_["tour"].trigger()
    tour = inside.tour
    qtbot.waitUntil(tour.on.hasFocus)
    tour.on.click()
    for wanted in (tour.leave, tour.back, tour.on):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert wanted.hasFocus()
    qtbot.keyClick(tour, Qt.Key.Key_Left)
    assert tour.at == "welcome"


# ── panes ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_panes_and_shape_are_remembered(inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    panes = inside.workspace.panes
    inside.resize(1200, 700)
    panes.setSizes([300, 900])
    panes.splitterMoved.emit(300, 1)
    inside.actions_["next_arrangement"].trigger()
    assert desk.settings.get(ARRANGEMENT) == "below"
    assert inside.workspace.result.y() > inside.workspace.centre.y()
    inside.actions_["toggle_cases"].trigger()
    assert not inside.workspace.cases.isVisible()
    inside.close()
    assert desk.settings.get(GEOMETRY)
    assert len(desk.settings.get(HALVES)) == 2
    again = make_window(desk)
    qtbot.addWidget(again)
    again.show()
    again.unlock.entered.emit()
    assert again.size() == inside.size()
    assert desk.settings.get(PANES)[0] == pytest.approx(300, abs=10)
    assert not again.workspace.cases.isVisible()
    again.actions_["find_case"].trigger()
    assert again.workspace.cases.isVisible()
    assert desk.settings.get(CASES_SHOWN)


# ── work under way ───────────────────────────────────────────────────────────────────────────────────────────────


def test_long_work_says_what_it_is_and_how_far_and_can_be_cancelled(
    inside: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    go_on, ended = threading.Event(), []

    def work(job: Job) -> None:
        job.progress(2, 5)
        while not job.cancelled and not go_on.wait(0.01):
            pass

    desk.operations.start(
        work,
        lane="files",
        done=lambda _: ended.append("done"),
        failed=ended.append,
        stopped=lambda: ended.append("stopped"),
        words="work.importing",
    )
    assert inside.status.words == ""  # what is over at once would only flicker
    qtbot.waitUntil(lambda: inside.status.words.startswith("Reading and storing the files 2 of 5"))
    inside.status.stop.click()
    qtbot.waitUntil(lambda: ended == ["stopped"])
    assert inside.status.words == ""
    assert desk.operations.idle
