"""Python's cyclic garbage is swept in the window's own thread, between two events, and nowhere else.

Left to itself the collector runs in whatever thread happens to allocate: a worker that reads a record would destroy
widgets, which only their own thread may do; and Qt, halfway through a walk over its widgets, would find them gone.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1_000
OLDEST = 2


class Sweeper(QObject):
    """Takes over from the automatic collector until `end`.

    The oldest generation, which takes the longest, waits until nothing is under way (`at_rest`): nobody types then.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.at_rest: Callable[[], bool] = lambda: True
        self._rested = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(_LOOK_MS)

    def sweep(self) -> None:
        """Collect the oldest generation that the automatic collector would have collected by now."""
        due = [generation for generation, limit in enumerate(gc.get_threshold()) if gc.get_count()[generation] > limit]
        rested, self._rested = self._rested, self.at_rest()
        if not (rested and self._rested):
            due = [generation for generation in due if generation < OLDEST]
        if due:
            gc.collect(due[-1])

    def settle(self) -> None:
        """What has been loaded stays for good: do not look through it at every sweep."""
        gc.freeze()

    def end(self) -> None:
        self._timer.stop()
        gc.enable()
