"""A field that completes names of the knowledge base while they are typed, without holding anybody up."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.desk import Desk
from desktop.vocabulary import MOST, Kind, Suggestion

_AFTER_MS = 60  # since the last key
_LIST_WIDTH = 460


class VocabularyField(QLineEdit):
    """`picked` tells what was chosen from the list, `entered` that Enter was pressed on words that stand as they
    are; `choice` is what they name, None for words that nothing is called."""

    picked = Signal(object)  # Suggestion
    entered = Signal()

    def __init__(self, desk: Desk, kind: Kind, key: str, parent: QWidget | None = None) -> None:
        """`key` tells this field's questions from those of others."""
        super().__init__(parent)
        self._desk, self._kind, self._key = desk, kind, key
        self._found: tuple[Suggestion, ...] = ()
        self._asked = ""
        self._starting = False  # what finds by meaning
        self.choice: Suggestion | None = None
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST)
        popup = QListView()
        popup.setUniformItemSizes(True)
        popup.setObjectName("completions")
        popup.setMinimumWidth(_LIST_WIDTH)
        popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(popup)
        desk.theme.page(popup)
        completer.setWidget(self)
        completer.activated.connect(self._activated)
        self._completer = completer
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._returned)

    @property
    def found(self) -> tuple[Suggestion, ...]:
        """What is offered now."""
        return self._found

    def choose_kind(self, kind: Kind) -> None:
        """From now on complete names of this kind; what stands here is gone."""
        self._kind = kind
        self.reset()

    def reset(self) -> None:
        """Empty, with nothing chosen."""
        self._desk.operations.cancel(self._key)
        self.clear()
        self._found, self.choice, self._asked = (), None, ""
        self._model.setStringList([])

    def _edited(self, _: str) -> None:
        self.choice = None
        self._timer.start()

    def _ask(self) -> None:
        words, kind, tongue, services = self.text().strip(), self._kind, self._desk.texts.tongue, self._desk.services
        if not words:
            self._show("", ())
            return
        if kind == "finding" and not self._starting and services.near_wanted:
            self._starting = True
            self._desk.operations.start(services.prepare_near, lane="models", done=self._tried, failed=self._tried)
        self._desk.operations.start(
            lambda _: services.suggest(words, kind, tongue),
            lane="files",
            done=lambda found: self._show(words, found),
            failed=lambda _: self._show(words, ()),
            key=self._key,
        )

    def _tried(self, _: object) -> None:
        """What is found by words needs no word about what finds by meaning, there or not. It ends when nothing is asked
        of it for a while, and is then started again."""
        self._starting = False

    def _show(self, words: str, found: tuple[Suggestion, ...]) -> None:
        if words != self.text().strip():
            return
        self._found, self._asked = found, words
        self._model.setStringList([suggestion.shown for suggestion in found])
        exact = [s for s in found if words.casefold() in (s.name.casefold(), s.label.casefold())]
        self.choice = exact[0] if exact else None
        popup = self._completer.popup()
        if popup is not None:
            popup.setToolTip(self._desk.texts("fields.near") if any(s.near for s in found) else "")
        if found and self.hasFocus():
            self._completer.complete()
            if popup is not None and found[0].near:
                popup.setCurrentIndex(QModelIndex())  # nothing is taken that nobody has pointed at
        elif popup is not None:
            popup.hide()

    def _activated(self, shown: str) -> None:
        self._take(next(suggestion for suggestion in self._found if suggestion.shown == shown))

    def _take(self, suggestion: Suggestion) -> None:
        self.setText(suggestion.name)
        self.choice = suggestion
        self.picked.emit(suggestion)

    def _returned(self) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                return  # the list tells what was chosen
            popup.hide()
        first = self._found[0] if self._found and self._asked == self.text().strip() else None
        if self.choice is None and first is not None and not first.near:
            self._take(first)  # what is merely near in meaning is taken from the list alone
        elif self.text().strip():
            self.entered.emit()
