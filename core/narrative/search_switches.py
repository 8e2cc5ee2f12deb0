"""One drug in place of another: the record has the same one given up, and the same one taken up."""

from __future__ import annotations

import re
from itertools import pairwise

from core.narrative.search import Search, Text

OTHER_WAY_ROUND = "the record has these two the other way round"
_FOR_THE_NEXT = re.compile(
    r"\breplaced (?:by|with)\b|\b(?:changed|switched|converted|swapped|moved|stepped|rotated)\s(?:\w+\s){0,2}?"
    r"(?:to|onto|for)\b|\b(?:exchanged|stopped in favour) (?:for|of)\b|\bsubstituted (?:by|with)\b|→|->",
    re.IGNORECASE,
)
_FOR_THE_LAST = re.compile(
    r"\breplac(?:ed|es|ing)\b(?! (?:by|with)\b)|\b(?:in place|instead) of\b|\bsubstituted for\b", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_TO = re.compile(r"\bto\s$", re.IGNORECASE)


def find_switches(search: Search) -> None:
    """ "Simvastatin changed to atorvastatin" is no "atorvastatin replaced by simvastatin"."""
    known = _switches(search.record)
    for old, new in _switches(search.said) - known:
        if (new, old) in known:
            search.reasons[OTHER_WAY_ROUND] = None


def _switches(text: Text) -> set[tuple[str, str]]:
    """Each drug that was given up with the one that took its place."""
    found = set()
    drugs = [a for a in text.atoms.said if a.key.startswith("drug:")]
    for a, b in pairwise(drugs):
        between = text.text[a.end : b.start]
        if ";" in between or ". " in between:
            continue
        if _FOR_THE_NEXT.search(between) or (_FROM.search(text.text, 0, a.start) and _TO.search(between)):
            found.add((a.key, b.key))
        elif _FOR_THE_LAST.search(between):
            found.add((b.key, a.key))
    return found
