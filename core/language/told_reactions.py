"""Drugs that are not tolerated, told in ordinary words: "amoxicillin gave her hives", "told never to have penicillin".

A word counts only where it names a drug, and only in a sentence that says what the drug did, or that it must not be
had. What a drug does now is no allergy of the list: the patient may be taking it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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
    REACTION,
    REMEDIES,
    REMEDY,
    SUPPOSED,
    THEN,
)
from core.language.model import AllergyItem

# In small letters: one of these stands in every sentence that is told so.
_CUES = (
    "rash", "hives", "urticaria", "weals", "wheals", "lumps", "bumps", "spots", "blister", "itch", "swel", "swol",
    "puff", "blew up", "naphyla", "edema", "wheez", "spasm", "asthma", "breath", "collaps", "passed out", "peel",
    "throat", "shock", "allergic", "allergy", "react", "sjs", "johnson", "necrolysis", "dress", "agep", "multiforme",
    "eruption", "rhabdo", "hit ", "platelets", "cytop", "agranulo", "neutrop", "molysis", "molytic", "dystoni",
    "oculogyric", "malignant", "nms", "serotonin", "hepatitis", "liver", "dili", "pancreatitis", "pneumonitis",
    "rupture", "torsade", "sickness", "lactic", "died", "red man", "skin test", "prick test", "test to", "test for",
    "can't", "cant ", "can’t", "cannot", "must n", "mustn", "never", "not to ", "not allowed", "avoid", "steers clear",
    "made ", "makes ", "not have", "no more",
)  # fmt: skip
_END = re.compile(r"[.!?](?=\s|$)|\n|;")
_LONGEST = 240  # characters of a sentence that are looked at, before and behind its cue
_WORD = re.compile(
    r"(?<![A-Za-z'’-])[A-Za-z][A-Za-z-]{2,25}(?: v(?:k)?\b| g\b|(?<=[Aa][Cc][Ee]) inhibitors?\b)?", re.IGNORECASE
)
_WHOM = r"(?:him|her|them|me|the (?:patient|child|boy|girl)|this (?:man|woman|lady)|mum|dad)"
_HIS = r"(?:(?:his|her|my|their|the) )?"
# The drug does it: "… gave her hives", "… makes his lips swell", "… sets off her asthma".
_DOES = re.compile(
    rf",?\s(?:(?:which|that|it|has|have|had|once|always|also|just|tablets?|injections?|and it) ){{0,3}}(?:"
    rf"(?:gives?|gave|given|makes?|made|brings?|brought|turns?|turned) (?:{_WHOM}|{_HIS}[a-z]+)\b(?: feel| come)?(?: out| up)?(?: in)?|"
    r"caus(?:es?|ed|ing)|leads? to|led to|results? in|resulted in|induced|triggers?|triggered|sets? off|brings? on|brought on|"
    r"upsets?|worsens?|worsened|flares?|gives?|gave)\s(?P<did>[^.;,\n]{2,60})",
    re.IGNORECASE,
)
# What it did stands behind a mark: "Septrin - blisters in the mouth".
_MARKED = re.compile(
    rf"(?:\s*[-–—:=→]+>?\s*|\s*\()(?P<did>(?:he |she |was |got |had |came out in |covered in )*{REACTION}\b[^.;,()\n]{{0,40}})",
    re.IGNORECASE,
)
# "Bad rash with amoxicillin", "came out in lumps when he had Amoxil".
_DET = r"(?:(?:his|her|a|an|the|some|any|one|first|oral|iv|im|dose|doses|course|injection|tablet|of|taking|having|being|given|use|using|starting) )*"
_LINK = (
    r"(?:\b(?P<weak>with|on|after|following|when (?:he|she|i|they)(?: was| had| has)?(?: (?:had|has|took|takes|given|takes|tried))?|"
    r"when(?:ever)? (?:taking|given|on|having))|(?P<strong>to|from|due to|because of|caused by|secondary to|induced by|triggered by|"
    rf"attributed to|blamed on)) {_DET}$"
)
_BESIDE = ("on", "after", "following")  # what may be of now: the patient is on it
_CAME_OUT = r"(?:(?:came|come|comes|broke|breaks|erupted) (?:out|up) in (?:an? )?)?"
_DID_BEFORE = re.compile(rf"\b(?P<did>{_CAME_OUT}{REACTION}\b[^.;,()\n]{{0,28}}?)\s{_LINK}", re.IGNORECASE)
_CAME = re.compile(r"(?:came|broke|erupted)\b", re.IGNORECASE)
_LIFTED = re.compile(
    r"[^.;\n]{0,20}?\b(?:ruled out|disproved|excluded|refuted|de-?labell?ed|negative)\b", re.IGNORECASE
)
_UP_BEFORE = re.compile(
    rf"(?P<did>(?:throat|face|lips?|tongue|eyes) (?:was |were |got |went )?(?:swel\w+|swol\w+|puff\w+|clos\w+|tight\w*|blew)[^.;,()\n]{{0,15}}?|"
    rf"(?:nearly|almost) died)\s{_LINK}",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:\s|\s?-\s?)allergic\b|(?:\s|-)allergy\b", re.IGNORECASE)
_NOT_ADJECTIVE = re.compile(
    r"\s*(?:clinic|service|test\w*|nurse|label|status|de-?label\w*|referral|history|\?|is excluded|was excluded|excluded|"
    r"ruled out|disproved|unlikely|removed|:\s*(?:no|nil|none)\b|to\s)",
    re.IGNORECASE,
)
_TEST = r"(?:skin|prick|intradermal|patch|ige|scratch|allergy)(?: prick| patch)? test(?:ing|s)?"
_TESTED = re.compile(
    rf"\s(?P<did>{_TEST}(?: was| were| came back| is)?:? (?:strongly )?(?:positive|\+(?:ve|\+*)))", re.IGNORECASE
)
_TESTED_BEFORE = re.compile(rf"(?P<did>(?:positive|\+ve) {_TEST}) (?:to|for|with) (?:the )?$", re.IGNORECASE)
_BARRED = re.compile(
    r"\b(?:(?P<must>(?:must|may) (?:not|never)|mustn['’]?t|(?:told|advised|warned|said|instructed|is|was)(?: \w+){0,2}? (?:never|not) to|"
    r"(?<!advised )(?<!told )never to|not to|never allowed(?: to)?|not allowed(?: to)?|no more)|"
    r"(?:cannot|can['’]?t|can not|can never|should (?:never|not)))\s"
    r"(?:(?:ever|again|be|been|have|has|had|take|taking|use|using|given|give|receive|prescribed|get|be on) )*"
    r"(?:(?:any|more|further|all|of|the) )*$",
    re.IGNORECASE,
)
_AVOIDS = re.compile(
    r"\b(?:avoids?|avoiding|avoided|steers? clear of|(?:told|advised|has|have|asked)(?: \w+)? to avoid)\s(?:(?:any|all|taking|the) )*$",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    rf"(?P<did>{REACTION}\b[^.;,()\n]{{0,30}}|{_HIS}(?:face|lips?|throat|tongue|eyes) (?:\w+ )?(?:swel\w+|swol\w+|bl(?:ew|ows?)|puff\w+|clos\w+)[^.;,()\n]{{0,20}})",
    re.IGNORECASE,
)
# Behind what a drug did: what came of that.
_OVER = re.compile(
    r"\s(?:so|but|otherwise|which|who|and (?:he|she|is|was|has|had|so|then|now))\b.*$", re.IGNORECASE | re.DOTALL
)
# A list that goes on: "NSAIDs or aspirin".
_ALSO = re.compile(r"\s?(?:,|/|,? (?:and|or))\s?(?P<word>[A-Za-z][A-Za-z-]{2,25})\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:no|not|non|never|denies|denied|without|nor|neither|didn['’]?t|doesn['’]?t|wasn['’]?t|isn['’]?t)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:mother|mum|mom|father|dad|parents?|brother|sister|son|daughter|sibling|twin|wife|husband|partner|cousin|aunt|uncle|"
    r"(?:grand|step)\w+)(?:['’]s|s)?\b(?P<behind>[^.;\n]*)$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"^\W*(?:(?:also|both|who|has|have) )?(?:says?|said|reports?|reported|tells?|told|thinks?|states?|recalls?|remembers?|"
    r"insists?|mentions?|confirms?|notes?|adds?|worried|gave)\b",
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
    for cue in sorted(places_of(text.lower(), _CUES)):
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
    stop = _END.search(text, place, place + _LONGEST)
    return start, stop.end() if stop else min(len(text), place + _LONGEST)


def _in_sentence(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[Told]:
    said = text[start:end]
    past = THEN.search(said) is not None
    if SUPPOSED.search(said) and not past:
        return
    present = NOW.search(said) is not None and not past
    for match in _WORD.finditer(said):
        if drug_meant(knowledge, match.group().split(" ")[0]) is None and not _is_pen(said, match):
            continue
        found = _frame(said, match, present)
        if found is None:
            continue
        did, kind = found
        told = _OVER.sub("", said[did[0] : did[1]]).strip(" -:(") if did else None
        place = said.find(told, did[0]) if did and told else -1
        for first, last in _listed(said, match, knowledge):
            item = AllergyItem(
                substance=said[first:last], kind=kind, reaction=told or None, start=start + first, end=start + last
            )  # fmt: skip
            yield Told(item, (start + place, start + place + len(told)) if told else None, past)


def _is_pen(said: str, match: re.Match[str]) -> bool:
    """ "Pen allergic", "pen V": alone it is something to write with."""
    return match.group().lower() in ("pen v", "pen g", "pen vk") or (
        match.group().lower() == "pen" and _ADJECTIVE.match(said, match.end()) is not None
    )


def _listed(said: str, match: re.Match[str], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """The place of the drug, and of those that its list goes on with."""
    yield match.span()
    place = match.end()
    while (also := _ALSO.match(said, place)) and (
        (meant := drug_meant(knowledge, also["word"])) is not None and meant.exact
    ):
        yield also.span("word")
        place = also.end()


Found = tuple[tuple[int, int] | None, str]


def _frame(said: str, match: re.Match[str], present: bool) -> Found | None:
    """What a sentence says of the drug that stands in it: the place of what it did, and the kind; or None."""
    before, behind, word = said[: match.start()], match.end(), match.group()
    if _of_kin(before) or said[behind : behind + 2].strip().startswith("?") or _LIFTED.match(said, behind):
        return None
    for adjective in (_ADJECTIVE.match(said, behind),):
        if adjective and not (_DENIED.search(before) or _NOT_ADJECTIVE.match(said, adjective.end())):
            return None if REMEDY.search(before[-12:]) else (None, "allergy")
    for tested in (_TESTED.match(said, behind), _TESTED_BEFORE.search(before)):
        if tested and not _DENIED.search(before[: tested.start()] if tested.string is before else before):
            return tested.span("did"), "allergy"
    if (barred := _barred(said, before, behind, word)) is not None:
        return barred
    does = _DOES.match(said, behind) or _MARKED.match(said, behind)
    if does is not None:
        return None if present or _DENIED.search(before) else _judged(said, does)
    linked = _UP_BEFORE.search(before) or _DID_BEFORE.search(before)
    if linked is not None and not (_DENIED.search(before[: linked.start()]) or REMEDY.search(linked["did"])):
        weak = linked["weak"] is not None
        if present or (weak and (REMEDIES.match(word) or NEEDS_CAUSE.search(linked["did"]))):
            return None
        if weak and linked["weak"].lower() in _BESIDE and not (THEN.search(said) or _CAME.match(linked["did"])):
            return None
        return _judged(said, linked)
    return None


def _judged(said: str, match: re.Match[str]) -> Found | None:
    """What a drug did: an allergy or what is as grave, an intolerance, or nothing of the kind."""
    start, end = match.span("did")
    did = said[start:end]
    hit = IS_REACTION.search(did)
    lead = said[match.start() : start]
    if hit is None:
        body = re.search(r"(?:lips?|face|throat|tongue|eyes|skin)\b", lead + did, re.IGNORECASE)
        if body and re.search(r"swel|swol|puff|clos|blew|itch|burn|peel", did, re.IGNORECASE):
            return (start, end), "allergy"
        if re.match(r"(?:nearly|almost) died", did, re.IGNORECASE):
            return (start, end), "allergy"
        return ((start, end), "intolerance") if is_side_effect(did) and not REMEDY.search(did[:12]) else None
    if REMEDY.search(did[: hit.start()]):
        return None
    return (start, end), "intolerance" if IN_THE_LEGS.search(did) and "welli" in did.lower() else "allergy"


def _barred(said: str, before: str, behind: int, word: str) -> Found | None:
    """A drug that must not be had: "cannot take …", "told never to have … again", "avoids … since it …"."""
    barred, avoids = _BARRED.search(before), _AVOIDS.search(before)
    if barred is None and avoids is None:
        return None
    why = _BECAUSE.search(said, behind)
    if why and not _DENIED.search(said[: why.start()][len(before) :]):
        return why.span("did"), "allergy"
    if OTHER_REASON.search(said):
        return None
    return (None, "allergy") if is_antibiotic(word) or (barred and (barred["must"] or "again" in said)) else None


def _of_kin(before: str) -> bool:
    """Is it told of a relative, who does not merely speak?"""
    kin = _KIN.search(before)
    return kin is not None and _SPEAKS.match(kin["behind"]) is None
