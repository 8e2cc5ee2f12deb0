"""Is a sentence the record in other words?

Each thing it says is found in the record, said of the same person, as surely, denied or not as here, on the same side,
with the same number, beside the same things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Protocol

from core.narrative.amounts import Amount
from core.narrative.atoms import Atom, Atoms, Side
from core.narrative.ground import At, Ground, is_denial
from core.narrative.model import Span
from core.narrative.plain_words import GENERAL, PLAIN

SOMEBODY_ELSE = "the record says this of somebody else"
WRONG_SIDE = "a side that the record does not give"
# What speaks against a sentence even when its findings were traced.
CONTRADICTIONS = (SOMEBODY_ELSE, WRONG_SIDE)
_NEAR = 9  # words between two things that the record says of one another
_RESULTS = frozenset(("negat", "posit", "normal", "abnorm"))  # said of what stands in the same clause
_SIDE_NEAR = 7
_BETWEEN = 3  # things between a number that stands in a clause of its own and what it is about
# Behind these words the sentence may speak of something that the record tells elsewhere.
_LOOSE = re.compile(r"\b(?:with|who|which|that|while|when|after|before|since|until|on|at|as|where)\b", re.IGNORECASE)
INTERVALS = frozenset("od qam noct bid td qds prn weekli".split())  # as `wordings` has them


Links = dict[Span, list[Span]]
Covered = Callable[[int, int], bool]


class Retold(NamedTuple):
    """Where the record says it, and what it does not say."""

    spans: tuple[Span, ...]
    reasons: tuple[str, ...]


class Text(Protocol):
    """What the search asks of a text, in whatever language it is."""

    text: str
    ground: Ground
    atoms: Atoms
    at: dict[Atom, At]

    @property
    def amounts(self) -> list[tuple[Atom, Amount]]: ...

    def gap(self, a: Atom, b: Atom) -> bool: ...


class Source(Text, Protocol):
    """What it asks of the record."""

    @property
    def by_key(self) -> dict[str, list[Atom]]: ...


def retold(said: Text, record: Source, links: Links, covered: Covered) -> Retold:
    """Look for each thing that the sentence says. `links` holds names of the sentence with the places where the record
    gives the same concept another name, `covered` tells what other checks have accounted for."""
    return _Search(said, record, links, covered).result()


class _Search:
    def __init__(self, said: Text, record: Source, linked: Links, covered: Covered) -> None:
        self.said, self.record, self.linked, self.covered = said, record, linked, covered
        self.homes: dict[Atom, list[Atom]] = {}
        self.reasons: dict[str, None] = {}

    def result(self) -> Retold:
        content = [a for a in self.said.atoms.said if a.amount is None and not self._plain(a)]
        for atom in content:
            self._word(atom)
        for atom, amount in self.said.amounts:
            if self.said.text[atom.start : atom.end].lower() in ("one", "first"):
                continue  # an article or an adverb as often as a number
            self._amount(atom, amount, content)
        told = [a for a in self.said.atoms.said if a in self.homes]
        words = [a for a in told if a.amount is None]
        for a, b in pairwise(words):
            self._beside(a, b)
        for number, side in enumerate(self.said.atoms.sides):
            self._side(side, content, self.said.atoms.sides[number + 1 :])
        self._denials(content)
        self._sureness(told)
        self._allergies(content)
        if not told:
            self.reasons["nothing in it can be checked against the record"] = None
        spans = sorted({(home.start, home.end) for homes in self.homes.values() for home in homes[:1]})
        return Retold(tuple(spans), tuple(self.reasons))

    def _object(self, reason: str, atom: Atom | None = None) -> None:
        word = f": {self.said.text[atom.start : atom.end]}" if atom is not None else ""
        self.reasons[reason + word] = None

    def _plain(self, atom: Atom) -> bool:
        if self.covered(atom.start, atom.end):
            return True
        denied = self.said.at[atom].denied
        if denied and atom.key in GENERAL:
            return self.said.text[atom.end :].lstrip().lower().startswith("of ")
        if atom.key == "past":  # "the past two days", "three days before": the number is what is said
            near = [b for b, _ in self.said.amounts if abs(b.place - atom.place) <= 2]
            return bool(near)
        if any(start <= atom.start and atom.end <= end for start, end in self.said.ground.doubts):
            return True
        return (
            atom.key in PLAIN
            or self.said.text[atom.start : atom.end].lower() in PLAIN
            or is_denial(self.said.text[atom.start : atom.end])
        )

    def _found(self, atom: Atom) -> list[Atom]:
        found = self.record.by_key[atom.key]
        for (start, end), places in self.linked.items():
            if start <= atom.start and atom.end <= end:
                found = found + [b for a, z in places for b in self.record.atoms.said if a <= b.start < z]
        return found

    def _word(self, atom: Atom) -> None:
        found = self._found(atom)
        if not found:
            self._object("not in the record", atom)
            return
        here = self.said.at[atom]
        agreeing = [b for b in found if _same_person(here, self.record.at[b])]
        if not agreeing:
            # A mere possibility is perhaps Bedside's own, so that this does not contradict it.
            self._object("not in the record" if here.hedge else SOMEBODY_ELSE, atom)
            return
        if not here.denied:
            agreeing = [b for b in agreeing if not self.record.at[b].denied]
            if not agreeing:
                self._object("the record denies this", atom)
                return
        if not here.hedge:
            agreeing = [b for b in agreeing if not self.record.at[b].hedge]
            if not agreeing:
                self._object("the record is not sure of this", atom)
                return
        self.homes[atom] = agreeing

    def _amount(self, atom: Atom, amount: Amount, content: list[Atom]) -> None:
        here = self.said.at[atom]
        same = [b for b, other in self.record.amounts if amount.same(other) and _same_person(here, self.record.at[b])]
        if not same:
            self._object("a number that the record does not give", atom)
            return
        anchors = self._anchors(atom, content)
        things = [c for a in anchors for c in self.homes.get(a, [])]
        homes = [b for b in same if not anchors or any(self._belongs(b, c) for c in things)]
        if not homes and not any(not self.said.gap(a, atom) for a in anchors):
            homes = [b for b in same if self._alone(b)]  # "a 63-year-old man" is nobody's but the patient's
        if homes:
            self.homes[atom] = homes
        else:
            self._object("the record does not give this number here", atom)

    def _anchors(self, atom: Atom, content: list[Atom]) -> list[Atom]:
        """The things that the number is about: the nearest before and behind it, in its own clause if there are any."""
        things = [a for a in content if a.key not in INTERVALS and a.key != "past"]
        mine = [a for a in things if not self.said.gap(a, atom)] or things
        before = [a for a in mine if a.place < atom.place][-2:]
        behind = [a for a in mine if a.place > atom.place][:2]
        return before + behind

    def _belongs(self, number: Atom, thing: Atom) -> bool:
        """Does the record give the number to the thing: in one clause, or with nothing else between them?"""
        at = self.record.at
        if at[number].sentence != at[thing].sentence:
            return False
        if at[number].clause == at[thing].clause:
            return abs(number.place - thing.place) <= 14
        first, last = sorted((number.place, thing.place))
        # A number that stands alone ("Mr Finch, 63, …") belongs to its neighbours.
        return self._alone(number) and sum(first < b.place < last for b in self._things) <= _BETWEEN

    @cached_property
    def _things(self) -> list[Atom]:
        said = self.record.atoms.said
        return [b for b in said if b.amount is None and b.key not in PLAIN and b.key not in INTERVALS]

    def _alone(self, number: Atom) -> bool:
        """Does a number of the record stand in a clause of its own?"""
        at = self.record.at
        return not any(at[b].clause == at[number].clause for b in self._things)

    def _beside(self, a: Atom, b: Atom) -> None:
        """Two things that the sentence says of one another the record does, too."""
        if self.said.gap(a, b) or _LOOSE.search(self.said.text, a.end, b.start):
            return
        pairs = [
            (c, d)
            for c in self.homes[a]
            for d in self.homes[b]
            if self.record.at[c].sentence == self.record.at[d].sentence
            and abs(c.place - d.place) <= self._reach(a, b, c, d)
        ]
        if not pairs:
            self._object("the record does not say this of one another", a)

    def _reach(self, a: Atom, b: Atom, c: Atom, d: Atom) -> int:
        if (INTERVALS | _RESULTS) & {a.key, b.key}:
            return _NEAR if not self.record.gap(c, d) else 0
        return _NEAR + abs(a.place - b.place)

    def _side(self, side: Side, content: list[Atom], later: list[Side]) -> None:
        """What the side is the side of has it in the record, and no other side is nearer to it there."""
        clause = self.said.ground.at(side.start).clause
        limit = later[0].place if later else 10**6
        mine = [a for a in content if self.said.at[a].clause == clause]
        behind = [a for a in mine if side.start <= a.start and side.place <= a.place < min(limit, side.place + 5)]
        things = behind[:2] or [a for a in mine if a.place < side.place][-1:]
        alone = not behind
        right = any(self._on(home, side.side, alone) for thing in things for home in self.homes.get(thing, []))
        single = {s.side for s in self.said.atoms.sides if self.said.ground.at(s.start).clause == clause} == {side.side}
        others = [
            self._sides_of(a) for a in self.said.atoms.said if a in self.homes and self.said.at[a].clause == clause
        ]
        if not right or (single and any(sides and side.side not in sides for sides in others)):
            self.reasons[f"{WRONG_SIDE}: {side.side}"] = None

    def _sides_of(self, atom: Atom) -> set[str]:
        """The sides on which the record has it; none when it is anywhere said without one."""
        found = set()
        for home in self.homes[atom]:
            clause = self.record.at[home].clause
            sides = [s for s in self.record.atoms.sides if self.record.ground.at(s.start).clause == clause]
            if not sides:
                return set()
            before = [s for s in sides if s.place <= home.place]
            found.add((before[-1] if before else sides[0]).side)
        return found

    def _on(self, thing: Atom, side: str, alone: bool) -> bool:
        at = self.record.ground.at
        here = at(thing.start).sentence
        near = [s for s in self.record.atoms.sides if at(s.start).sentence == here]
        if not near:
            return False
        # A side stands before what it is the side of as a rule, so that one behind counts as farther off.
        far = {s: (thing.place - s.place if s.place < thing.place else 2 * (s.place - thing.place)) for s in near}
        nearest = min(near, key=lambda s: far[s])
        if nearest.side != side:
            return False
        if alone:
            behind = self.record.text[nearest.start :].split(" ", 1)[-1].lstrip()
            following = [a for a in self.record.atoms.said if a.place - nearest.place in (0, 1) and a.key not in PLAIN]
            return not following or not behind[:1].isalnum()
        heading = self.record.text[nearest.start :].split(" ", 1)[0].endswith(":")
        return heading or far[nearest] <= 2 * _SIDE_NEAR

    def _denials(self, content: list[Atom]) -> None:
        """What is denied here is denied there."""
        for start, end in self.said.ground.denials:
            if any(a.start <= start < a.end and not self.said.at[a].denied for a in content):
                continue
            inside = [a for a in content if start <= a.start < end]
            if not inside:  # "his sister has asthma, but he does not"
                word = self.said.text[start:end].split()[-1].rstrip(".,;") if self.said.text[start:end].split() else ""
                inside = [a for a in content if a.end <= start][-1:] if is_denial(word) else []
                if not inside or not any(
                    self.record.at[b].denied and self.record.at[b].whose == "patient" for b in self._found(inside[0])
                ):
                    self.reasons["a denial that is not in the record"] = None
                continue
            groups: dict[int, list[Atom]] = defaultdict(list)
            for a in inside:
                groups[self.said.at[a].clause].append(a)
            for group in groups.values():
                if not any(self.record.at[b].denied for a in group for b in self.homes.get(a, [])):
                    self._object("the record does not deny this", group[0])

    def _sureness(self, told: list[Atom]) -> None:
        """A doubt is the record's, and no weaker than there."""
        doubted = [a for a in told if self.said.at[a].hedge]
        wanted = max((self.said.at[a].hedge for a in doubted), default=0)
        if doubted and not any(self.record.at[b].hedge >= wanted for a in doubted for b in self.homes[a]):
            self._object("the record does not doubt this so", doubted[0])

    def _allergies(self, content: list[Atom]) -> None:
        """A drug that is not tolerated is not told as one that is taken."""
        at = self.record.at
        for atom in content:
            homes = self.homes.get(atom, [])
            if not homes or "过敏" in atom.key:
                continue
            drug = atom.key.startswith("drug:")
            if all(at[b].allergy for b in homes):
                sentences = {at[b].sentence for b in homes}
                others = [
                    c
                    for a in content
                    if (a != atom and a.key.startswith("drug:") is not drug) or a.key == "allergi" or "过敏" in a.key
                    for c in self.homes.get(a, [])
                ]
                if not any(at[c].sentence in sentences and at[c].allergy for c in others):
                    self._object("the record has this as an allergy", atom)
            elif drug and any(a.key == "allergi" and not self.said.gap(a, atom) for a in content):
                self._object("the record does not have this as an allergy", atom)


def _same_person(said: At, known: At) -> bool:
    if said.whose == "family":
        return known.whose != "patient"
    return said.whose == known.whose or (known.whose == "family" and said.whose != "patient")
