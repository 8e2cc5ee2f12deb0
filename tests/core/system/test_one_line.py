from __future__ import annotations

import pytest

from core.system.one_line import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain name 7B", "Plain name 7B"),
        ("Evil\x1b[2J name\nsecond line", "Evil[2J name second line"),
        ("bell\a, nul\0, C1\x9b31m", "bell, nul, C131m"),
        ("a \x00 b\t\u2028c", "a b c"),
        ("right\u202eto left\u2066", "rightto left"),  # directions of writing
        ("half \ud800 a character", "half a character"),
        ("小模型", "小模型"),
        ("\x1b\x1b", ""),
    ],
)
def test_what_steers_a_terminal_is_dropped(text: str, shown: str) -> None:
    assert visible(text) == one_line(text) == shown


def test_a_line_ends() -> None:
    assert one_line("a" * 120) == "a" * 120
    assert one_line("a" * 200_000) == "a" * 119 + "…"
    assert one_line("ab cd", 4) == "ab…"
    assert visible("a" * 500) == "a" * 500
