"""A change of theme is seen, at once and afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.settings import THEME


class Paints(QObject):
    """Counts how often something is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return False


def test_the_window_is_drawn_in_the_new_colours_and_goes_on_being_drawn(
    inside: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    viewport = inside.workspace.record.editor.viewport()
    qtbot.waitUntil(lambda: desk.operations.idle)
    paints = Paints()
    viewport.installEventFilter(paints)
    desk.settings.set(THEME, "dark")
    qtbot.waitUntil(lambda: paints.number > 0)
    assert inside.updatesEnabled()
    surface = QColor(desk.theme.palette.surface)
    assert inside.grab().toImage().pixelColor(viewport.mapTo(inside, viewport.rect().bottomRight() / 2)) == surface
    paints.number = 0
    viewport.update()
    qtbot.waitUntil(lambda: paints.number > 0)


def test_changes_that_follow_one_another_end_in_the_last(inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    for name in ("dark", "light", "dark", "light"):
        desk.settings.set(THEME, name)
    told: list[str] = []
    desk.theme.changed.connect(lambda: told.append(desk.theme.palette.name))
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told[-1] == "light"
    viewport = inside.workspace.record.editor.viewport()
    assert inside.grab().toImage().pixelColor(viewport.mapTo(inside, viewport.rect().bottomRight() / 2)) == QColor(
        desk.theme.palette.surface
    )
