"""Names of drugs that are several words, or no word of their own outside a list of drugs.

The published dictionary holds tens of thousands of names of several words, most of them of enzymes, foods and pollen;
only the names of drugs with an entry of ours, and of our products, are looked for as phrases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.en.drugs import SAID_OTHERWISE, SAID_OTHERWISE_LAST
from core.language.tokens import Sentence, tokenise

_SHORT = 3  # letters: what is as short may be anything


@lru_cache(maxsize=4)
def _phrases(knowledge: Knowledge) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The tokens of every name of several, by the first of them, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in knowledge.drugs.own_names():
        if name.isascii():
            tokens = tuple(token.lower for token in tokenise(name, 0, len(name)))
            if len(tokens) > 1:
                found[tokens[0]].add(tokens)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


@lru_cache(maxsize=4)
def _single(knowledge: Knowledge) -> Mapping[str, str]:
    """Each name of one word, with how it is written."""
    return {name.lower(): name for name in knowledge.drugs.own_names() if name.isascii() and name.isalnum()}


def phrase_at(sentence: Sentence, knowledge: Knowledge, first: int) -> int:
    """How many tokens of a name of several begin here; 0 where none does."""
    lowers = sentence.lowers
    for name in _phrases(knowledge).get(lowers[first], ()):
        last = first + len(name)
        if tuple(lowers[first:last]) == name and (sentence.kind == "medications" or _is_said_as_drug(name)):
            return len(name)
    return 0


def _is_said_as_drug(name: tuple[str, ...]) -> bool:
    """ "Clear eyes", "dairy products", "flu vaccine up to date": in a story these are no prescriptions."""
    return name[-1] not in SAID_OTHERWISE_LAST and " ".join(name) not in SAID_OTHERWISE


def is_listed_name(sentence: Sentence, knowledge: Knowledge, token: int) -> bool:
    """Is it, in a list of drugs, one of our names that is too short, or too much a word of another kind, to be one
    elsewhere: "TXA", "zinc"?"""
    written = _single(knowledge).get(sentence.lowers[token]) if sentence.kind == "medications" else None
    return written is not None and (len(written) > _SHORT or sentence.raw(token) == written)
