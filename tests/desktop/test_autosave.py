"""Nothing that was typed is lost, and nothing of it lies anywhere but in the encrypted records."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.system.errors import KnownError
from desktop import autosave
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.settings import IDLE_MINUTES
from desktop.views.settings_dialog import SettingsDialog
from tests.desktop.scripted import NOTE, ScriptedServices
from tests.desktop.test_workspace import answer, open_records, type_note

MARKER = "Zyxoprol"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "AFTER_REST_MS", 0)


def drafts(desk: Desk) -> list[str]:
    return [line.id for line in desk.services.open_drafts()]


def wait_for_draft(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: window.workspace.autosave.kept_at is not None)
    return window.workspace.draft.id


def unlock(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    form = window.unlock.unlock_form
    form.fields["passphrase"].setText("correct horse")
    form.button.click()
    qtbot.waitUntil(lambda: window.workspace.isVisible())


def test_typed_text_is_kept_until_it_is_saved(window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    key = wait_for_draft(window, qtbot)
    assert drafts(desk) == [key]
    assert "draft kept" in window.status.state
    cases = window.workspace.cases
    qtbot.waitUntil(lambda: cases.model.rowCount() == 1)
    assert "draft" in cases.model.index(0).data(257).detail
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or MARKER.encode() not in file.read_bytes()
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    assert drafts(desk) == []
    assert "Saved" in window.status.state


def test_discarded_text_is_forgotten(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    wait_for_draft(window, qtbot)
    window.actions_["new"].trigger()
    answer(window, "Discard")
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert drafts(desk) == []
    assert window.workspace.record.editor.text == ""


def test_without_records_nothing_is_kept(inside: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    type_note(inside, qtbot)
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert inside.workspace.autosave.kept_at is None
    assert "without storing" in inside.status.state
    assert {file.name for file in tmp_path.iterdir()} <= {"settings.json"}


def test_after_a_crash_the_text_is_offered(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    key = wait_for_draft(window, qtbot)
    desk.services.lock()
    window.workspace.blank()
    window.session.unclean = True
    open_records(window, desk)
    qtbot.waitUntil(lambda: "did not close properly" in window.messages.text)
    window.messages.offer.click()
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert window.workspace.draft.id == key
    assert window.workspace.dirty
    assert window.messages.text.startswith("This is your unsaved text")


def test_after_an_orderly_end_nothing_is_offered(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert window.messages.text == ""


def test_the_lock_keeps_the_text_and_comes_back_to_it(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    key = window.workspace.draft.id
    window.actions_["lock"].trigger()
    assert window.workspace.record.editor.text == ""
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    unlock(window, desk, qtbot)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert window.workspace.draft.id == key
    assert window.workspace.dirty


def test_the_lock_comes_back_to_a_saved_case_too(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    window.session.lock()
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    unlock(window, desk, qtbot)
    qtbot.waitUntil(lambda: window.workspace.record.editor.text == NOTE)
    assert not window.workspace.dirty


def test_nobody_there_locks_and_closes_what_lies_over_the_window(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot)
    now = [1000.0]
    window.session.idle._clock = lambda: now[0]
    window.session.idle.watch(True)
    window.actions_["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    now[0] += 60 * desk.settings.get(IDLE_MINUTES) - 1
    window.session.idle.look()
    assert dialog.isVisible()
    now[0] += 2
    window.session.idle.look()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    assert window.workspace.record.editor.text == ""
    assert window.workspace.result.assessment is None


def test_without_a_key_to_give_up_the_text_is_covered(inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    type_note(inside, qtbot)
    inside.session.lock()
    assert inside.cover.isVisible()
    assert not inside.workspace.isVisible()
    assert not inside.actions_["save"].isEnabled()
    inside.cover.show_again.click()
    assert inside.workspace.record.editor.text == NOTE
    inside.session.lock()
    inside.cover.discard.click()
    assert inside.workspace.record.editor.text == ""
    assert inside.unlock.isVisible()


def test_text_that_cannot_be_kept_is_covered_rather_than_lost(
    window: MainWindow, desk: Desk, services: ScriptedServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_records(window, desk)
    type_note(window, qtbot)

    def full(_: object) -> None:
        raise KnownError("the disk is full, and nothing was changed: make room and save again")

    monkeypatch.setattr(services, "keep_draft", full)
    window.session.lock()
    qtbot.waitUntil(lambda: window.cover.isVisible())
    assert "disk is full" in window.cover.fault.text()
    assert not window.workspace.isVisible()
    window.cover.show_again.click()
    assert window.workspace.record.editor.text == NOTE
    assert window.workspace.dirty


def test_a_draft_of_a_stored_case_opens_before_the_case(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_records(window, desk)
    type_note(window, qtbot, "chest pain")
    window.workspace.save()
    qtbot.waitUntil(lambda: not window.workspace.dirty)
    key = window.workspace.draft.id
    window.workspace.record.editor.insertPlainText(" and sweating")
    wait_for_draft(window, qtbot)
    window.session.lock()
    qtbot.waitUntil(lambda: not desk.services.unlocked)
    desk.services.open_records("correct horse")
    assert desk.services.load(key).text == "chest pain"
    case, typed_at = desk.services.load_newest(key)
    assert case.text == "chest pain and sweating"
    assert typed_at is not None
