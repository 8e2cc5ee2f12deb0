"""Is a sentence the record in other words?

Each thing it says is found in the record, said of the same person, as surely, denied or not as here, on the same side,
with the same number, beside the same things.
"""

from __future__ import annotations

import re
from itertools import pairwise

from core.narrative.atoms import Atom
from core.narrative.search import INTERVALS, Covered, Links, Retold, Search, Source, Text, same_person
from core.narrative.search_numbers import find_numbers
from core.narrative.search_sense import SOMEBODY_ELSE, find_allergies, find_denials, find_doubts, find_stopped
from core.narrative.search_sides import WRONG_SIDE, find_sides

# What speaks against a sentence even when its findings were traced.
CONTRADICTIONS = (SOMEBODY_ELSE, WRONG_SIDE)
_NEAR = 9  # words between two things that the record says of one another
_RESULTS = frozenset(("negat", "posit", "normal", "abnorm"))  # said of what stands in the same clause
# Behind these words the sentence may speak of something that the record tells elsewhere.
_LOOSE = re.compile(r"\b(?:with|who|which|that|while|when|after|before|since|until|on|at|as|where)\b", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Master)\.?\s+((?:[A-Z][\w'’-]+\s?){1,3})")


def retold(said: Text, record: Source, links: Links, covered: Covered) -> Retold:
    """Look for each thing that the sentence says. `links` holds names of the sentence with the places where the record
    gives the same concept another name, `covered` tells what other checks have accounted for."""
    search = Search(said, record, links, covered)
    for atom in search.content:
        _find_word(search, atom)
    find_numbers(search)
    named = {name for match in _TITLE.finditer(record.text) for name in match[1].split()}
    words = [a for a in search.told() if a.amount is None and said.text[a.start : a.end] not in named]
    for a, b in pairwise(words):
        _find_pair(search, a, b)
    find_sides(search)
    find_denials(search)
    find_doubts(search)
    find_allergies(search)
    find_stopped(search)
    if not search.homes:
        search.reasons["nothing in it can be checked against the record"] = None
    spans = sorted({(home.start, home.end) for homes in search.homes.values() for home in homes[:1]})
    return Retold(tuple(spans), tuple(search.reasons), tuple(search.strangers))


def _find_word(search: Search, atom: Atom) -> None:
    """The record says it of the same person, not denied and not doubted unless it is here."""
    found = search.find(atom)
    if not found:
        search.object("not in the record", atom)
        return
    here, there = search.said.at[atom], search.record.at
    agreeing = [b for b in found if same_person(here, there[b])]
    if not agreeing:
        # A mere possibility is perhaps Bedside's own, so that this does not contradict it.
        search.object("not in the record" if here.hedge else SOMEBODY_ELSE, atom)
        return
    if not here.denied:
        agreeing = [b for b in agreeing if not there[b].denied]
        if not agreeing:
            search.object("the record denies this", atom)
            return
    if not here.hedge:
        agreeing = [b for b in agreeing if not there[b].hedge]
        if not agreeing:
            search.object("the record is not sure of this", atom)
            return
    search.homes[atom] = agreeing


def _find_pair(search: Search, a: Atom, b: Atom) -> None:
    """Two things that the sentence says of one another the record does, too."""
    if search.said.gap(a, b) or _LOOSE.search(search.said.text, a.end, b.start):
        return
    at = search.record.at
    pairs = [
        (c, d)
        for c in search.homes[a]
        for d in search.homes[b]
        if at[c].sentence == at[d].sentence and abs(c.place - d.place) <= _reach(search, a, b, c, d)
    ]
    if not pairs:
        search.object("the record does not say this of one another", a)


def _reach(search: Search, a: Atom, b: Atom, c: Atom, d: Atom) -> int:
    if (INTERVALS | _RESULTS) & {a.key, b.key}:
        return _NEAR if not search.record.gap(c, d) else 0
    return _NEAR + abs(a.place - b.place)
