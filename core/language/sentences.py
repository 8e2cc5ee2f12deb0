"""Where sentences end: not at "Dr.", "q.d.", "3.5 mg" or a wrapped line, but at list items and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_ABBREVIATIONS = frozenset(
    "dr mr mrs ms incl prof st vs approx e.g i.e eg ie fig no nos pt pts hx dx tx rx sx fx inc ltd dept est min max "
    "temp prev "
    "wt ht "
    "resp abd ext neuro cv gen approx q.d b.i.d t.i.d q.i.d p.o i.v i.m s.c p.r.n h.s a.m p.m o.d o.s r.o c.o s.p w.o "
    "jan feb mar apr jun jul aug sep sept oct nov dec etc ca cf al jr sr".split()
)
# Some of these end a sentence as often as not; they are abbreviations only before a lower-case word or a digit.
_ENDING = frozenset(
    "pt pts etc no min max q.d b.i.d t.i.d q.i.d p.o i.v i.m s.c p.r.n h.s a.m p.m inc al hx dx tx "
    "rx ext abd neuro".split()
)
_TITLES = frozenset("dr mr mrs st".split())  # in capitals as well
_STOP = re.compile(r"[.!?]+(?=[\s\"'”)\]]|$)|(?<=[a-z]{3})\.(?=[A-Z][a-z])|[。！？；]|\n")
_BULLET = re.compile(r"[ \t]*(?:[-*•·●▪–+]\s|\d{1,2}[.)]\s|\(\d{1,2}\)|[a-z][.)]\s)")
_ENUMERATION = re.compile(r"\d(?<=\s\s\d)(?=\d?\)\s*\S)|\((?<=\s\()(?=\d{1,2}\)\s*[A-Z])")
_ANSWER = re.compile(
    r"[ \t]*(?:yes|yep|no|nope|nil|none|never|y|n|denie[sd])\b[ \t]*(?=[.,;(\n]|[-–—]\s|$)", re.IGNORECASE
)
_LAST_WORD = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]+)*$")
LONGEST = 800  # a longer stretch without an end is cut at a space: what reads a sentence may look at all pairs of words
_WRAPPED = 45  # a line shorter than this was ended on purpose, unless the next goes on in lower case


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences between two places, without the space around them.

    >>> note = "Pt. seen by Dr. Lee. T 38.5. No cough"
    >>> [note[a:b] for a, b in split_sentences(note)]
    ['Pt. seen by Dr. Lee.', 'T 38.5.', 'No cough']
    """
    end = len(text) if end is None else end
    cuts = {m.start() for m in _ENUMERATION.finditer(text, start, end)}
    line_start = start
    for match in _STOP.finditer(text, start, end):
        mark = match.group()
        if mark == "\n":
            if not _goes_on(text, line_start, match.start(), match.end(), end):
                cuts.add(match.end())
            line_start = match.end()
        elif mark == "?" and not text[max(start, match.start() - 1) : match.start()].strip(" ,;:(\n\t"):
            continue  # "? early sepsis" asks, and does not end
        elif mark == "?" and _ANSWER.match(text, match.end(), end):
            continue  # "Diabetes? Yes."
        elif mark[0] != "." or not _abbreviated(text, start, match, end):
            cuts.add(match.end())
    found = []
    for left, right in _short(text, [start, *sorted(cuts), end]):
        piece = text[left:right]
        if piece.strip():
            found.append((left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())))
    return found


def _short(text: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    for left, right in pairwise(cuts):
        while right - left > LONGEST:
            space = text.rfind(" ", left + LONGEST // 2, left + LONGEST)
            middle = space if space > 0 else left + LONGEST
            yield left, middle
            left = middle
        yield left, right


def _abbreviated(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Is the full stop part of an abbreviation, an initial or an enumeration?"""
    if len(match.group()) > 1:
        return False
    following = text[match.end() : min(end, match.end() + 12)].lstrip()
    before = _LAST_WORD.search(text, max(start, match.start() - 14), match.start())
    if before is None:
        line = max(start, text.rfind("\n", start, match.start()) + 1, match.start() - 20)
        return text[line : match.start()].strip().isdigit()  # "1. Cough"
    word = before.group().lower()
    if len(word) == 1:
        return (
            bool(following)
            and (following[0].isupper() or following[0].islower())
            and before.group().isupper()
            and word not in "ft"
        )
    if word not in _ABBREVIATIONS:
        return False
    if before.group().isupper() and word not in _TITLES and following[:1].isupper() and not following[1:2].isupper():
        return False  # "has MS. Smokes", "known CF. On creon"
    return bool(following) and (word not in _ENDING or following[0].islower() or following[0].isdigit())


def _goes_on(text: str, line_start: int, line_end: int, following: int, end: int) -> bool:
    """Does the sentence go on behind a line break?"""
    line = text[line_start:line_end].rstrip()
    next_end = text.find("\n", following, end)
    after = text[following : end if next_end < 0 else next_end]
    if not line.strip() or not after.strip() or _BULLET.match(after):
        return False
    if line.endswith((":", "：", ";", "。")):
        return False
    head = after.lstrip()[0]
    if line.endswith((",", "，", "、")) or line.lower().endswith(
        (" and", " or", " of", " with", " the", " for", " to", " in")
    ):
        return True
    if head.islower():
        return ":" not in after[:25]
    return (
        len(line.strip()) >= _WRAPPED
        and not line.endswith((".", "!", "?"))
        and not re.match(r"\s*[A-Z][A-Za-z /]{1,30}:", after)
    )
