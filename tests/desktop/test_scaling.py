"""Screens of 100 to 300 %: what a scaled screen has room for is all there, and long words survive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QScreen
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import make_window
from desktop.desk import Desk
from desktop.fonts import interface_font
from desktop.main_window import MainWindow
from desktop.settings import CASES_SHOWN
from desktop.trends import Trend
from desktop.views.assessment_pane import AssessmentPane
from desktop.views.models_dialog import ModelsDialog
from desktop.views.panes import LEAST_SIZE
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import ShortcutsDialog
from desktop.views.trend_plots import TrendPlot
from tests.desktop.test_workspace import type_note

LONG_WORD = "pneumonoultramicroscopicsilicovolcanoconiosis-pseudopseudohypoparathyroidism-" * 3


@pytest.mark.parametrize("size", [(960, 540), (853, 480)], ids=["1920x1080 at 200 %", "2560x1440 at 300 %"])
def test_the_window_fits_a_scaled_screen(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, *size))
    window = make_window(desk)
    desk.theme.turns.finish()
    qtbot.addWidget(window, before_close_func=lambda w: w.workspace.record.editor.document().setModified(False))
    window.show()
    window.unlock.entered.emit()
    type_note(window, qtbot)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    workspace = window.workspace
    tabs = workspace.result.tabs.tabBar()
    assert desk.settings.get(CASES_SHOWN)  # another screen may have room for them
    assert not workspace.cases.isVisible()
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    qtbot.waitUntil(lambda: not workspace.result.dangers.isVisible())
    inside = window.rect()
    for part in (workspace.record.editor, workspace.record.entry.add, workspace.result.differential.rows):
        assert inside.contains(placed(part, window)), part
        assert part.height() > 20
    window.actions_["toggle_cases"].trigger()
    assert workspace.cases.isVisible()


def test_a_screen_without_room_for_the_panes_scrolls_to_where_the_keyboard_is(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (640, 360)  # 1920x1080 at 300 %
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, *size))
    window = make_window(desk)
    qtbot.addWidget(window, before_close_func=lambda w: w.workspace.record.editor.document().setModified(False))
    window.resize(*size)
    window.show()
    window.unlock.entered.emit()
    window.activateWindow()
    type_note(window, qtbot)
    workspace, rows = window.workspace, window.workspace.result.differential.rows
    panes = workspace.panes
    assert (window.width(), window.height()) == size
    assert panes.width() >= LEAST_SIZE[0]
    assert panes.height() >= LEAST_SIZE[1]
    assert not window.rect().contains(placed(rows, window))
    rows.setFocus()
    qtbot.waitUntil(lambda: rows.visibleRegion().boundingRect().width() > 300)
    assert placed(workspace.record.editor, window).left() < 0
    workspace.record.editor.setFocus()
    qtbot.waitUntil(lambda: placed(workspace.record.editor, window).left() >= 0)


def test_dialogs_fit_a_scaled_screen(inside: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = QSize(853, 480)
    monkeypatch.setattr("desktop.dialogs.room_for", lambda _: screen)
    made = (inside.dialogs.get(SettingsDialog), inside.dialogs.get(ShortcutsDialog), inside.dialogs.get(ModelsDialog))
    for dialog in made:
        assert dialog.size() == dialog.size().boundedTo(screen), dialog


def test_a_score_is_all_there_in_a_low_window(pane: AssessmentPane, qtbot: QtBot) -> None:
    pane.resize(496, 380)
    with qtbot.waitSignal(pane.scores.panel.computed):
        pane.tabs.open_score("heart")
    qtbot.wait(10)
    for label in pane.scores.panel.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_name_of_a_plot_is_not_cut(desk: Desk, qtbot: QtBot) -> None:
    values = Trend("sbp", "systolic blood pressure", "收缩压", "mmHg", (152.0, 104.0), ((0, 1), (2, 3)), 90.0, 139.0)
    plot = TrendPlot(desk, values)
    qtbot.addWidget(plot)
    wide = plot.width()
    metrics = QFontMetrics(interface_font(12))
    assert wide > metrics.horizontalAdvance("systolic blood pressure") + metrics.horizontalAdvance("104 mmHg")
    desk.texts.speak("zh")
    plot.retell()
    assert plot.width() < wide


def placed(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def test_a_long_word_makes_nothing_wider(inside: MainWindow, qtbot: QtBot) -> None:
    inside.resize(1280, 800)
    type_note(inside, qtbot)
    before = inside.minimumSizeHint().width()
    inside.workspace.record.editor.insertPlainText(f"\n{LONG_WORD}\n")
    inside.workspace.result.banner.grab()
    inside.messages.fault(LONG_WORD)
    qtbot.wait(10)
    assert inside.width() == 1280
    assert inside.workspace.panes.minimumSizeHint().width() <= before
