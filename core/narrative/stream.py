"""From pieces of text, as a model writes them, to whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.language.sentences import split_sentences
from core.system.one_line import visible

_DRESS = re.compile(r"^(?:\s|[-*•#>]+|\d{1,2}[.)]\s)+|[*_`]+")
_ENDS = (".", "!", "?")


def sentences(pieces: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each sentence without its bullets and asterisks, and whether it came to its end."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        places = split_sentences(waiting)
        # The last may still grow, even behind a full stop: "3." is not yet "3.5 mg".
        for start, end in places[:-1]:
            yield from _told(waiting[start:end])
        if len(places) > 1:
            waiting = waiting[places[-1][0] :]
    yield from _told(waiting)


def _told(raw: str) -> Iterator[tuple[str, bool]]:
    text = visible(_DRESS.sub("", raw))
    if text:
        yield text, text.endswith(_ENDS)
