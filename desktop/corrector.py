"""From a finding in the editor to a correction of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from desktop.desk import Desk
from desktop.item_models.marks import Mark
from desktop.views.correction_menu import ConceptDialog, CorrectionMenu
from desktop.views.editor import Editor

if TYPE_CHECKING:
    from core.case.model import Correction, Verdict
    from desktop.vocabulary import Suggestion


class Corrector(QObject):
    """Asks what is right, and puts the answer into the history, where it can be taken back like anything typed."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        super().__init__(editor)
        self._desk, self._editor = desk, editor
        editor.wanted.connect(self._ask)

    def _ask(self, place: QPoint) -> None:
        marks = self._editor.marks_here()
        if marks:
            menu = CorrectionMenu(self._desk, marks, self._editor)
            menu.verdict.connect(self._judge)
            menu.other.connect(lambda mark: self._ask_concept((mark.start, mark.end), mark))
            menu.undone.connect(self._take_back)
            menu.popup(place)
        elif self._editor.textCursor().hasSelection():
            self._ask_concept(self._editor.selected_span(), None)

    def _judge(self, mark: Mark, verdict: Verdict) -> None:
        from core.case.model import Correction

        concept, replacement = _read_as(mark)
        self._put(
            mark,
            Correction(start=mark.start, end=mark.end, concept=concept, replacement=replacement, verdict=verdict),
        )

    def _ask_concept(self, span: tuple[int, int], mark: Mark | None) -> None:
        text = self._editor.text
        words = " ".join(text[slice(*span)].split())
        dialog = ConceptDialog(self._desk, words, self._editor)

        def chosen(suggestion: Suggestion) -> None:
            from core.case.model import Correction

            if text != self._editor.text:
                return  # the words may be others by now
            verdict = mark.correction.verdict if mark is not None and mark.correction is not None else None
            concept = _read_as(mark)[0] if mark is not None else None
            self._put(
                mark,
                Correction(start=span[0], end=span[1], concept=concept, replacement=suggestion.key, verdict=verdict),
            )

        dialog.chosen.connect(chosen)
        dialog.open()

    def _take_back(self, mark: Mark) -> None:
        self._put(mark, None)

    def _put(self, mark: Mark | None, correction: Correction | None) -> None:
        """In place of what was said about the same finding before."""
        history = self._editor.history
        earlier = mark.correction if mark is not None else None
        others = tuple(
            c
            for c in history.corrections
            if earlier is None or mark is None or (c.start, c.end, c.concept) != (mark.start, mark.end, earlier.concept)
        )
        history.correct(others if correction is None else (*others, correction))


def _read_as(mark: Mark) -> tuple[str | None, str | None]:
    """The concept as it was read, and the one that a person has named instead."""
    if mark.correction is not None:
        return mark.correction.concept, mark.correction.replacement
    return (mark.finding.concept if mark.finding is not None else None), None
