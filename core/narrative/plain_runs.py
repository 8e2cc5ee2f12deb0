"""Plain words in the record's own order: "last seen well" claims nothing word by word, and yet the record says it."""

from __future__ import annotations

from itertools import pairwise

from core.narrative.atoms import Atom
from core.narrative.plain_words import speaks
from core.narrative.search import Search, same_person


def find_plain_runs(search: Search) -> None:
    """Pairs of plain words that stand side by side in the record as they do here, of the same person, denied or not
    as here, are homes like any other."""
    said, record = search.said, search.record
    words = [a for a in said.atoms.said if a.amount is None and speaks(said.text[a.start : a.end])]
    for a, b in pairwise(words):
        if b.place - a.place != 1 or a in search.content or b in search.content:
            continue
        for c in record.by_key[a.key]:
            for d in record.by_key[b.key]:
                if d.place - c.place == 1 and _alike(search, a, c) and _alike(search, b, d):
                    search.homes.setdefault(a, []).append(c)
                    search.homes.setdefault(b, []).append(d)


def _alike(search: Search, said: Atom, known: Atom) -> bool:
    here, there = search.said.at[said], search.record.at[known]
    return here.denied == there.denied and same_person(here, there) and there.hedge == here.hedge
