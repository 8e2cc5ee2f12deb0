"""What the patient is told not to tolerate is what the record says so of, by its own name."""

from __future__ import annotations

import re

from core.narrative.atoms import Atom
from core.narrative.families import family
from core.narrative.search import Search, same_person

NO_ALLERGEN = "the record does not say of this that it is not tolerated"
_TO = re.compile(r"\s*(?:to|of)\s+(?:the\s|an?\s|both\s)?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|or|,\s*and|,\s*or)\s+(?:the\s|an?\s|to\s)?$", re.IGNORECASE)
_KEY = "allergi"  # as `wordings` has it


def find_allergens(search: Search) -> None:
    """ "Allergic to latex" of "peanut allergy; her brother is allergic to latex": one allergy is not another, though
    both are one finding. Drugs have a check of their own."""
    said, record = search.said, search.record
    for atom in _told(search):
        if atom.key.startswith("drug:"):
            continue
        word = said.text[atom.start : atom.end]
        homes = [b for key in (atom.key, *atom.others) for b in (*record.by_key[key], *record.by_kind.get(key, ()))]
        homes += record.by_family.get(family(word), ())
        if not any(record.at[b].allergy and same_person(said.at[atom], record.at[b]) for b in homes):
            search.object(NO_ALLERGEN, atom)


def _told(search: Search) -> list[Atom]:
    """The things that the sentence calls so: "allergic to latex and eggs", "a latex allergy"."""
    said = search.said
    found: list[Atom] = []
    for allergy in (a for a in said.atoms.said if a.key == _KEY and not said.at[a].denied):
        word = said.text[allergy.start : allergy.end].lower()
        found += [a for a in search.content if allergy.place - a.place == 1 and "allerg" in word]
        last = allergy
        for a in (a for a in search.content if a.start >= allergy.end):
            between = said.text[last.end : a.start]
            joined = _AND.fullmatch(between) if last is not allergy else _TO.fullmatch(between) or word.endswith(" to")
            if not joined:
                break
            found.append(a)
            last = a
    return found
