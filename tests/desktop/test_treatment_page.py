"""Drug warnings to be answered, the plan with its risks, and what was not checked."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.treatment.model import Plan, PlanItem
from desktop.desk import Desk
from desktop.item_models.treatment_rows import treatment_rows
from desktop.views.assessment_pane import AssessmentPane
from tests.desktop.rows import changed, titles, warning
from tests.fixtures import chest_pain_assessment, plan_risks

MI, ANGINA = "acute-myocardial-infarction", "unstable-angina"


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
    desk.texts.turns.finish()
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
