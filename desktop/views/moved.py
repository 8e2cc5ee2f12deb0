"""What the last edit moved in the ranking, and because of what: one line, unfolded on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.moved_rows import Moved, move_in_short, moved_rows, moves_between
from desktop.views.elided import ElidedButton
from desktop.views.rows_view import RowsView

if TYPE_CHECKING:
    from core.assessment import Assessment

_IN_LINE = 2
_HEIGHT = 110


class MovedStrip(QFrame):
    """Hidden while nothing that matters has moved."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._desk = desk
        self._moves: list[Moved] = []
        self.line = ElidedButton()
        self.line.setCheckable(True)
        self.line.toggled.connect(self._unfold)
        self._close = QToolButton()
        self._close.clicked.connect(self.clear)
        desk.texts.bind(self._close.setAccessibleName, "moved.dismiss")
        desk.texts.bind(self._close.setToolTip, "moved.dismiss")
        self.rows = RowsView(desk.theme, fits=_HEIGHT)
        desk.texts.bind(self.rows.setAccessibleName, "moved.name")
        self.rows.opened.connect(self.opened)
        top = QHBoxLayout()
        top.setContentsMargins(8, 2, 4, 2)
        top.addWidget(self.line, 1)
        top.addWidget(self._close)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.rows)
        desk.theme.follow(self._dress)
        self._dress()
        self.clear()

    def show_moves(self, before: Assessment, after: Assessment) -> None:
        """Compare two assessments of one record; where nothing moved, what moved last stays in view."""
        moves = moves_between(before, after)
        if moves:
            self._moves = moves
            self.retell()

    def clear(self) -> None:
        self._moves = []
        self.line.setChecked(False)
        self.retell()

    def retell(self) -> None:
        """In the language of now."""
        texts, moves = self._desk.texts, self._moves
        self.setVisible(bool(moves))
        said = [move_in_short(move, texts) for move in moves[:_IN_LINE]]
        if len(moves) > _IN_LINE:
            said.append(texts("moved.more", number=len(moves) - _IN_LINE))
        self.line.setText(f"{texts('moved.title')}: {' · '.join(said)}" if said else "")
        self.line.setAccessibleName(self.line.text())
        self.rows.show_rows(moved_rows(moves, texts))
        self._unfold(self.line.isChecked())

    def _unfold(self, wanted: bool) -> None:
        self.rows.setVisible(wanted and bool(self._moves))

    def _dress(self) -> None:
        self._close.setIcon(self._desk.theme.icon("close"))
