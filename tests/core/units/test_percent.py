from __future__ import annotations

import pytest

from core.units.percent import percent


@pytest.mark.parametrize(
    ("chance", "said"),
    [(0, "<1%"), (0.0001, "<1%"), (0.01, "1%"), (0.5, "50%"), (0.99, "99%"), (0.991, ">99%"), (1, "100%")],
)
def test_no_chance_is_nought_and_nothing_uncertain_is_all(chance: float, said: str) -> None:
    assert percent(chance) == said
