"""Which kind of operation a record is about."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.scores.facts import Fact
from core.scores.reading_places import named
from core.scores.source import Source

NO_OPERATION, MINOR, MAJOR, REPLACEMENT = "none", "minor", "major", "joint replacement"
_REPLACEMENT = re.compile(
    r"\b(?:hip|knee)\s+(?:hemi)?(?:arthroplasty|replacement)\b|置换术"
    r"|\blower (?:extremity|limb) (?:joint )?(?:arthroplasty|replacement)\b|\b(?:THR|TKR|THA|TKA)\b"
    r"|\bhemi-?arthroplasty\b|(?:arthroplasty|replacement) of (?:the |his |her )?(?:(?:left|right) )?(?:hip|knee)\b",
    re.IGNORECASE,
)
_COUNT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a": 1, "an": 1,
}  # fmt: skip
_IN_WEEKS = {"day": 1 / 7, "week": 1.0, "month": 52 / 12}
_ANY_MAJOR = (
    r"\b(?:laparotomy|\w{3,}ectomy|arthroplasty|(?:hip|knee|joint) replacement|general an(?:a)?esth\w+"
    r"|spinal an(?:a)?esth\w+|"
    r"plating|nailing|plates? and (?:\w+ )?screws|screws and (?:a )?plates?|"
    r"(?:internal )?fixation|ORIF|bypass|c(?:a)?esarean(?: section)?|craniotomy|thoracotomy"
    r"|sternotomy|hernia repair|"
    r"major surgery|abdominal surgery|(?:spinal|hip|knee|bowel|cardiac|vascular|bariatric) surgery"
    r"|(?:spinal|ankle|hip|lumbar|cervical|joint) fusion|osteotomy)\b"
)
_WHEN = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{'|'.join(_COUNT)})\s+(?P<unit>day|week|month)s?\s+(?:ago|earlier|before|previously|after|following|post)"
    r"|\bpost-?op(?:erative)?\w*\s+day\s+(?P<day>\d+)|\bPOD\s?#?(?P<pod>\d+)|\b(?P<last>last (?:week|month)"
    r"|yesterday)\b",
    re.IGNORECASE,
)
_FRONT = 90
_SENTENCE_END = re.compile(r"[.;](?!\d)|\n")
_NONE = re.compile(r"\b(?:no|not|denies|without|negative for)\b[^.;]{0,40}$", re.IGNORECASE)
_MINOR = re.compile(r"\b(?:minor|outpatient|day)\s+(?:surgery|surgical procedure|operation|procedure)\b", re.IGNORECASE)
# What is resected with the chest or the belly open or by keyhole, not through a scope.
_OPENED = (
    r"(?:open|bowel|sigmoid|colon(?:ic)?|colorectal|anterior|ileo-?c(?:a)?ecal|gastric|liver|hepatic|pancrea\w+"
    r"|o?esophag\w+|lung(?: cancer| tumou?r)?|pulmonary|lobar)"
)
_CAVITY = (
    rf"\b{_OPENED} resection\b|\bresection of (?:a |the |his |her )?(?:\w+ )?{_OPENED}\b"
    r"|\b(?:pneumon|lob|o?esophag|gastr|hemicol|col|proctocol|hepat|pancrea\w*duoden|pancreat|splen|nephr|cholecyst"
    r"|hyster)ectomy\b|\b(?:laparotomy|thoracotomy|Whipple'?s?(?: procedure| operation)?|Hartmann'?s?(?: procedure)?)\b"
    r"|\bopen (?:\w+ ){0,2}(?:aneurysm|aortic|AAA) repair|\bopen repair of (?:an? |the )?(?:\w+ ){0,2}aneurysm"
)
_EARLIER = re.compile(
    r"\b(?:previous|prior|past|earlier|history of|status post|s/p|had (?:had )?an?|underwent|after|since"
    r"|following)\b[^.;]*$|\b(?:19|20)\d\d\b[^.;]*$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(r"[^.;,]{0,25}\b(?:ago|earlier|before|in (?:19|20)\d\d)\b", re.IGNORECASE)
_MAJOR = re.compile(
    r"\blaparoscopic(?:ally)?\s+(?:\w+\s+){0,2}(?:repair|resection|sleeve|bypass|fundoplication|banding|myotomy)\b"
    r"|\b(?:major|open|emergency|laparoscopic|arthroscopic|abdominal|thoracic|vascular|orthop(?:a)?edic|spinal|cardiac)"
    r"\s+(?:surgery|surgical (?:procedure|intervention)|operation)\b"
    r"|\blaparotomy\b|\bcraniotomy\b|\bthoracotomy\b|\w{4,}ectomy\b"
    r"|\b(?:internal|external) fixation\b|\b(?:intra|cephalo)medullary nail\w*"
    rf"|\b{_OPENED} resection\b|\bresection of (?:a |the |his |her )?(?:\w+ )?{_OPENED}\b"
    r"|\bunderwent (?:(?!minor)\w+ ){0,3}surgery\b",
    re.IGNORECASE,
)


def operated_within(weeks: float) -> Callable[[Source], Fact]:
    """A reader of a major operation, or one under general or spinal anaesthesia, in the last so many weeks."""

    def read(source: Source) -> Fact:
        for found in named(_ANY_MAJOR, source):
            begin = max((m.end() for m in _SENTENCE_END.finditer(source.text, 0, found.start())), default=0)
            behind = _SENTENCE_END.search(source.text, found.end())
            when = _WHEN.search(source.text, begin, behind.start() if behind else len(source.text))
            if when is not None and _weeks(when) <= weeks:
                return Fact((True,), start=min(found.start(), when.start()), end=max(found.end(), when.end()))
        return Fact((False, True))

    return read


def _weeks(when: re.Match[str]) -> float:
    days = when["day"] or when["pod"]
    if when["n"]:
        count = _COUNT.get(when["n"].lower()) or float(when["n"])
        return count * _IN_WEEKS[when["unit"].lower()]
    return float(days) / 7 if days else _IN_WEEKS["month"]


def read_cavity_operation(source: Source) -> Fact:
    """Is an operation within the chest or the belly planned or done now, not years ago?"""
    for found in named(_CAVITY, source):
        before = source.text[max(0, found.start() - _FRONT) : found.start()]
        begin = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
        if not (_EARLIER.search(before[begin:]) or _EARLIER_BEHIND.match(source.text, found.end())):
            return Fact((True,), start=found.start(), end=found.end())
    return Fact((False, True))


def read_operation(source: Source) -> Fact:
    """The gravest operation that the record names: joint replacement, major (above 45 minutes), minor or none."""
    for pattern, kind in ((_REPLACEMENT, REPLACEMENT), (_MAJOR, MAJOR), (_MINOR, MINOR)):
        for found in pattern.finditer(source.text):
            if not _NONE.search(source.text[max(0, found.start() - 60) : found.start()]):
                return Fact((kind,), start=found.start(), end=found.end())
    return Fact((NO_OPERATION, MINOR, MAJOR, REPLACEMENT))
