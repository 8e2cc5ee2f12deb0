"""Sentences that go round in circles or stop short, whatever they rest on."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from core.narrative.record import Record, content_tokens
from core.narrative.words import GLUE

REPEATS = "it says again what was said"
CUT_OFF = "it was cut off"
_ITEM = re.compile(r"[,;、，；]|:(?!\d)|\b(?:and|or|nor|but)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"^(?:(?:he|she|they|it|there|the|an?|his|her|patient|has|had|have|is|was|are|were|takes|took|also|no|not|with|of|any"
    r"|both|denies|reports|患者|有|无|伴)\s*)+",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b([a-z]{2,})\s+\1\b(?<!had had)(?<!that that)", re.IGNORECASE)
_MOST = (
    4  # times that one word may be said: "pain in the chest, the neck, the back" says it once, a list of pains thrice
)
# Of what is measured and taken the same unit and interval stand again and again.
_AGAIN = re.compile(
    r"(?:mg|mcg|µg|μg|ug|g|ml|microgram\w*|milligram\w*|units?|tablets?|puffs?|daily|day|once|twice|times|nightly|night|week"
    r"\w*|month\w*|year\w*|hour\w*|left|right|mmol|mmhg|l)",
    re.IGNORECASE,
)
# What no sentence ends with.
_OPEN = re.compile(
    r"\b(?:and|or|nor|but|no|(?<!lives )(?<!living )(?<!lived )with|without|of|the|an?|than|which|who|whose|because|due"
    r"|including|such|as|between|into|acute|chronic|severe|mild|moderate|bilateral|has|had|have|are|were|very)\s*[.!?。]*$",
    re.IGNORECASE,
)
_OPEN_ZH = re.compile(r"(?:和|及|与|或|伴|并|且|、|，)[。.]?$")
_NUMBER_LAST = re.compile(r"(?<![\d.,/])(?P<number>\d+(?:[.,]\d+)?)\s*[.!?]?$")
# Behind these a number has no unit: "day 10", "when he was 5".
_COUNTS = re.compile(r"\b(?:day|week|bed|room|stage|grade|aged?|age of|s?he was|score\w*)\s+$", re.IGNORECASE)
_DOSE_UNIT = (
    r"(?:mg|mcg|µg|μg|ug|g|ml|micrograms?|milligrams?|grams?|units?|iu|puffs?|tablets?|tabs?|capsules?|drops?)\b"
    r"(?!\s?/)"
)
_SPELL_UNIT = r"(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?)\b"
_REST = re.compile(rf"\s?(?:{_DOSE_UNIT}|{_SPELL_UNIT}|/\d)", re.IGNORECASE)
# A part of the body, or what only describes: what is the matter with it is wanting.
_PART = re.compile(
    r"\b(?:has|had|have|no|with|denies|reports)\s+(?:an?\s+|the\s+|left\s+|right\s+)*(?:chest|abdominal|back|neck|head"
    r"|leg|arm|calf|ankle|knee|hip|shoulder|wrist|elbow|hand|foot|facial|visual|urinary|renal|cardiac|pulmonary|respiratory"
    r"|pleuritic|gastric|hepatic|cerebral|joint|muscle|throat|breast|rectal|vaginal|pelvic|flank|loin|weight|heart"
    r"|skin|eye|ear|nasal|night)\s*[.!?]*$",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(r"\b(?:for|lasting|every)\s+\d+\s*[.!?]*$", re.IGNORECASE)
_TYPE = re.compile(r"\btype (?P<number>[12I]+)\s*[.!?]*$", re.IGNORECASE)


def broken(text: str, record: Record) -> str | None:
    """Why no sentence of the kind is shown, or None: it says one thing again and again, or it stops before its end."""
    if _circles(text):
        return REPEATS
    return CUT_OFF if _stops_short(text, record) else None


def _circles(text: str) -> bool:
    """The same item of a list twice, the same word twice in a row, or one word over and over."""
    items = [_LEADS.sub("", item.strip().rstrip(".!?。").lower()) for item in _ITEM.split(text)]
    named = [item for item in items if item and not item.replace(".", "").isdigit() and not _AGAIN.fullmatch(item)]
    if len(set(named)) < len(named) or _TWICE.search(text):
        return True
    tokens = [t for t in content_tokens(text) if t.stem not in GLUE and not _AGAIN.fullmatch(t.lower)]
    words = Counter(t.stem for t in tokens)
    pairs = Counter((a.stem, b.stem) for a, b in pairwise(tokens))
    return max(words.values(), default=0) > _MOST or max(pairs.values(), default=0) > _MOST - 2


def _stops_short(text: str, record: Record) -> bool:
    if _OPEN.search(text) or (not text.isascii() and _OPEN_ZH.search(text)):
        return True
    if _PART.search(text) or _HOW_LONG.search(text):
        return True
    return _without_its_rest(text, record.case.text)


def _without_its_rest(text: str, record: str) -> bool:
    """ "Metformin 500." of "metformin 500 mg", "type 2." of "type 2 diabetes": wherever the record has the number, more
    of it follows."""
    kind = _TYPE.search(text)
    if kind is not None:
        there = [m.end() for m in re.finditer(rf"\btype {kind['number']}\b", record, re.IGNORECASE)]
        return bool(there) and all(record[end : end + 2].strip().isalpha() for end in there)
    match = _NUMBER_LAST.search(text)
    if match is None or _COUNTS.search(text, 0, match.start()):
        return False
    there = [m.end() for m in re.finditer(rf"(?<![\d.,/]){re.escape(match['number'])}(?![\d,]|\.\d)", record)]
    return bool(there) and all(_REST.match(record, end) for end in there)
