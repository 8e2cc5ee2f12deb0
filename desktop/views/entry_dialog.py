"""What the knowledge base holds about one disease, or what a score asks for: read, not computed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.entries import Entry
from desktop.item_models.commands import Kind
from desktop.item_models.rows import Row
from desktop.views.closing import closing_line
from desktop.views.rows_view import RowsView

_SIZE = (620, 560)


class EntryDialog(QDialog):
    """Made once and kept; `show_entry` fills it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.resize(*_SIZE)
        self._title = QLabel()
        self._title.setObjectName("stateTitle")
        self._title.setWordWrap(True)
        self._title.setContentsMargins(16, 14, 16, 0)
        self.rows = RowsView(desk.theme)
        desk.texts.bind(self.rows.setAccessibleName, "entry.name")
        foot, _ = closing_line(self, desk)
        foot.setContentsMargins(0, 0, 16, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self.rows, 1)
        layout.addLayout(foot)

    def show_entry(self, kind: Kind, key: str) -> None:
        """Fetch and show."""
        services, tongue = self._desk.services, self._desk.texts.tongue
        self._desk.operations.start(
            lambda _: services.entry(kind, key, tongue),
            lane="reading",
            done=self._came,
            failed=lambda message: self._came(Entry(self._desk.failure(message), ())),
            key="entry",
        )

    def _came(self, entry: Entry) -> None:
        self.setWindowTitle(entry.title)
        self._title.setText(entry.title)
        self.rows.show_rows(
            [
                Row(title=self._desk.texts(f"entry.{line.head}"), heading=True)
                if line.head
                else Row(title=line.words, value=line.value, tip=line.tip)
                for line in entry.lines
            ]
        )
        self.open()
        self.rows.setFocus()
