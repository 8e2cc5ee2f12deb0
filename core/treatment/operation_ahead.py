"""An operation that the record says is to come: planned, awaited or prepared for. Plans are no findings of the reading,
so they are looked up in the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPERATION = (
    r"(?:(?!angioplasty|phlebotomy)\w{3,}(?:ectomy|plasty|otomy|ostomy)|surgery|operation|arthrodesis|"
    r"(?:hip|knee|shoulder|joint|valve) replacement|(?:hernia|valve|aneurysm|cuff|prolapse|aaa) repair|"
    r"cabg|bypass|turp|turbt|thr|tkr|tha|tka|orif|c(?:a?esarean|-section)|transplant(?:ation)?|amputation|resection|"
    r"internal fixation|laparoscopy|arthroscopy|theatre)\b"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SOON = (
    rf"(?:tomorrow|tonight|(?:next|this) (?:week|month|{_DAY})|on {_DAY}|"
    r"in (?:\d{1,2}|two|three|four|five|six|ten) (?:days|weeks|months)\b(?! ago)|"
    r"(?:planned|scheduled|booked|arranged|imminent))\b"
)
_AHEAD = re.compile(
    r"\b(?:elective|planned|scheduled|booked|listed|upcoming|forthcoming|await(?:s|ing)|waiting (?:list )?for|"
    r"due (?:for|to (?:have|undergo))|(?:will|is to|going to|to) (?:have|undergo)|"
    rf"(?:nbm|npo|fasting|prepared?|consented) for)\b[^.;\n]{{0,60}}?\b{_OPERATION}"
    rf"|\b{_OPERATION}[^.;\n]{{0,30}}?\b{_SOON}"
    r"|\bpre-?op(?:erative)?(?: an(?:a|e)?esthetic| medical| surgical)? "
    r"(?:assessment|clinic|visit|evaluation|clearance|check|work-?up|review)\b"
    r"|(?:拟[行于在近]?|择期|限期|计划|预约|等待|待行|准备|将[行于]|安排)[^。；，\n]{0,20}?"
    r"(?:手术|切除术|置换术|成形术|修[补复]术|搭桥|移植术|剖宫产|吻合术|固定术|截肢|根治术|探查术)"
    r"|术前(?:评估|检查|准备|谈话|门诊|会诊)",
    re.IGNORECASE,
)
# It is over, called off, refused or somebody else's: said right before, in the words themselves, or right behind.
_BEFORE = re.compile(
    r"(?:\b(?:no|not|without|declin\w+|refus\w+|cancel\w+|after|following|post|s/p|had|underwent|previous|prior|recent|"
    r"history of|mother|father|brother|sister|wife|husband)\b[^.;,\n]{0,25}|"
    r"(?:无需?|未|不|拒绝|取消|曾|既往|已)[^。；，\n]{0,6})$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:no|not|never|after|following|since|declin\w+|refus\w+|cancel\w+)\b|后", re.IGNORECASE)
_BEHIND = re.compile(
    r"[^.;\n]{0,25}\b(?:ago|cancell?ed|declined|called off|uneventful)\b|"
    r"\s*[(,]?\s*(?:in |of )?(?:19|20)\d\d\b|[^。；，\n]{0,2}[后史]",
    re.IGNORECASE,
)


def operation_ahead(text: str) -> tuple[tuple[int, int], ...] | None:
    """Where the record tells of an operation to come, or None where it tells of none."""
    return next(_places(text), None)


def _places(text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    for found in _AHEAD.finditer(text):
        before, behind = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 40]
        if not (_BEFORE.search(before) or _WITHIN.search(found.group()) or _BEHIND.match(behind)):
            yield (found.span(),)
