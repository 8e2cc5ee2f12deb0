"""The names of one knowledge base, made ready for matching: rows by their rarest word, near spellings, short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge, LexiconRow
from core.knowledge.words import stem
from core.language.en.paraphrase import NEVER_MISSPELT, OMITTED
from core.language.spelling import Speller

_WORD = re.compile(r"[a-z]{5,}")


class Ready(NamedTuple):
    """A name and the stems that must stand beside its anchor and the longest of the others."""

    row: LexiconRow
    rest: tuple[str, ...]


class _Made(NamedTuple):
    """The stems of all names, who corrects a misspelt word, and the names that leave a word out, by their rarest."""

    stems: frozenset[str]
    speller: Speller
    short: dict[str, list[LexiconRow]]


# The names of one anchor, by the longest of their other stems ("" where there is none): long words are rare, so that
# most names are ruled out at once.
Names = dict[str, list[Ready]]


class Lexicon:
    """What matching asks of the names of one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._ready: dict[str, Names] = {}
        self._near: dict[str, str] = {}

    def rows(self, anchor: str, words: Mapping[str, object]) -> Iterator[Ready]:
        """The names whose rarest word this is, and those that leave a word out which goes without saying, as far as
        the stems that they need are all among `words`."""
        names = self._ready.get(anchor)
        if names is None:
            if anchor not in self._made.stems:
                return
            names = self._ready[anchor] = {}
            for row in (*self._knowledge.lexicon((anchor,)).get(anchor, ()), *self._made.short.get(anchor, ())):
                longest, *rest = _without(row.stems, anchor) or ("",)
                names.setdefault(longest, []).append(Ready(row, tuple(rest)))
        for longest in ("", *sorted(names.keys() & words.keys())):
            for ready in names.get(longest, ()):
                for needed in ready.rest:  # a plain loop: this is where the time of reading goes
                    if needed not in words:
                        break
                else:
                    yield ready

    def is_saying(self, row: LexiconRow) -> bool:
        """Is it a name by which patients and hurried notes call a term, not one of its own?"""
        return row.own and row.name in self._sayings.get(row.term, ())

    @cached_property
    def _sayings(self) -> dict[str, frozenset[str]]:
        return {term: frozenset(entry.sayings) for term, entry in self._knowledge.findings.items() if entry.sayings}

    def knows(self, word: str) -> bool:
        """Is it a word of some name, or a drug?"""
        return stem(word) in self._made.stems or self._knowledge.drug(word) is not None

    def near(self, word: str) -> str:
        """The stem of the one word that a misspelt one must stand for; empty where it is known, or none is near."""
        found = self._near.get(word)
        if found is None:
            found = ""
            if word not in NEVER_MISSPELT and self._knowledge.drug(word) is None and stem(word) not in self._made.stems:
                found = self._made.speller.correct(word)
            if len(self._near) < 100_000:
                self._near[word] = found
        return found

    @cached_property
    def _made(self) -> _Made:
        """All that is drawn from the list of all names, which takes fifty megabytes and is not kept."""
        names = self._knowledge.names()
        return _Made(
            frozenset(" ".join([stems for stems, *_ in names]).split(" ")),
            Speller(_WORD.findall(" ".join([name for _, _, name, *_ in names]).lower())),
            _shortened(names),
        )


def _shortened(names: Sequence[tuple[str, str, str, bool, str]]) -> dict[str, list[LexiconRow]]:
    """Names without a word that goes without saying, where no other finding is called so."""
    whole = {stems for stems, _, _, own, _ in names if not own}
    found: dict[str, list[LexiconRow]] = {}
    for omitted, beside in OMITTED.items():
        for stems, term, name, own, anchor in [row for row in names if omitted in row[0]]:
            left = [s for s in stems.split(" ") if s != omitted]
            fits = not beside.isdisjoint(left) or (not beside and len(left) >= 2)
            if fits and " ".join(left) not in whole:
                rarest = anchor if anchor in left else max(left, key=len)  # long words are rare
                found.setdefault(rarest, []).append(LexiconRow(tuple(left), term, name, bool(own)))
    return found


def _without(stems: Iterable[str], anchor: str) -> tuple[str, ...]:
    left = list(stems)
    left.remove(anchor)
    return tuple(sorted(left, key=len, reverse=True))


@lru_cache(maxsize=4)
def lexicon_of(knowledge: Knowledge) -> Lexicon:
    """The lexicon of one knowledge base, made ready once."""
    return Lexicon(knowledge)
