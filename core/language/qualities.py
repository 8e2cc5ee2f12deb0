"""What is said of a pain beside its place: "came on in an instant", "worse when I breathe in", "a biscuit helps".

The words and the findings that they make stand under `qualities` in `resources/knowledge/composition.yaml`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.language.composition import composed
from core.language.composition_table import Composed, Hit, Located, Table, hits, phrases_of, table
from core.language.en.ages import KIN_SEX
from core.language.en.idioms import idle
from core.language.tokens import Sentence

# So many words may stand between a pain and what is said of it.
FARTHEST = 14
_WALLS = frozenset(("but", "although", "whereas", ";", "."))
_DENIALS = frozenset("not no never isn't wasn't doesn't don't didn't without nor".split())
_DENIED_NEAR = 3
_IT = frozenset(("it", "it's", "this", "that"))
_NOT_HIS = _DENIALS | {"denies", "denied", "nil"} | set(KIN_SEX)  # denied, or perhaps somebody else's


class Qualities(NamedTuple):
    """The phrases, those that need no pain beside them, and the findings by quality and place."""

    beside: dict[str, list[tuple[tuple[str, ...], str]]]
    alone: dict[str, list[tuple[tuple[str, ...], str]]]
    findings: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def _qualities() -> Qualities:
    written = table().qualities
    return Qualities(
        phrases_of({key: entry["words"] for key, entry in written.items()}),
        phrases_of({key: entry.get("alone", []) for key, entry in written.items()}),
        {key: entry["findings"] for key, entry in written.items()},
    )


def qualified(sentence: Sentence, pains: Sequence[Located], taken: Collection[int] = ()) -> Iterator[Composed]:
    """The findings that words about a pain make; `pains` are the pains of the sentence with their places."""
    known, places = _qualities(), table()
    for hit in hits(sentence, known.alone, taken):
        term = known.findings[hit.key].get("anywhere")
        if term is not None:
            yield Composed(term, hit.first, hit.last, _denied(sentence, hit))
    if not pains:
        return
    for hit in hits(sentence, known.beside, taken):
        near = [p for p in pains if _distance(p.hit, hit) <= FARTHEST and not _walled(sentence, p.hit, hit)]
        for pain in sorted(near, key=lambda p: _distance(p.hit, hit)):
            term = _finding(known, places, hit.key, pain.place)
            if term is not None:
                first, last = min(hit.first, pain.hit.first), max(hit.last, pain.hit.last)
                yield Composed(term, first, last, _denied(sentence, hit))
                break


def carried(sentence: Sentence, pains: Sequence[Located], taken: Collection[int]) -> list[Located]:
    """The pains of a sentence, each without a place at that of the sentence before where this one goes on about it:
    "Chest pain. It is worse on a deep breath." Without a pain of its own, the word that stands for it is the pain."""
    opening = next(
        (i for i, t in enumerate(sentence.tokens) if t.start >= sentence.body and t.lower[0].isalpha()), None
    )
    if opening is None or any(p.place is not None for p in pains):
        return list(pains)
    if sentence.lowers[opening] not in _IT and not (pains and pains[0].hit.first <= opening + 1):
        return list(pains)
    told = [p.place for p in _told_before(sentence.before) if p.place is not None]
    if len(set(told)) != 1:
        return list(pains)  # of two pains nobody knows which is meant
    return [p._replace(place=told[0]) for p in pains] or [Located(Hit("pain", opening, opening + 1), told[0])]


def _told_before(sentence: Sentence | None) -> Sequence[Located]:
    """The pains of a sentence, or of the one before it where it only goes on about them."""
    while sentence is not None:
        if not _NOT_HIS.isdisjoint(sentence.lowers):
            return []
        found = composed(sentence, idle(sentence))[1]
        if found or not sentence.lowers or sentence.lowers[0] not in _IT:
            return found
        sentence = sentence.before
    return []


def _finding(known: Qualities, places: Table, quality: str, place: str | None) -> str | None:
    here = known.findings[quality]
    while place is not None:
        if place in here:
            return here[place]
        place = places.sites[place].wider
    return here.get("anywhere")


def _distance(one: Hit, other: Hit) -> int:
    return max(0, one.first - other.last, other.first - one.last)


def _walled(sentence: Sentence, one: Hit, other: Hit) -> bool:
    return not _WALLS.isdisjoint(sentence.lowers[min(one.last, other.last) : max(one.first, other.first)])


def _denied(sentence: Sentence, hit: Hit) -> bool:
    """ "Not worse on a deep breath"."""
    return not _DENIALS.isdisjoint(sentence.lowers[max(0, hit.first - _DENIED_NEAR) : hit.first])
