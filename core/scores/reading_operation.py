"""Which kind of operation a record is about."""

from __future__ import annotations

import re

from core.scores.facts import Fact
from core.scores.source import Source

NO_OPERATION, MINOR, MAJOR, REPLACEMENT = "none", "minor", "major", "joint replacement"
_REPLACEMENT = re.compile(
    r"\b(?:hip|knee)\s+(?:hemi)?(?:arthroplasty|replacement)\b|arthroplasty of the (?:hip|knee)|置换术", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|not|denies|without|negative for)\b[^.;]{0,40}$", re.IGNORECASE)
_MINOR = re.compile(r"\b(?:minor|outpatient|day)\s+(?:surgery|surgical procedure|operation|procedure)\b", re.IGNORECASE)
_MAJOR = re.compile(
    r"\b(?:major|open|emergency|laparoscopic|arthroscopic|abdominal|thoracic|vascular|orthop(?:a)?edic|spinal|cardiac)"
    r"\s+(?:surgery|surgical procedure|operation)\b|\blaparotomy\b|\bcraniotomy\b|\bthoracotomy\b|\w{4,}ectomy\b"
    r"|\b(?:internal|external) fixation\b|\bunderwent (?:(?!minor)\w+ ){0,3}surgery\b",
    re.IGNORECASE,
)


def read_operation(source: Source) -> Fact:
    """The gravest operation that the record names: joint replacement, major (above 45 minutes), minor or none."""
    for pattern, kind in ((_REPLACEMENT, REPLACEMENT), (_MAJOR, MAJOR), (_MINOR, MINOR)):
        for found in pattern.finditer(source.text):
            if not _NONE.search(source.text[max(0, found.start() - 60) : found.start()]):
                return Fact((kind,), start=found.start(), end=found.end())
    return Fact((NO_OPERATION, MINOR, MAJOR, REPLACEMENT))
