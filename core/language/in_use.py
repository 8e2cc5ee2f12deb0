"""Whether what is taken, smoked or snorted is still in use."""

from __future__ import annotations

import re

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.en.drug_years import was_of_then
from core.language.en.tellings import PAST_SMOKER
from core.language.tokens import Sentence

_UNTAKEN = re.compile(
    r"\b(?:not|isn't|aren't|wasn't|never|don't|doesn't|didn't) (?:been |currently |regularly )?"
    r"(?:on|taking|take|takes|taken|using|use)\b|\bno longer (?:on|takes?|taking)\b|\b(?:came|come|been) off\b|"
    r"\bused to (?:be on|take|use)\b|\b(?:declin|refus)(?:ed|es)\b"
)
_TAKING = ("taking ", "on ", "takes ", "use of ")
_ANSWERED_NO = re.compile(
    r"\s?\?+\s*[-–—:]?\s*(?:no|nope|none|nil|never|denie[sd])\b(?!\s(?:change|more))", re.IGNORECASE
)
_PACKS = re.compile(
    r"\b(?:current(?:ly)?|active|heavy|still)\W+(?:\w+\W+)?(?:smok\w+)|\bsmok(?:er|es|ing)\b[^.;]{0,30}?\d[^.;]{0,12}?"
    r"(?:pack|/\s?day|a day|per day|daily|cigs?\b|cigarettes)",
    re.IGNORECASE,
)
_GAVE_UP = re.compile(
    r"\b(?:ex|former|previous|past)[\s-]*smok|\b(?:quit|gave up|given up|used to smoke|stopped (?:smoking|in|\d))\b",
    re.IGNORECASE,
)
_SMOKES = re.compile(
    r"\b(?:i|we) (?:still |do |also )?smoke\b|\b(?:is|am|i'm|he's|she's|remains) (?:still )?an? (?:\w+ )?smok"
)
_TAKEN_NOW = re.compile(
    r"\b(?:last night|today|tonight|yesterday|this (?:morning|evening|afternoon|weekend)|(?:last|at the) weekend|"
    r"at (?:a|the) party|"
    r"(?:after|following|since|from) (?:\w+ ){0,2}?(?:cocaine|coke)|(?:hours?|hrs?|h|minutes?|mins?) "
    r"(?:after|ago|earlier|before)|just (?:took|taken|used|snorted|did|had)|currently|intoxicat\w+)\b",
    re.IGNORECASE,
)
_TAKEN_ONCE = re.compile(
    r"\b(?:(?:years?|months?|decades?) (?:ago|back)|in (?:his|her|my|their|the) (?:youth|teens|twenties|thirties|"
    r"forties|fifties|past|\d0s)|used to|ex|former(?:ly)?|previous(?:ly)?|prior|past (?:use|user|cocaine)|"
    r"quit|stopped|gave up|given up|no longer|"
    r"clean|abstinent|abstinence|history|hx|remote(?:ly)?|once|in (?:19|20)\d\d|until|as an? (?:student|teenager))\b",
    re.IGNORECASE,
)


def is_untaken(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Is it a drug that the patient is not on: "not on any blood thinners", "no longer takes", "came off the pill"?"""
    label = knowledge.label(item.term).en
    if not (label.endswith((" use", " therapy", " tablets")) or label.startswith(_TAKING)):
        return False
    if _ANSWERED_NO.match(sentence.text, sentence.tokens[item.last - 1].end, sentence.end):
        return True
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    if sentence.kind != "medications" and was_of_then(
        sentence.text[max(sentence.start, start - 40) : start], sentence.text[end : min(sentence.end, end + 60)]
    ):
        return True
    before = sentence.lowers[max(0, item.first - 5) : item.first + 1]  # "take warfarin" may be the name
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    return _UNTAKEN.search(" ".join(before)) is not None


def smoking_now(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool | None:
    """Does the sentence say of a habit of smoking that it goes on ("smoker, 20 pack-years"), or of mere pack-years that
    it is over, or that the smoker was one? None where it says neither, or the name is another's."""
    if knowledge.label(item.term).en not in ("smoker", "smoking"):
        return None
    if PAST_SMOKER.search(sentence.text, sentence.start, sentence.end):
        return False
    if _GAVE_UP.search(sentence.text, sentence.start, sentence.end):
        return None if any(w.startswith("smok") for w in sentence.lowers[item.first : item.last]) else False
    lowers = sentence.lowers[max(0, item.first - 4) : item.last]
    if "smokes" in lowers or _SMOKES.search(" ".join(lowers)):
        return True
    return True if _PACKS.search(sentence.text, sentence.start, sentence.end) else None


def was_smoker(item: Named, knowledge: Knowledge) -> bool:
    """Is it the habit of one who gave it up? That is of the past, whenever it ended."""
    return knowledge.label(item.term).en == "ex-smoker"


def taken_now(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Is it cocaine that may still act: "after intranasal cocaine", "uses cocaine"? A plan must not take it for a habit
    of the past where nothing says that it is one."""
    if knowledge.label(item.term).en != "cocaine use":
        return False
    if _TAKEN_NOW.search(sentence.text, sentence.start, sentence.end):
        return True
    past = _TAKEN_ONCE.search(sentence.text, sentence.start, sentence.end) is not None
    return not past and sentence.kind not in ("past-history", "earlier-record")
