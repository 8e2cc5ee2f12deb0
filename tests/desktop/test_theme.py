"""A change of theme is seen, at once and afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
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
    told: list[str] = []
    desk.theme.changed.connect(lambda: told.append(desk.theme.palette.name))
    for name in ("dark", "light", "dark", "light"):
        desk.settings.set(THEME, name)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["light"]  # dressed once
    viewport = inside.workspace.record.editor.viewport()
    assert inside.grab().toImage().pixelColor(viewport.mapTo(inside, viewport.rect().bottomRight() / 2)) == QColor(
        desk.theme.palette.surface
    )


def test_what_was_measured_but_never_shown_is_undressed_too(inside: MainWindow, desk: Desk) -> None:
    """Qt would otherwise walk into it after its end, at the next change of theme."""
    unseen = QPushButton("measured only")
    unseen.sizeHint()
    assert unseen.testAttribute(Qt.WidgetAttribute.WA_StyleSheet)
    desk.theme.undress()
    assert not any(widget.testAttribute(Qt.WidgetAttribute.WA_StyleSheet) for widget in QApplication.allWidgets())
    desk.theme.apply()
