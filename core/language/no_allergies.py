"""Statements of a record that there are no allergies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.language.cues import places_of

_NONE_KNOWN = re.compile(
    r"\b(?:NKDA|NKA|NKFA|(?:no|nil) known (?:drug |medication |food |medicine )?(?:or (?:food|drug) )?allerg(?:y|ies)|"
    r"(?:no|nil) (?:drug |medication )?allergies|no (?:drug|medication) allergy\b(?! clinic| service| test)|"
    r"denies (?:any )?(?:drug |medication |known )?allergies|"
    r"allergies\s*[:\-–]\s*(?:none|no known|nil|nka|nkda|denies|no\b)|(?:not|\w+n['’]?t) allergic to any)|无(?:药物|"
    r"食物)?(?:及食物)?(?:及药物)?过敏史|否认(?:药物|食物)?[、及和]?(?:药物|食物)?过敏史|"
    r"(?:药物)?过敏史\s*[:：]\s*(?:无|否认)",
    re.IGNORECASE,
)
# In small letters: one of these stands in every statement that there are none, and in every one that there are some.
_NONE_CUES = ("llerg", "nkda", "nka", "nkfa", "过敏")


def none_known(text: str) -> tuple[int, int] | None:
    """Where the record says that there are none, for the report of contradictions."""
    match = first_none_known(text)
    return match.span() if match else None


def first_none_known(text: str) -> re.Match[str] | None:
    """The first statement that there are none."""
    return next(nones_known(text), None)


def nones_known(text: str) -> Iterator[re.Match[str]]:
    """The statements that there are none; the costly pattern is tried around its words only."""
    done = -1
    for cue in sorted(places_of(text.lower(), _NONE_CUES)):
        if cue < done:
            continue
        done = cue + 20
        match = _NONE_KNOWN.search(text, max(0, cue - 60), min(len(text), done + 40))
        if match is not None:
            yield match
