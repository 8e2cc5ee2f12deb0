"""Of which occasion a value is: of the arrival, of today, of years ago, of somebody else.

The words of its own stretch decide, from the number before it to the next comma or number behind it ("119 µmol/L
today", "(baseline 1.1)"); a stretch without such words shares the occasion of the one before it in the sentence ("On
arrival Na 139, Cl 111").
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Occasion(StrEnum):
    """The occasions that a record or a question may name."""

    ARRIVAL = "arrival"
    NOW = "now"
    LATER = "later"
    DISCHARGE = "discharge"
    BEFORE = "before"
    AFTER = "after"
    PAST = "past"
    AIM = "aim"
    OTHER = "somebody else"
    VEIN = "a vein"


_UNIT_OF_TIME = r"(?:hour|day|night|week|month|year|spring|summer|autumn|winter)"
KIN = (
    r"(?:mother|mum|father|dad|brother|sister|husband|wife|son|daughter|partner|cousin|uncle|aunt|friend|flatmate"
    r"|roommate|boyfriend|girlfriend|twin|sibling|neighbou?r|passenger)"
)
# "Her mother took her temperature": it is hers all the same.
TELLS = (
    r"(?:took|measured|report\w*|not(?:ed|es|iced|ices)|says?|said|brought|states?|stated|confirm\w*|found|called|gave"
    r"|describ\w*|den(?:y|ies|ied)|thinks?|thought|worr\w*|complain\w*|tells?|told|is concerned|and (?:his|her)) ?"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WORDS = {
    Occasion.ARRIVAL: (
        r"arriv(?:al|ed)|(?<!of )(?<!after )(?<!since )(?<!\d\d\d\d )admission|admitted|presentation|presented"
        r"|presenting|triage"
        r"|initial(?:ly)?|referral|first (?:observations?|tracing|sample|24 ?h\w*)|ambulance bay|on examination"
    ),
    Occasion.NOW: (
        r"today|now|current(?:ly)?|this (?:morning|week|afternoon|evening)|present(?! with)|latest|most recent"
        r"|at rest|resting|on (?:treatment|therapy)"
    ),
    Occasion.LATER: (
        rf"{_UNIT_OF_TIME}s? (?:later|after)|h later|hours? 24|were better|day ?#?(?:[2-9]|\d\d)"
        r"|(?:second|third|next) (?:day|tracing|spot)|peak(?:ed|s)?|nadir|overnight|follow-?up|subsequent(?:ly)?"
        r"|repeat(?:ed)?(?! (?:list|prescription|medic))|rose|fell|dropped"
    ),
    Occasion.DISCHARGE: r"discharged?|went home|going home",
    Occasion.BEFORE: r"before|pre-?(?:op\w*|treatment|diuretic|contrast|dose|sedation)|prior to",
    Occasion.AFTER: r"after|post-?(?:op\w*|treatment|dose)|following"
    r"|during (?:the |an? )?(?!exam|eval|consult|admis|hospital)\w*(?:tion|sis|scopy|surgery|procedure|seizure|attack)",
    Occasion.PAST: (
        rf"ago|last (?:{_UNIT_OF_TIME}|visit)(?<!night)|previous(?:ly)?|baseline|usual(?:ly)?|yesterday|premorbid"
        rf"|(?:the |a )?{_UNIT_OF_TIME} (?:before|earlier)(?! \w+ (?:admission|presentation))|highest ever|at diagnosis"
        rf"|(?:19|20)\d\d admission|in (?:{_MONTHS})(?!,? ?(?:19|20)\d\d)|home (?:average|monitor)"
        r"|by (?:the )?age (?:of )?\d+|(?:in|by) (?:19|20)\d\d|(?:on|at)(?: the)? scene"
        r"|(?:in|of|from|by) the (?:ambulance|paramedics?)(?! bay)|"
        r"used only|was (?:taking|on)"
        r"|had been(?! (?:\w+ed|given|seen|told|taken|brought|found|on|in)\b)"
    ),
    Occasion.AIM: r"(?:would like|wants?|wishes|hopes) to (?:be|come|get|reach|weigh)|"
    r"target|goal|(?:when|until|once) (?:s?he|it|they|the patient) reach\w*"
    r"|aim(?:ed|s|ing)?|ideal|desired|cut-?off|caps?|machine|(?<!as )printed|by error|by mistake",
    Occasion.OTHER: rf"{KIN}(?!\s+{TELLS})",
    # A venous gas where an arterial one is asked for; not a venous thrombosis, line or pressure.
    Occasion.VEIN: r"venous(?: (?:sample|blood gas|gas|blood|one))?(?=\s*(?:[(:,;.]|\d|p[CO]|at\b|on\b|was\b"
    r"|showed))|VBG",
}
_COMPILED = {occasion: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for occasion, words in _WORDS.items()}
_TIMES = r"\d{1,2}:\d{2}|(?:day|cycle) \d+|(?<=at )\d+ ?(?:h(?:ours?)?|min(?:utes?)?)\b"
_CLOCK = re.compile(rf"\b(?:{_TIMES})\b", re.IGNORECASE)
_CONTENT = re.compile(r"[a-z]{4,}", re.IGNORECASE)
STEM = 5
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z0-9])|\n|;\s")
# A remark with a number of its own speaks of that.
_BEHIND = re.compile(rf"\s*\((?:{_TIMES}|[^)\d]){{0,60}}\)|(?:{_TIMES}|[^,;.()\d\n])*", re.IGNORECASE)
_NUMBER = re.compile(rf"{_TIMES}|\b(?:19|20)\d\d\b|(?P<value>(?<![A-Za-z\d])\d[\d.,:/]*)", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_REACH = 220


class Setting(NamedTuple):
    """What some words say of the occasion: its kinds, times of day, and the beginnings of all longer words."""

    occasions: frozenset[Occasion]
    clocks: frozenset[str]
    stems: frozenset[str]

    @property
    def names_one(self) -> bool:
        """Is there a word for an occasion, or a time?"""
        return bool(self.occasions or self.clocks)


def setting_of(words: str) -> Setting:
    """The occasions that a piece of text names."""
    named = {o for o, pattern in _COMPILED.items() if pattern.search(words)}
    clocks = {re.sub(r"\s*(h|min)\w*$", r"\1", found.group().lower()) for found in _CLOCK.finditer(words)}
    return Setting(frozenset(named), frozenset(clocks), frozenset(w.lower()[:STEM] for w in _CONTENT.findall(words)))


def _behind(text: str, at: int) -> str:
    """The remark that belongs to what ends here."""
    found = _BEHIND.match(text, at)
    return found.group() if found else ""


def setting_at(text: str, start: int, end: int) -> Setting:
    """The occasion of the value at this place of the text."""
    first = max(0, start - _REACH)
    # One letter more, for what begins a sentence of its own.
    ends = [m.end() for m in _SENTENCE.finditer(text, first, start + 1) if m.end() <= start]
    begin = ends[-1] if ends else first
    before = _REMARK.sub(lambda remark: " " * len(remark.group()), text[begin:start])
    edges = [0, *(m.end() for m in _NUMBER.finditer(before) if m["value"])]
    # What stands behind the number before speaks of that number, unless nothing else does of this one.
    own = edges[-1] + (len(_behind(before, edges[-1])) if len(edges) > 1 else 0)
    found = setting_of(f"{before[own:]}{text[start:end]} {_behind(text, end)}")
    if not found.names_one and text[end : end + 1] == ")":
        # "His kidneys were well (creatinine 0.95 mg/dL) a year before."
        found = setting_of(f"{before[own:]}{text[start:end]} {_behind(text, end + 1)}")
    for left, until in zip(reversed(edges), [len(before), *reversed(edges[1:])], strict=True):
        if found.names_one:
            break
        shared = setting_of(before[left:until])
        found = shared._replace(stems=shared.stems | found.stems)
    # Whose value it is stands at the head of the sentence.
    whose = _COMPILED[Occasion.OTHER].search(text, begin, start)
    return found._replace(occasions=found.occasions | {Occasion.OTHER}) if whose else found
