"""Looking for what a sentence says in the record: where each thing was found, and what speaks against it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple, Protocol

from core.narrative.amount import Amount
from core.narrative.atoms import Atom, Atoms
from core.narrative.families import family
from core.narrative.ground import At, Ground, is_denial
from core.narrative.model import Span
from core.narrative.plain_words import GENERAL, PLAIN, PLAIN_WORDS, TIMES_OF_DAY
from core.narrative.sense_words import ADVISING, CAUSING, FELT, MAKES, ORGANS
from core.narrative.wordings import word_key, wordings

DENIED = "the record denies this"
INTERVALS = frozenset("od qam noct bid td qds prn weekly".split())  # as `wordings` has them
_JOINING = frozenset("a an the his her their of in on to with for by from at".split())
_LINKING = frozenset("turn turned turns went go goes gone look looked looks hear hears heard hearing had has".split())
_PHRASE = 5  # words between those of one phrase, at most
_SPELL_NEAR = 3  # words between "history" and the time that it lasts ("a three-week history")
# Behind "history" stands what it is of: what is not past in the record is held against it there.
_HISTORY_OF = re.compile(
    r"(?:\s+(?:medical|surgical|history|is|was|notable|significant|remarkable))*\s+(?:of|includes?|included|for)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?:significant|notable|remarkable|negative)(?=\s+for\b)", re.IGNORECASE)
_AVOIDED = re.compile(r"avoid(?:ed|s|ing)?", re.IGNORECASE)
_BEFORE_WHAT = re.compile(
    r"\s+(?:(?:this|these)\s\w+|(?:the\s|his\s|her\s)?(?:admission|arrival|presentation|event|episode|operation|surgery"
    r"|delivery|accident))\b",
    re.IGNORECASE,
)
# "Pre-existing asthma" is asthma, "pre-eclampsia" no eclampsia: what goes before the thing, not when it was.
_PREFIX = re.compile(
    r"\b(?:non|ex|pseudo|quasi|near|sub|pre(?!-(?:existing|op\w*|hospital|meal|admission)\b))-(?=$|\w)",
    re.IGNORECASE,
)
_PREFIXES = frozenset("non ex pre".split())  # as parts of a wording
_LONGEST_PREFIX = 8  # characters, with what stands before it
_TREATED = frozenset(word_key(word) for word in "medication medicine drug tablet treatment".split())
_CLIMBING = re.compile(r"climb\w*\s+(?:(?:further|back|up)\s+)?(?:from|to|by)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\s+(?:the|his|her|their|an?|he|she|they|it|you|[a-z]+ing)\b", re.IGNORECASE)
_IN_ORDER = re.compile(r"\b(?:before|beforehand|preced\w+|prior to)\b", re.IGNORECASE)
_VERB_NEAR = 4  # words between a verb and its thing
_TIME_NEAR = 3  # words between a part of the day and the time that it belongs to

Links = dict[Span, list[Span]]
Settled = Callable[[int, int], bool]


class Retold(NamedTuple):
    """Where the record says it, what it does not say, and which numbers it does not give to what they are about."""

    spans: tuple[Span, ...]
    reasons: tuple[str, ...]
    strangers: tuple[Span, ...] = ()


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

    @property
    def by_kind(self) -> dict[str, list[Atom]]: ...

    @property
    def by_family(self) -> dict[str, list[Atom]]: ...


class Search:
    """One sentence held against one record. `homes` has the places of the record for each thing that was found."""

    def __init__(self, said: Text, record: Source, links: Links, settled: Settled) -> None:
        self.said, self.record = said, record
        self._links, self.settled = links, settled
        self.homes: dict[Atom, list[Atom]] = {}
        self.reasons: dict[str, None] = {}
        self.strangers: list[Span] = []
        starts = Counter(a.start for a in said.atoms.said)
        self._parts = {a for a in said.atoms.said if starts[a.start] > 1}
        self._keys = {a.key for a in said.atoms.said}
        self.content = [a for a in said.atoms.said if a.amount is None and not self.is_plain(a)]

    def object(self, reason: str, atom: Atom | None = None) -> None:
        """Something speaks against the sentence."""
        word = f": {self.said.text[atom.start : atom.end]}" if atom is not None else ""
        self.reasons[reason + word] = None

    def is_plain(self, atom: Atom) -> bool:
        """Does it claim nothing, or was it accounted for elsewhere?"""
        if self.settled(atom.start, atom.end):
            return True
        word = self.said.text[atom.start : atom.end].lower()
        if self.said.at[atom].denied and atom.key in GENERAL:
            return self.said.text[atom.end :].lstrip().lower().startswith("of ")
        if (
            atom.key == "past"
            and word == "before"
            and (
                _BEFORE_WHAT.match(self.said.text, atom.end)
                or (_BEFORE.match(self.said.text, atom.end) and _IN_ORDER.search(self.record.text))
            )
        ):
            return True  # as "after" is; "he had it before" tells of another time
        if atom.key == "past" and word == "before" and any(b.place == atom.place + 1 for b, _ in self.said.amounts):
            return False  # "before two days" is no "two days before"
        if atom.key == "past":  # "the past two days", "three days before": the number is what is said
            spell = any(abs(b.place - atom.place) <= _SPELL_NEAR for b, _ in self.said.amounts)
            return spell or _HISTORY_OF.match(self.said.text, atom.end) is not None
        if self._beside_its_thing(atom):
            return True
        if FELT.fullmatch(word) and self._near(atom, ORGANS):
            return False  # that an organ is felt is a finding; a lump is one by itself
        if _CLIMBING.match(self.said.text, atom.start):
            return False  # a value does; "climbing stairs" claims nothing of its own
        if atom.key == "start" and self.said.amounts:  # of a drug it says that somebody prescribed it
            return not any(a.key.startswith("drug:") for a in self.said.atoms.said)
        if word in TIMES_OF_DAY:
            clocks = (b for b, amount in self.said.amounts if amount.kind.startswith("clock"))
            return any(abs(b.place + _length(self.said.text, b) - 1 - atom.place) <= _TIME_NEAR for b in clocks)
        if any(start <= atom.start and atom.end <= end for start, end in self.said.ground.doubts):
            return True
        # Of a wording that stands for several words none is plain: "double vision" says more than "vision".
        plain = atom.key in PLAIN and atom not in self._parts
        if plain and self._denied_there(atom, word):
            return False
        if _LEADS_ON.match(self.said.text, atom.start):
            return True  # what it is negative for is denied
        if ADVISING.fullmatch(word):
            return True  # whether the record advises it `plans` finds out
        if (CAUSING.fullmatch(word) or _AVOIDED.fullmatch(word)) and self._tells_an_allergy():
            return True
        return plain or word in PLAIN_WORDS or word_key(word) in PLAIN or is_denial(word)

    def _beside_its_thing(self, atom: Atom) -> bool:
        """ "A catheter was inserted", "bringing up sputum": the verb says nothing that its thing does not."""
        things = wordings().light.get(atom.key, frozenset())
        return bool(things) and self._near(atom, things)

    def _near(self, atom: Atom, keys: frozenset[str]) -> bool:
        """Does one of these stand near it in the sentence?"""
        near = (b for b in self.said.atoms.said if not keys.isdisjoint((b.key, *b.others)))
        return any(abs(b.place - atom.place) <= _VERB_NEAR for b in near)

    def _denied_there(self, atom: Atom, word: str) -> bool:
        """ "Regularly", where the record has "irregularly"; "takes medication", where it denies that there is any."""
        homes = [b for b in self.record.by_key.get(atom.key, ()) if b.amount is None]
        if word.endswith("ly"):
            return any(b.denied for b in homes)
        at = self.record.at
        return atom.key in _TREATED and bool(homes) and all(at[b].denied for b in homes)

    def _tells_an_allergy(self) -> bool:
        """ "Codeine causes hallucinations" of an allergy or of "codeine makes him see things"; any other cause is a
        claim."""
        at = self.record.at
        drugs = [a for a in self.said.atoms.said if a.key.startswith("drug:")]
        homes = [b for a in drugs for b in self.record.by_key[a.key]]
        return any(at[b].allergy or MAKES.match(self.record.text, b.end) for b in homes)

    def find(self, atom: Atom) -> list[Atom]:
        """Where the record says this, in whatever words. A special thing tells the general one, but not its absence."""
        if atom.key.startswith("drug:"):
            return list(self.record.by_key[atom.key])  # another of its class is another drug
        found: list[Atom] = []
        for key in (atom.key, *atom.others):
            found = found + list(self.record.by_key[key])
            if not self.said.at[atom].denied and self.said.text[atom.start : atom.end].lower() != "abnormal":
                found = found + list(self.record.by_kind.get(key, ()))
        found = found + list(self.record.by_family.get(family(self.said.text[atom.start : atom.end]), ()))
        found = [b for b in found if not self._turned(atom, b)]
        for (start, end), places in self._links.items():
            if start <= atom.start and atom.end <= end:
                found = found + [b for a, z in places for b in self.record.atoms.said if a <= b.start < z]
        found = [b for b in found if not self._merely_modifies(b)]
        return found or self._by_words(self.said.text[atom.start : atom.end])

    def _merely_modifies(self, home: Atom) -> bool:
        """Is it a word of an abbreviation, and not the last, with others that the sentence does not have? "BP" tells of
        no blood."""
        text = self.record.text[home.start : home.end]
        if not text.isupper() or " " in text:
            return False
        parts = [b.key for b in self.record.atoms.said if b.start == home.start and b.amount is None]
        return len(parts) > 1 and home.key != parts[-1] and not self._keys.issuperset(parts)

    def _turned(self, atom: Atom, home: Atom) -> bool:
        """Does a prefix make another thing of it there that does not stand here? "Pre-eclampsia" is no eclampsia."""
        there = _PREFIX.search(self.record.text[max(0, home.start - _LONGEST_PREFIX) : home.start])
        here = _PREFIX.search(self.said.text[max(0, atom.start - _LONGEST_PREFIX) : atom.start])
        if there and not here and not _PREFIX.match(self.said.text, atom.start):
            return True
        parts = {b.key for b in self.record.atoms.said if b.start == home.start and b.key != home.key}
        return bool((parts & _PREFIXES) - self._keys)

    def _by_words(self, wording: str) -> list[Atom]:
        """Where the record has each word of a wording by itself, close together: the wording is but one way to read."""
        words = [word for word in wording.replace("-", " ").split() if word.lower() not in _JOINING | _LINKING]
        if " " not in wording or any(is_denial(word) for word in wording.split()):
            return []
        same = wordings().same
        places = [self.record.by_key[key] for word in words for key in same.get((word_key(word),), (word_key(word),))]
        at = self.record.at
        return [b for b in (places[-1] if places else ()) if all(any(_together(at, b, c) for c in p) for p in places)]

    def told(self) -> list[Atom]:
        """The things that were found, in the order of the sentence."""
        return [a for a in self.said.atoms.said if a in self.homes]


def _length(text: str, atom: Atom) -> int:
    """In words: "half past seven" has three."""
    return len(text[atom.start : atom.end].split())


def same_person(said: At, known: At) -> bool:
    """Are both said of the same person?"""
    if said.whose == "family":
        return known.whose != "patient"
    return said.whose == known.whose or (known.whose == "family" and said.whose != "patient")


def _together(at: dict[Atom, At], b: Atom, c: Atom) -> bool:
    """Do two words of the record stand in one phrase, and either both denied or neither?"""
    same = at[b].clause == at[c].clause and at[b].denied == at[c].denied
    return same and abs(b.place - c.place) < _PHRASE
