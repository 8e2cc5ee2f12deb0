"""The window with the real engine, records and report behind it (no model: the template writes)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.assessment import Assessment
from core.case.model import Case
from core.case.readers import read_text
from core.narrative import narrate
from core.system.cancel import CancelToken
from desktop.app import make_window
from desktop.desk import make_desk
from desktop.services import Services
from desktop.settings import LANGUAGE
from desktop.texts import Tongue
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge


class WithoutModel(Services):
    """The template alone: what a model writes takes its time."""

    def narrate(self, case: Case, assessment: Assessment, lang: Tongue, cancel: CancelToken) -> Iterator[Any]:
        return narrate(case, assessment, None, lang=lang, cancel=cancel)


def test_the_sample_case_from_the_first_page_to_the_report(
    prepared: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    desk = make_desk(WithoutModel())
    desk.settings.set(LANGUAGE, "en")
    window = make_window(desk)
    qtbot.addWidget(window, before_close_func=lambda w: w.workspace.record.editor.document().setModified(False))
    window.show()
    try:
        desk.services.create_records("correct horse")
        window.unlock.entered.emit()
        workspace = window.workspace
        workspace.result.state.button.click()
        qtbot.waitUntil(lambda: workspace.result.assessment is not None, timeout=30_000)
        qtbot.waitUntil(lambda: len(workspace.record.editor.marks) > 20, timeout=30_000)
        rows = workspace.result.differential.rows.rows_model
        assert rows.rows[0].key == "acute-myocardial-infarction"
        place = next(reason.spans for reason in rows.rows[0].children if reason.spans)
        workspace.result.differential.rows.opened.emit(place)
        assert workspace.record.editor.textCursor().hasSelection()
        workspace.analysis.write()
        qtbot.waitUntil(lambda: "traced" in workspace.result.summary.status, timeout=30_000)
        assert workspace.result.summary.rows.rows_model.rowCount() > 0
        workspace.save()
        qtbot.waitUntil(lambda: workspace.cases.model.rowCount() == 1, timeout=30_000)
        window.actions_["go_report"].trigger()
        qtbot.waitUntil(lambda: workspace.report.page_count > 1, timeout=30_000)
        workspace.save_pdf(tmp_path / "report.pdf")
        qtbot.waitUntil(lambda: (tmp_path / "report.pdf").is_file(), timeout=30_000)
    finally:
        desk.operations.close()
        desk.services.close()


def test_a_text_that_is_being_typed_is_read_as_if_for_the_first_time(tmp_path: Path) -> None:
    typed, anew = Services(tmp_path / "records"), Services(tmp_path / "records")
    text = "58-year-old man. Chest pain for 2 hours. No fever. BP 150/90."
    typed.read(read_text(text))
    longer = read_text(text + " His father had a stroke.")
    assert typed.read(longer) == anew.read(longer)
    assert typed.assess(longer).differential == anew.assess(longer).differential


def test_what_was_read_goes_with_the_key(tmp_path: Path) -> None:
    services = Services(tmp_path / "records")
    services.read(read_text("Chest pain for 2 hours."))
    assert services._memory is not None
    services.lock()
    assert services._memory is None


def test_somebody_who_reads_at_the_same_time_does_without(tmp_path: Path) -> None:
    services = Services(tmp_path / "records")
    with services._remembered() as memory, services._remembered() as other:
        assert memory is not None
        assert other is None
