"""In what sense a thing is said: denied, doubted, or not tolerated, here as in the record."""

from __future__ import annotations

from collections import defaultdict

from core.narrative.atoms import Atom
from core.narrative.ground import is_denial
from core.narrative.search import Search

SOMEBODY_ELSE = "the record says this of somebody else"
_STOP = "stop"  # as `wordings` has it
_STOP_NEAR = 4


def find_denials(search: Search) -> None:
    """What is denied here is denied there."""
    said, record = search.said, search.record
    for start, end in said.ground.denials:
        if any(a.start <= start < a.end and not said.at[a].denied for a in search.content):
            continue
        inside = [a for a in search.content if start <= a.start < end]
        if not inside:
            if not _denied_before(search, start, end):
                search.reasons["a denial that is not in the record"] = None
            continue
        groups: dict[int, list[Atom]] = defaultdict(list)
        for a in inside:
            groups[said.at[a].clause].append(a)
        for group in groups.values():
            if not any(record.at[b].denied for a in group for b in search.homes.get(a, [])):
                search.object("the record does not deny this", group[0])


def _denied_before(search: Search, start: int, end: int) -> bool:
    """ "His sister has asthma, but he does not": the denial is of what stands before it."""
    words = search.said.text[start:end].split()
    if not words or not is_denial(words[-1].rstrip(".,;")):
        return False
    before = [a for a in search.content if a.end <= start][-1:]
    at = search.record.at
    return any(at[b].denied and at[b].whose == "patient" for a in before for b in search.find(a))


def find_doubts(search: Search) -> None:
    """A doubt is the record's, and no weaker than there."""
    doubted = [a for a in search.told() if search.said.at[a].hedge]
    wanted = max((search.said.at[a].hedge for a in doubted), default=0)
    at = search.record.at
    if doubted and not any(at[b].hedge >= wanted for a in doubted for b in search.homes[a]):
        search.object("the record does not doubt this so", doubted[0])


def find_allergies(search: Search) -> None:
    """A drug that is not tolerated is not told as one that is taken."""
    for atom in search.content:
        homes = search.homes.get(atom, [])
        if not homes or "过敏" in atom.key:
            continue
        if all(search.record.at[b].allergy for b in homes):
            if not _with_reaction(search, atom, homes):
                search.object("the record has this as an allergy", atom)
        elif _is_drug(atom) and any(a.key == "allergi" and not search.said.gap(a, atom) for a in search.content):
            search.object("the record does not have this as an allergy", atom)


def find_stopped(search: Search) -> None:
    """A drug that was stopped is not told as one that is taken."""
    if any(a.key in (_STOP, "past") for a in search.said.atoms.said):
        return
    record = search.record
    stops = [b for b in record.atoms.said if b.key == _STOP]
    for atom in filter(_is_drug, search.content):
        homes = search.homes.get(atom, [])
        if homes and all(any(_belongs(search, stop, home) for stop in stops) for home in homes):
            search.object("the record has this as stopped", atom)


def _belongs(search: Search, stop: Atom, drug: Atom) -> bool:
    """ "Stopped aspirin", "aspirin was stopped": in one clause, and near."""
    at = search.record.at
    return at[stop].clause == at[drug].clause and abs(stop.place - drug.place) <= _STOP_NEAR


def _with_reaction(search: Search, atom: Atom, homes: list[Atom]) -> bool:
    """Is the drug told with what it does, or what it does with the drug?"""
    at = search.record.at
    sentences = {at[b].sentence for b in homes}
    others = [
        home
        for other in search.content
        if (other != atom and _is_drug(other) is not _is_drug(atom)) or other.key == "allergi" or "过敏" in other.key
        for home in search.homes.get(other, [])
    ]
    return any(at[home].sentence in sentences and at[home].allergy for home in others)


def _is_drug(atom: Atom) -> bool:
    return atom.key.startswith("drug:")
