"""Ways of saying one thing, so that a retelling in other words is known for what it is.

They stand in `resources/narrative/*.yaml`: a line for each thing under `same`; under `kinds` what is told, too, by a
more special word of the record; under `light` verbs that say nothing beside what they are the verb of; under `denying`
words that deny something; under `silent` phrases that say nothing. A wording that stands on several lines may be any
of them ("declined": refused, or worsened).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from core.knowledge.words import stem
from core.system.errors import BugError
from core.system.folders import resources

# Which the stemmer makes one with another word ("severe", "well", "effect") or with the spell of time alone.
_APART = frozenset("several wells bloods effective hourly nightly weekly fortnightly monthly yearly".split())

# Within a wording these count for nothing: "removal of the gallbladder", "removal of her gallbladder".
PASSED_OVER = frozenset("a an the his her their its my your".split())


def word_key(word: str) -> str:
    """A word in the form in which it is compared.

    >>> word_key("Fractures") == word_key("fracture")
    True
    """
    lower = word.lower().rstrip(".")
    if lower in _APART:
        return lower
    if lower.endswith("ly") and len(lower) > 5:
        lower = lower[:-2]  # "suddenly" says what "sudden" does
    return stem(lower) or word.lower()


Way = tuple[str, ...]


class Wordings(NamedTuple):
    """`same` leads from the words of a wording, compared as `word_key` has them, to what stands for all on its line
    (nothing where it says nothing), `denying` to what is denied, `kinds` from a special word to what it tells, too;
    `light`
    from a verb to what it says nothing beside; `others` has what else a wording may say by itself, where more than one
    line has it."""

    same: dict[Way, Way]
    denying: dict[Way, Way]
    kinds: dict[str, frozenset[str]]
    light: dict[str, frozenset[str]]
    others: dict[Way, tuple[str, ...]]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """All of them, read once."""
    lists: defaultdict[str, list[Any]] = defaultdict(list)
    for file in sorted((resources() / "narrative").glob("*.yaml")):
        for name, lines in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).items():
            lists[name] += lines
    same: dict[Way, Way] = {}
    others: defaultdict[Way, set[str]] = defaultdict(set)
    for line in lists["same"]:
        ways = [_keys(way) for way in line]
        first = same.get(ways[0], ways[0])  # two lines that begin alike are one
        for way in ways:
            same.setdefault(way, first)
            if same[way] != first and len(first) == 1:
                others[way].add(first[0])

    def settled(keys: Way) -> Way:
        """Each word as the line of its own has it: "chest radiograph" begins with what "thorax" stands for."""
        own = (same.get((word,), ()) for word in keys)
        return tuple(key[0] if len(key) == 1 else word for word, key in zip(keys, own, strict=True))

    same = {way: settled(first) if len(first) > 1 else first for way, first in same.items()}
    same.update((_keys(phrase), ()) for phrase in lists["silent"])
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for general, *specials in lists["kinds"]:
        for special in specials:
            kinds[_one(same, special)].add(_one(same, general))
    light: defaultdict[str, set[str]] = defaultdict(set)
    for verb, *things in lists["light"]:
        light[_one(same, verb)].update(key for thing in things for key in same.get(_keys(thing), _keys(thing)))
    denying = {_keys(way): same.get(_keys(thing), _keys(thing)) for thing, *ways in lists["denying"] for way in ways}
    denying.update((way, denying[keys]) for way, keys in same.items() if keys in denying)  # "no fever", as "afebrile"
    return Wordings(
        same,
        denying,
        {key: frozenset(general) for key, general in kinds.items()},
        {key: frozenset(things) for key, things in light.items()},
        {way: tuple(sorted(keys)) for way, keys in others.items()},
    )


def _keys(way: str) -> Way:
    words = way.replace("-", " ").split()
    return tuple(word_key(word) for place, word in enumerate(words) if not place or word not in PASSED_OVER)


def _one(same: dict[Way, Way], way: str) -> str:
    """The one word that stands for a thing."""
    keys = same.get(_keys(way), _keys(way))
    if len(keys) != 1:
        raise BugError(f"A line of kinds or light in resources/narrative needs single words: {way}")
    return keys[0]
