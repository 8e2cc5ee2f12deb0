"""In what sense a thing is said: denied, doubted, or not tolerated, here as in the record."""

from __future__ import annotations

import re
from collections import defaultdict

from core.narrative.atoms import Atom
from core.narrative.ground import KIN_OF, is_denial
from core.narrative.plain_words import PLAIN, speaks
from core.narrative.search import Search, same_person
from core.narrative.search_results import negative, undone

SOMEBODY_ELSE = "the record says this of somebody else"
_OPINION = re.compile(r"\b(?:impression|diagnos[ei]s|imp|opinion|assessment)\b[^.]*$|诊断", re.IGNORECASE)
_GIVEN_UP = re.compile(r"(?:戒|停)(烟|酒)")
_FORMERLY = re.compile(r"戒|停|曾|既往|史|年|无|不|否认")
_STOPS = frozenset(("stop", "withhold", "held", "hold"))  # as `wordings` has them
_STOP_NEAR = 4
_REACTION_NEAR = 16  # characters
ONLY_A_TRAIT = "the record gives only the trait of this"
_DISEASE = re.compile(r"\b[a-z]+(?:[\s-]cell)?\s(?:disease|anaemia|anemia)\b", re.IGNORECASE)
_TRAIT = re.compile(r"(?:[\s-]cell)?\s(?:trait|carrier|gene)\b", re.IGNORECASE)
_KIN = re.compile(rf"\b(?:{'|'.join(word for word in KIN_OF if word.isascii())})\b(?!['’]s\s)", re.IGNORECASE)
_REFUSING = frozenset(("declin", "refus", "stop", "withhold", "miss", "omit", "lose", "avoid", "reject"))


def find_denials(search: Search) -> None:
    """What is denied here is denied there."""
    said, record = search.said, search.record
    for start, end in said.ground.denials:
        if any(a.start <= start < a.end and not said.at[a].denied for a in search.content):
            continue
        inside = [a for a in search.content if start <= a.start < end]
        if not inside:
            if _part_of_another(search, start, end):
                continue
            if not _denied_before(search, start, end) and not _plainly_denied(search, start, end):
                search.reasons["a denial that is not in the record"] = None
            continue
        groups: dict[int, list[Atom]] = defaultdict(list)
        for a in inside:
            groups[said.at[a].clause].append(a)
        for number, group in enumerate(groups.values()):
            first = search.homes.get(group[0], [])
            twice = not number and group[0].key in _REFUSING  # "did not decline": to deny it states what it refuses
            if twice and first and not any(record.at[b].denied for b in search.find(group[0])):
                search.object("the record does not deny this", group[0])
            if any(record.at[b].denied for a in group for b in search.homes.get(a, [])):
                continue
            if any(negative(search, a) for a in group):
                continue
            if not _not_done_to(search, group, start, end):
                search.object("the record does not deny this", group[0])


def _not_done_to(search: Search, group: list[Atom], start: int, end: int) -> bool:
    """ "Has not opened her bowels" of "bowels not open": the verb is denied of this thing there."""
    said = search.said
    verbs = [a for a in said.atoms.said if start <= a.start < end and a not in search.content]
    return any(
        undone(search, v, a) for v in verbs for a in group if speaks(said.text[v.start : v.end]) and a in search.homes
    )


def _part_of_another(search: Search, start: int, end: int) -> bool:
    """ "An EEG is not required" is one denial, whose "not" denies nothing more."""
    wider = [(a, b) for a, b in search.said.ground.denials if a <= start < b and (a, b) != (start, end)]
    return any(a <= c.start < b for a, b in wider for c in search.content)


def _denied_before(search: Search, start: int, end: int) -> bool:
    """ "His sister has asthma, but he does not": the denial is of what stands before it."""
    words = search.said.text[start:end].split()
    if not words or not is_denial(words[-1].rstrip(".,;")):
        return False
    before = [a for a in search.content if a.end <= start][-1:]
    at = search.record.at
    return any(at[b].denied and at[b].whose == "patient" for a in before for b in search.find(a))


def _plainly_denied(search: Search, start: int, end: int) -> bool:
    """ "Without needing admission" of "no admission": a word that claims nothing when stated is denied there, too."""
    at = search.record.at
    said = search.said
    inside = [a for a in said.atoms.said if start <= a.start < end and speaks(said.text[a.start : a.end])]
    return any(at[b].denied and at[b].whose == search.said.at[a].whose for a in inside for b in search.find(a))


def find_doubts(search: Search) -> None:
    """A doubt is the record's, and no weaker than there."""
    doubted = [a for a in search.told() if search.said.at[a].hedge]
    wanted = max((search.said.at[a].hedge for a in doubted), default=0)
    at = search.record.at
    homes = [b for a in doubted for b in search.homes[a]]
    if doubted and not any(at[b].hedge >= wanted or _is_opinion(search, b) for b in homes):
        search.object("the record does not doubt this so", doubted[0])


def _is_opinion(search: Search, home: Atom) -> bool:
    """Is it what the record concludes, and so an opinion ("Impression: …")?"""
    text = search.record.text
    start = max(text.rfind(mark, 0, home.start) for mark in (". ", "。", "\n", "; "))
    return _OPINION.search(text, max(start, 0), home.start) is not None


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
    given_up = _GIVEN_UP.search(search.record.text)
    if given_up and given_up[1] in search.said.text and not _FORMERLY.search(search.said.text):
        search.reasons["the record has this as stopped"] = None
    if any(a.key in (*_STOPS, "past") for a in search.said.atoms.said):
        return
    record = search.record
    stops = [b for b in record.atoms.said if b.key in _STOPS]
    for atom in filter(_is_drug, search.content):
        homes = search.homes.get(atom, [])
        if homes and all(any(_belongs(search, stop, home) for stop in stops) for home in homes):
            search.object("the record has this as stopped", atom)


def find_relatives(search: Search) -> None:
    """A relative who is named here is one of the record's, and who did something for the patient did it there."""
    known = {KIN_OF[m.group().lower()] for m in _KIN.finditer(search.record.text)}
    for match in _KIN.finditer(search.said.text):
        if KIN_OF[match.group().lower()] not in known:
            search.reasons[f"{SOMEBODY_ELSE}: {match.group()}"] = None
    said, record = search.said.ground, search.record.ground
    for helper in said.helpers - record.helpers:
        search.reasons[f"{SOMEBODY_ELSE}: {helper}"] = None
    for one in said.company - record.company - record.helpers if record.company else ():
        search.reasons[f"{SOMEBODY_ELSE}: {one}"] = None


def find_traits(search: Search) -> None:
    """A disease of which the record gives this person the trait alone is not told as the disease."""
    said, record = search.said, search.record
    for match in _DISEASE.finditer(said.text):
        atom = next((a for a in said.atoms.said if a.start == match.start()), None)
        homes = [b for b in record.by_key[atom.key] if same_person(said.at[atom], record.at[b])] if atom else []
        if homes and all(_TRAIT.match(record.text, b.end) for b in homes):
            search.reasons[f"{ONLY_A_TRAIT}: {match.group()}"] = None


def _belongs(search: Search, stop: Atom, drug: Atom) -> bool:
    """ "Stopped aspirin", "aspirin was stopped", "ramipril and furosemide held": near, with no more than drugs between
    them, and no new statement."""
    record = search.record
    if record.at[stop].sentence != record.at[drug].sentence or abs(stop.place - drug.place) > _STOP_NEAR:
        return False
    first, last = sorted((stop.place, drug.place))
    between = [b for b in record.atoms.said if first < b.place < last]
    same = record.at[stop].clause == record.at[drug].clause
    return same or (drug.place < stop.place and all(_is_drug(b) or b.key in PLAIN for b in between))


def _with_reaction(search: Search, atom: Atom, homes: list[Atom]) -> bool:
    """Is the drug told with what it does, or what it does with the drug?"""
    at = search.record.at
    if not atom.key.isascii():  # "头孢克洛过敏,服后全身风团"
        others = [c for other in search.content if other != atom for c in search.homes.get(other, [])]
        return any(
            0 <= c.start - b.end <= _REACTION_NEAR and at[b].sentence == at[c].sentence for b in homes for c in others
        )
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
