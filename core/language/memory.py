"""What was read before, kept by whoever reads a text again and again while it is being typed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.case.model import Case
    from core.knowledge.base import Knowledge
    from core.language.model import Reading
    from core.language.pieces import Piece

MOST = 4_000  # sentences; a note has fifty, and each takes a few kilobytes


class Memory:
    """The readings of sentences by all that they depend on, and the last whole one; beyond `most` the oldest goes.

    A text read with it gives exactly what it gives without. It lives in the process alone, and holds patients' words:
    who is done with a record lets it go. One thread may use it at a time.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        # Each with the place where its sentence stood last: after an edit most stand where they stood.
        self._pieces: dict[Hashable, tuple[int, Piece]] = {}
        self._knowledge: Knowledge | None = None
        self._last: tuple[Case, Reading] | None = None

    def use(self, knowledge: Knowledge) -> None:
        """What was read with another knowledge base is no longer true."""
        if self._knowledge is not knowledge:
            self._pieces.clear()
            self._last = None
            self._knowledge = knowledge

    def last(self, case: Case) -> Reading | None:
        """The last reading, if it was of this very case."""
        return self._last[1] if self._last is not None and self._last[0] == case else None

    def keep(self, case: Case, reading: Reading) -> None:
        """Remember the reading of a whole case."""
        self._last = (case, reading)

    def piece(self, key: Hashable, begin: int, read: Callable[[], Piece]) -> Piece:
        """What a sentence says, whose window begins at this place of the text: from before, where all that it depends
        on (`key`) is the same; else as `read`, which counts its places from there."""
        stood, piece = self._pieces.pop(key) if key in self._pieces else (0, read())
        if stood != begin:
            piece = piece.moved(begin - stood)
        self._pieces[key] = begin, piece  # the newest stand last
        if len(self._pieces) > self._most:
            del self._pieces[next(iter(self._pieces))]
        return piece
