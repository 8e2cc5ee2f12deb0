"""Where the record is pasted, typed and read, with what was understood marked in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFont, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from desktop.desk import Desk
from desktop.fonts import interface_font
from desktop.item_models.marks import Mark
from desktop.services import MAX_EDITED
from desktop.spans import Positions
from desktop.views.mark_formats import mark_format

# QTextEdit.ExtraSelection exists at run time as an attribute of the class
_Selection = QTextEdit.ExtraSelection


class Editor(QPlainTextEdit):
    """Plain text. Marks follow the text they stand on while more is typed, until the next reading replaces them."""

    files_dropped = Signal(object)  # list[Path]
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks: list[tuple[Mark, QTextCursor]] = []
        self.setFont(interface_font(15, QFont.Weight.Normal))
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCursorWidth(2)
        desk.texts.bind(self.setPlaceholderText, "editor.placeholder")
        desk.texts.bind(self.setAccessibleName, "editor.name")
        desk.theme.changed.connect(self._draw)

    @property
    def text(self) -> str:
        return self.toPlainText()

    @property
    def marks(self) -> list[Mark]:
        return [mark for mark, _ in self._marks]

    def replace(self, text: str) -> None:
        """Put another record here; the history of typing begins anew."""
        self._marks = []
        self.setExtraSelections([])
        self.setPlainText(text)
        self.document().setModified(False)

    def show_marks(self, marks: list[Mark], text: str) -> None:
        """Mark what was understood of `text`, unless something else stands here by now."""
        if self.toPlainText() != text:
            return
        positions = Positions(text)
        self._marks = [(mark, self._cursor(positions.to_qt(mark.start), positions.to_qt(mark.end))) for mark in marks]
        self._draw()

    def select(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Select the first place, bring it into view, and take the keyboard there."""
        if not spans:
            return
        positions = Positions(self.toPlainText())
        start, end = spans[0]
        self.setTextCursor(self._cursor(positions.to_qt(start), positions.to_qt(end)))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = _files(source)
        if files:
            self.files_dropped.emit(files)
            return
        if len(source.text()) + self.document().characterCount() > MAX_EDITED:
            self.refused.emit(self._desk.texts("editor.too_long", most=f"{MAX_EDITED:,}"))
            return
        if source.hasText():
            self.insertPlainText(source.text().replace("\x00", "\ufffd"))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(_files(source)) or source.hasText()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
        else:
            super().dropEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.cursorForPosition(self.viewport().mapFromParent(event.pos())).position()
            said = self.tip_at(at)
            if said:
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def tip_at(self, position: int) -> str:
        """What the marks at a position say."""
        return "\n".join(m.tip for m, c in self._marks if c.selectionStart() <= position < c.selectionEnd())

    def _draw(self) -> None:
        selections = []
        for mark, cursor in self._marks:
            selection = _Selection()
            selection.cursor = cursor
            selection.format = mark_format(mark.style, self._desk.theme.palette)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
