"""Whether a drug is only asked about: "Should he have apixaban?", "Nitrofurantoin or trimethoprim for the UTI?"."""

from __future__ import annotations

import re

_QUESTION = re.compile(r"[^.;!?\n]{0,120}?\?")
_TO_GIVE = re.compile(
    r"(?:\b(?:should|can|could|may|shall|would|do|does|is it|are we|when to|whether to|safe|ok|okay|fine|all right)\b"
    r"[^.;?]{0,40}?\b(?:have|take|give|given|start|started|use|prescribe|prescribed|receive|get|try|add|switch(?: to)?|"
    r"need|be on|go on)\b|\b(?:which|what) (?:dose|drug|antibiotic|anticoagulant)\b)[^.;?]{0,40}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:stop|continue|keep|carry on|withhold|hold|omit|reduce|increase|due to|caused by|because of|still|already|"
    r"on|takes|taking|his|her|their|my)\b[^.;?]{0,25}$",
    re.IGNORECASE,
)
_OR = re.compile(r"^(?:\s\d+(?:\.\d+)?\s?m?c?g)?\s+or\s+[a-z-]{5,}[^.;?]{0,80}\?|^[^.;,?]{0,12}\?", re.IGNORECASE)
_YES = re.compile(r"[^.;!?\n]{0,40}?\?\s*[-–—:]?\s*(?:yes|yep|y)\b", re.IGNORECASE)
_BEFORE_OR = re.compile(r"\b[a-z-]{5,}\s+or\s+$", re.IGNORECASE)


def is_asked_about(before: str, after: str) -> bool:
    """Is the drug between these words one that somebody asks whether to give? One that is taken ("is it due to his
    amiodarone?", "should he stop apixaban?") is none."""
    if not _QUESTION.match(after) or _GOES_ON.search(before) or _YES.match(after):
        return False
    return bool(_TO_GIVE.search(before) or _OR.match(after) or _BEFORE_OR.search(before))


_TO_STOP = re.compile(
    r"\b(?:should|can|could|may|shall|when|whether|do|does|is it safe)\b[^.;?]{0,40}?\b(?:stop|hold|withhold|omit|"
    r"come off)\b[^.;?]{0,25}$",
    re.IGNORECASE,
)


def asks_to_stop(before: str, after: str) -> bool:
    """Is a drug that is taken asked about: "Should he stop apixaban?"?"""
    return _TO_STOP.search(before) is not None and _QUESTION.match(after) is not None
