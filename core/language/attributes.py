"""What is said beside the name of a finding: its side, severity and time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.context import Judgement
from core.language.copies import altered
from core.language.en.tellings import PAST_SMOKER
from core.language.en.vocabulary import SEVERITY, SIDES
from core.language.model import Assertion, Finding
from core.language.times import Times
from core.language.tokens import Sentence

# Labels of what was done, and the words that say so; without them the operation may be one to come.
_DONE = re.compile(
    r"(?:previous|prior|history of) |recent (?:.* )?(?:surgery|procedure|caesarean|angiography)|"
    r"(?:hip|knee|joint) replacement"
)
_SAID_DONE = frozenset(
    "previous previously prior past s p post after had underwent undergone history hx status since".split()
)
_TO_COME_BEFORE = re.compile(
    r"\b(?:booked (?:in )?for|scheduled for|listed for|await(?:ing)?|planned for|planning|"
    r"plan(?:s|ned)?(?: is)?(?: for| to)?|"
    r"to undergo|will (?:undergo|need|have|get)|due (?:to have|for)|waiting list for|consent(?:ed)? for|consider\w*|"
    r"needs?|offered|elective|proceed(?:ing)? to|candidate for|recommend\w*|arrange\w*)\s+"
    r"(?:an?\s|the\s|her\s|his\s)?(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
# As a word of its own, whatever the label: a splenectomy stands for a spleen that is not there.
_OPERATIONS = ("ectomy", "plasty", "otomy", "ostomy", "cabg", "bypass", "transplant", "transplantation", "replacement")
_LEADS_TO = re.compile(
    r"(?:^\W*|\b(?:admitted|attend\w*|referred|here|in|fit|fasted|prepared|worked up|pre-?op(?:erative)?"
    r"(?: assessment| clinic)?)\s+)for\s+(?:an?\s|the\s|her\s|his\s)?(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_IS_FOR = re.compile(r"\bfor\s+(?:an?\s|the\s|her\s|his\s)?(?:\w+\s){0,3}$", re.IGNORECASE)
_TO_COME = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:in (?:\d+|an?|one|two|three|four|six|the next)(?:\s?-\s?\d+)? ?(?:days?|weeks?|months?)|"
    r"in \d+/(?:7|52|12)|next (?:week|month|\w+day)|tomorrow|(?:is )?(?:planned|scheduled|booked|due)|"
    r"later (?:today|this week))\b",
    re.IGNORECASE,
)


_UNTAKEN = re.compile(
    r"\b(?:not|isn't|aren't|wasn't|never|don't|doesn't|didn't) (?:been |currently |regularly )?"
    r"(?:on|taking|take|takes|taken|using|use)\b|\bno longer (?:on|takes?|taking)\b|\b(?:came|come|been) off\b|"
    r"\bused to (?:be on|take|use)\b|\b(?:declin|refus)(?:ed|es)\b"
)


_TAKING = ("taking ", "on ", "takes ", "use of ")
_ANSWERED_NO = re.compile(
    r"\s?\?+\s*[-–—:]?\s*(?:no|nope|none|nil|never|denie[sd])\b(?!\s(?:change|more))", re.IGNORECASE
)


class Named(NamedTuple):
    """A term and the tokens that name it; `denied` when the name itself denies it ("afebrile"), `parted` when a denial
    stands between its words ("knee not swollen")."""

    term: str
    first: int
    last: int
    denied: bool = False
    joint: bool = False
    inner: bool = False
    parted: bool = False
    said: Assertion | None = None  # by what stands beside it alone: "nitrite neg"
    made: bool = False  # put together of a complaint, a place or a quality: what stands between may be anything


def with_duration(sentence: Sentence, item: Named, judgement: Judgement) -> Judgement:
    """ "History of chest pain for 2 hours" is of now, whatever the word history says."""
    if (
        judgement.temporality == "historical"
        and judgement.experiencer == "patient"
        and sentence.kind not in ("past-history", "social-history")
    ):
        after = sentence.lowers[item.last : item.last + 5]
        if (
            after[:1]
            and after[0] in ("for", "x", "since")
            and any(
                t.rstrip("s")
                in ("hour", "day", "hr", "h", "d", "yesterday", "morning", "minute", "min", "week", "night", "wk")
                for t in after[1:]
            )
        ):
            return judgement._replace(temporality="recent")
    return judgement


@lru_cache(maxsize=5_000)
def _is_done(label: str) -> bool:
    return _DONE.match(label) is not None


def is_planned(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Is it an operation that is yet to come, and no "previous cholecystectomy"?"""
    label = knowledge.label(item.term).en
    done = _is_done(label)
    if not done and not any(w.endswith(_OPERATIONS) for w in sentence.lowers[item.first : item.last]):
        return False
    if not _SAID_DONE.isdisjoint(sentence.lowers[max(0, item.first - 3) : item.last]):
        return False
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    operation = done and not label.startswith("history of ")
    return (
        sentence.kind == "plan"
        or _TO_COME_BEFORE.search(sentence.text, max(sentence.start, start - 60), start) is not None
        or _LEADS_TO.search(sentence.text, max(sentence.start, start - 60), start) is not None
        or (operation and _IS_FOR.search(sentence.text, max(sentence.start, start - 20), start) is not None)
        or _TO_COME.match(sentence.text, end, min(sentence.end, end + 60)) is not None
    )


def is_untaken(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Is it a drug that the patient is not on: "not on any blood thinners", "no longer takes", "came off the pill"?"""
    label = knowledge.label(item.term).en
    if not (label.endswith((" use", " therapy", " tablets")) or label.startswith(_TAKING)):
        return False
    if _ANSWERED_NO.match(sentence.text, sentence.tokens[item.last - 1].end, sentence.end):
        return True
    before = sentence.lowers[max(0, item.first - 5) : item.first + 1]  # "take warfarin" may be the name
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    return _UNTAKEN.search(" ".join(before)) is not None


_YEAR_BEHIND = re.compile(
    r"\s?(?:[-–:]\s?|\()?(?:in\s)?(?:19[4-9]\d|20[0-4]\d)\b(?!\s?[/.\d-]\s?\d|\s?(?:m[lg]|h\b|hrs?))"
)
_YEAR_BEFORE_BRACKET = re.compile(r"\b(?:19[4-9]\d|20[0-4]\d)\s?\($")  # "HIT 2021 (heparin-induced …)"
_DATED = frozenset(("history", "disease", "exposure"))


def is_dated(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Does a year stand right behind an illness: "HIT 2021", "PE 2019"? What is complained of or measured is dated
    otherwise."""
    entry = knowledge.findings.get(item.term) if item.term else None
    if entry is not None and entry.kind not in _DATED:
        return False
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    spelt_out = _YEAR_BEFORE_BRACKET.search(sentence.text, max(sentence.start, start - 10), start)
    return spelt_out is not None or _YEAR_BEHIND.match(sentence.text, end, sentence.end) is not None


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


def taken_now(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Is it cocaine that may still act: "after intranasal cocaine", "uses cocaine"? A plan must not take it for a habit
    of the past where nothing says that it is one."""
    if knowledge.label(item.term).en != "cocaine use":
        return False
    if _TAKEN_NOW.search(sentence.text, sentence.start, sentence.end):
        return True
    past = _TAKEN_ONCE.search(sentence.text, sentence.start, sentence.end) is not None
    return not past and sentence.kind not in ("past-history", "earlier-record")


_BLANK = Finding(concept=None, label="")


def finding_of(
    sentence: Sentence,
    item: Named,
    judgement: Judgement,
    times: Times,
    knowledge: Knowledge,
    condition: str | None = None,
) -> Finding:
    """The finding that a name is, with its site, severity and time."""
    label = knowledge.label(item.term)
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    near = sentence.lowers[max(0, item.first - 3) : item.last + 1]
    return altered(
        _BLANK,
        concept=item.term,
        label=label.en,
        label_zh=label.zh,
        assertion=judgement.assertion,
        experiencer=judgement.experiencer,
        temporality=judgement.temporality,
        severity=next((SEVERITY[w] for w in reversed(near) if w in SEVERITY), None),
        laterality=_side(sentence, item),
        time=times.near(start, end),
        condition=condition,
        start=start,
        end=end,
    )


def _side(sentence: Sentence, item: Named) -> str | None:
    found: list[str] = []
    for i in range(max(0, item.first - 3), min(len(sentence.lowers), item.last + 3)):
        lower = sentence.lowers[i]
        if lower in (",", ";", ".") and i < item.first:
            found.clear()
        elif lower in (",", ";", ".", "and") and i >= item.last:
            break
        elif lower in SIDES:
            found.append(SIDES[lower])
    if not found:
        return None
    return "bilateral" if "bilateral" in found or {"left", "right"} <= set(found) else found[0]
