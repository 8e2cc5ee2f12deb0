"""The words and findings of `resources/knowledge/composition.yaml`, and where its phrases stand in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from core.language.tokens import Sentence
from core.system.folders import resources


class Hit(NamedTuple):
    """A complaint or a place and the tokens that say it (one past the last)."""

    key: str
    first: int
    last: int


class Composed(NamedTuple):
    """A finding and the tokens from the complaint to the place; `denied` when it is denied between them."""

    term: str
    first: int
    last: int
    denied: bool = False


class Located(NamedTuple):
    """A pain and its place, where one is said."""

    hit: Hit
    place: str | None


class Place(NamedTuple):
    """What a place is part of, and what it is called with a side or a level."""

    wider: str | None
    finer: dict[str, str]


class Table:
    """The words and findings of the YAML file."""

    def __init__(self) -> None:
        written = yaml.safe_load((resources() / "knowledge" / "composition.yaml").read_text(encoding="utf-8"))
        self.complaints = phrases_of(written["complaints"])
        self.places = phrases_of({key: entry["words"] for key, entry in written["places"].items()})
        self.sites = {
            key: Place(entry.get("wider"), entry.get("finer", {})) for key, entry in written["places"].items()
        }
        self.findings: dict[str, dict[str, str]] = written["findings"]
        self.radiation: dict[str, str] = written["radiation"]
        self.qualities: dict[str, dict[str, Any]] = written["qualities"]

    def finding(self, complaint: str, place: str) -> str | None:
        """The finding for a complaint in a place, or in the nearest wider one that has any."""
        here = self.findings[complaint]
        at: str | None = place
        while at is not None:
            if at in here:
                return here[at]
            at = self.sites[at].wider
        return here.get("anywhere")


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def phrases_of(words: dict[str, list[str]]) -> Phrases:
    """Phrases by their first word, the longest first."""
    found: Phrases = {}
    for key, phrases in words.items():
        for phrase in phrases:
            tokens = tuple(phrase.replace("-", " - ").split())
            found.setdefault(tokens[0], []).append((tokens, key))
    for alike in found.values():
        alike.sort(key=lambda pair: -len(pair[0]))
    return found


@lru_cache(maxsize=1)
def table() -> Table:
    """The table that comes with the program."""
    return Table()


def hits(sentence: Sentence, phrases: Phrases, taken: Collection[int]) -> Iterator[Hit]:
    """Where phrases stand in a sentence, none in another."""
    lowers = sentence.lowers
    if phrases.keys().isdisjoint(lowers):
        return
    at = next((i for i, token in enumerate(sentence.tokens) if token.start >= sentence.body), len(lowers))
    while at < len(lowers):
        for tokens, key in phrases.get(lowers[at], ()) if at not in taken else ():
            if tuple(lowers[at : at + len(tokens)]) == tokens:
                yield Hit(key, at, at + len(tokens))
                at += len(tokens)
                break
        else:
            at += 1
