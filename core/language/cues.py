"""Costly patterns, looked for only around words that each of their matches holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def places_of(lower: str, words: Iterable[str]) -> Iterator[int]:
    """Where any of the words stands, in a text in small letters."""
    for word in words:
        at = lower.find(word)
        while at >= 0:
            yield at
            at = lower.find(word, at + 1)


def near_cues(
    text: str, cues: Iterable[int], pattern: re.Pattern[str], before: int = 60, behind: int = 70
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at most `before` characters in front of a cue and end `behind` behind it."""
    place = 0
    for found in sorted(cues):
        if found < place:
            continue
        for match in pattern.finditer(text, max(place, found - before), min(len(text), found + behind)):
            yield match
            place = match.end()
