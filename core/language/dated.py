"""What a year or a number of years behind it makes one of the past: "HIT 2021", "GI bleed 2y ago"."""

from __future__ import annotations

import re

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.tokens import Sentence

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)\b(?!\s?[/.\d-]\s?\d|\s?(?:m[lg]|h\b|hrs?))"
_AGO = (
    r"(?:(?:about|around|approx\.?|over|some)\s)?[~>]?\d{1,2}\s?(?:y|yr|yrs|years?)\.?\s(?:ago|back|"
    r"previously|earlier)\b"
)
_EVENT = r"(?:\s(?:attack|episode|flare|exacerbation|admission|event|bleed|surgery|repair|operation)s?)?"
_BEHIND = re.compile(
    rf"{_EVENT}(?:\s?(?:[-–:]\s?|\()?(?:(?:in\s)?{_YEAR}|{_AGO})|,\s(?:in\s)?{_YEAR}(?=\s*(?:[.;,)\n]|"
    rf"$)))",
    re.IGNORECASE,
)
# "Oculogyric crisis with metoclopramide 2019", "DRESS on phenytoin (2015)": what brought it on stands between.
_BEHIND_CAUSE = re.compile(
    rf"\s(?:with|after|on|to|from|due to|following)\s(?:[a-z][\w-]*\s){{1,2}}(?:\(|in\s)?(?:{_YEAR}|"
    rf"{_AGO})",
    re.IGNORECASE,
)
_BEFORE_BRACKET = re.compile(r"\b(?:19[4-9]\d|20[0-4]\d)\s?\($")  # "HIT 2021 (heparin-induced …)"
_BEFORE = re.compile(
    r"\b(?:19[4-9]\d|20[0-4]\d)\s(?:(?:after|following|during|post)[\s-](?:an?\s|his\s|"
    r"her\s)?)?$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:^|[,;.(\n])\s*(?:in\s)?(?:19[4-9]\d|"
    r"20[0-4]\d)\s?[-–:]?\s$",
    re.IGNORECASE,
)  # "2011 MI, 2015 stroke"
_AFTER = ("after", "following", "post", "during")
_ILLNESSES = frozenset(("history", "disease", "exposure", "risk"))
# A cancer goes on where it is treated or has spread, and may do so for years: only what is long ago, or is said to be
# over, is of the past. The year is an expert estimate, the safer side.
_CANCER = re.compile(r"cancer|tumour|malignan|lymphoma|leukaemia|myeloma|sarcoma|melanoma", re.IGNORECASE)
_LONG_AGO = 2020
_FIRST_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOES_ON = re.compile(
    r"\b(?:metasta\w*|mets|palliative|awaiting|advanced|progress\w*|relaps\w*|incurable|inoperable|ongoing|active|"
    r"(?:on|having|receiving|undergoing|current|due|cycle\s\d)\s(?:\w+\s)?(?:chemo\w*|radiotherapy|"
    r"immunotherapy|treatment|"
    r"\w+(?:mab|nib|taxel|platin|relin|zole|lutamide|oxifen|stane|ciclib|parib|bine)))\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    r"\b(?:discharged|treated|cured|remission|\w+ectomy|resect\w+|excis\w+|no recurrence|all clear|clear since|"
    r"ned|disease[- ]free|"
    r"previous\w*|prev|hx|history|survivor|follow[- ]?up (?:ended|complete\w*))\b",
    re.IGNORECASE,
)
# What is taken or carried since that year; it is of now.
_IN_USE = re.compile(
    r"(?:\b(?:use|therapy|tablets|in place|wear|carbonate)$|^(?:taking|takes|on|stopped|current)\b)",
    re.IGNORECASE,
)


def is_dated(sentence: Sentence, item: Named, knowledge: Knowledge) -> bool:
    """Does a year of the past stand right behind an illness ("PE 2019") or a complaint ("seizure 2014")? What is
    measured is dated otherwise, and what is taken since a year is taken now."""
    entry = knowledge.findings.get(item.term) if item.term else None
    name = entry.names.en[0] if entry is not None and entry.names.en else ""
    if entry is not None and (entry.kind == "vital" or _IN_USE.search(name)):
        return False
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    text, stop = sentence.text, sentence.end
    if _CANCER.search(name) and _may_go_on(text[sentence.start : stop], text[end:stop]):
        return False
    if _BEHIND.match(text, end, stop) or _BEFORE_BRACKET.search(text, max(sentence.start, start - 10), start):
        return True
    before = text[max(sentence.start, start - 24) : start]
    if (year := _BEFORE.search(before)) and (year.group()[4:].strip() or sentence.lowers[item.first] in _AFTER):
        return True  # "PE 2011 after hip replacement"
    illness = entry is None or entry.kind in _ILLNESSES
    if illness or (entry is not None and entry.kind == "imaging"):
        return _LEADS.search(before) is not None
    return _BEHIND_CAUSE.match(text, end, stop) is not None


def _may_go_on(said: str, behind: str) -> bool:
    """May a cancer still be there, by the sentence and the year behind its name?"""
    if _GOES_ON.search(said):
        return True
    year = _FIRST_YEAR.search(behind[:12])
    return year is not None and int(year.group()) > _LONG_AGO and not _IS_OVER.search(said)
