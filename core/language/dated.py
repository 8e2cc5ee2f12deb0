"""What a year or a number of years behind it makes one of the past: "HIT 2021", "GI bleed 2y ago"."""

from __future__ import annotations

import re

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.tokens import Sentence

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)\b(?!\s?[/.\d-]\s?\d|\s?(?:m[lg]|h\b|hrs?))"
_AGO = r"(?:(?:about|around|approx\.?|over|some)\s)?[~>]?\d{1,2}\s?(?:y|yr|yrs|years?)\.?\s(?:ago|back|previously|earlier)\b"
_BEHIND = re.compile(rf"\s?(?:[-–:]\s?|\()?(?:(?:in\s)?{_YEAR}|{_AGO})", re.IGNORECASE)
# "Oculogyric crisis with metoclopramide 2019", "DRESS on phenytoin (2015)": what brought it on stands between.
_BEHIND_CAUSE = re.compile(
    rf"\s(?:with|after|on|to|from|due to|following)\s(?:[a-z][\w-]*\s){{1,2}}(?:\(|in\s)?(?:{_YEAR}|{_AGO})", re.IGNORECASE
)
_BEFORE_BRACKET = re.compile(r"\b(?:19[4-9]\d|20[0-4]\d)\s?\($")  # "HIT 2021 (heparin-induced …)"
_BEFORE = re.compile(r"\b(?:19[4-9]\d|20[0-4]\d)\s(?:(?:after|following|during|post)[\s-](?:an?\s|his\s|her\s)?)?$", re.IGNORECASE)
_LEADS = re.compile(r"(?:^|[,;.(\n])\s*(?:in\s)?(?:19[4-9]\d|20[0-4]\d)\s?[-–:]?\s$", re.IGNORECASE)  # "2011 MI, 2015 stroke"
_AFTER = ("after", "following", "post", "during")
_ILLNESSES = frozenset(("history", "disease", "exposure", "risk"))
_FOUND = frozenset(("lab", "ecg", "vital"))  # dated by the value that they are read off
# What is taken or carried since that year; it is of now.
_IN_USE = re.compile(
    r"(?:\b(?:use|therapy|tablets|in place|wear|pregnancy|pregnant|carbonate)$|^(?:taking|takes|on|stopped|current)\b)",
    re.IGNORECASE,
)


def is_dated(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Does a year of the past stand right behind an illness ("PE 2019") or a complaint ("seizure 2014")? What is
    measured is dated otherwise, and what is taken since a year is taken now."""
    entry = knowledge.findings.get(item.term) if item.term else None
    if entry is not None and (entry.kind in _FOUND or _IN_USE.search(entry.names.en[0] if entry.names.en else "")):
        return False
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    text, stop = sentence.text, sentence.end
    if _BEHIND.match(text, end, stop) or _BEFORE_BRACKET.search(text, max(sentence.start, start - 10), start):
        return True
    before = text[max(sentence.start, start - 24) : start]
    if (year := _BEFORE.search(before)) and (year.group()[4:].strip() or sentence.lowers[item.first] in _AFTER):
        return True  # "PE 2011 after hip replacement"
    illness = entry is None or entry.kind in _ILLNESSES
    if illness:
        return _LEADS.search(before) is not None
    return _BEHIND_CAUSE.match(text, end, stop) is not None
