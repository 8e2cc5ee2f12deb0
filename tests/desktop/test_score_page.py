"""Scores beside a record: put right, not known, in units of choice."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.settings import UNITS
from desktop.views.assessment_pane import AssessmentPane
from desktop.views.score_fields import ChoiceEditor, NumberEditor, YesNoEditor
from tests.desktop.rows import changed
from tests.desktop.scripted import NOTE, ScriptedServices
from tests.fixtures import chest_pain_assessment


def test_a_score_is_put_right_by_hand(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    pane.tabs.setCurrentWidget(pane.scores)
    rows = pane.scores.rows
    rows.open_index(rows.rows_model.index(0, 0))
    panel = pane.scores.panel
    qtbot.waitUntil(lambda: panel.value == "1–3 points")
    story, age, st = panel.form.editor("story"), panel.form.editor("age"), panel.form.editor("st")
    assert isinstance(story, ChoiceEditor)
    assert isinstance(age, NumberEditor)
    assert isinstance(st, YesNoEditor)
    story.box.setCurrentIndex(2)
    story.box.activated.emit(2)
    qtbot.waitUntil(lambda: panel.value == "3 points")
    assert panel.form.origin("story").text() == "changed"
    age.box.setFocus()
    age.box.selectAll()
    qtbot.keyClicks(age.box, "70")
    qtbot.waitUntil(lambda: panel.value == "4 points")
    st.buttons[False].click()
    qtbot.waitUntil(lambda: panel.value == "3 points")
    assert st.buttons[False].isChecked()
    age.box.selectAll()
    qtbot.keyClicks(age.box, "700")
    qtbot.waitUntil(lambda: panel.value == "2 points")  # what cannot be true is not used
    assert "Expected 0 to 120" in panel.form.fault("age")
    panel.reset.click()
    qtbot.waitUntil(lambda: panel.value == "1–3 points")
    assert panel.form.editor("age").field.value == 58.0
    assert not panel.reset.isVisible()


def test_an_input_can_be_said_to_be_not_known(pane: AssessmentPane, qtbot: QtBot) -> None:
    """Whatever the record says; the same button gives it back to the record."""
    pane.tabs.open_score("heart")
    panel = pane.scores.panel
    qtbot.waitUntil(lambda: panel.value == "1–3 points")
    st, story, age = panel.form.editor("st"), panel.form.editor("story"), panel.form.editor("age")
    assert isinstance(st, YesNoEditor)
    assert isinstance(story, ChoiceEditor)
    assert isinstance(age, NumberEditor)
    assert not st.unknown.isChecked()
    st.unknown.click()
    qtbot.waitUntil(lambda: panel.value == "0–3 points")
    assert st.unknown.isChecked()
    assert not any(button.isChecked() for button in st.buttons.values())
    assert panel.form.origin("st").text() == "changed"
    st.unknown.click()
    qtbot.waitUntil(lambda: panel.value == "1–3 points")
    assert st.buttons[True].isChecked()
    assert story.box.currentText() == "not known"
    age.unknown.click()
    qtbot.waitUntil(lambda: age.field.value is None)
    assert age.box.text() == ""
    assert "age: not known" in [age.unknown.accessibleName()]


def test_an_input_leads_to_its_words(pane: AssessmentPane, qtbot: QtBot) -> None:
    pane.tabs.open_score("heart")
    panel = pane.scores.panel
    qtbot.waitUntil(lambda: bool(panel.value))
    with qtbot.waitSignal(pane.opened) as told:
        panel.form.origin("st").click()
    ((start, end),) = told.args[0]
    assert NOTE[start:end] == "ST dep"
    assert not panel.form.origin("word").isEnabled()


def test_what_was_given_goes_with_the_record(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    pane.tabs.open_score("heart")
    panel = pane.scores.panel
    qtbot.waitUntil(lambda: bool(panel.value))
    panel.give("story", "high")
    qtbot.waitUntil(lambda: panel.value == "3 points")
    pane.show_assessment(chest_pain_assessment())
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert panel.value == "3 points"
    pane.show_assessment(changed(chest_pain_assessment(), id="another"))
    assert pane.scores.currentIndex() == 0
    pane.tabs.open_score("heart")
    qtbot.waitUntil(lambda: panel.value == "1–3 points")


def test_another_score_by_name(pane: AssessmentPane, qtbot: QtBot) -> None:
    pane.tabs.setCurrentWidget(pane.scores)
    another = pane.scores.another
    another.setFocus()
    qtbot.waitUntil(lambda: another.completer().model().rowCount() > 0)
    qtbot.keyClicks(another, "no such score")
    qtbot.keyClick(another, Qt.Key.Key_Return)
    assert pane.scores._fault.isVisible()
    another.clear()
    qtbot.keyClicks(another, "news2")
    qtbot.keyClick(another, Qt.Key.Key_Return)
    assert pane.scores.currentWidget() is pane.scores.panel
    assert pane.scores.panel.key == "news2"


def test_units_are_a_choice(pane: AssessmentPane, desk: Desk, services: ScriptedServices, qtbot: QtBot) -> None:
    asked: list[str] = []
    sheet = services.score_sheet

    def heard(case: Any, key: str, given: Any, units: Any) -> Any:
        asked.append(units)
        return sheet(case, key, given, units)

    services.score_sheet = heard  # type: ignore[method-assign]
    pane.tabs.open_score("heart")
    qtbot.waitUntil(lambda: bool(pane.scores.panel.value))
    desk.settings.set(UNITS, "us")
    qtbot.waitUntil(lambda: asked[-1:] == ["us"] and bool(pane.scores.panel.value))
