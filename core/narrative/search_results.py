"""What the record denies without a word of denial before it: a negative result, and what was not done to a thing."""

from __future__ import annotations

import re

from core.narrative.atoms import Atom
from core.narrative.plain_words import speaks
from core.narrative.search import DENIED, Search

_NEGATIVE = r"(?:negative|neg|nil|absent|none|undetectable|-ve)\b"
_NOT_ITS = r"(?!(?:positive|pos|present|trace|normal|raised|high|low|but|on|in)\b)"
# "Ketones negative", "leucocytes, nitrites and ketones: negative".
_RESULT_BEHIND = re.compile(
    rf"(?:\s+{_NOT_ITS}[a-z]+){{0,2}}(?:(?:\s*,\s*{_NOT_ITS}[a-z]+(?:\s{_NOT_ITS}[a-z]+)?)*\s*,?\s*(?:and|or|&|/)\s*"
    rf"{_NOT_ITS}[a-z]+(?:\s{_NOT_ITS}[a-z]+)?)?\s*[:=]?\s*(?:was\s|were\s|is\s|are\s|both\s|all\s)*{_NEGATIVE}(?!\s+for\b)",
    re.IGNORECASE,
)
_NEGATIVE_ZH = re.compile(r"[^,，。;；]{0,2}阴性")
_TELLS_A_RESULT = re.compile(
    r"\b(?:negative|clear|normal|unremarkable|test(?:s|ed|ing)?|screen(?:s|ed|ing)?|check(?:s|ed)?|sent"
    r"|look(?:ed|ing)? for|measured|excluded|ruled out|absent|free|results?)\b|阴性|正常|检|测|查|化验",
    re.IGNORECASE,
)
_NEAR = 4  # words between a thing and what was not done to it


def find_negative_results(search: Search) -> None:
    """ "Ketones were found" of "ketones negative": what the record has as a negative result is not told as there."""
    said = search.said
    if _TELLS_A_RESULT.search(said.text) or any(said.at[a].denied and negative(search, a) for a in search.content):
        return
    for atom in search.content:
        if not said.at[atom].denied and negative(search, atom):
            search.object(DENIED, atom)


def negative(search: Search, atom: Atom) -> bool:
    """Has the record a negative result of it, wherever it has it: "ketones negative", "抗酸杆菌阴性"?"""
    record = search.record
    homes = [b for b in search.homes.get(atom, ()) if b.key == atom.key and _whole(search, b)]
    return bool(homes) and all(
        _RESULT_BEHIND.match(record.text, b.end) or _NEGATIVE_ZH.match(record.text, b.end) for b in homes
    )


def _whole(search: Search, home: Atom) -> bool:
    """Is all of what an abbreviation says told here? "ANA negative" does not deny every antibody."""
    parts = {b.key for b in search.record.atoms.said if b.start == home.start}
    return parts <= {a.key for a in search.said.atoms.said}


def find_undone(search: Search) -> None:
    """ "He has opened his bowels" of "bowels not yet open": a verb that claims nothing beside its thing, which the
    record denies of this thing and nowhere states of it."""
    said = search.said
    told = search.told()
    for verb in said.atoms.said:
        if verb.amount is not None or verb in search.homes or said.at[verb].denied:
            continue
        if not speaks(said.text[verb.start : verb.end]) or search.settled(verb.start, verb.end):
            continue
        things = [a for a in told if abs(a.place - verb.place) <= _NEAR and not said.at[a].denied]
        if any(undone(search, verb, thing) for thing in things):
            search.object(DENIED, verb)


def undone(search: Search, verb: Atom, thing: Atom) -> bool:
    """Does the record deny the verb of this thing, wherever it stands beside it?"""
    record = search.record
    pairs = [
        record.at[b].denied
        for b in search.find(verb)
        for home in search.homes[thing]
        if b.amount is None
        and b.start != home.start
        and record.at[b].clause == record.at[home].clause
        and abs(b.place - home.place) <= _NEAR
    ]
    return bool(pairs) and all(pairs)
