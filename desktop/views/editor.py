"""Where the record is pasted, typed and read, with what was understood marked in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from core.case.edits import Edit
from desktop.desk import Desk
from desktop.fonts import interface_font
from desktop.history import History
from desktop.item_models.marks import Mark
from desktop.services import MAX_EDITED
from desktop.spans import Positions
from desktop.views.file_drops import FileDrops, files_in
from desktop.views.mark_formats import mark_format

if TYPE_CHECKING:
    from core.case.model import Correction

# QTextEdit.ExtraSelection exists at run time as an attribute of the class
_Selection = QTextEdit.ExtraSelection
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(FileDrops):
    """Plain text. Marks follow the text they stand on while more is typed, until the next reading replaces them.

    A click on a marked finding asks for what can be put right about it, and so does Enter once `go_to_mark` has led
    to it; `wanted` tells the place on the screen.
    """

    refused = Signal(str)
    wanted = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks: list[tuple[Mark, QTextCursor]] = []
        self._gone_to: tuple[int, int] | None = None  # the mark that F8 has selected
        self.history = History(self._put, self)
        self.setUndoRedoEnabled(False)  # the history has the one stack there is
        self.setFont(interface_font(15, QFont.Weight.Normal))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCursorWidth(2)
        desk.texts.bind(self.setPlaceholderText, "editor.placeholder")
        desk.texts.bind(self.setAccessibleName, "editor.name")
        desk.theme.follow(self._draw)
        self.textChanged.connect(lambda: self.history.typed(self.toPlainText()))
        self.history.changed.connect(lambda _: self.document().setModified(True))
        self.document().modificationChanged.connect(lambda yes: None if yes else self.history.stack.setClean())
        self.history.clean_changed.connect(lambda yes: self.document().setModified(not yes))

    @property
    def text(self) -> str:
        return self.toPlainText()

    @property
    def marks(self) -> list[Mark]:
        return [mark for mark, _ in self._marks]

    def replace(self, text: str, corrections: tuple[Correction, ...] = ()) -> None:
        """Put another record here; the history begins anew."""
        self._marks = []
        self.setExtraSelections([])
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.history.begin(self.toPlainText(), corrections)
        self.document().setModified(False)

    def mark_unsaved(self) -> None:
        """The record is kept nowhere, though nothing was typed."""
        self.history.stack.resetClean()
        self.document().setModified(True)

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

    def go_to_mark(self, by: int) -> None:
        """Select the next finding, or the previous one, coming round at the end."""
        places = sorted({self._place(c) for m, c in self._marks if _correctable(m)})
        if not places:
            return
        start, end = self._place(self.textCursor())
        if by > 0:
            place = next((p for p in places if p[0] >= end and p != self._gone_to), places[0])
        else:
            place = next((p for p in reversed(places) if p[1] <= start and p != self._gone_to), places[-1])
        self.setTextCursor(self._cursor(*place))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._gone_to = place

    def marks_here(self) -> list[Mark]:
        """The findings at the cursor as they stand now, the shortest first."""
        start, end = self._place(self.textCursor())
        hits = [(m, self._place(c)) for m, c in self._marks if _correctable(m)]
        hits = [(m, p) for m, p in hits if p[0] <= start and end <= p[1] and p[0] < p[1]]
        positions = Positions(self.text)
        return [
            replace(m, start=positions.from_qt(p[0]), end=positions.from_qt(p[1]))
            for m, p in sorted(hits, key=lambda hit: hit[1][1] - hit[1][0])
        ]

    def selected_span(self) -> tuple[int, int]:
        """What is selected, as the core counts."""
        positions = Positions(self.text)
        start, end = self._place(self.textCursor())
        return positions.from_qt(start), positions.from_qt(end)

    def ask_here(self) -> None:
        """Ask what can be put right at the cursor."""
        self.wanted.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        gone_to = self._gone_to is not None and self._gone_to == self._place(self.textCursor())
        if event.key() in _ENTER and alone and gone_to:
            self.ask_here()
            return
        self._gone_to = None
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.cursorForPosition(event.position().toPoint())
        bare = not self.textCursor().hasSelection() and event.modifiers() == Qt.KeyboardModifier.NoModifier
        on = self.cursorRect(at).adjusted(-12, 0, 12, 0).contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and bare and on and self.marks_here():
            self.ask_here()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own, without its going back and forth, which knows nothing of what was put right."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        correct = menu.addAction(self._desk.texts("correct.ask"))
        correct.setEnabled(bool(self.marks_here()) or self.textCursor().hasSelection())
        correct.triggered.connect(self.ask_here)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = files_in(source)
        if files:
            self.files_dropped.emit(files)
            return
        if len(source.text()) + self.document().characterCount() > MAX_EDITED:
            self.refused.emit(self._desk.texts("editor.too_long", most=f"{MAX_EDITED:,}"))
            return
        if source.hasText():
            self.insertPlainText(source.text().replace("\x00", "\ufffd"))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()  # to the actions of the window, which go by the one stack
            return False
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
        here = [m.tip for m, c in self._marks if c.selectionStart() <= position < c.selectionEnd()]
        return "\n".join(tip for tip in dict.fromkeys(here) if tip)

    def _draw(self) -> None:
        selections = []
        for mark, cursor in self._marks:
            selection = _Selection()
            selection.cursor = cursor
            selection.format = mark_format(mark.style, self._desk.theme.palette)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _put(self, edit: Edit) -> None:
        """An edit of the history; the cursor goes to its end."""
        positions = Positions(self.toPlainText())
        cursor = self._cursor(positions.to_qt(edit.start), positions.to_qt(edit.start + len(edit.removed)))
        cursor.insertText(edit.added)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @staticmethod
    def _place(cursor: QTextCursor) -> tuple[int, int]:
        return cursor.selectionStart(), cursor.selectionEnd()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _correctable(mark: Mark) -> bool:
    return mark.finding is not None or mark.style == "removed"
