"""One way back and forth through everything done to a record: what was typed and what was put right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.case.edits import Edit, edit_between, reanchored

if TYPE_CHECKING:
    from core.case.model import Correction

_MOST_STEPS = 1000
_TYPING = 1


class History(QObject):
    """Text and corrections as they are now. `changed` tells whether somebody put something right (typing goes on,
    a correction is an end of its own); `steps_changed` that there is or is no more to take back, `clean_changed`
    whether all is as it was kept."""

    changed = Signal(bool)
    steps_changed = Signal()
    clean_changed = Signal(bool)

    def __init__(self, put: Callable[[Edit], None], parent: QObject | None = None) -> None:
        """`put` makes an edit of the text where it is shown."""
        super().__init__(parent)
        self._put = put
        self._putting = False
        self.text = ""
        self.corrections: tuple[Correction, ...] = ()
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_MOST_STEPS)
        # The stack tells of its own end too, when who would listen is gone: methods of this object do not hear that.
        self.stack.canUndoChanged.connect(self._steps_changed)
        self.stack.canRedoChanged.connect(self._steps_changed)
        self.stack.cleanChanged.connect(self._clean_changed)

    def begin(self, text: str, corrections: tuple[Correction, ...] = ()) -> None:
        """Another record, with nothing to go back to."""
        self.stack.clear()
        self.text, self.corrections = text, corrections

    def typed(self, text: str) -> None:
        """The text shown has become this."""
        if self._putting or text == self.text:
            return
        edit = edit_between(self.text, text)
        self.text = text
        before, self.corrections = self.corrections, reanchored(self.corrections, edit)
        self.stack.push(_Step(self, edit, before, self.corrections, done=True))
        self.changed.emit(False)

    def correct(self, corrections: tuple[Correction, ...]) -> None:
        """These hold from now on."""
        if corrections != self.corrections:
            self.stack.push(_Step(self, None, self.corrections, corrections))

    def write(self, edit: Edit, added: tuple[Correction, ...] = ()) -> None:
        """An edit that nobody typed, with what is known about its words."""
        after = (*reanchored(self.corrections, edit), *added)
        self.stack.push(_Step(self, edit, self.corrections, after))

    def go(self, edit: Edit | None, corrections: tuple[Correction, ...]) -> None:
        """A step of the stack, forth or back."""
        if edit is not None:
            self._putting = True
            self._put(edit)
            self._putting = False
            self.text = edit.apply(self.text)
        self.corrections = corrections
        self.changed.emit(True)

    def _steps_changed(self, _: bool) -> None:
        self.steps_changed.emit()

    def _clean_changed(self, clean: bool) -> None:
        self.clean_changed.emit(clean)


class _Step(QUndoCommand):
    def __init__(
        self,
        history: History,
        edit: Edit | None,
        before: tuple[Correction, ...],
        after: tuple[Correction, ...],
        *,
        done: bool = False,
    ) -> None:
        super().__init__()
        self._history, self._edit, self._before, self._after = history, edit, before, after
        self._done = done
        self._kind = _TYPING if done and len(edit.added if edit else "") <= 1 else -1

    def redo(self) -> None:
        if self._done:
            self._done = False
            return
        self._history.go(self._edit, self._after)

    def undo(self) -> None:
        self._history.go(self._edit.inverse if self._edit is not None else None, self._before)

    def id(self) -> int:
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Letters of one word typed, or deleted, one after another are one step."""
        if not isinstance(other, _Step) or self._edit is None or other._edit is None:
            return False
        mine, new = self._edit, other._edit
        if not mine.removed and not new.removed and new.start == mine.start + len(mine.added):
            if mine.added[-1].isspace() and not new.added.isspace():
                return False
            self._edit = Edit(mine.start, "", mine.added + new.added)
        elif not mine.added and not new.added and new.start + len(new.removed) == mine.start:
            self._edit = Edit(new.start, new.removed + mine.removed, "")
        else:
            return False
        self._after = other._after
        return True
