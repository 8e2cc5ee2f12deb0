"""Numbers of a sentence in the record: the same number, said of the same things."""

from __future__ import annotations

import re

from core.narrative.amount import Amount
from core.narrative.atoms import Atom
from core.narrative.parts_of_day import part_of_day
from core.narrative.plain_words import PLAIN
from core.narrative.search import INTERVALS, Search, Source, same_person
from core.narrative.search_sides import PAIRED

_BETWEEN = 3  # things between a number that stands in a clause of its own and what it is about
_OLD = re.compile(r"[\s-]?(?:years?[\s-])?old\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:when (?:he|she) was|until|since|from|at)\s(?:the age of\s)?$", re.IGNORECASE)
_STARTED = re.compile(
    r"\b(?:symptoms|it|this|illness|problem)\s+(?:had\s)?(?:start|beg[au]n)(?:ed)?\s(?:at|on|around|about|in)\s$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|onset|began|started)\s(?:at\s|about\s)?$", re.IGNORECASE)
_LABEL = re.compile(r"\b(type|grade|stage|class|day)\s$", re.IGNORECASE)
_LONG = 5  # letters of a word that is no mere connection
_REACH = 14  # words between a number and a thing of its clause


def find_numbers(search: Search) -> None:
    """Look for each number beside what it is about."""
    numbers = _Numbers(search)
    for atom, amount in search.said.amounts:
        word = search.said.text[atom.start : atom.end].lower()
        if word not in ("one", "first") and not search.settled(atom.start, atom.end):  # often an article or an adverb
            numbers.find(atom, amount)
    for atom in search.content:
        part = part_of_day(atom)
        if part is not None and atom not in search.homes and not search.find(atom):
            numbers.find(atom, part)


class _Numbers:
    def __init__(self, search: Search) -> None:
        self._search, self._record = search, search.record
        self._things = things_of(search.record)

    def find(self, atom: Atom, amount: Amount) -> None:
        search, said = self._search, self._search.said
        here = said.at[atom]
        places = self._record.amounts
        same = [b for b, other in places if amount.same(other) and same_person(here, self._record.at[b])]
        labelled = self._labelled(atom, same)
        if same and not labelled:
            search.strangers.append((atom.start, atom.end))
        same = labelled
        if not same:
            search.object("a number that the record does not give", atom)
            return
        old = _OLD.match(said.text, atom.end) is not None and not _WHEN.search(said.text, 0, atom.start)
        age = old and here.whose == "patient"
        anchors = [] if age else self._anchors(atom)
        things = [c for a in anchors for c in search.homes.get(a, [])]
        if not anchors and not age:
            things = self._told_plainly(atom) or [c for homes in search.homes.values() for c in homes]
        homes = [b for b in same if any(self._belongs(b, c) for c in things)]
        if not homes and not any(not said.gap(a, atom) for a in anchors) and self._beginning(atom, same):
            homes = same
        if not homes and (anchors or age) and not any(not said.gap(a, atom) for a in anchors):
            homes = [b for b in same if self._alone(b)]  # "a 63-year-old man" is nobody's but the patient's
        homes = homes or [b for b in same if self._stands_over_all(atom, b)]
        if homes:
            search.homes[atom] = homes
        else:
            search.object("the record does not give this number here", atom)
            if things:
                search.strangers.append((atom.start, atom.end))

    def _labelled(self, atom: Atom, same: list[Atom]) -> list[Atom]:
        """Of "type 4", "grade 2" those that the record labels so, where it labels any."""
        label = _LABEL.search(self._search.said.text, 0, atom.start)
        if label is None:
            return same
        text = self._record.text
        there = {b: m for b, _ in self._record.amounts if (m := _LABEL.search(text, 0, b.start)) is not None}
        own = [b for b, m in there.items() if m[1].lower() == label[1].lower()]
        return [b for b in same if b in own] if own or label[1].lower() == "type" else same

    def _stands_over_all(self, atom: Atom, number: Atom) -> bool:
        """ "On day 4 she feels better" of a note that is headed "day 4"."""
        labels = (
            _LABEL.search(text, 0, a.start) for text, a in ((self._search.said.text, atom), (self._record.text, number))
        )
        return self._record.at[number].sentence == 0 and all(m is not None and m[1].lower() == "day" for m in labels)

    def _beginning(self, atom: Atom, same: list[Atom]) -> bool:
        """ "Her symptoms started at 2 am" of "noisy breathing since 2 am": the one such time of the record."""
        beginning = _STARTED.search(self._search.said.text, 0, atom.start)
        return (
            beginning is not None and len(same) == 1 and _SINCE.search(self._record.text, 0, same[0].start) is not None
        )

    def _told_plainly(self, atom: Atom) -> list[Atom]:
        """Where the record has the words beside a number that claim nothing of their own: "admitted on 2 June"."""
        said, record = self._search.said, self._record
        beside = [a for a in said.atoms.said if a.amount is None and not said.gap(a, atom) and len(a.key) >= _LONG]
        return [b for a in beside for b in record.by_key[a.key] if b.key.isascii()]

    def _anchors(self, atom: Atom) -> list[Atom]:
        """The things that the number is about: the nearest before and behind it, in its own clause if there are any."""
        things = [a for a in self._search.content if a.key not in INTERVALS and a.key != "past"]
        sided = {s.place + 1 for s in self._search.said.atoms.sides}  # of "16 in the right eye" the side is checked
        things = [a for a in things if a.key not in PAIRED or a.place not in sided] or things
        mine = [a for a in things if not self._search.said.gap(a, atom)] or things
        before = [a for a in mine if a.place < atom.place][-2:]
        behind = [a for a in mine if a.place > atom.place][:2]
        return before + behind

    def _belongs(self, number: Atom, thing: Atom) -> bool:
        """Does the record give the number to the thing: in one clause, or with nothing else between them?"""
        at = self._record.at
        if at[number].sentence != at[thing].sentence:
            return False
        if at[number].clause == at[thing].clause:
            return abs(number.place - thing.place) <= _REACH
        if number.end < thing.start and self._record.text[number.end : number.end + 1] == ":":
            return True  # "21:00: RR 32, SpO2 96%": a time stands over all that follows
        first, last = sorted((number.place, thing.place))
        if number.place < thing.place and self._dates(number, thing):
            return True
        if thing.place < number.place and self._only_of_its_kind(number):
            return True  # "low mood, early waking and poor concentration for five months"
        # A number that stands alone ("Mr Finch, 63, …") belongs to its neighbours.
        return self._alone(number) and sum(first < b.place < last for b in self._things) <= _BETWEEN

    def _dates(self, number: Atom, thing: Atom) -> bool:
        """ "On 17 February she landed awkwardly, heard a pop, and …": a date stands over what follows it, up to the
        next one."""
        at = self._record.at
        between = [
            (b, other)
            for b, other in self._record.amounts
            if number.place <= b.place < thing.place and at[b].sentence == at[number].sentence
        ]
        return [other.kind for b, other in between if b == number or other.kind in ("date", "clock", "months")] == [
            "date"
        ]

    def _only_of_its_kind(self, number: Atom) -> bool:
        """Is it the only spell of time in its sentence?"""
        at = self._record.at
        kinds = {"time", "months"}
        here = [b for b, other in self._record.amounts if at[b].sentence == at[number].sentence and other.kind in kinds]
        return here == [number]

    def _alone(self, number: Atom) -> bool:
        """Does a number of the record stand in a clause of its own?"""
        at = self._record.at
        return not any(at[b].clause == at[number].clause for b in self._things)


def things_of(record: Source) -> list[Atom]:
    """What the record speaks of: neither numbers nor what merely connects."""
    return [b for b in record.atoms.said if b.amount is None and b.key not in PLAIN and b.key not in INTERVALS]
