"""A list above the tabs that can be told in one line when something else needs the room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from desktop.desk import Desk
from desktop.item_models.rows import Row
from desktop.views.elided import ElidedButton
from desktop.views.rows_view import RowsView

_HEIGHT = 170


class FoldingSection(QFrame):
    """Its heading folds it and unfolds it; folded, the heading names the rows. Hidden while there are none."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName("section")
        self._desk, self._name = desk, name
        self._titles: list[str] = []
        self.heading = ElidedButton()
        self.heading.setObjectName("sectionHeading")
        self.heading.setCheckable(True)
        self.heading.setChecked(True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.heading.toggled.connect(lambda _: self._tell())
        self.rows = RowsView(desk.theme, fits=_HEIGHT, unfolds=True)
        desk.texts.bind(self.rows.setAccessibleName, f"{name}.title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.rows)

    def show_rows(self, rows: list[Row]) -> None:
        self._titles = [row.title for row in rows]
        self.rows.show_rows(rows)
        self.setVisible(bool(rows))
        self._tell()

    def fold(self, folded: bool) -> None:
        """Make room, or take it back."""
        self.heading.setChecked(not folded)

    def _tell(self) -> None:
        texts, name, unfolded = self._desk.texts, self._name, self.heading.isChecked()
        self.rows.setVisible(unfolded)
        what = texts.list_of(self._titles)
        self.heading.setText(texts(f"{name}.title") if unfolded else texts(f"{name}.folded", what=what))
        self.heading.setAccessibleName(self.heading.text())
