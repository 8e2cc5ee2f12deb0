"""A change of theme is seen, at once and afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.main_window import MainWindow
from desktop.palette import DARK, LIGHT
from desktop.settings import THEME
from desktop.theme import forget_dress
from desktop.views.models_dialog import ModelsDialog
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog


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
    qtbot.waitUntil(lambda: not desk.theme.turns.busy)
    assert paints.number > 0
    assert all(widget.updatesEnabled() for widget in QApplication.allWidgets())
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


def test_what_was_measured_but_never_shown_is_undressed_too(inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    """Qt would otherwise walk into it after its end, at the next change of theme."""
    page = QWidget()
    qtbot.addWidget(page)
    desk.theme.page(page)
    unseen = QPushButton("measured only", page)
    unseen.sizeHint()
    assert unseen.testAttribute(Qt.WidgetAttribute.WA_StyleSheet)
    page.setStyleSheet("")
    forget_dress(page)
    assert not unseen.testAttribute(Qt.WidgetAttribute.WA_StyleSheet)


def test_what_is_not_in_view_is_dressed_after_what_is(inside: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    """Every page of the window has the colours in the end, also those that nobody looked at meanwhile."""
    desk.settings.set(THEME, "dark")
    qtbot.waitUntil(lambda: not desk.theme.turns.busy)
    hidden = (inside.unlock, inside.workspace.report, inside.workspace.result.scores)
    for page in (*hidden, inside.workspace.record, inside.status):
        assert DARK.surface in page.styleSheet()
        assert LIGHT.surface not in page.styleSheet()


def test_pages_do_not_lie_inside_one_another(inside: MainWindow, desk: Desk) -> None:
    """An outer one would dress the inner one a second time, and in the same turn as everything else in it."""
    inside.dialogs.get(SettingsDialog)
    dressed = [widget for widget in QApplication.allWidgets() if widget.styleSheet()]
    assert len(dressed) > 20
    for widget in dressed:
        above = widget.parentWidget()
        while above is not None:
            assert not above.styleSheet(), (widget, above)
            above = above.parentWidget()


def test_nothing_of_the_window_is_left_undressed(inside: MainWindow, desk: Desk) -> None:
    inside.dialogs.get(SettingsDialog)
    inside.dialogs.get(ShortcutsDialog)
    inside.dialogs.get(ModelsDialog)
    kinds = (QLabel, QPushButton, QToolButton, QLineEdit, QComboBox, QTabBar, QTreeView, QListView, QMenu)
    for widget in inside.findChildren(QWidget):
        if isinstance(widget, kinds):
            above: QWidget | None = widget
            while above is not None and not above.styleSheet():
                above = above.parentWidget()
            assert above is not None, (widget, widget.objectName(), widget.parentWidget())
