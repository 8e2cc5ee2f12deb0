"""Where the actions are offered: the menu bar and the tool bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.actions import Actions
from desktop.desk import Desk

MENUS = (
    ("menu.file", ("new", "open", "save", "pdf", "print", "", "lock", "quit")),
    (
        "menu.edit",
        (
            *("undo", "redo", "", "correct", "next_finding", "previous_finding", "enter_fields", ""),
            *("find_case", "palette", "", "settings", "models"),
        ),
    ),
    ("menu.result", ("write", "second_opinion", "stop", "next_result", "previous_result")),
    (
        "menu.view",
        (
            *("go_cases", "go_record", "go_report", "go_result", ""),
            *("toggle_cases", "next_arrangement", "", "next_language", "next_theme", ""),
        ),
    ),
    ("menu.help", ("shortcuts", "tour")),
)
_WITH_CHOICES = "menu.view"
_BAR = ("new", "open", "save", "", "pdf", "stop", "", "palette")


def fill_menu_bar(bar: QMenuBar, desk: Desk, actions: Actions, choices: dict[str, QMenu]) -> None:
    """The menus; one of them ends with the choices."""
    for key, names in MENUS:
        menu = bar.addMenu("")
        desk.texts.bind(menu.setTitle, key)
        for name in names:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        if key == _WITH_CHOICES:
            for choice in choices.values():
                menu.addMenu(choice)


def make_toolbar(desk: Desk, actions: Actions, choices: dict[str, QMenu]) -> QToolBar:
    """What is wanted most, in words beside pictures, each reached by Tab."""
    bar = QToolBar()
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    desk.texts.bind(bar.setWindowTitle, "toolbar.name")
    for name in _BAR:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    for name, menu in choices.items():
        bar.addWidget(_menu_button(desk, name, menu))
    bar.addAction(actions["lock"])
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return bar


def _menu_button(desk: Desk, name: str, menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    desk.texts.bind(button.setText, f"setting.{name}")
    desk.texts.bind(button.setAccessibleName, f"setting.{name}")

    def dress() -> None:
        button.setIcon(desk.theme.icon(name))

    desk.theme.follow(dress)
    dress()
    return button
