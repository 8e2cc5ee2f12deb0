"""The first page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow

WORD = "correct horse battery"


def create(window: MainWindow, qtbot: QtBot) -> str:
    """Make records through the page; returns the recovery key."""
    page = window.unlock
    for field in ("passphrase", "again"):
        qtbot.keyClicks(page.create_form.fields[field], WORD)
    qtbot.keyClick(page.create_form.fields["again"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.page is page.key_page)
    return page.key_page.key.text()


def in_workspace(window: MainWindow) -> bool:
    return window.workspace.isVisible()


def test_create_shows_the_recovery_key_once_and_goes_on(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    key = create(window, qtbot)
    page = window.unlock.key_page
    assert len(key.replace("-", "")) >= 32
    assert not page.button.isEnabled()
    assert not in_workspace(window)
    page.written.setChecked(True)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert in_workspace(window)
    assert page.key.text() == ""
    assert desk.services.unlocked
    assert all(edit.text() == "" for edit in window.unlock.create_form.fields.values())


def test_the_recovery_key_can_be_copied(window: MainWindow, qtbot: QtBot) -> None:
    key = create(window, qtbot)
    qtbot.keyClick(window.unlock.key_page.focusProxy(), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == key


@pytest.mark.parametrize(
    ("first", "second", "said"), [("correct horse", "correct hors", "differ"), ("short", "short", "too short")]
)
def test_what_cannot_be_a_passphrase_is_said(
    window: MainWindow, qtbot: QtBot, first: str, second: str, said: str
) -> None:
    form = window.unlock.create_form
    form.fields["passphrase"].setText(first)
    form.fields["again"].setText(second)
    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said in form.fault_text)
    assert form.fields["passphrase"].hasFocus() or not window.isActiveWindow()


def test_lock_then_wrong_then_right_passphrase(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    create(window, qtbot)
    window.unlock.key_page.written.setChecked(True)
    window.unlock.key_page.button.click()
    window.session.lock()
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    form = window.unlock.unlock_form
    assert window.unlock.page is form
    qtbot.keyClicks(form.fields["passphrase"], "something else")
    qtbot.keyClick(form.fields["passphrase"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "passphrase is wrong" in form.fault_text)
    assert not in_workspace(window)
    form.fields["passphrase"].setText(WORD)
    form.button.click()
    qtbot.waitUntil(lambda: in_workspace(window))


def test_the_recovery_key_sets_a_new_passphrase(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    key = create(window, qtbot)
    desk.services.lock()
    window.unlock.begin()
    page = window.unlock
    link = next(b for b in page.unlock_form.links if "recovery" in b.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    form = page.recover_form
    assert page.page is form
    form.fields["recovery_key"].setText(key.lower())
    for field in ("passphrase", "again"):
        form.fields[field].setText("another passphrase")
    form.button.click()
    qtbot.waitUntil(lambda: in_workspace(window))
    desk.services.lock()
    desk.services.open_records("another passphrase")


def test_work_without_storing(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    link = next(b for b in window.unlock.create_form.links if "without storing" in b.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert in_workspace(window)
    assert not desk.services.unlocked
    assert not window.actions_["save"].isEnabled()
    assert "without storing" in window.workspace.cases.note
    assert not desk.services.folder.exists()


def test_typed_secrets_can_be_seen_on_demand(window: MainWindow) -> None:
    form = window.unlock.create_form
    edit = form.fields["passphrase"]
    assert edit.echoMode() == edit.EchoMode.Password
    form.show_box.setChecked(True)
    assert edit.echoMode() == edit.EchoMode.Normal
