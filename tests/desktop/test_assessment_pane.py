"""The assessment side of the window: why and why not, what moved, what stands beside what."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.diagnosis.model import Together
from core.treatment.model import PlanItem
from desktop.desk import Desk
from desktop.item_models.diagnosis_rows import step_rows
from desktop.item_models.rows import Row
from desktop.item_models.waterfall_rows import waterfall_rows
from desktop.views.assessment_pane import AssessmentPane
from tests.desktop.rows import changed, titles, warning
from tests.desktop.scripted import ScriptedServices
from tests.fixtures import chest_pain_assessment

MI, ANGINA, DISSECTION = "acute-myocardial-infarction", "unstable-angina", "aortic-dissection"


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
    pane.tabs.compare_two()
    qtbot.waitUntil(lambda: "has not been built" in pane.differential.comparison.verdict)


def test_a_danger_leads_to_why_it_is_open_and_makes_room(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    assert pane.dangers.isVisible()
    pane.dangers.open_index(pane.dangers.rows_model.index(0, 0))
    assert pane.differential.comparison.first.key == DISSECTION
    assert not pane.dangers.isVisible()
    assert "aortic dissection" in pane.overview.dangers.heading.text()
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
    desk.texts.turns.finish()
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
    assert row.value == ""  # a share among pairs is no chance
    assert "Raised troponin" in titles(list(row.children))


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
    pane.tabs.compare_two()
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert unnamed() == []
    pane.tabs.open_score("heart")
    qtbot.waitUntil(lambda: bool(pane.scores.panel.value))
    assert unnamed() == []
    pane.tabs.setCurrentWidget(pane.treatment)
    assert unnamed() == []


def test_nothing_of_a_record_stays_when_it_goes(pane: AssessmentPane, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pane.show_assessment(changed(chest_pain_assessment(), safety=(warning(),)))
    pane.tabs.compare_two()
    pane.tabs.open_score("heart")
    qtbot.waitUntil(lambda: desk.operations.idle)
    pane.clear()
    lists = (pane.differential.rows, pane.differential.comparison.rows, pane.scores.rows, pane.treatment.rows)
    assert all(rows.rows_model.rowCount() == 0 for rows in (*lists, pane.dangers, pane.moved.rows))
    assert pane.differential.comparison.verdict == ""
    assert pane.scores.panel.value == ""
    assert pane.treatment.alerts.frames == []


def test_what_to_do_first_and_next_stands_with_the_urgency(pane: AssessmentPane, desk: Desk, qtbot: QtBot) -> None:
    found = chest_pain_assessment()
    leader = found.differential[0].id
    item = {"for": leader, "kind": "immediate", "text": "Attach a monitor", "basis": "expert-estimate", "source": ""}
    plan = found.plan.model_copy(update={"offered": (PlanItem.model_validate(item),)})
    pane.show_assessment(found.model_copy(update={"plan": plan}))
    first, second = pane.banner.next_words.splitlines()
    assert first == "Do first: Attach a monitor"
    assert second.endswith(f" next: {found.next_steps[0].label}")
    pane.overview.wanted.emit("treatment")
    assert pane.tabs.currentWidget() is pane.treatment
    pane.overview.wanted.emit("steps")
    assert pane.tabs.currentWidget() is pane.steps


def test_another_case_begins_with_the_diagnoses(pane: AssessmentPane) -> None:
    pane.tabs.setCurrentWidget(pane.sources)
    pane.show_assessment(chest_pain_assessment())
    assert pane.tabs.currentWidget() is pane.sources  # the same record after an edit
    pane.show_assessment(chest_pain_assessment().model_copy(update={"id": "another"}))
    assert pane.tabs.currentWidget() is pane.differential


def test_a_step_that_hardly_tells_anything_has_no_number(desk: Desk) -> None:
    found = chest_pain_assessment()
    due = found.next_steps[0].model_copy(update={"information_bits": 0.004})
    telling = due.model_copy(update={"information_bits": 0.31})
    rows = step_rows(found.model_copy(update={"next_steps": (due, telling)}), desk.texts)
    assert "bit" not in rows[0].tip
    assert "0.31 bit" in rows[1].tip
