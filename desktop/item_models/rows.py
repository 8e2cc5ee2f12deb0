"""One kind of row and one model for all result lists: what it says, how it looks, and where in the record it rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.palette import Tone

Index = QModelIndex | QPersistentModelIndex
Spans = tuple[tuple[int, int], ...]
ROW = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Row:
    """One line. `bar` is a share from 0 to 1; `weight` a base-10 log ratio drawn left or right of a middle line."""

    title: str
    key: str = ""
    detail: str = ""
    value: str = ""
    mark: str = ""
    chip: str = ""
    tone: Tone = "plain"
    bar: float | None = None
    weight: float | None = None
    strong: bool = False
    spans: Spans = ()
    tip: str = ""
    spoken: str = ""
    children: tuple[Row, ...] = ()

    @property
    def words(self) -> str:
        """What a screen reader says."""
        return self.spoken or ", ".join(
            part for part in (self.mark, self.title, self.chip, self.value, self.detail) if part
        )


class _Node:
    __slots__ = ("children", "number", "parent", "row")

    def __init__(self, row: Row, parent: _Node | None, number: int) -> None:
        self.row, self.parent, self.number = row, parent, number
        self.children = [_Node(child, self, at) for at, child in enumerate(row.children)]


class RowModel(QAbstractItemModel):
    """A tree of rows, replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[_Node] = []

    @property
    def rows(self) -> list[Row]:
        return [node.row for node in self._top]

    def show(self, rows: Iterable[Row]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._top = [_Node(row, None, at) for at, row in enumerate(rows)]
        self.endResetModel()

    def append(self, row: Row) -> None:
        """Add a row at the end."""
        at = len(self._top)
        self.beginInsertRows(_NOWHERE, at, at)
        self._top.append(_Node(row, None, at))
        self.endInsertRows()

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, None for an invalid one."""
        return self._node(index).row if index.isValid() else None

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._children(parent))

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self._node(index).parent
        return QModelIndex() if above is None else self.createIndex(above.number, 0, above)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._node(index).row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        return row if role == ROW else None

    def _children(self, parent: Index) -> Sequence[_Node]:
        return self._node(parent).children if parent.isValid() else self._top

    @staticmethod
    def _node(index: Index) -> _Node:
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node
