"""Warnings that ask for an answer: one open, the others in a line each, and no list that scrolls inside another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.assessment import Assessment
from core.case.model import Case
from core.treatment.model import SafetyItem
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.views.treatment_tab import TreatmentTab
from tests.desktop.scripted import ScriptedServices
from tests.desktop.test_workspace import open_records, type_note
from tests.fixtures import chest_pain_assessment

LONG = "Both slow the heart and together may stop it; deaths have been reported in the elderly and in renal failure."


def warning(number: int) -> SafetyItem:
    return SafetyItem(
        kind="interaction",
        severity="contraindicated",
        interruptive=True,
        drugs=(f"first-drug-{number}", f"second-drug-{number}"),
        message=LONG,
        action="Stop one of the two, keep the patient on a monitor for 24 hours, and give atropine if the rate falls.",
        source="a guideline of 2020 with a name that goes on for a while",
    )


@pytest.fixture
def treatment(inside: MainWindow, qtbot: QtBot) -> TreatmentTab:
    """Four warnings in a window of 1280 by 800."""
    inside.resize(1280, 800)
    result = inside.workspace.result
    found = chest_pain_assessment().model_copy(update={"safety": tuple(warning(number) for number in range(4))})
    result.show_assessment(found)
    result.tabs.setCurrentWidget(result.treatment)
    qtbot.waitUntil(lambda: len(result.treatment.alerts.frames) == 4 and not result.treatment._fitting.isActive())
    qtbot.wait(20)
    return result.treatment


def test_four_of_them_are_seen_without_scrolling(treatment: TreatmentTab, qtbot: QtBot) -> None:
    for frame in treatment.alerts.frames:
        if frame.line.isVisible():
            frame.line.click()
        qtbot.waitUntil(frame.reason.isVisible)
        qtbot.wait(20)
        assert treatment._scroll.verticalScrollBar().maximum() == 0
        assert [one.line.isVisible() for one in treatment.alerts.frames].count(False) == 1
    assert treatment.rows.height() > 100  # what else there is to say keeps its room


def test_by_keyboard_each_is_opened_and_answered(inside: MainWindow, treatment: TreatmentTab, qtbot: QtBot) -> None:
    inside.activateWindow()
    third = treatment.alerts.frames[2]
    third.line.setFocus()
    qtbot.waitUntil(third.line.hasFocus)
    qtbot.keyClick(third.line, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is third.reason
    qtbot.keyClicks(third.reason, "paced")
    qtbot.keyClick(third.reason, Qt.Key.Key_Return)
    assert treatment.alerts.waiting == 3
    treatment.focus_alert()
    assert treatment.alerts.frames[0].reason.isVisible()
    assert third.line.text().startswith("✓ Going on: paced")
    third.line.click()
    third.button.click()
    assert treatment.alerts.waiting == 4


class Warned(ScriptedServices):
    """Every record has one warning that asks for an answer."""

    def assess(self, case: Case) -> Assessment:
        return super().assess(case).model_copy(update={"safety": (warning(0),)})


class TestStored:
    """A reason belongs to the case: it is kept, shown again, and handed to the report."""

    @pytest.fixture
    def services(self, tmp_path: Path) -> Warned:
        return Warned(tmp_path / "records")

    def test_a_reason_comes_back_with_its_case_and_with_no_other(
        self, window: MainWindow, desk: Desk, qtbot: QtBot
    ) -> None:
        open_records(window, desk)
        workspace = window.workspace
        alerts = workspace.result.treatment.alerts
        type_note(window, qtbot)
        qtbot.waitUntil(lambda: len(alerts.frames) == 1)
        workspace.save()
        qtbot.waitUntil(lambda: not workspace.dirty)
        alerts.frames[0].reason.setText("paced")
        alerts.frames[0]._answer()
        assert workspace.dirty
        assert workspace.draft.case().overrides[0].reason == "paced"
        key = workspace.draft.id
        qtbot.waitUntil(lambda: workspace.analysis.has_result)
        workspace.save()
        qtbot.waitUntil(lambda: not workspace.dirty)
        (kept,) = desk.services.load(key).overrides
        assert (kept.warning, kept.reason) == (warning(0).key, "paced")
        workspace.start_new()
        type_note(window, qtbot)
        qtbot.waitUntil(lambda: alerts.waiting == 1)
        workspace.record.editor.document().setModified(False)
        workspace.load(key)
        qtbot.waitUntil(lambda: workspace.draft.id == key and bool(alerts.frames) and alerts.waiting == 0)
        assert alerts.frames[0].said.text() == "Going on: paced"
        assert not workspace.dirty
        alerts.frames[0].button.click()
        assert workspace.draft.overrides == ()
        assert workspace.dirty
