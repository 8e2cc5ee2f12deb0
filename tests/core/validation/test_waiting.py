from __future__ import annotations

from core.validation.waiting import minutes_to_measure


def test_a_guess_goes_by_size() -> None:
    assert minutes_to_measure(98_362_432) == (3, 11)
    least, most = minutes_to_measure(4_400_000_000)
    assert (least, most) == (99, 470)
    assert minutes_to_measure(1)[0] >= 1
