"""What the window says of a model that fails, where it says what part the model had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.assessment import Assessment
from core.case.model import Case
from core.models import ModelService
from core.models.fake import FakeScript, FakeStep, fake_service
from core.narrative import narrate
from core.system.cancel import CancelToken
from core.system.folders import compiled_knowledge
from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.texts import Tongue, as_tongue
from tests.desktop.scripted import NOTE, ScriptedServices

pytestmark = pytest.mark.skipif(not compiled_knowledge().is_file(), reason="the knowledge base has not been built")


class WithFakeModel(ScriptedServices):
    """The real writing, with a model that follows a script."""

    script = FakeScript()
    model: ModelService | None = None

    def narrate(self, case: Case, assessment: Assessment, lang: Tongue, cancel: CancelToken) -> Iterator[Any]:
        self.model = self.model or fake_service(self.script)
        return narrate(case, assessment, self.model, lang=lang, cancel=cancel)

    def with_prose(self, assessment: Assessment, checked: list[Any]) -> Assessment:
        from core.narrative import with_prose

        return with_prose(assessment, checked)

    def close(self) -> None:
        if self.model is not None:
            self.model.close()
        super().close()


@pytest.fixture
def services(tmp_path: Path) -> WithFakeModel:
    return WithFakeModel(tmp_path / "records")


def _written(window: MainWindow, qtbot: QtBot) -> str:
    window.workspace.record.editor.insertPlainText(NOTE)
    summary = window.workspace.result.summary
    qtbot.waitUntil(lambda: "traced" in summary.status, timeout=20_000)
    return summary.status


def test_a_crash_is_told_with_what_can_be_done(inside: MainWindow, qtbot: QtBot, services: WithFakeModel) -> None:
    services.script = FakeScript(steps=(FakeStep(text=" sweating and", then="die"),))
    said = _written(inside, qtbot)
    assert "Scripted model stopped twice (its process crashed (SIGSEGV)), so its text ends here." in said
    assert said.endswith("“Measure” on the page of language models tries it afresh.")
    summary = inside.workspace.result.summary
    assert summary.rows.rows_model.rowCount() > 0  # the template has told everything
    # Written again it is not tried, and that is said too.
    inside.workspace.analysis.write()
    qtbot.waitUntil(lambda: "traced" in summary.status, timeout=20_000)
    assert "Scripted model does not run on this machine (its process crashed (SIGSEGV))" in summary.status


def test_it_is_told_in_chinese(inside: MainWindow, qtbot: QtBot, services: WithFakeModel, desk: Desk) -> None:
    services.script = FakeScript(steps=(FakeStep(text=" sweating and", then="die"),))
    _written(inside, qtbot)
    summary = inside.workspace.result.summary
    trouble = inside.workspace.analysis.trouble
    assert trouble is not None
    desk.texts.speak(as_tongue("zh"))
    desk.texts.turns.finish()
    summary.end("", by_model=False, trouble=trouble)
    assert "Scripted model 两次中断（其进程崩溃（SIGSEGV）），其撰写到此为止。" in summary.status
    assert "“测评”" in summary.status


def test_a_failure_that_it_survived_is_told_and_it_keeps_its_part(
    inside: MainWindow, qtbot: QtBot, services: WithFakeModel
) -> None:
    steps = (FakeStep(text=" sweating and", then="die"), FakeStep(text=" nausea."))
    services.script = FakeScript(steps=steps)
    said = _written(inside, qtbot)
    assert said.startswith("Every claim was traced. Sentences without a note come from a template.")
    assert "going from the processor with its extra kernels to the processor without extra kernels." in said
    assert "Measure" not in said


def test_nothing_is_told_of_a_model_that_does_well(inside: MainWindow, qtbot: QtBot, services: WithFakeModel) -> None:
    services.script = FakeScript(steps=(FakeStep(text=" sweating."),))
    assert _written(inside, qtbot) == "Every claim was traced. Sentences without a note come from a template."
    assert inside.workspace.analysis.trouble is None
