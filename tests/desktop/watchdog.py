"""Measures the longest time that the event loop did not turn."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer


class Watchdog(QObject):
    """Counts the processor time of this thread between two turns, so that a busy machine does not fail the test."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def _turn(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now
