"""What all mentions of allergies in a record come to: one list, and the places that are read for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from core.language.cues import places_of
from core.language.grave_reactions import GRAVE_REACTION
from core.language.model import Allergies, AllergyItem
from core.language.places import Places

_GRAVE = re.compile(GRAVE_REACTION, re.IGNORECASE)
_CUES = ("tolerat", "without", "no problem", "uneventful", "no issue", "no reaction")
_FINE_SINCE = re.compile(
    r"\b(?:(?:tolerated|tolerates|has had|have had|had|took|taken|given|received)\s(?:\w+\s){0,2}?)"
    r"(?P<drug>[A-Za-z][A-Za-z-]{3,25})\b[^.;\n]{0,40}?\b(?:since|afterwards|subsequently|later|after that|"
    r"in (?:19|20)\d\d|"
    r"without (?:any )?(?:problems?|issues?|reactions?|incident|trouble|ill effects?)|uneventful\w*|"
    r"with no (?:problems?|"
    r"issues?|reactions?)|fine|well)\b",
    re.IGNORECASE,
)
_PENICILLIN = re.compile(r"^(?:penicillins?|pen|pcn)$", re.IGNORECASE)

Span = tuple[int, int]


class Mentions(NamedTuple):
    """The allergies of a record; every mention of one, the same substance told twice too; and where it stands before a
    substance what that did, at any time and long ago."""

    allergies: Allergies
    every: tuple[AllergyItem, ...]
    did: tuple[Span, ...]
    then: tuple[Span, ...]


def mentions(text: str, found: Sequence[AllergyItem], did: Iterable[tuple[Span, bool]], denied: bool) -> Mentions:
    """All mentions as one list: of two of one substance what is told more gravely, and nothing that was had since
    without harm."""
    did = tuple(did)
    then = tuple(span for span, past in did if past)
    fine = list(_had_since(text, found))
    named = Places((item.start, item.end) for item in found if item.start is not None and item.end is not None)
    kept = [item for item in found if not _inside_another(item, named) and not any(_is(item, *f) for f in fine)]
    unique: dict[str, AllergyItem] = {}
    for item in kept:
        known = unique.setdefault(item.substance.lower(), item)
        if _weight(item) > _weight(known):
            unique[item.substance.lower()] = item
    items = tuple(sorted(unique.values(), key=lambda i: (i.start is not None, i.start or 0)))
    if items:
        return Mentions(Allergies(status="listed", items=items), tuple(kept), tuple(span for span, _ in did), then)
    return Mentions(Allergies(status="none-known" if denied else "unknown"), (), (), ())


def _weight(item: AllergyItem) -> tuple[bool, bool, int]:
    reaction = item.reaction or ""
    return item.kind == "allergy", _GRAVE.search(reaction) is not None, len(reaction)


def _inside_another(item: AllergyItem, named: Places) -> bool:
    """Is it part of a longer name: "pen" of "pen V"?"""
    if item.start is None or item.end is None:
        return False
    return named.hold(item.start - 1, item.end) or named.hold(item.start, item.end + 1)


def _had_since(text: str, found: Sequence[AllergyItem]) -> Iterator[tuple[str, int]]:
    """The drugs that were had without harm, each with the place where that is told."""
    if not found:
        return
    done = -1
    for cue in sorted(places_of(text.lower(), _CUES)):
        match = _FINE_SINCE.search(text, max(done, cue - 60), min(len(text), cue + 90)) if cue >= done else None
        if match is not None and " not " not in match.group().lower():
            yield match["drug"].lower(), match.start()
            done = match.end()


def _is(item: AllergyItem, drug: str, place: int) -> bool:
    """Does a drug that was had without harm, told behind an allergy, refute it? A penicillin refutes a label
    "penicillin" that tells of nothing grave."""
    if item.start is None or item.start > place:
        return False
    named = item.substance.lower()
    if named == drug:
        return True
    alike = _PENICILLIN.match(named) is not None and drug.endswith(("cillin", "clav"))
    return alike and _GRAVE.search(item.reaction or "") is None
