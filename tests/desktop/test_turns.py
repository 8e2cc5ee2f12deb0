"""Many steps, a few in each turn."""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desktop import turns as module
from desktop.turns import Turns


def test_steps_are_done_in_order_and_in_turns(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUDGET_S", 0.0)  # each turn is over before it begins: nothing may hang on that
    turns, done = Turns(), []
    turns.begin([lambda: done.append(1), lambda: done.append(2)])
    assert done == []
    assert turns.busy
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == [1, 2]


def test_a_turn_ends_when_it_has_lasted_long_enough(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr("desktop.turns.time.perf_counter", lambda: next(clock))
    monkeypatch.setattr(module, "BUDGET_S", 0.5)
    turns = Turns()
    done: list[int] = []
    turns.begin([partial(done.append, at) for at in range(3)])
    turns._turn()
    assert done == [0]
    turns.finish()
    assert done == [0, 1, 2]


def test_what_is_begun_anew_takes_the_place_of_what_was_left(qtbot: QtBot) -> None:
    turns, done = Turns(), []
    turns.begin([lambda: done.append("old")])
    turns.begin([lambda: done.append("new")])
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == ["new"]
