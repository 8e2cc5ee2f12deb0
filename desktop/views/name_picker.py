"""A field in which a disease or a score is named, with completion over all names, synonyms and both languages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.desk import Desk

Names = list[tuple[str, tuple[str, ...], tuple[str, ...]]]
_SHOWN = 12


class NameList:
    """The names of one kind of thing: loaded once, in a lane, when first wanted."""

    def __init__(self, desk: Desk, key: str, load: Callable[[], Names]) -> None:
        self.desk, self._key, self._load = desk, key, load
        self._names: Names = []
        self._waiting: list[Callable[[], None]] = []
        self._asked = False
        self.model = QStringListModel()
        self.ids: dict[str, str] = {}
        desk.texts.follow(self._tell)

    def want(self, then: Callable[[], None]) -> None:
        """Load if need be, then call."""
        if self._names:
            then()
            return
        self._waiting.append(then)
        if not self._asked:
            self._asked = True
            self.desk.operations.start(
                lambda _: self._load(), lane="reading", done=self._loaded, failed=self._failed, key=self._key
            )

    def name_of(self, key: str) -> str:
        """What it is called in the window's language; the id while the names are not there."""
        chinese = self.desk.texts.tongue == "zh"
        return next(((zh or en if chinese else en)[0] for one, en, zh in self._names if one == key), key)

    def find(self, words: str) -> str | None:
        """The id of what has exactly this name, whatever the capitals, or of the only one that contains it."""
        wanted = words.strip().casefold()
        exact = {key for name, key in self.ids.items() if name.casefold() == wanted}
        exact |= {key for key, en, zh in self._names if wanted in (n.casefold() for n in (key, *en, *zh))}
        if not exact and wanted:
            exact = {key for name, key in self.ids.items() if wanted in name.casefold()}
        return exact.pop() if len(exact) == 1 else None

    def _loaded(self, names: Names) -> None:
        self._names = names
        self._tell()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _failed(self, _: str) -> None:
        self._asked = False
        self._waiting = []

    def _tell(self) -> None:
        """First names before synonyms, each synonym with the name of what it stands for."""
        chinese = self.desk.texts.tongue == "zh"
        first: dict[str, str] = {}
        others: dict[str, str] = {}
        for key, en, zh in self._names:
            own, foreign = (zh or en, en) if chinese else (en, zh)
            first[own[0]] = key
            for name in (*own[1:], *foreign):
                if name != own[0]:
                    others[f"{name} → {own[0]}"] = key
        self.ids = others | first
        self.model.setStringList([*sorted(first, key=str.casefold), *sorted(others, key=str.casefold)])


class NamePicker(QLineEdit):
    """`picked` tells an id; `unknown` the words that name nothing."""

    picked = Signal(str)
    unknown = Signal(str)

    def __init__(self, names: NameList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._key: str | None = None
        self.setClearButtonEnabled(False)
        completer = QCompleter(names.model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated.connect(self._activated)
        popup = QListView()
        popup.setUniformItemSizes(True)  # else each of some thousand names is measured when it first opens
        popup.setLayoutMode(QListView.LayoutMode.Batched)
        popup.setObjectName("completions")
        completer.setPopup(popup)
        names.desk.theme.page(popup)
        self._completer = completer
        self.setCompleter(completer)
        self.returnPressed.connect(self._entered)

    @property
    def key(self) -> str | None:
        """What is named here."""
        return self._key

    def show_key(self, key: str | None) -> None:
        """Name this."""
        self._key = key
        if key is None:
            self.clear()
        else:
            self._names.want(self._say)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._names.want(lambda: None)

    def _say(self) -> None:
        if self._key is not None:
            self.setText(self._names.name_of(self._key))
            self.setCursorPosition(0)

    def _activated(self, words: str) -> None:
        key = self._names.ids.get(words)
        if key is not None:
            self._pick(key)

    def _entered(self) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                return  # the popup tells what was chosen
            popup.hide()
        words = self.text().strip()
        if words:
            self._names.want(lambda: self._look_up(words))

    def _look_up(self, words: str) -> None:
        # Where several names fit, the one that the list of suggestions shows first.
        key = self._names.find(words) or self._names.ids.get(self._completer.currentCompletion())
        if key is None:
            self.unknown.emit(words)
        elif key != self._key or self.isModified():
            self._pick(key)

    def _pick(self, key: str) -> None:
        self._key = key
        self._say()
        self.setModified(False)
        self.picked.emit(key)
