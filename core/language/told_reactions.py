"""Drugs that are not tolerated, told in ordinary words: "amoxicillin gave her hives", "told never to have penicillin".

A word counts only where it names a drug, and only in a sentence that says what the drug did, or that it must not be
had. What a drug does now is no allergy of the list: the patient may be taking it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.allergen_names import drug_meant
from core.language.cues import places_of
from core.language.en.allergens import is_antibiotic, is_side_effect
from core.language.en.reaction_words import (
    IN_THE_LEGS,
    IS_REACTION,
    NEEDS_CAUSE,
    NOW,
    OTHER_REASON,
    REMEDIES,
    REMEDY,
    SUPPOSED,
    TAKEN,
    THEN,
)
from core.language.en.told_frames import (
    ADJECTIVE,
    ADR_BEFORE,
    ALSO,
    ARTICLE,
    AVOIDS,
    BARRED,
    BECAUSE,
    BEHIND,
    BEHIND_IT,
    BESIDE,
    BRACKETED,
    CAME,
    CUES,
    DENIED,
    DID_BEFORE,
    ELSE_BEHIND,
    GOES_ON,
    INDUCED,
    KIN,
    LIFTED,
    NESTED,
    NOT_ADJECTIVE,
    OVER,
    PARENT_SAYS,
    SPEAKS,
    TERSE_BEFORE,
    TESTED,
    TESTED_BEFORE,
    UNTOLERATED,
    UP_BEFORE,
    YOU,
)
from core.language.model import AllergyItem

_END = re.compile(r"[.!?](?=\s|$)|\n|;")
_LONG = 8  # letters of a misspelt name
_LONGEST = 240  # characters of a sentence that are looked at, before and behind its cue
_WORD = re.compile(
    r"(?<![A-Za-z'’-])[A-Za-z][A-Za-z-]{2,25}?(?:(?=-(?:induced|associated|related|sensitive|exacerbated|allergic)\b)|"
    r"(?![A-Za-z-])(?: v(?:k)?\b| g\b|(?<=ace) inhibitors?\b)?)",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """One thing that the record tells of a drug: what it did, where that stands, and whether it was long ago."""

    item: AllergyItem
    did: tuple[int, int] | None
    past: bool


def told_reactions(text: str, knowledge: Knowledge, elsewhere: Collection[tuple[int, int]]) -> Iterator[Told]:
    """What is told of drugs that are not tolerated; nothing in the places `elsewhere` (a plan, advice, a family)."""
    done = -1
    for cue in sorted(places_of(text.lower(), CUES)):
        if cue < done:
            continue
        start, end = _bounds(text, cue)
        done = end
        if not any(first <= start < last for first, last in elsewhere):
            yield from _in_sentence(text, start, end, knowledge)


def _bounds(text: str, place: int) -> tuple[int, int]:
    start = max(0, place - _LONGEST)
    for stop in _END.finditer(text, start, place):
        start = stop.end()
    end = _END.search(text, place, place + _LONGEST)
    return start, end.end() if end else min(len(text), place + _LONGEST)


def _in_sentence(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[Told]:
    said = text[start:end]
    past = THEN.search(said) is not None
    if SUPPOSED.search(said) and not past:
        return
    present = NOW.search(said) is not None and not past
    for match in _WORD.finditer(said):
        if not (_is_drug(knowledge, match.group().split(" ")[0]) or _is_pen(said, match)):
            continue
        found = _frame(said, match, present)
        if found is None:
            continue
        did, kind = found
        told = ARTICLE.sub("", OVER.sub("", said[did[0] : did[1]]).strip(" -:(")) if did else None
        place = said.find(told, did[0]) if did and told else -1
        for first, last in _listed(said, match, knowledge):
            item = AllergyItem(
                substance=said[first:last], kind=kind, reaction=told or None, start=start + first, end=start + last
            )  # fmt: skip
            yield Told(item, (start + place, start + place + len(told)) if told else None, past)


def _is_drug(knowledge: Knowledge, word: str) -> bool:
    """In a sentence a short word that is nearly a drug's name is more often another word."""
    meant = drug_meant(knowledge, word)
    return meant is not None and (meant.exact or len(word) >= _LONG)


def _is_pen(said: str, match: re.Match[str]) -> bool:
    """ "Pen allergic", "pen V": alone it is something to write with."""
    return match.group().lower() in ("pen v", "pen g", "pen vk") or (
        match.group().lower() == "pen" and ADJECTIVE.match(said, match.end()) is not None
    )


def _listed(said: str, match: re.Match[str], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """The place of the drug, and of those that its list goes on with."""
    yield match.span()
    place = match.end()
    while (also := ALSO.match(said, place)) and _is_drug(knowledge, also["word"]):
        yield also.span("word")
        place = also.end()


Found = tuple[tuple[int, int] | None, str]


def _frame(said: str, match: re.Match[str], present: bool) -> Found | None:
    """What a sentence says of the drug that stands in it: the place of what it did, and the kind; or None."""
    before, behind, word = said[: match.start()], match.end(), match.group()
    if is_of_kin(before) or said[behind : behind + 2].strip().startswith("?") or LIFTED.match(said, behind):
        return None
    adjective = ADJECTIVE.match(said, behind)
    if adjective and not (DENIED.search(before) or NOT_ADJECTIVE.match(said, adjective.end())):
        return _explained(said, adjective.end())
    reacted = ADR_BEFORE.search(before) is not None and not (present or DENIED.search(ADR_BEFORE.sub("", before)))
    if reacted and (found := _explained(said, behind, whatever=True))[0] is not None:
        return found
    for tested in (TESTED.match(said, behind), TESTED_BEFORE.search(before)):
        if tested and not DENIED.search(before[: tested.start()] if tested.string is before else before):
            return tested.span("did"), "allergy"
    if TERSE_BEFORE.search(before) and not DENIED.search(TERSE_BEFORE.sub("", before)):
        return _explained(said, behind)
    if (barred := _barred(said, before, behind, word)) is not None:
        return barred
    if UNTOLERATED.search(before) and not present and not OTHER_REASON.search(said[behind:]):
        return _explained(said, behind, whatever=True)[0], "intolerance"
    induced = INDUCED.match(said, behind) if THEN.search(said) else None
    does = next((m for frame in BEHIND_IT if (m := frame.match(said, behind))), None) or induced
    if does is not None:
        return None if present or DENIED.search(before) else _judged(said, does)
    linked = UP_BEFORE.search(before) or DID_BEFORE.search(before)
    if linked is not None and not (DENIED.search(before[: linked.start()]) or REMEDY.search(linked["did"])):
        weak = linked["weak"] is not None
        nested = NESTED.search(linked["did"]) is not None
        if (
            present
            or nested
            or (weak and (GOES_ON.match(said, behind) or REMEDIES.match(word) or NEEDS_CAUSE.search(linked["did"])))
        ):
            return None
        if weak and linked["weak"].lower() in BESIDE and not (THEN.search(said) or CAME.match(linked["did"])):
            return None
        return _judged(said, linked)
    bracketed = BRACKETED.search(before)
    if (
        bracketed
        and not (present or REMEDIES.match(word) or DENIED.search(before[: bracketed.start()]))
        and THEN.search(said)
    ):
        return bracketed.span("did"), "allergy"
    return (None, "allergy") if reacted else None


def _explained(said: str, place: int, whatever: bool = False) -> Found:
    """An allergy, with what stands behind it as its reaction; of a reaction that is named as such, whatever that is,
    but not what is taken in its place."""
    told = BEHIND.match(said, place)
    if told is None or TAKEN.search(told["did"]) or not (whatever or IS_REACTION.search(told["did"])):
        return None, "allergy"
    return told.span("did"), "allergy"


def _judged(said: str, match: re.Match[str]) -> Found | None:
    """What a drug did: an allergy or what is as grave, an intolerance, or nothing of the kind."""
    start, end = match.span("did")
    did = said[start:end]
    hit = IS_REACTION.search(did)
    lead = said[match.start() : start]
    if hit is None:
        body = re.search(r"(?:lips?|face|throat|tongue|eyes|skin|chest)\b", lead + did, re.IGNORECASE)
        if body and re.search(r"swel|swol|puff|clos|blew|itch|burn|peel|tight", did, re.IGNORECASE):
            return (start, end), "allergy"
        if re.match(r"(?:nearly|almost) died|an? (?:\w+ )?attack\b", did, re.IGNORECASE):
            return (start, end), "allergy"
        return ((start, end), "intolerance") if is_side_effect(did) and not REMEDY.search(did[:12]) else None
    if REMEDY.search(did[: hit.start()]):
        return None
    return (start, end), "intolerance" if IN_THE_LEGS.search(did) and "swel" in did.lower() else "allergy"


def _barred(said: str, before: str, behind: int, word: str) -> Found | None:
    """A drug that must not be had: "cannot take …", "told never to have … again", "avoids … since it …"."""
    barred, avoids = BARRED.search(before), AVOIDS.search(before)
    if barred is None and avoids is None:
        return None
    if YOU.search(before):
        return None
    why = BECAUSE.search(said, behind)
    if why and not DENIED.search(said[: why.start()][len(before) :]):
        return why.span("did"), "allergy"
    if OTHER_REASON.search(said) or (barred is None and ELSE_BEHIND.match(said, behind)):
        return None
    return (None, "allergy") if is_antibiotic(word) or (barred and (barred["must"] or "again" in said)) else None


def is_of_kin(before: str) -> bool:
    """Is it told of a relative, who does not merely speak?"""
    kin = KIN.search(before)
    return kin is not None and not SPEAKS.match(kin["behind"]) and not PARENT_SAYS.match(kin.group())
