"""Hurried wordings: ages in headings, denials behind their noun, the past, short words, laboratory lines."""

from __future__ import annotations

import pytest

from tests.core.language.said import lines, says
from tests.core.language.shipped import reading


@pytest.mark.parametrize(("text", "statements"), [*lines("hurried_lines.txt"), *lines("hurried_more_lines.txt")])
def test_a_line_says_what_is_in_it(text: str, statements: list[str]) -> None:
    found = reading(text)
    assert [s for s in statements if not says(found, s)] == []
