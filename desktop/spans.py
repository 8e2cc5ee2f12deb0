"""Characters as the core counts them (code points) and as Qt counts them (UTF-16 units)."""

from __future__ import annotations

from bisect import bisect_left


class Positions:
    """Maps offsets of one text between core and editor; the same numbers unless the text has rare characters."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [index for index, char in enumerate(text) if ord(char) > 0xFFFF]
        self._wide_in_qt = [index + before for before, index in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """The editor's position of the core's offset."""
        return offset + bisect_left(self._wide, offset)

    def from_qt(self, position: int) -> int:
        """The core's offset of the editor's position."""
        return position - bisect_left(self._wide_in_qt, position)
