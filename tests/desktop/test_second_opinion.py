"""A second opinion in the window: asked for by name, in the background, stopped at will, never mixed into the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.models.fake import FakeScript, FakeStep, fake_service
from core.system.cancel import CancelToken
from core.validation import Named, SecondOpinion, choosing
from core.validation.fusion import Fused
from desktop.desk import Desk
from desktop.item_models.opinion_rows import opinion_rows
from desktop.main_window import MainWindow
from desktop.opinions import opinion_on
from desktop.settings import MODELS
from desktop.views.models_dialog import ModelsDialog
from desktop.views.opinion_panel import OpinionPanel
from tests.desktop.scripted import ScriptedServices
from tests.desktop.test_workspace import type_note
from tests.fixtures import chest_pain_assessment, chest_pain_case

FIRST = chest_pain_assessment().differential[0]
SAID = SecondOpinion(
    named=(
        Named(id=FIRST.id, name=FIRST.name, name_zh=FIRST.name_zh, samples=3, best_place=1, engine_rank=1),
        Named(id="gout", name="gout", name_zh="痛风", samples=1, best_place=2, engine_rank=None),
    ),
    unknown=2,
    samples=3,
    agrees=True,
    engine_first=FIRST.name,
    engine_first_zh=FIRST.name_zh,
    measured="On this machine this model had the diagnosis in its list in 20 of 35 bundled cases.",
)


@pytest.fixture
def panel(inside: MainWindow, services: ScriptedServices, qtbot: QtBot) -> OpinionPanel:
    services.opinion = SAID
    type_note(inside, qtbot)
    return inside.workspace.result.differential.opinion


def _ask(window: MainWindow) -> None:
    window.actions_["second_opinion"].trigger()


def test_it_needs_a_result(inside: MainWindow) -> None:
    assert not inside.actions_["second_opinion"].isEnabled()


def test_it_shows_names_by_samples_and_whether_it_agrees(inside: MainWindow, panel: OpinionPanel, qtbot: QtBot) -> None:
    tab = inside.workspace.result.differential
    tab.second.click()
    assert tab.currentWidget() is panel
    qtbot.waitUntil(lambda: panel.rows.rows_model.rowCount() == 2)
    first, second = panel.rows.rows_model.rows
    assert (first.value, first.detail) == ("in 3 of 3 answers", "the engine has it at 1")
    assert (second.value, second.detail) == ("in 1 of 3 answers", "not on the engine's list")
    assert panel.verdict == f"It agrees with the engine: both have {FIRST.name} first."
    assert "20 of 35" in panel.notes
    assert "not shown: 2" in panel.notes
    listed = [row.key for row in tab.rows.rows_model.rows]
    assert "gout" not in listed  # the engine's list is the engine's


def test_it_speaks_chinese(inside: MainWindow, panel: OpinionPanel, desk: Desk, qtbot: QtBot) -> None:
    _ask(inside)
    qtbot.waitUntil(lambda: panel.rows.rows_model.rowCount() == 2)
    desk.texts.speak("zh")
    desk.texts.turns.finish()
    assert panel.rows.rows_model.rows[1].title == "痛风"
    assert panel.rows.rows_model.rows[1].detail == "引擎未列出"
    assert "与引擎一致" in panel.verdict
    assert "20" in panel.notes
    assert "bundled" not in panel.notes


def test_the_common_order_stands_below_where_it_was_earned(desk: Desk) -> None:
    def line(rank: int, was: int) -> Fused:
        return Fused(rank=rank, id=f"d{was}", name=f"D{was}", name_zh=None, engine_rank=was, named=was == 2)

    rows = opinion_rows(SAID.model_copy(update={"fused": (line(1, 2), line(2, 1))}), desk.texts)
    assert [row.title for row in rows[2:]] == ["Both together, in this order", "1. D2", "2. D1"]
    assert rows[3].detail == "the engine has it at 2"
    same = opinion_rows(SAID.model_copy(update={"fused": (line(1, 1), line(2, 2))}), desk.texts)
    assert [row.title for row in same[2:]] == ["Both together leave the engine's order as it is"]


def test_it_is_stopped_and_what_had_come_stays(
    inside: MainWindow, panel: OpinionPanel, services: ScriptedServices, qtbot: QtBot
) -> None:
    services.opinion_may_end.clear()
    _ask(inside)
    qtbot.waitUntil(lambda: "second opinion" in inside.status.words)
    assert "can take minutes" in panel.verdict
    assert panel.asking
    assert inside.actions_["stop"].isEnabled()
    inside.actions_["stop"].trigger()
    qtbot.waitUntil(lambda: not panel.asking)
    assert "1 of 3 answers had come" in panel.notes
    assert panel.rows.rows_model.rowCount() == 2


def test_stopped_by_its_own_button_and_asked_again(
    inside: MainWindow, panel: OpinionPanel, services: ScriptedServices, qtbot: QtBot
) -> None:
    services.opinion_may_end.clear()
    _ask(inside)
    qtbot.waitUntil(panel.stop.isVisible)
    panel.stop.click()
    qtbot.waitUntil(panel.ask_again.isVisible)
    services.opinion_may_end.set()
    panel.ask_again.click()
    qtbot.waitUntil(lambda: not panel.asking)
    assert "had come" not in panel.notes


def test_another_text_ends_the_question_and_dates_the_answer(
    inside: MainWindow, panel: OpinionPanel, services: ScriptedServices, qtbot: QtBot
) -> None:
    result = inside.workspace.result

    def typed(words: str) -> None:
        before = result.assessment
        inside.workspace.record.editor.insertPlainText(words)
        qtbot.waitUntil(lambda: result.assessment is not None and result.assessment is not before)

    services.opinion_may_end.clear()
    _ask(inside)
    typed(" No cough.")
    qtbot.waitUntil(lambda: not panel.asking)
    assert "has changed, so the question was ended" in panel.verdict
    services.opinion_may_end.set()
    panel.ask_again.click()
    qtbot.waitUntil(lambda: panel.rows.rows_model.rowCount() == 2)
    typed(" No rash.")
    qtbot.waitUntil(lambda: "has changed since" in panel.verdict)


def test_another_case_has_none(inside: MainWindow, panel: OpinionPanel, qtbot: QtBot) -> None:
    _ask(inside)
    qtbot.waitUntil(lambda: panel.rows.rows_model.rowCount() == 2)
    inside.workspace.record.editor.document().setModified(False)
    inside.workspace.start_new()
    assert panel.rows.rows_model.rowCount() == 0
    assert panel.verdict == ""


def test_a_plain_sentence_where_no_model_has_earned_it(
    inside: MainWindow, panel: OpinionPanel, services: ScriptedServices, qtbot: QtBot
) -> None:
    services.opinion = SecondOpinion(sentence="Small was measured on this machine and is not good enough to be asked.")
    _ask(inside)
    qtbot.waitUntil(lambda: "not good enough" in panel.verdict)
    assert panel.rows.rows_model.rowCount() == 0
    panel.models.click()
    assert inside.dialogs.get(ModelsDialog).isVisible()


def test_a_failure_is_a_sentence(
    inside: MainWindow, panel: OpinionPanel, services: ScriptedServices, qtbot: QtBot
) -> None:
    services.trouble = ZeroDivisionError("MARKER")
    _ask(inside)
    qtbot.waitUntil(lambda: not panel.asking)
    assert panel.verdict
    assert "MARKER" not in panel.verdict
    services.trouble = None


def test_by_keyboard_alone(inside: MainWindow, panel: OpinionPanel, qtbot: QtBot) -> None:
    inside.activateWindow()
    editor, tab = inside.workspace.record.editor, inside.workspace.result.differential
    editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    qtbot.keyClick(editor, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: panel.rows.rows_model.rowCount() == 2)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.rows)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Escape)
    assert tab.currentIndex() == 0
    assert QApplication.focusWidget() is tab.rows
    _ask(inside)
    panel.rows.setCurrentIndex(panel.rows.rows_model.index(0, 0))
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    assert tab.currentWidget() is tab.comparison  # from a name to why it is, or is not, in the lead


def test_what_is_asked_of_the_core(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer that is loaded is the one that is asked; without models nobody is."""
    desk.settings.set(MODELS, False)
    case, assessment = chest_pain_case(), chest_pain_assessment()
    assert (
        "switched off"
        in super(ScriptedServices, desk.services)
        .second_opinion(  # type: ignore[misc]
            case, assessment, CancelToken()
        )
        .sentence
    )
    writer = fake_service(FakeScript(steps=(FakeStep(text=" Gout"),)))
    monkeypatch.setattr(choosing, "list_models", lambda: (writer.status.model,))
    with writer:
        opinion = opinion_on(case, assessment, writer, CancelToken())
        assert "has not been measured" in opinion.sentence
        assert writer.prepare().device is not None  # it was not closed


def test_locking_lets_the_model_go(inside: MainWindow, services: ScriptedServices, desk: Desk, qtbot: QtBot) -> None:
    services._writer = fake_service(FakeScript(steps=(FakeStep(text="A word."),)))
    writer = services._writer
    writer.prepare()
    inside.session.lock()
    qtbot.waitUntil(lambda: desk.operations.idle)
    assert services._writer is None
    assert writer.status.device is None
