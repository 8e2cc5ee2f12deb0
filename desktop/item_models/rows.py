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
class Fall:
    """One bar of a waterfall: from where to where it goes, on a scale that all bars of the waterfall share (log10
    odds). A `whole` one stands for a sum and begins at even odds."""

    begin: float
    end: float
    low: float
    high: float
    whole: bool = False


@dataclass(frozen=True)
class Row:
    """One line.

    `bar` is a share from 0 to 1; `weight` a base-10 log ratio drawn left or right of a middle line, `pair` two of them
    in columns; `scale` is the weight that fills its half of the bar. `fall` is a bar of a waterfall. A `heading` names
    the rows below it. Rows with `children` unfold, those with `unfolded` are so from the start; one that `leads` goes
    on to a page of its own.
    """

    title: str
    key: str = ""
    detail: str = ""
    value: str = ""
    mark: str = ""
    chip: str = ""
    tone: Tone = "plain"
    bar: float | None = None
    weight: float | None = None
    pair: tuple[float, float] | None = None
    scale: float = 1.0
    fall: Fall | None = None
    strong: bool = False
    heading: bool = False
    columns: tuple[str, str] | None = None  # what a heading calls the two columns of the pairs below it
    unfolded: bool = False
    leads: bool = False
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
    __slots__ = ("children", "number", "parent", "place", "row")

    def __init__(self, row: Row, parent: _Node | None, place: int, number: int) -> None:
        self.row, self.parent, self.place, self.number = row, parent, place, number
        self.children: list[_Node] = []


class RowModel(QAbstractItemModel):
    """A tree of rows, replaced as a whole.

    An index carries a number rather than the address of a node: Qt and screen readers keep indexes longer than we keep
    nodes, and a number that is no longer known does no harm.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[_Node] = []
        self._nodes: dict[int, _Node] = {}
        self._next = 1

    @property
    def rows(self) -> list[Row]:
        return [node.row for node in self._top]

    def show(self, rows: Iterable[Row]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._nodes = {}
        self._top = [self._made(row, None, place) for place, row in enumerate(rows)]
        self.endResetModel()

    def append(self, row: Row) -> None:
        """Add a row at the end."""
        place = len(self._top)
        self.beginInsertRows(_NOWHERE, place, place)
        self._top.append(self._made(row, None, place))
        self.endInsertRows()

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, None for an invalid one."""
        node = self._node(index)
        return node.row if node is not None else None

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._children(parent))

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        node = self._node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.place, 0, node.parent.number)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return row.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        return row if role == ROW else None

    def _made(self, row: Row, parent: _Node | None, place: int) -> _Node:
        node = _Node(row, parent, place, self._next)
        self._nodes[self._next] = node
        self._next += 1
        node.children = [self._made(child, node, at) for at, child in enumerate(row.children)]
        return node

    def _children(self, parent: Index) -> Sequence[_Node]:
        if not parent.isValid():
            return self._top
        node = self._node(parent)
        return node.children if node is not None else ()

    def _node(self, index: Index) -> _Node | None:
        return self._nodes.get(index.internalId()) if index.isValid() else None
