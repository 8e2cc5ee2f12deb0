"""What can be put right about a finding: a menu that does not stand in the way of typing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.item_models.marks import Mark
from desktop.views.vocabulary_field import VocabularyField

if TYPE_CHECKING:
    from core.case.model import Verdict
    from desktop.vocabulary import Suggestion

_OF_THE_MENU = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
)


class CorrectionMenu(QMenu):
    """For the marks at one place, the shortest on top. `verdict` and `other` tell the mark that was meant; any key
    that is none of the menu's closes it and goes to the editor."""

    verdict = Signal(object, str)  # Mark, Verdict
    other = Signal(object)  # Mark
    undone = Signal(object)  # Mark

    def __init__(self, desk: Desk, marks: list[Mark], writer: QWidget) -> None:
        super().__init__(writer)
        self._desk, self._writer = desk, writer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(desk.texts("correct.ask"))
        for at, mark in enumerate(marks):
            self._fill(self if at == 0 else self.addMenu(mark.tip), mark)

    def showEvent(self, event: QShowEvent) -> None:
        """The arrows begin at the first answer."""
        super().showEvent(event)
        self.setActiveAction(next(action for action in self.actions() if action.isCheckable()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OF_THE_MENU:
            super().keyPressEvent(event)
            return
        self.close()
        self._writer.setFocus()
        QCoreApplication.sendEvent(
            self._writer, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
        )

    def _fill(self, menu: QMenu, mark: Mark) -> None:
        from core.case.model import Verdict

        if menu is self:
            title = menu.addAction(mark.tip)
            title.setEnabled(False)
            menu.addSeparator()
        now = _verdict_of(mark)
        for verdict in get_args(Verdict):
            action = QAction(self._desk.texts(f"correct.{verdict}"), menu)
            action.setCheckable(True)
            action.setChecked(verdict == now)
            action.triggered.connect(partial(self._tell, mark, verdict))
            if verdict == "removed":
                menu.addSeparator()
            menu.addAction(action)
        if mark.finding is not None:
            menu.addAction(self._desk.texts("correct.other")).triggered.connect(lambda: self.other.emit(mark))
        if mark.correction is not None:
            menu.addSeparator()
            menu.addAction(self._desk.texts("correct.undo")).triggered.connect(lambda: self.undone.emit(mark))

    def _tell(self, mark: Mark, verdict: Verdict, _: bool = False) -> None:
        self.verdict.emit(mark, verdict)


def _verdict_of(mark: Mark) -> str:
    """What the finding is now, in the words of the menu; "" where the menu has none for it."""
    finding = mark.finding
    if finding is None:
        return "removed"
    if finding.experiencer == "family":
        return "family"
    if finding.experiencer != "patient":
        return ""
    return finding.assertion if finding.temporality == "recent" else finding.temporality


class ConceptDialog(QDialog):
    """Which finding words stand for, by its name. `chosen` tells it."""

    chosen = Signal(object)  # Suggestion

    def __init__(self, desk: Desk, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.texts("concept.title"))
        self.setMinimumWidth(420)
        asked = QLabel(desk.texts("concept.words", words=words))
        asked.setWordWrap(True)
        self.field = VocabularyField(desk, "finding", "concept")
        self.field.setAccessibleName(desk.texts("concept.field"))
        self.field.setPlaceholderText(desk.texts("concept.field"))
        asked.setBuddy(self.field)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(desk.texts("concept.take"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(desk.texts("concept.cancel"))
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        self._none = QLabel()
        self._none.setObjectName("fault")
        self._none.setWordWrap(True)
        self._no_such = desk.texts("concept.none")
        layout = QVBoxLayout(self)
        for widget in (asked, self.field, self._none, self._buttons):
            layout.addWidget(widget)
        self.field.textEdited.connect(lambda _: self._none.clear())
        self.field.picked.connect(self._take)
        self.field.entered.connect(self._accept)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            return  # the field has answered it
        super().keyPressEvent(event)

    def _accept(self) -> None:
        if self.field.choice is not None:
            self._take(self.field.choice)
        else:
            self._none.setText(self._no_such)

    def _take(self, suggestion: Suggestion) -> None:
        self.chosen.emit(suggestion)
        self.accept()
