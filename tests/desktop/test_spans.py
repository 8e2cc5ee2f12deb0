"""Offsets of the core and of Qt, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.spans import Positions


@given(st.text(alphabet="a胸𠮷😀", max_size=20))
def test_every_offset_is_as_many_utf_16_units_and_comes_back(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        there = positions.to_qt(offset)
        assert there == len(text[:offset].encode("utf-16-le")) // 2
        assert positions.from_qt(there) == offset
