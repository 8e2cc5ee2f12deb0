"""Is a sentence the record in other words?

Each thing it says is found in the record, said of the same person, as surely, denied or not as here, on the same side,
with the same number, beside the same things.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from core.narrative.atoms import Atom
from core.narrative.changes import from_to
from core.narrative.parts_of_day import part_of_day
from core.narrative.plain_runs import find_plain_runs
from core.narrative.search import DENIED, INTERVALS, Links, Retold, Search, Settled, Source, Text, same_person
from core.narrative.search_allergens import NO_ALLERGEN, find_allergens
from core.narrative.search_days import WRONG_DAY, find_days
from core.narrative.search_numbers import find_numbers
from core.narrative.search_results import find_negative_results, find_undone
from core.narrative.search_sense import (
    ONLY_A_TRAIT,
    SOMEBODY_ELSE,
    find_allergies,
    find_denials,
    find_doubts,
    find_relatives,
    find_stopped,
    find_traits,
)
from core.narrative.search_sides import PAIRED, SIDES_ZH, WRONG_SIDE, beside_zh, find_sides
from core.narrative.search_standing import OTHER_STANDING
from core.narrative.search_switches import OTHER_WAY_ROUND, find_switches
from core.narrative.sense_words import CAUSING, RELATING, turning

UNSURE = "the record is not sure of this"
# What speaks against a sentence even when its findings were traced.
CONTRADICTIONS = (
    SOMEBODY_ELSE,
    WRONG_SIDE,
    ONLY_A_TRAIT,
    DENIED,
    WRONG_DAY,
    NO_ALLERGEN,
    OTHER_WAY_ROUND,
    OTHER_STANDING,
    UNSURE,
)
_NEAR = 9  # words between two things that the record says of one another
_CLOSE = 4  # words: what is denied of one another stands nearer
_ON_OR_OFF = frozenset(("start", "stop", "withhold", "resum", "increas", "reduc"))
_RESULTS = frozenset(("negat", "posit", "normal", "abnorm"))  # said of what stands in the same clause
# Behind these words the sentence may speak of something that the record tells elsewhere.
_LOOSE = re.compile(
    r"\b(?:with|without|who|which|that|while|when|after|before|since|until|on|at|as|where"
    r"|developed|presents|presented|presenting|came|attended|admitted|suffers|underwent|diagnosed|referred)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Master)\.?\s+((?:[A-Z][\w'’-]+\s?){1,3})")


def retold(said: Text, record: Source, links: Links, settled: Settled, standings: Callable[[Search], None]) -> Retold:
    """Look for each thing that the sentence says. `links` holds names of the sentence with the places where the record
    gives the same concept another name, `settled` tells what other checks have accounted for, `standings` looks at what
    is over or only spoken of."""
    search = Search(said, record, links, settled)
    for atom in search.content:
        _find_word(search, atom)
    if not search.homes:
        find_plain_runs(search)
    find_numbers(search)
    named = {name for match in _TITLE.finditer(record.text) for name in match[1].split()}
    words = [a for a in search.told() if a.amount is None and said.text[a.start : a.end] not in named]
    for a, b in pairwise(words):
        _find_pair(search, a, b)
    find_days(search)
    find_sides(search)
    find_denials(search)
    find_negative_results(search)
    find_undone(search)
    find_doubts(search)
    find_allergies(search)
    find_allergens(search)
    find_stopped(search)
    find_switches(search)
    find_relatives(search)
    find_traits(search)
    standings(search)
    if not search.homes and not any(settled(a.start, a.end) for a in said.atoms.said):
        search.reasons["nothing in it can be checked against the record"] = None
    spans = sorted({(home.start, home.end) for homes in search.homes.values() for home in homes[:1]})
    return Retold(tuple(spans), tuple(search.reasons), tuple(search.strangers))


def _find_word(search: Search, atom: Atom) -> None:
    """The record says it of the same person, not denied and not doubted unless it is here."""
    if atom.key in SIDES_ZH and not beside_zh(search, atom):
        search.reasons[f"{WRONG_SIDE}: {atom.key}"] = None
        return
    found = search.find(atom)
    if not found and atom.key in SIDES_ZH:
        return
    if not found and (from_to(search.said, search.record, atom) or part_of_day(atom)):
        return  # its numbers say it, or the clock does
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
        stated = [b for b in agreeing if not there[b].denied]
        own = [b for b in agreeing if b.key == atom.key]
        if own and all(there[b].denied for b in own):
            stated = []  # what is a kind of it, or is known by its name, does not state what is denied by name
        if not stated and not _denied_behind(search, atom):
            search.object(DENIED, atom)
            return
        agreeing = stated or agreeing
    if not here.hedge:
        agreeing = [b for b in agreeing if not there[b].hedge]
        if not agreeing:
            search.object(UNSURE, atom)
            return
    search.homes[atom] = agreeing


def _denied_behind(search: Search, atom: Atom) -> bool:
    """ "Her urine has not been dark" of "no dark urine": what is denied behind it is denied with it there."""
    said, record = search.said, search.record
    denied = [a for a in search.content if a.place > atom.place and said.at[a].denied and not said.gap(atom, a)]
    stretches = [(s, e) for s, e in record.ground.denials if any(s <= b.start < e for b in search.find(atom))]
    return any(s <= b.start < e for a in denied[:1] for b in search.find(a) for s, e in stretches)


def _find_pair(search: Search, a: Atom, b: Atom) -> None:
    """Two things that the sentence says of one another the record does, too; and it does not deny them more closely."""
    causing = CAUSING.search(search.said.text, a.end, b.start)
    if not causing and (search.said.gap(a, b) or _LOOSE.search(search.said.text, a.end, b.start)):
        return
    said, record = search.said, search.record
    if b.key in PAIRED and any(a.place < c.place < b.place for c, _ in said.amounts):
        return  # "6/6 in the right eye": whose eye it is the side tells
    at = record.at
    both = any(at[c].denied and at[c].whose == said.at[a].whose for c in [*search.find(a), *search.find(b)])
    apart = [
        abs(c.place - d.place)
        for c in search.homes[a]
        for d in search.homes[b]
        if at[c].sentence == at[d].sentence
        and not _apart(search, c, d)
        and abs(c.place - d.place) <= _reach(search, a, b, c, d)
        # What the record states and denies needs its company closer.
        and (not both or said.at[a].denied or said.at[b].denied or at[c].clause == at[d].clause)
    ]
    if not apart:
        if _must_be_near(search, a, b):
            search.object("the record does not say this of one another", a)
    elif not said.at[a].denied and not said.at[b].denied:
        denied = [
            abs(c.place - d.place)
            for c in search.find(a)
            for d in search.find(b)
            if (at[c].denied or at[d].denied) and at[c].clause == at[d].clause
        ]
        if min(denied, default=_CLOSE) < min(min(apart), _CLOSE):
            search.object(DENIED, a)


def _apart(search: Search, c: Atom, d: Atom) -> bool:
    """Of "zopiclone stopped; tamsulosin started" neither is said of the other's drug."""
    if not {c.key, d.key} & _ON_OR_OFF or not any(x.key.startswith("drug:") for x in (c, d)):
        return False
    first, last = sorted((c.start, d.start))
    return ";" in search.record.text[first:last]


def _must_be_near(search: Search, a: Atom, b: Atom) -> bool:
    """Must the record say the two beside one another? So it is with drugs, with what it anywhere denies, doubts or has
    as an allergy, with what turns the sense of something ("increased"), where a side stands in the sentence, and where
    one is told to cause the other. Anything else is the patient's wherever the record tells of it."""
    at = search.record.at
    found = [*search.find(a), *search.find(b)]
    if any(c.key.startswith("drug:") or at[c].denied or at[c].hedge or at[c].allergy for c in found):
        return True
    if not a.key.isascii():
        return True  # of what is cut along strings, one place says little
    if CAUSING.search(search.said.text, a.end, b.start):
        return True
    turns = not (turning() | INTERVALS | _RESULTS).isdisjoint((a.key, b.key))
    if turns or search.said.atoms.sides or RELATING.search(search.said.text, a.end, b.start):
        once = all(len({at[c].clause for c in search.find(x)}) == 1 for x in (a, b))
        return not once or b.place - a.place < _CLOSE
    return False


def _reach(search: Search, a: Atom, b: Atom, c: Atom, d: Atom) -> int:
    if (INTERVALS | _RESULTS) & {a.key, b.key}:
        return _NEAR if not search.record.gap(c, d) else 0
    return _NEAR + abs(a.place - b.place)
