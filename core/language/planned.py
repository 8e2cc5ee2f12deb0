"""Operations that are yet to come, which their names alone would tell of as done."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.attributes import Named
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
