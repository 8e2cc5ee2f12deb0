"""Marks that were spoken and written down as words: "no haemoptysis full stop", "previously well comma"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.language.respelt import Change

_FEWEST = 2  # a text with fewer of them is none that was dictated with its marks
_SPOKEN = re.compile(
    r"\s*\b(?:(?P<stop>full stop)|(?P<comma>comma)|(?P<colon>colon)(?=\s+(?:new|next) line))\b[.,:]?"
    r"(?P<new>\s+(?:new|next) (?P<paragraph>paragraph|line)\b[.,]?)?|"
    r"\bquestion mark\s+(?P<asked>)|(?:^|(?<=[.\n]))\s*\b(?:new|next) (?P<opening>paragraph|line)\b[.,]?",
    re.IGNORECASE,
)


def spoken_marks(text: str) -> Iterator[Change]:
    """The marks in the place of the words that stand for them."""
    lower = text.lower()
    if lower.count("full stop") + lower.count(" comma") < _FEWEST:
        return
    for match in _SPOKEN.finditer(text):
        if match["asked"] is not None:
            words = "?"
        elif match["opening"]:
            words = "\n"
        else:
            words = "." if match["stop"] else "," if match["comma"] else ":"
            words += "" if match["new"] is None else "\n\n" if match["paragraph"] == "paragraph" else "\n"
        yield Change(match.start(), match.end(), words)
