"""Many small steps in the thread of the window, a few in each turn of the event loop, so that no turn is long."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]
BUDGET_S = 0.006  # a turn ends with the step that goes beyond it; what Qt draws in consequence comes on top


class Turns(QObject):
    """Does what it was given last; steps of before that have not been done are dropped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Step] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def begin(self, steps: Iterable[Step]) -> None:
        """Do these from the next turn on, in their order."""
        self._waiting = deque(steps)
        self._timer.start(0)

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._waiting:
            self._waiting.popleft()()

    def _turn(self) -> None:
        ends = time.perf_counter() + BUDGET_S
        while self._waiting:
            self._waiting.popleft()()
            if time.perf_counter() >= ends:
                break
        if not self._waiting:
            self._timer.stop()
