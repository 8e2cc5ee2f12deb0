"""What a text denies: from each word of denial to where it stops."""

from __future__ import annotations

import re

from core.narrative.model import Span

DENIAL = re.compile(
    r"\b(?P<list>denies|denied|denying|negative for)\b|\b(?:no(?!\s+(?:longer|change)\b)|not|never|"
    r"without(?!\s+change\b)|avoid(?:s|ing)?|spar(?:ed|es|ing)|"
    r"nor|neither|nil|none|cannot|unable|absent|absence of|lack of|lacks|(?:free|clear) (?:of|from)|[a-z]+n't"
    r"|(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!not )(?:rul(?:ed|es|ing) out|exclud(?:ed|es|ing)))\b"
    r"|(?P<zh>否认|(?<![不未能待])排除|没有|并无|未见|未闻|未|无(?!力|法|痛性|明显诱因)|不(?!适|稳|清|凝|全|明|良|规))",
    re.IGNORECASE,
)
# What was looked at is not denied: "no DVT on Doppler"; nor is why: "not anticoagulated (declined 2021)".
_LOOKED_AT = (
    r"\s(?:on|by)\s(?:the\s|an?\s)?(?:[a-z]+\s)?(?:cta?|ctpa|mri|mrcp|x-?ray|xr|cxr|film|doppler|ultrasound|uss|scan"
    r"|echo\w*|ecg|eeg|angiogra\w+|endoscopy|ogd|colonoscopy|biopsy|histology|imaging|examination|palpation|inspection"
    r"|auscultation)\b|\s\((?=declin|refus|stopp|because|due|since|last)"
)
_DENIAL_ENDS = re.compile(
    rf"{_LOOKED_AT}"
    r"|\bbut\b|\bbecause\b|\bas (?:the|he|she|there)\b|\balthough\b|\bhowever\b|:|\)|;|\s[–-]\s"
    r"|,?\s*\band\s+(?:he|she|his|her|it|there|takes?|has|had|was|is|were|does|did|the|who|remains?|then|to"
    r"|felt|looked|looks|seemed|seems|appeared|appears|showed|shows|began|became|lives?|works?|smokes?|drinks?)\b"
    r"|,\s*(?:with|then|he|she|the|his|her|there|who|which|now|but)\b",
    re.IGNORECASE,
)
# "District nurse not needed": what stands before it in its clause is denied, too.
_BEHIND = re.compile(
    r"\b(?:(?:was|were|is|are|has been|have been|had been|been)\s+)?not\s+"
    r"(?:yet\s+|been\s+|currently\s+|felt to be\s+)*"
    r"(?:needed|required|necessary|indicated|done|performed|given|present|seen|found|felt|heard|detected|noted"
    r"|identified|visualised|demonstrated|available|taken|started|sent|tested|examined|reported|planned|advised"
    r"|checked|suitable|tolerated|appropriate|recommended|possible|allowed)\b"
    r"|\b(?:was|were|is|are|been)\s+(?:absent|nil|excluded|ruled out|avoided)\b",
    re.IGNORECASE,
)
# Who cannot bear the heat is not denied the heat, and who cannot lie still for pain has pain.
_CANNOT = re.compile(r"cannot|unable|(?:can|could)n't", re.IGNORECASE)
_BEARS = re.compile(r"(?:\s+(?:to|longer|even))*\s+(?:bear|stand|tolerate|abide|face)\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:for|because|due to|owing to|from)\b", re.IGNORECASE)
_OR = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
CLAUSE = re.compile(r"(?<!\d)[,，、](?!\d{3})|[;；。]|\.(?=\s|$)|\b(?:and|but|or|then)\b|\n|[,，](?=\D)", re.IGNORECASE)


def denials(text: str, start: int, end: int) -> list[Span]:
    """From each word of denial to where it stops: through a list that an "or" closes, else to the next comma."""
    found: list[Span] = []
    for match in DENIAL.finditer(text, start, end):
        stop = _DENIAL_ENDS.search(text, match.end(), end)
        last = stop.start() if stop else end
        if _CANNOT.fullmatch(match.group()):
            bears, reason = _BEARS.match(text, match.end()), _REASON.search(text, match.end(), last)
            last = bears.end() if bears else reason.start() if reason else last
        if not match["list"]:
            mark = re.search(r"[,，;；。]", text[match.end() : last])
            comma = match.end() + mark.start() if mark else last
            following = DENIAL.search(text, match.end(), last)
            closing = _OR.search(text, comma, following.start() if following else last)
            if closing is None or match["zh"]:
                last = comma
            else:
                behind = text.find(",", closing.end(), last)
                last = behind if behind > 0 else last
        found.append((match.start(), last))
    for match in _BEHIND.finditer(text, start, end):
        before = [m.end() for m in CLAUSE.finditer(text, start, match.start())]
        found.append((before[-1] if before else start, match.end()))
    return found
