"""Numbers of a sentence in the record: the same number, said of the same things."""

from __future__ import annotations

from core.narrative.amounts import Amount
from core.narrative.atoms import Atom
from core.narrative.plain_words import PLAIN
from core.narrative.search import INTERVALS, Search, Source, same_person

_BETWEEN = 3  # things between a number that stands in a clause of its own and what it is about
_REACH = 14  # words between a number and a thing of its clause


def find_numbers(search: Search) -> None:
    """Look for each number beside what it is about."""
    numbers = _Numbers(search)
    for atom, amount in search.said.amounts:
        word = search.said.text[atom.start : atom.end].lower()
        if word not in ("one", "first") and not search.settled(atom.start, atom.end):  # often an article or an adverb
            numbers.find(atom, amount)


class _Numbers:
    def __init__(self, search: Search) -> None:
        self._search, self._record = search, search.record
        self._things = things_of(search.record)

    def find(self, atom: Atom, amount: Amount) -> None:
        search, said = self._search, self._search.said
        here = said.at[atom]
        places = self._record.amounts
        same = [b for b, other in places if amount.same(other) and same_person(here, self._record.at[b])]
        if not same:
            search.object("a number that the record does not give", atom)
            return
        anchors = self._anchors(atom)
        things = [c for a in anchors for c in search.homes.get(a, [])]
        homes = [b for b in same if not anchors or any(self._belongs(b, c) for c in things)]
        if not homes and not any(not said.gap(a, atom) for a in anchors):
            homes = [b for b in same if self._alone(b)]  # "a 63-year-old man" is nobody's but the patient's
        if homes:
            search.homes[atom] = homes
        else:
            search.object("the record does not give this number here", atom)
            if things:
                search.strangers.append((atom.start, atom.end))

    def _anchors(self, atom: Atom) -> list[Atom]:
        """The things that the number is about: the nearest before and behind it, in its own clause if there are any."""
        things = [a for a in self._search.content if a.key not in INTERVALS and a.key != "past"]
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
        first, last = sorted((number.place, thing.place))
        # A number that stands alone ("Mr Finch, 63, …") belongs to its neighbours.
        return self._alone(number) and sum(first < b.place < last for b in self._things) <= _BETWEEN

    def _alone(self, number: Atom) -> bool:
        """Does a number of the record stand in a clause of its own?"""
        at = self._record.at
        return not any(at[b].clause == at[number].clause for b in self._things)


def things_of(record: Source) -> list[Atom]:
    """What the record speaks of: neither numbers nor what merely connects."""
    return [b for b in record.atoms.said if b.amount is None and b.key not in PLAIN and b.key not in INTERVALS]
