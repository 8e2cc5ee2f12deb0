"""Garbage goes in the thread of the window alone."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from desktop.sweeping import OLDEST, Sweeper


class Knot:
    """Holds itself, so that only the collector ends it."""

    def __init__(self) -> None:
        self.itself = self


def tie(number: int) -> list[weakref.ref[Knot]]:
    return [weakref.ref(Knot()) for _ in range(number)]


def test_no_other_thread_sweeps(qtbot: QtBot) -> None:
    sweeper = Sweeper()
    ended_in: list[int] = []
    knots: list[weakref.ref[Knot]] = []

    def work() -> None:
        for _ in range(20 * gc.get_threshold()[0]):
            knot = Knot()
            knots.append(weakref.ref(knot, lambda _: ended_in.append(threading.get_ident())))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert ended_in == []
    sweeper.sweep()
    assert set(ended_in) == {threading.get_ident()}
    assert len(ended_in) == len(knots)


def test_the_timer_sweeps_and_the_end_gives_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.sweeping._LOOK_MS", 1)
    sweeper = Sweeper()
    assert not gc.isenabled()
    knots = tie(2 * gc.get_threshold()[0])
    qtbot.waitUntil(lambda: all(knot() is None for knot in knots))
    sweeper.end()
    assert gc.isenabled()
    gc.disable()  # as the tests of this folder have it


def test_nothing_due_is_left_alone(qtbot: QtBot) -> None:
    sweeper = Sweeper()
    gc.collect()
    knots = tie(3)
    sweeper.sweep()
    assert all(knot() is not None for knot in knots)


def test_what_has_settled_is_not_looked_through(qtbot: QtBot) -> None:
    sweeper = Sweeper()
    knots = tie(2)
    try:
        sweeper.settle()
        gc.collect()
        assert all(knot() is not None for knot in knots)
    finally:
        gc.unfreeze()
    gc.collect()
    assert all(knot() is None for knot in knots)


def test_the_oldest_waits_until_nothing_is_under_way(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (1_000, 100, 100))
    monkeypatch.setattr(gc, "collect", swept.append)
    sweeper = Sweeper()
    sweeper.at_rest = lambda: False
    sweeper.sweep()
    sweeper.at_rest = lambda: True
    sweeper.sweep()  # at rest, but not for long
    sweeper.sweep()
    assert swept == [OLDEST - 1, OLDEST - 1, OLDEST]
