"""Ending an answer at a stop text, which itself is never shown, not even its beginning."""

from __future__ import annotations

from collections.abc import Callable


class StopText:
    """Passes text on, but holds back an end that could still become a stop text."""

    def __init__(self, stops: tuple[str, ...], emit: Callable[[str], None]) -> None:
        self._stops = tuple(stop for stop in stops if stop)
        self._emit = emit
        self._held = ""

    def add(self, text: str) -> bool:
        """True when a stop text is complete: all before it has been passed on, and the answer is over."""
        self._held += text
        places = [place for stop in self._stops if (place := self._held.find(stop)) >= 0]
        if places:
            self._pass(min(places))
            self._held = ""
            return True
        self._pass(len(self._held) - self._could_begin())
        return False

    def flush(self) -> None:
        """The answer ended otherwise: what was held back belongs to it."""
        self._pass(len(self._held))

    def _could_begin(self) -> int:
        """The length of the longest end of the text that begins a stop text."""
        longest = max((len(stop) for stop in self._stops), default=1) - 1
        for length in range(min(longest, len(self._held)), 0, -1):
            if any(stop.startswith(self._held[-length:]) for stop in self._stops):
                return length
        return 0

    def _pass(self, length: int) -> None:
        if length > 0:
            self._emit(self._held[:length])
            self._held = self._held[length:]
