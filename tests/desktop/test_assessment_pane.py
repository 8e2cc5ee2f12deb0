"""The assessment side of the window: why and why not, what moved, scores to be put right, warnings to be answered."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.assessment import Assessment
from core.diagnosis.model import Together
from core.treatment.model import Plan, PlanItem, SafetyItem
from desktop.desk import Desk
from desktop.draft import Draft
from desktop.item_models.rows import Row
from desktop.item_models.treatment_rows import treatment_rows
from desktop.item_models.waterfall_rows import waterfall_rows
from desktop.settings import UNITS
from desktop.views.assessment_pane import AssessmentPane
from desktop.views.score_fields import ChoiceEditor, NumberEditor, YesNoEditor
from tests.desktop.scripted import NOTE, ScriptedServices
from tests.fixtures import chest_pain_assessment, plan_risks

MI, ANGINA, DISSECTION = "acute-myocardial-infarction", "unstable-angina", "aortic-dissection"


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> AssessmentPane:
    """Beside a record that has been assessed."""
    draft = Draft.new().saying(NOTE)
    made = AssessmentPane(desk, lambda: draft)
    qtbot.addWidget(made)
    desk.theme.apply()
    made.resize(560, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()  # without a window manager nobody gives a window the keyboard of itself
    made.show_assessment(chest_pain_assessment())
    return made


def titles(rows: list[Row]) -> list[str]:
    return [row.title for row in rows]


def changed(assessment: Assessment, **fields: Any) -> Assessment:
    return assessment.model_copy(update=fields)


def warning(**fields: Any) -> SafetyItem:
    told = {"kind": "interaction", "severity": "contraindicated", "interruptive": True, "drugs": ("a", "b")}
    told |= {"message": "a and b do not go together.", "action": "Choose one.", "source": "Bedside's own estimate"}
    return SafetyItem.model_validate(told | fields)


def test_each_bar_of_a_waterfall_begins_where_the_last_ended(desk: Desk) -> None:
    for disease in chest_pain_assessment().differential:
        rows = [row for row in waterfall_rows(disease, desk.texts) if row.fall is not None]
        falls = [row.fall for row in rows if row.fall is not None]
        assert falls[0].begin == 0
        assert falls[0].end == disease.prior_log10
        for before, after in pairwise(falls[:-1]):
            assert after.begin == before.end
        weights = [e.weight for e in (*disease.supporting, *disease.against)]
        assert falls[-1].end == pytest.approx(disease.prior_log10 + sum(weights))
        assert all(fall.low <= min(fall.begin, fall.end) <= max(fall.begin, fall.end) <= fall.high for fall in falls)
        assert all(row.value and row.tip for row in rows)


def test_places_of_one_reason_are_shown_in_turn(pane: AssessmentPane, qtbot: QtBot) -> None:
    rows = pane.differential.rows
    rows.show_rows([Row(title="fever", key="f", spans=((1, 2), (5, 6)))])
    told: list[Any] = []
    rows.opened.connect(told.append)
    for _ in range(3):
        rows.open_index(rows.rows_model.index(0, 0))
    assert [spans[0] for spans in told] == [(1, 2), (5, 6), (1, 2)]


def test_the_basis_of_a_number_is_one_key_away(pane: AssessmentPane, qtbot: QtBot) -> None:
    rows = pane.differential.rows
    top = rows.rows_model.index(0, 0)
    rows.open_index(top)
    reason = next(
        index
        for at in range(rows.rows_model.rowCount(top))
        if (row := rows.rows_model.row_at(index := rows.rows_model.index(at, 0, top))) is not None
        and row.title == "ST segment depression"
    )
    rows.setCurrentIndex(reason)
    foot = pane.differential._list.foot
    assert foot.isVisible()
    assert "Panju 1998" in foot.text()
    assert "published source" in foot.text()


def test_why_not_by_typing(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    asked = pane.differential.why_not
    asked.setFocus()
    qtbot.waitUntil(lambda: asked.completer().model().rowCount() > 0)
    qtbot.keyClicks(asked, "Unstable angina")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.differential.currentWidget() is pane.differential.comparison)
    comparison = pane.differential.comparison
    qtbot.waitUntil(lambda: bool(comparison.verdict))
    assert comparison.verdict.startswith("On this record acute myocardial infarction is ahead of unstable angina")
    rows = comparison.rows.rows_model.rows
    assert rows[0].key == f"A:{ANGINA}"
    assert rows[1].key == f"B:{MI}"
    assert rows[0].children
    raised = next(row for row in rows if row.title == "Raised troponin")
    assert raised.pair == (-1.0, 1.0)
    assert raised.spans
    assert titles(rows)[-2:] == ["What would tell them apart, if it were present", "Nothing that weighs differently."]
    qtbot.keyClick(comparison.rows, Qt.Key.Key_Escape)
    assert pane.differential.currentIndex() == 0


def test_a_name_that_nobody_has_is_said(pane: AssessmentPane, qtbot: QtBot) -> None:
    asked = pane.differential.why_not
    asked.setFocus()
    qtbot.waitUntil(lambda: asked.completer().model().rowCount() > 0)
    qtbot.keyClicks(asked, "zzz")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert pane.differential.currentIndex() == 0
    assert "zzz" in pane.differential._fault.text()
    assert pane.differential._fault.isVisible()


def test_compare_the_chosen_row_with_the_leader_and_swap(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    rows = pane.differential.rows
    rows.setCurrentIndex(rows.rows_model.index(2, 0))
    pane.differential.compare.click()
    comparison = pane.differential.comparison
    assert (comparison.first.key, comparison.second.key) == (MI, DISSECTION)
    comparison.swap.click()
    assert (comparison.first.key, comparison.second.key) == (DISSECTION, MI)
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert "aortic dissection" in comparison.verdict
    comparison.second.show_key(DISSECTION)
    comparison.second.picked.emit(DISSECTION)
    assert "same disease" in comparison.verdict
    assert comparison.rows.rows_model.rowCount() == 0


def test_a_comparison_that_fails_says_so(pane: AssessmentPane, services: ScriptedServices, qtbot: QtBot) -> None:
    from tests.desktop.scripted import NO_KNOWLEDGE

    services.trouble = NO_KNOWLEDGE
    pane.compare_two()
    qtbot.waitUntil(lambda: "has not been built" in pane.differential.comparison.verdict)


def test_a_danger_leads_to_why_it_is_open_and_makes_room(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    assert pane.dangers.isVisible()
    pane.dangers.open_index(pane.dangers.rows_model.index(0, 0))
    assert pane.differential.comparison.first.key == DISSECTION
    assert not pane.dangers.isVisible()
    assert "aortic dissection" in pane._dangers_box.heading.text()
    pane.differential.back()
    assert pane.dangers.isVisible()
    qtbot.waitUntil(lambda: desk.operations.idle)


def test_what_moved_is_told_with_its_cause(pane: AssessmentPane, desk: Desk) -> None:
    before = chest_pain_assessment()
    assert pane.moved.isHidden()
    mi, angina, *rest = before.differential
    less = tuple(e for e in mi.supporting if e.label != "Raised troponin")
    first = angina.model_copy(update={"rank": 1, "against": ()})
    second = mi.model_copy(update={"rank": 2, "supporting": less})
    pane.show_assessment(changed(before, differential=(first, second, *rest)))
    assert pane.moved.isVisible()
    assert "▲ unstable angina 2 → 1 (Raised troponin +1.00)" in pane.moved.line.text()
    assert not pane.moved.rows.isVisible()
    pane.moved.line.setChecked(True)
    rows = pane.moved.rows.rows_model.rows
    assert titles(rows) == ["unstable angina", "acute myocardial infarction"]
    assert rows[1].detail == "because of Raised troponin −1.00"
    assert rows[0].spans
    desk.texts.speak("zh")
    assert "肌钙蛋白升高 +1.00" in pane.moved.line.text()
    pane.show_assessment(changed(before, id="another"))
    assert pane.moved.isHidden()


def test_a_chance_that_moved_without_a_place_is_told(pane: AssessmentPane) -> None:
    before = chest_pain_assessment()
    mi, *rest = before.differential
    less = mi.model_copy(update={"probability": 0.35, "supporting": mi.supporting[1:]})
    pane.show_assessment(changed(before, differential=(less, *rest)))
    assert "▼ acute myocardial infarction 62% → 35% (Raised troponin −1.00)" in pane.moved.line.text()


def test_what_comes_onto_the_list_names_what_is_new(pane: AssessmentPane) -> None:
    before = chest_pain_assessment()
    mi, angina, dissection, *rest = before.differential
    pane.show_assessment(changed(before, id="x", differential=(mi, angina, *rest)))
    tearing = dissection.supporting[0].model_copy(update={"concept": "BD:tearing", "label": "Tearing pain"})
    fresh = dissection.model_copy(update={"supporting": (tearing,)})
    pane.show_assessment(changed(before, id="x", differential=(mi, angina, fresh, *rest)))
    assert "▲ aortic dissection off the list → 3 (Tearing pain +0.20)" in pane.moved.line.text()


def test_two_together_are_listed_with_what_only_each_explains(pane: AssessmentPane) -> None:
    assessment = chest_pain_assessment()
    mi, angina = assessment.differential[:2]
    pair = Together(
        ids=(mi.id, angina.id),
        names=(mi.name, angina.name),
        names_zh=(mi.name_zh, None),
        probability=0.3,
        only_first=mi.supporting[:1],
        only_second=(),
    )
    pane.show_assessment(changed(assessment, together=(pair,)))
    row = next(row for row in pane.differential.rows.rows_model.rows if row.key == f"{MI}+{ANGINA}")
    assert row.title == "acute myocardial infarction + unstable angina"
    assert row.value == "30%"
    assert "Raised troponin" in titles(list(row.children))


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
    pane.open_score("heart")
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
    pane.open_score("heart")
    panel = pane.scores.panel
    qtbot.waitUntil(lambda: bool(panel.value))
    with qtbot.waitSignal(pane.opened) as told:
        panel.form.origin("st").click()
    ((start, end),) = told.args[0]
    assert NOTE[start:end] == "ST dep"
    assert not panel.form.origin("word").isEnabled()


def test_what_was_given_goes_with_the_record(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    pane.open_score("heart")
    panel = pane.scores.panel
    qtbot.waitUntil(lambda: bool(panel.value))
    panel.give("story", "high")
    qtbot.waitUntil(lambda: panel.value == "3 points")
    pane.show_assessment(chest_pain_assessment())
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert panel.value == "3 points"
    pane.show_assessment(changed(chest_pain_assessment(), id="another"))
    assert pane.scores.currentIndex() == 0
    pane.open_score("heart")
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


def test_an_interruptive_warning_waits_for_a_reason(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    assert pane.alert.isHidden()
    item = warning(spans=((0, 4),))
    warned = changed(chest_pain_assessment(), safety=(item, warning(severity="moderate", interruptive=False)))
    pane.show_assessment(warned)
    assert pane.alert.isVisible()
    assert pane.alert.words.endswith("need an answer: 1")
    pane.alert.show_them.click()
    assert pane.tabs.currentWidget() is pane.treatment
    (frame,) = pane.treatment.alerts.frames
    assert not frame.button.isEnabled()  # without a reason there is no going on
    frame.reason.setFocus()
    qtbot.keyClicks(frame.reason, "both are needed")
    pane.show_assessment(warned)  # typing goes on while the record is assessed anew
    assert pane.treatment.alerts.frames[0].reason.text() == "both are needed"
    qtbot.keyClick(frame.reason, Qt.Key.Key_Return)
    assert pane.alert.isHidden()
    assert list(pane.treatment.alerts.overridden.values()) == ["both are needed"]
    desk.texts.speak("zh")
    (frame,) = pane.treatment.alerts.frames
    assert frame.said.text() == "继续，理由：both are needed"
    frame.button.click()
    assert pane.alert.isVisible()
    with qtbot.waitSignal(pane.opened) as told:
        frame.place.click()
    assert told.args[0] == ((0, 4),)
    pane.show_assessment(changed(warned, id="another", safety=()))
    assert pane.treatment.alerts.overridden == {}
    assert pane.alert.isHidden()


def test_many_warnings_leave_room_for_the_rest(pane: AssessmentPane, qtbot: QtBot) -> None:
    many = tuple(warning(message=f"number {n} does not go with the others.") for n in range(5))
    pane.tabs.setCurrentWidget(pane.treatment)
    pane.show_assessment(changed(chest_pain_assessment(), safety=many))
    treatment = pane.treatment
    qtbot.waitUntil(lambda: treatment._scroll.height() > 100)
    qtbot.waitUntil(lambda: treatment._scroll.geometry().bottom() < treatment._list.geometry().top())


def test_no_check_reads_as_safe(desk: Desk) -> None:
    assessment = chest_pain_assessment()
    rows = treatment_rows(assessment, desk.texts, date(2020, 1, 1))
    (silent,) = [row for row in rows if row.title.startswith("No drug check was made")]
    assert silent.tone == "danger"
    late = treatment_rows(assessment, desk.texts, date(2099, 1, 1))
    assert sum(row.chip == "past its date" and row.tone == "danger" for row in late) == 2
    done = tuple(check.model_copy(update={"status": "done"}) for check in assessment.checks)
    rows = treatment_rows(changed(assessment, checks=done), desk.texts, date(2020, 1, 1))
    assert any(row.title.startswith("All checks were made") and row.tone == "good" for row in rows)
    rows = treatment_rows(changed(assessment, checks=(*done[:3], *assessment.checks[3:])), desk.texts, date(2020, 1, 1))
    (some,) = [row for row in rows if row.title.startswith("Nothing to warn of in what was checked")]
    assert some.tone == "danger"
    assert some.title.endswith("8.")


def test_dangers_of_the_plan_stand_open_and_known_effects_folded(desk: Desk) -> None:
    plan = Plan(risks=plan_risks())
    rows = treatment_rows(changed(chest_pain_assessment(), plan=plan), desk.texts, date(2020, 1, 1))
    shown = rows[titles(rows).index("What to watch for") :][:4]
    assert titles(shown)[1:] == [
        "Bleeding: aspirin; age 78",
        "Rupture of the heart: aspirin; age 78",
        "Known effects of each drug: 1",
    ]
    assert shown[1].detail == "Check: haemoglobin · within a week"
    assert titles(list(shown[3].children)) == ["Nausea: known with morphine"]


def test_warnings_are_grouped_and_the_plan_says_why_not(desk: Desk) -> None:
    def item(**fields: Any) -> PlanItem:
        told = {"for": MI, "kind": "drug", "text": "aspirin", "basis": "guideline", "source": "ESC 2023"}
        return PlanItem.model_validate(told | fields)

    safety = tuple(warning(interruptive=False, severity=s, message=s) for s in ("minor", "contraindicated", "minor"))
    plan = Plan(offered=(item(dose="300 mg", route="oral"),), excluded=(item(text="lysis", because="PCI is near"),))
    rows = treatment_rows(changed(chest_pain_assessment(), safety=safety, plan=plan), desk.texts, date(2020, 1, 1))
    by_key = {row.key: row for row in rows}
    assert list(by_key).index("severity:contraindicated") < list(by_key).index("severity:minor")
    assert len(by_key["severity:minor"].children) == 2
    assert by_key["severity:contraindicated"].unfolded
    assert not by_key["severity:minor"].unfolded
    (offered,) = by_key["plan:drug"].children
    assert by_key["plan"].title == "Plan for acute myocardial infarction"
    assert offered.detail == "300 mg oral"
    assert "guideline (ESC 2023)" in offered.tip
    (left_out,) = by_key["plan:excluded"].children
    assert left_out.detail == "left out because PCI is near"
    two = Plan(offered=(item(), item(**{"for": ANGINA})))
    rows = treatment_rows(changed(chest_pain_assessment(), plan=two), desk.texts, date(2020, 1, 1))
    both = next(row for row in rows if row.key == "plan:drug").children
    assert [row.detail for row in both] == ["for acute myocardial infarction", "for unstable angina"]


def test_every_control_of_the_new_pages_has_a_name(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    from tests.desktop.test_access import takes_keyboard

    def unnamed() -> list[str]:
        found = []
        for widget in pane.findChildren(QWidget):
            if takes_keyboard(widget) and not widget.focusProxy():
                name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                if not name:
                    found.append(f"{type(widget).__name__} {widget.objectName()}")
        return found

    pane.show_assessment(changed(chest_pain_assessment(), safety=(warning(),)))
    pane.compare_two()
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert unnamed() == []
    pane.open_score("heart")
    qtbot.waitUntil(lambda: bool(pane.scores.panel.value))
    assert unnamed() == []
    pane.tabs.setCurrentWidget(pane.treatment)
    assert unnamed() == []


def test_units_are_a_choice(pane: AssessmentPane, desk: Desk, services: ScriptedServices, qtbot: QtBot) -> None:
    asked: list[str] = []
    sheet = services.score_sheet

    def heard(case: Any, key: str, given: Any, units: str) -> Any:
        asked.append(units)
        return sheet(case, key, given, units)

    services.score_sheet = heard  # type: ignore[method-assign]
    pane.open_score("heart")
    qtbot.waitUntil(lambda: bool(pane.scores.panel.value))
    desk.settings.set(UNITS, "us")
    qtbot.waitUntil(lambda: asked[-1:] == ["us"] and bool(pane.scores.panel.value))


def test_nothing_of_a_record_stays_when_it_goes(pane: AssessmentPane, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pane.show_assessment(changed(chest_pain_assessment(), safety=(warning(),)))
    pane.compare_two()
    pane.open_score("heart")
    qtbot.waitUntil(lambda: desk.operations.idle)
    pane.clear()
    lists = (pane.differential.rows, pane.differential.comparison.rows, pane.scores.rows, pane.treatment.rows)
    assert all(rows.rows_model.rowCount() == 0 for rows in (*lists, pane.dangers, pane.moved.rows))
    assert pane.differential.comparison.verdict == ""
    assert pane.scores.panel.value == ""
    assert pane.treatment.alerts.frames == []
