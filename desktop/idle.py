"""Whether anybody is there: the lock must come by itself when nobody is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.desk import Desk
from desktop.settings import IDLE_MINUTES

_LOOKS_EVERY_MS = 5000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """`came` when nobody has touched keyboard or mouse for the minutes that were chosen.

    It listens at the windows rather than at the application, since every single event would otherwise pass through
    Python. The clock of the wall counts: a machine that slept over lunch has been left for as long.
    """

    came = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._settings, self._clock = desk.settings, clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)

    def watch(self, watching: bool) -> None:
        """There is something to lock, or there is not."""
        if watching:
            self._last = self._clock()
            self._listen(QGuiApplication.focusWindow())
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Tell if the time is up. A clock that was set back begins the wait anew."""
        minutes = self._settings.get(IDLE_MINUTES)
        now = self._clock()
        self._last = min(self._last, now)
        if minutes and now - self._last >= minutes * 60:
            self._last = now
            self.came.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self.look()  # after a sleep the first touch must not come before the lock
            self._last = self._clock()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time it is only moved to the front
