"""All keys on one page (F1), made from the declarations of the actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import SPECS
from desktop.bars import MENUS
from desktop.desk import Desk
from desktop.views.closing import closing_line

# Keys that belong to a kind of control rather than to an action.
_HABITS = ("list_open", "list_move", "leave_editor", "close")
_SIZE = (820, 660)


class ShortcutsDialog(QDialog):
    """Grouped as the menus are, in two columns. Made once and kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.texts.bind(self.setWindowTitle, "shortcuts.title")
        self.resize(*_SIZE)
        inner = QFrame()
        inner.setObjectName("pane")
        across = QHBoxLayout(inner)
        across.setContentsMargins(20, 14, 20, 14)
        across.setSpacing(36)
        columns = (QVBoxLayout(), QVBoxLayout())
        for column in columns:
            column.setSpacing(0)
            across.addLayout(column, 1)
        keys = {spec.name: spec.key for spec in SPECS}
        groups = [(title, [(f"action.{name}", keys[name]) for name in names if name]) for title, names in MENUS]
        heights = [0, 0]
        for title, rows in groups:
            at = heights.index(min(heights))
            heights[at] += len(rows) + 2
            self._group(columns[at], title, [(words, _said(key)) for words, key in rows])
        at = heights.index(min(heights))
        self._group(columns[at], "shortcuts.everywhere", [(f"habit.{name}", "") for name in _HABITS])
        for column in columns:
            column.addStretch(1)
        self.keys = QScrollArea()
        self.keys.setWidgetResizable(True)
        self.keys.setFrameShape(QFrame.Shape.NoFrame)
        self.keys.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.keys.setWidget(inner)
        desk.texts.bind(self.keys.setAccessibleName, "shortcuts.title")
        foot, close = closing_line(self, desk)
        foot.setContentsMargins(0, 0, 16, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(12)
        layout.addWidget(self.keys, 1)
        layout.addLayout(foot)
        close.setFocus()

    def _group(self, column: QVBoxLayout, title: str, rows: list[tuple[str, str]]) -> None:
        box, grid, heading = QVBoxLayout(), QGridLayout(), QLabel()
        column.addLayout(box)
        heading.setObjectName("heading")
        self._desk.texts.bind(lambda words: heading.setText(_without_mnemonic(words)), title)
        box.setSpacing(4)
        box.addWidget(heading)
        box.addLayout(grid)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        for at, (words, key) in enumerate(rows):
            what, how = QLabel(), QLabel(key)
            what.setWordWrap(True)
            how.setObjectName("keycap")
            if key:
                grid.addWidget(how, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._desk.texts.bind(_Plain(what), words)
            grid.addWidget(what, at, 1 if key else 0, 1, 1 if key else 2)
        box.addSpacing(14)


class _Plain:
    """Says the words of an action without the dots that stand for a dialog."""

    def __init__(self, label: QLabel) -> None:
        self._label = label

    def __call__(self, words: str) -> None:
        self._label.setText(words.rstrip("…"))


def _said(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _without_mnemonic(words: str) -> str:
    return words.split("(&")[0].replace("&", "")
