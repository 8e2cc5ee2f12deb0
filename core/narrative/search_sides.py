"""Left and right: what a side is the side of has it in the record, and no other side is nearer to it there."""

from __future__ import annotations

import re

from core.narrative.atoms import Atom, Side
from core.narrative.plain_words import PLAIN
from core.narrative.search import Search

WRONG_SIDE = "a side that the record does not give"
SIDES_ZH = "左右双"
_BEFORE_ZH = 6  # characters between a side and what it is the side of, at most
_NEAR = 14  # words between a side and what it is the side of, at most
_AFTER_NUMBER = 4  # words between a number and "on the right"
_LEADS_AWAY = re.compile(r"\b(?:to|into|onto|towards?|with|than|from|in|on|at|of|over|by)\b", re.IGNORECASE)
_OF_BOTH = 2  # words between "both" and what there are two of
_BOTH = re.compile(r"both|bilateral(?:ly)?|both sides", re.IGNORECASE)
PAIRED = frozenset("eye ear hand arm leg foot breast lung kidney knee hip shoulder side".split())
_PHRASE = 4  # words of "left lower lobe consolidation" behind the side


def find_sides(search: Search) -> None:
    """Look for each side of the sentence."""
    sides = search.said.atoms.sides
    for number, side in enumerate(sides):
        if not _found(search, side, sides[number + 1 :]):
            search.reasons[f"{WRONG_SIDE}: {side.side}"] = None
    for atom in search.said.atoms.said:
        if _BOTH.fullmatch(search.said.text[atom.start : atom.end]) and _of_one_side(search, atom):
            search.reasons[f"{WRONG_SIDE}: both"] = None


def _of_one_side(search: Search, both: Atom) -> bool:
    """ "6/6 in both eyes" of "right 6/6, left 6/24", "both legs" of "left leg swollen"."""
    said = search.said
    numbers = [a for a, _ in said.amounts if a in search.homes and 0 < both.place - a.place <= _AFTER_NUMBER]
    told = [a for a in search.told() if a.amount is None]
    things = [a for a in told if 0 <= a.place - both.place <= _OF_BOTH]
    if any(len(_sides_of(search, a)) == 1 for a in numbers[-1:]):
        return True
    at = search.record.at
    clauses = {at[b].clause for b in search.record.by_key["bilater"]}
    own = [a for a in told if not said.gap(a, both) and a.key not in PAIRED]
    if any(at[home].clause in clauses for a in own for home in search.homes[a]):
        return False  # "laser iridotomy to both eyes" of "bilateral laser iridotomy"
    return any(len(_sides_of(search, a)) == 1 for a in things[:1])


def beside_zh(search: Search, side: Atom) -> bool:
    """Does a Chinese side that begins no string of the record stand before the same thing there, and no other side
    nearer? "双下肢无水肿" denies of both what "下肢无水肿" denies."""
    if side.key == "双" and search.said.at[side].denied:
        return True
    following = next((a for a in search.content if a.start >= side.end), None)
    for home in search.find(following) if following is not None else ():
        before = search.record.text[max(0, home.start - _BEFORE_ZH) : home.start]
        sides = [letter for letter in before if letter in SIDES_ZH]
        if sides[-1:] == [side.key]:
            return True
    return False


def _found(search: Search, side: Side, later: list[Side]) -> bool:
    said = search.said
    clause = said.ground.at(side.start).clause
    limit = later[0].place if later else 10**6
    mine = [a for a in search.content if a in search.homes and said.at[a].clause == clause]
    behind = [a for a in mine if side.start <= a.start and side.place <= a.place < min(limit, side.place + 5)]
    before = [a for a in mine if a.place < side.place]
    if (told := _number_has_it(search, side)) is not None and (
        not behind or (told and all(a.key in PAIRED for a in behind[:1]))
    ):
        return told  # "6/6 in the right eye" of "right 6/6"
    own = [a for a in before if any(home.key == a.key for home in search.homes[a])]
    things = behind[:2] or (own or before)[-1:] or _numbers(search, clause)
    right = any(_on(search, home, side.side, not behind) for thing in things for home in _homes(search, thing))
    if not right and behind:  # "removed from the right eye" of "right pterygium excision"
        near = [_directly(search, home) for thing in behind[:2] for home in _homes(search, thing)]
        right = set(near) <= {None, side.side} and any(
            _directly(search, home) == side.side for thing in before for home in _homes(search, thing)
        )
    single = {s.side for s in said.atoms.sides if said.ground.at(s.start).clause == clause} == {side.side}
    others = [_sides_of(search, a) for a in search.told() if said.at[a].clause == clause]
    return right and not (single and any(sides and side.side not in sides for sides in others))


def _homes(search: Search, thing: Atom) -> list[Atom]:
    """Where the record has it: by its own name, if anywhere, and to the letter, if it is a drug ("EpiPen into the right
    thigh, adrenaline into the left"). A finding that is known by another name stands on other words, too
    ("peritonsillar swelling, uvula deviated to the right")."""
    homes = search.homes.get(thing, [])
    homes = [home for home in homes if home.key == thing.key] or homes
    word = search.said.text[thing.start : thing.end].lower()
    written = [home for home in homes if search.record.text[home.start : home.end].lower() == word]
    return written if written and thing.key.startswith("drug:") else homes


def _number_has_it(search: Search, side: Side) -> bool | None:
    """ "6/9 on the right" of "right 6/9, left 6/60": has the number that stands right before the side it in the record?
    None where no number does, or the record's clause has no side or two."""
    said, record = search.said, search.record
    number = next((a for a, _ in reversed(said.amounts) if 0 < side.place - a.place <= _AFTER_NUMBER), None)
    if number is None or any(number.place < a.place < side.place for a in search.content):
        return None
    found = [
        {s.side for s in record.atoms.sides if record.ground.at(s.start).clause == record.at[home].clause}
        for home in search.homes.get(number, [])
    ]
    single = [sides for sides in found if len(sides) == 1]
    return any(sides == {side.side} for sides in single) if single else None


def _directly(search: Search, home: Atom) -> str | None:
    """The side that stands right before it in its clause of the record."""
    record = search.record
    clause = record.at[home].clause
    sides = [
        s
        for s in record.atoms.sides
        if 0 < home.place - s.place <= _PHRASE and record.ground.at(s.start).clause == clause
    ]
    return sides[-1].side if sides else None


def _numbers(search: Search, clause: int) -> list[Atom]:
    """ "In 2019 he had a similar episode on the right": there is nothing but the number that has the side."""
    return [a for a, _ in search.said.amounts if a in search.homes and search.said.at[a].clause == clause]


def _sides_of(search: Search, atom: Atom) -> set[str]:
    """The sides on which the record has it; none when it is anywhere said without one."""
    record = search.record
    found = set()
    for home in _homes(search, atom):
        clause = record.at[home].clause
        sides = [s for s in record.atoms.sides if record.ground.at(s.start).clause == clause]
        if not sides:
            return set()
        before = [s for s in sides if s.place <= home.place]
        found.add((before[-1] if before else sides[0]).side)
    return found


def _on(search: Search, thing: Atom, side: str, alone: bool) -> bool:
    record = search.record
    here = record.ground.at(thing.start)
    near = [s for s in record.atoms.sides if record.ground.at(s.start).sentence == here.sentence]
    if not near:
        return False
    own = [s for s in near if record.ground.at(s.start).clause == here.clause]
    near = own or near
    # A side stands before what it is the side of as a rule, so that one behind counts as farther off.
    far = {s: (thing.place - s.place if s.place < thing.place else 2 * (s.place - thing.place)) for s in near}
    nearest = min(near, key=lambda s: far[s])
    if nearest.side != side:
        return False
    if alone:
        if 0 < thing.place - nearest.place <= _PHRASE and record.ground.at(nearest.start).clause == here.clause:
            return True  # "a small effusion on the left" of "small left pleural effusion"
        first, last = sorted((nearest.start, thing.start))
        if {s.side for s in own} == {side} and not _LEADS_AWAY.search(record.text, first, last):
            return True  # "carpal tunnel release right hand"
        behind = record.text[nearest.start :].split(" ", 1)[-1].lstrip()
        following = [a for a in record.atoms.said if a.place - nearest.place in (0, 1) and a.key not in PLAIN]
        return not following or not behind[:1].isalnum()
    heading = record.text[nearest.start :].split(" ", 1)[0].endswith(":")
    return heading or far[nearest] <= _NEAR
