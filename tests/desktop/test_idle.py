"""Whether anybody is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from desktop.desk import Desk
from desktop.idle import Idle
from desktop.settings import IDLE_MINUTES


class Watched:
    def __init__(self, desk: Desk) -> None:
        self.now = 10_000.0
        self.came = 0
        self.idle = Idle(desk, clock=lambda: self.now)
        self.idle.came.connect(self._count)
        self.idle.watch(True)

    def _count(self) -> None:
        self.came += 1

    def move(self) -> None:
        place = QPointF(1, 1)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            place,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        assert not self.idle.eventFilter(QObject(), event)


@pytest.fixture
def watched(desk: Desk) -> Watched:
    desk.settings.set(IDLE_MINUTES, 5)
    return Watched(desk)


def test_every_touch_begins_the_wait_anew(watched: Watched) -> None:
    for _ in range(3):
        watched.now += 299
        watched.move()
    watched.idle.look()
    assert watched.came == 0
    watched.now += 300
    watched.idle.look()
    assert watched.came == 1


def test_after_a_sleep_the_lock_comes_before_the_first_touch(watched: Watched) -> None:
    watched.now += 7200
    watched.move()
    assert watched.came == 1


def test_never_is_never(watched: Watched, desk: Desk) -> None:
    desk.settings.set(IDLE_MINUTES, 0)
    watched.now += 1e6
    watched.idle.look()
    assert watched.came == 0


def test_a_clock_set_back_begins_the_wait_anew(watched: Watched) -> None:
    watched.now -= 5000
    watched.idle.look()
    watched.now += 299
    watched.idle.look()
    assert watched.came == 0
    watched.now += 1
    watched.idle.look()
    assert watched.came == 1


def test_while_nothing_is_open_nobody_waits(watched: Watched) -> None:
    watched.idle.watch(False)
    watched.now += 7200
    watched.move()
    assert watched.came == 0
