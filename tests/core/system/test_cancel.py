from __future__ import annotations

import threading

from core.system.cancel import CancelToken


def test_cancelled_once_and_for_all() -> None:
    token = CancelToken()
    told: list[int] = []
    token.on_cancel(lambda: told.append(1))
    assert not token.cancelled
    assert token.cancelled_at is None
    token.cancel()
    first = token.cancelled_at
    token.cancel()
    assert token.cancelled
    assert token.cancelled_at == first
    assert told == [1]
    assert token.wait(0)


def test_who_comes_late_is_told_at_once() -> None:
    token = CancelToken()
    token.cancel()
    told: list[int] = []
    token.on_cancel(lambda: told.append(1))()
    assert told == [1]


def test_a_callback_can_be_taken_back() -> None:
    token = CancelToken()
    told: list[int] = []
    take_back = token.on_cancel(lambda: told.append(1))
    take_back()
    take_back()
    token.cancel()
    assert told == []


def test_waiting_ends_with_cancellation() -> None:
    token = CancelToken()
    assert not token.wait(0)
    threading.Thread(target=token.cancel).start()
    assert token.wait(10)
