"""Drugs of years ago: "metoclopramide 2019", "apixaban 2y ago", "ibuprofen before, so avoids it"."""

from __future__ import annotations

import re

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)\b(?!\s?(?:m[lg]|mcg|units?|iu|h\b|hrs?|\d))"
_AGO = r"(?:(?:about|around|over|some)\s)?\d{1,2}\s?(?:y|yr|yrs|years?)\s(?:ago|back)\b"
# Right behind the drug, or behind what was taken of it: "paracetamol OD in 2014".
_THEN = re.compile(
    rf"^\s*(?:(?:OD|overdose|poisoning|course|infusion|trial)\s)?(?:[-–:]\s?|\()?(?:in\s)?(?:{_YEAR}|"
    rf"{_AGO})(?!\s?(?:[-–]|to|till|until)\s?(?:date|now|present|today|current)|\s(?:onwards?|ongoing)|\+)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"^\s*\(?(?:(?:from|in)\s)?(?:19|20)\d\d\s?(?:-|–|to|until)\s?(?:(?:19|20)\d\d|"
    r"\d\d\b(?!/))",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|from|start(?:ed|ing)?(?: on)?|commenced(?: on)?|began|initiated|on|taking|takes|"
    r"continues)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|had been|been)\s(?:put\s|started\s)?on\s+$", re.IGNORECASE)
_ONCE = re.compile(
    r"^\s*(?:before|once|previously|in the past|as a child|when younger|years ago|last year)\s*(?=[,.;)]|$|"
    r"\b(?:so|and|but)\b)",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:had|got|developed|suffered|reacted|came out|wheezed?|vomit\w*|rash|swelling|swelled|itch\w*|hives|"
    r"bled|bleed|collapsed)\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)
_AVOIDS = re.compile(
    r"^[^.;]{0,40}?[\s,](?:so|and|hence|therefore|thus|now|since)\s(?:(?:he|she|they|pt|patient|"
    r"then)\s)?(?:now\s|has\s|always\s)?"
    r"(?:avoid(?:s|ing|ed)|stays? (?:off|away)|steers? clear|keeps? off|never takes?|does(?:n['’]t| not) take|"
    r"will not take)\b"
    r"(?!\s(?!it\b|them\b|this\b|that\b|all\b|now\b|since\b|these\b)[a-z])",
    re.IGNORECASE,
)


def is_avoided(after: str) -> bool:
    """Is a drug one that the patient keeps away from: "had wheeze with ibuprofen, so avoids it"?"""
    return _AVOIDS.search(after) is not None


def was_of_then(before: str, after: str) -> bool:
    """Is a drug one of years ago, by the year behind it or by what it once did?"""
    if _SPAN.match(after):
        return True
    if _THEN.match(after):
        return _SINCE.search(before) is None or _WAS.search(before) is not None
    return _ONCE.match(after) is not None and _HAD.search(before) is not None
