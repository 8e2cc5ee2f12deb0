"""The stored cases, fetched page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from desktop.item_models.diagnosis_rows import LEVEL_TONES
from desktop.item_models.rows import ROW, Row
from desktop.texts import Texts

Index = QModelIndex | QPersistentModelIndex
PAGE = 200


class CaseListModel(QStringListModel):
    """Shows case summaries; `more` is called when the list is scrolled to where another page is wanted.

    Qt's own model counts the rows (its strings stay empty): with every page that comes a view asks once for each row
    there is how many there are, which in Python takes 70 ms for twenty thousand. A row is made when it is first drawn.
    """

    def __init__(self, texts: Texts, more: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts, self._more = texts, more
        self._cases: list[Any] = []
        self._rows: dict[int, Row] = {}
        self._stored = 0
        self._complete = True

    def begin(self, cases: list[Any]) -> None:
        """Start anew with the first page."""
        self._cases, self._rows = list(cases), {}
        self._stored = sum(1 for case in cases if case.stored)
        self._complete = self._stored < PAGE
        self.setStringList([""] * len(cases))

    def add(self, cases: list[Any]) -> None:
        """The next page."""
        self._complete = len(cases) < PAGE
        if cases:
            at = len(self._cases)
            self._cases += cases
            self._stored += sum(1 for case in cases if case.stored)
            self.insertRows(at, len(cases))

    @property
    def stored(self) -> int:
        """How many of those fetched are cases of the records; the others are drafts alone."""
        return self._stored

    def retell(self) -> None:
        """Say everything again, in the language of now."""
        self._rows.clear()
        if self._cases:
            self.dataChanged.emit(self.index(0), self.index(len(self._cases) - 1))

    def key(self, index: Index) -> str | None:
        """The id of the case in a row."""
        return str(self._cases[index.row()].id) if index.isValid() else None

    def find(self, key: str) -> QModelIndex:
        """Where a case is, an invalid index when it is not among the fetched."""
        for at, case in enumerate(self._cases):
            if case.id == key:
                return self.index(at)
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows.get(index.row())
        if row is None:
            row = self._rows[index.row()] = self._row(self._cases[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        return row if role == ROW else None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:
        if not self._complete:
            self._complete = True  # until the page has come
            self._more()

    def _row(self, case: Any) -> Row:
        when = f"{case.changed_at.astimezone():%Y-%m-%d %H:%M}"
        if case.has_draft:
            when = self._texts("cases.draft") + " · " + when
        level = case.triage_level
        known = level in LEVEL_TONES and level is not None
        return Row(
            title=case.title,
            key=case.id,
            detail=" · ".join(
                part for part in (when, self._texts.of(case, "top_name") if case.top_name else "") if part
            ),
            chip=self._texts(f"level_short.{level}") if known else "",
            tone=LEVEL_TONES[level] if known else "plain",
            tip=case.title,
        )
