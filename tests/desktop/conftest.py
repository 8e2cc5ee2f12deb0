"""A desk and a window for each test, in a home of its own."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import analysis
from desktop.app import make_window, prepare
from desktop.desk import Desk, make_desk
from desktop.draft import Draft
from desktop.main_window import MainWindow
from desktop.settings import LANGUAGE, THEME, TOUR_OFFERED
from desktop.sweeping import Sweeper
from desktop.texts import as_tongue
from desktop.views.assessment_pane import AssessmentPane
from tests.desktop.scripted import NOTE, ScriptedServices
from tests.fixtures import chest_pain_assessment

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if not os.environ.get("DISPLAY") else "xcb")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/desktop" in item.path.as_posix():
            # The off-screen platform says this of every window; it is no fault of ours.
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))


@pytest.fixture(scope="package", autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Widgets that nobody holds any more go in this thread, as in the product: other tests have left threads behind."""
    sweeper = Sweeper()
    sweeper.settle()  # as the product does once it is loaded: else a sweep takes half a second of some test's turn
    yield
    gc.collect()
    sweeper.end()


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """The application in our style, once."""
    prepare(qapp)
    return qapp


@pytest.fixture
def services(tmp_path: Path) -> ScriptedServices:
    return ScriptedServices(tmp_path / "records")


@pytest.fixture
def desk(
    prepared: QApplication, services: ScriptedServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    monkeypatch.setattr(analysis, "PROSE_AFTER_MS", 0)
    made = make_desk(services)
    made.settings.set(LANGUAGE, "en")
    made.settings.set(THEME, "light")
    made.settings.set(TOUR_OFFERED, True)
    made.texts.speak(as_tongue("en"))
    made.texts.turns.finish()
    yield made
    made.operations.close()
    made.services.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """On the first page."""
    made = make_window(desk)
    desk.theme.turns.finish()

    def settle(window: MainWindow) -> None:
        for turns in (desk.texts.turns, desk.theme.turns):
            turns.finish()
        window.workspace.record.editor.document().setModified(False)

    qtbot.addWidget(made, before_close_func=settle)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def inside(window: MainWindow) -> MainWindow:
    """In the workspace, without storing."""
    window.unlock.entered.emit()
    return window


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> AssessmentPane:
    """Beside a record that has been assessed."""
    draft = Draft.new().saying(NOTE)
    made = AssessmentPane(desk, lambda: draft)
    qtbot.addWidget(made)
    desk.theme.apply()
    desk.theme.turns.finish()
    made.resize(560, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()  # without a window manager nobody gives a window the keyboard of itself
    made.show_assessment(chest_pain_assessment())
    return made
