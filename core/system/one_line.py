"""Words from outside (names in files, names of files) made fit for a line on a terminal or in a window."""

from __future__ import annotations

import unicodedata

_LONGEST = 120
_LOOKED_AT = 16  # times as much as is shown: nobody reads a megabyte for the sake of a name


def visible(text: str) -> str:
    """The text on one line, without what steers a terminal or is not seen: controls, directions of writing, halves of
    characters (all of Unicode's category C)."""
    seen = (letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return " ".join("".join(seen).split())


def one_line(text: str, longest: int = _LONGEST) -> str:
    """The same, cut with an ellipsis where it is longer than a line."""
    words = visible(text[: _LOOKED_AT * longest])
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
