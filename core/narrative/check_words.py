"""What is left: every word stands where the facts of the sentence stand, in the same sense, or merely connects."""

from __future__ import annotations

from core.language.en.vocabulary import SIDES
from core.narrative.claim import Claim
from core.narrative.record import Mention, Record
from core.narrative.words import BEGINNINGS, DENIALS, GENERAL, GLUE, HEDGE_GLUE, KIN, KIN_GLUE

_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def check_words(claim: Claim, record: Record) -> None:
    """No word is left unexplained; a word of denial has something that the record denies."""
    allowed = GLUE | claim.known
    if claim.relatives:
        allowed |= KIN_GLUE
    if not any(fact.startswith("medications/") for fact in claim.facts):
        allowed |= BEGINNINGS
    if any(fact.startswith(("differential/", "cannot_miss/")) for fact in claim.facts):
        allowed |= HEDGE_GLUE
    home = record.mentions(claim.anchors)
    for number, mention in enumerate(claim.mentions):
        word = claim.text[mention.start : mention.end]
        if claim.covered(mention.start, mention.end) or word.lower() in DENIALS or _as_well(claim.text, mention):
            continue
        following = claim.mentions[number + 1] if number + 1 < len(claim.mentions) else None
        if word.lower() in _ORDINALS:
            if not any(following is None or (m.stem, m.before) == (following.stem, word.lower()) for m in home):
                claim.object(f"a number that the record does not give: {word}")
        elif word.lower() in SIDES:
            if not _same_side(word, following, home):
                claim.object(f"a side that the record does not give: {word}")
        elif mention.denied and mention.stem in GENERAL and not _leads_on(claim.text, mention):
            claim.object(f"a denial of everything of its kind: {word}")
        elif mention.stem not in allowed and not _at_home(claim, mention, home):
            claim.object(f"not in the record in this sense: {word}")
    _denials(claim)


def _as_well(text: str, mention: Mention) -> bool:
    """ "As well as" connects; "well" alone says how somebody is."""
    return text[max(0, mention.start - 3) : mention.end].lower() == "as well"


def _leads_on(text: str, mention: Mention) -> bool:
    """ "No signs of" speaks of what follows; "no signs" says that there are none at all."""
    return text[mention.end :].lstrip().lower().startswith("of ")


def _at_home(claim: Claim, mention: Mention, home: list[Mention]) -> bool:
    if claim.text[mention.start : mention.end].lower() in KIN:
        # A relative is nobody's finding, so that the reader's view of the word itself says nothing.
        return claim.relatives and any(known.stem == mention.stem for known in home)
    for known in home:
        if (known.stem, known.denied, known.whose) == (mention.stem, mention.denied, mention.whose):
            claim.denies |= known.denied
            return True
    return False


def _same_side(word: str, following: Mention | None, home: list[Mention]) -> bool:
    """ "Left arm" needs the left arm: the side and what it is the side of stand together in the record."""
    if following is None:
        return False
    side = SIDES[word.lower()]
    return any(m.stem == following.stem and SIDES.get(m.before) == side for m in home)


def _denials(claim: Claim) -> None:
    if not claim.denies:
        for token in claim.tokens:
            if token.lower in DENIALS and not claim.covered(token.start, token.end):
                claim.object("a denial that is not in the record")
