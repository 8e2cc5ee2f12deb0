"""Characters as the core counts them (code points) and as Qt counts them (UTF-16 units)."""

from __future__ import annotations

from bisect import bisect_left


class Positions:
    """Maps offsets of one text from the core to the editor; the same numbers unless the text has rare characters."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [index for index, char in enumerate(text) if ord(char) > 0xFFFF]

    def to_qt(self, offset: int) -> int:
        """The editor's position of the core's offset."""
        return offset + bisect_left(self._wide, offset)
