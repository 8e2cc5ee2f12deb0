"""Operations of the last four weeks, as Wells' scores have it: what was done and how long ago, in one breath."""

from __future__ import annotations

import re

from core.language.en.stories import Story

_WHAT = (
    r"(?:operated(?: on)?|operation|surgery|(?:hip|knee|shoulder|joint|valve|aortic|total)\s+(?:\w+\s+)?replacement"
    r"|arthroplasty|\w{4,}ectomy|laparo(?:tomy|scopy)|thoracotomy|craniotomy|bypass|CABG|c(?:a)?esarean(?: section)?"
    r"|c-section|spinal fusion|\w{3,}plasty|(?:hernia|fracture|hip|aneurysm|tendon)\s+(?:repair|fixation)"
    r"|ORIF|amputation|transplant)"
)
_FEW = r"(?:one|two|three|four|a|1|2|3|4)"
_DAYS = r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|few|\d|1\d|2[0-8])\s?(?:days?|d))"
_AGO = rf"(?:{_DAYS}|{_FEW}\s?(?:weeks?|wks?)|last week|yesterday)(?:\s+(?:ago|back|earlier|previously|before))"
_SINCE = rf"(?:{_DAYS}|{_FEW}\s?(?:weeks?|wks?))\s+(?:after|post|since|following)"

OPERATIONS = (
    Story(
        "recent surgery",
        "ago back earlier previously before after post since following yesterday last",
        re.compile(
            rf"\b{_WHAT}\b(?:[\s()-]+(?!no\b|not\b)\w+){{0,4}}?[\s()-]+(?:{_AGO}|last week|yesterday)\b"
            rf"|\b(?:{_AGO}|last week|yesterday)[\s()-]+(?:(?!no\b|not\b)\w+[\s()-]+){{0,4}}?{_WHAT}\b"
            rf"|\b{_SINCE}\s+(?:\w+\s+){{0,3}}?{_WHAT}\b",
            re.IGNORECASE,
        ),
    ),
)
