"""Words that the end of a line cut in two, as scanned letters have them: "dysph-" and on the next line "agia"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from core.language.respelt import Change

_BROKEN = re.compile(r"(?<![A-Za-z-])(?P<head>[A-Za-z]{2,})(?P<break>-[ \t]*\n[ \t]*)(?P<tail>[a-z]{2,})(?![A-Za-z-])")


def broken_words(text: str, is_word: Callable[[str], bool]) -> Iterator[Change]:
    """The breaks that are to be taken away; `is_word` says which words there are. "Follow-" and "up" stay two words:
    what is joined must be a word, or its second half must be none."""
    if "-\n" not in text and "- \n" not in text:
        return
    for match in _BROKEN.finditer(text):
        head, tail = match["head"].lower(), match["tail"]
        if is_word(head + tail) or not is_word(tail):
            yield Change(*match.span("break"), "")
