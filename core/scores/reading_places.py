"""Where a record says something of its patient, and whether it denies it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.scores.source import Source

_CLAUSE = re.compile(r"[.;\n](?!\d)|\b(?:but|however|except|although|though)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:no|not|non|denie[sd]|denying|without|negative for|absence of|absent|free of|nor|never|neither|cannot)\b"
    r"|n't\b|[无未否]",
    re.IGNORECASE,
)
# "No cough, no coryza, tonsils with exudate": who denies each item by itself says the next without a denial.
_EACH_DENIED = re.compile(r"\bno [\w-]+(?: [\w-]+)?, no [\w-]+(?: [\w-]+)?,(?!.*,?\s(?:or|nor|and)\b)", re.IGNORECASE)
# Behind one of these a denial has ended: "no fever, has a limp".
_AFFIRMS = re.compile(
    r"(?:,|\band|\bthen)\s+(?:\w+\s+){0,2}(?:has|had|have|is|are|was|were|shows?|reports?|complains?)\b|\bwith\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:mother|father|brother|sister|parents?|sons?|daughters?|aunt|uncle|grand\w+|cousin|wife|husband|partner|friend"
    r"|boyfriend|girlfriend|colleague|room-?mate|twin|relatives?|family history)"
)
# Somebody else's illness; but "his wife says that he snores" tells of the patient.
_SOMEBODY_ELSE = re.compile(
    rf"(?<!by )(?<!by his )(?<!by her )\b{_PEOPLE}\b(?!'s? (?:report|account))(?!\s+(?:has |had )?(?:says?|"
    rf"said|reports?|states?"
    r"|notic\w+|notes?|saw|seen|hears?|heard|told|describ\w+|witness\w*|watch\w*|complain\w*|observ\w+))",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:possible|possibly|suspected|rule out|r/o|risk of|in case of|if)\W*$"
    r"|\b(?:unclear|unsure|uncertain|not sure|unaware)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_UNKNOWN_BEHIND = re.compile(r"^\s+(?:is |was )?(?:not (?:known|tested|assessed)|unknown|pending)\b", re.IGNORECASE)
_DENIED_BEHIND = re.compile(
    r"^\s*[:=]\s*(?:no|none|nil|absent|negative)\b|^\s+(?:(?:is|was|were|are)\s+)?(?:absent|denied|negative)\b|"
    r"^[:：]?\s*阴性",
    re.IGNORECASE,
)
_REACH = 170


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for capitals and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)


def places(pattern: str, source: Source, listed: bool = True) -> Iterator[tuple[re.Match[str], bool]]:
    """Every place where the patient's record says it, and whether it is denied there. A denial reaches over the commas
    of a list ("no fever, cough or rash") unless it is not `listed`."""
    text = source.text
    for found in compiled(pattern).finditer(text):
        front = _CLAUSE.split(text[max(0, found.start() - _REACH) : found.start()])[-1]
        if (
            _SOMEBODY_ELSE.search(front)
            or _UNSURE.search(front)
            or _UNKNOWN_BEHIND.match(text[found.end() : found.end() + 24])
        ):
            continue
        if not listed or _EACH_DENIED.search(front):
            front = front.rpartition(",")[2]
        denials = list(_DENIAL.finditer(front))
        denied = bool(denials) and not _AFFIRMS.search(front, denials[-1].end())
        yield found, denied or bool(_DENIED_BEHIND.match(text[found.end() : found.end() + 24]))


def named(pattern: str, source: Source) -> Iterator[re.Match[str]]:
    """Every place where the patient's record says it and does not deny it."""
    return (found for found, denied in places(pattern, source) if not denied)
