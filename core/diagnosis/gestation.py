"""How many weeks a pregnant patient is, as a record writes it: "34+2", "34/40", "34w2d", "at 34 weeks", 孕34周."""

from __future__ import annotations

import re

from core.diagnosis.model import Spans

# A child is viable from about 22 weeks and overdue at 42; before 4 nobody knows of it.
EARLIEST, LATEST = 4, 43
_W = r"(?:weeks?|wks?|wk|w)"
_WEEKS = re.compile(
    r"(?<![\d./+])(?:"
    # 34+2, 34 + 2 weeks, 34+2/40
    r"(?P<plus>\d{1,2})\s?\+\s?[0-6](?!\d|\.\d|\s?(?:%|mg|ml|kg|cm))"
    # 34/40; 34/52 pregnant
    r"|(?P<forty>\d{1,2})\s?/\s?(?:40(?!\d)|52\s(?:pregnant|gestation|gravid))"
    # 34w2d, 34 weeks 2 days, 34 2/7 weeks
    rf"|(?P<days>\d{{1,2}})\s?(?:{_W}\s?(?:and\s)?[0-6]\s?(?:d\b|days?\b|/7)|(?:and\s)?[0-6]/7\s?{_W})"
    # 34 weeks pregnant, 34-week gestation, 34 wks gone
    rf"|(?P<behind>\d{{1,2}})\s?-?{_W}['’]?\s?-?\s?(?:pregnant|gestation\w*|of (?:gestation|pregnancy)|gravid"
    r"|iup\b|ga\b|gone|along|into (?:her|the|my) pregnancy|antenatal))"
    # gestation 34 weeks, GA 34, G2P1 at 34 weeks, pregnant, 34 weeks
    rf"|\b(?:gestation(?:al age)?|e?ga|pregnant|pregnancy|iup|g\s?\d{{1,2}}\s?p\s?\d\S{{0,6}}|primi\w*|multip\w*|"
    rf"(?:gravida|para) \d\S*)[\s,:;@=(]*(?:(?:at|of|is|now|currently|about|approx\w*)\s)*(?P<before>\d{{1,2}})"
    rf"(?:\s?{_W}\b(?!\s(?:ago|post|after))|\s?/\s?40)"
    rf"|\blmp\W{{0,3}}(?:was\s)?(?P<since>\d{{1,2}})\s?(?:{_W}|/\s?52)\sago"
    r"|(?:孕|妊娠|停经|孕周)\s?[:：]?\s?(?P<zh>\d{1,2})\s?(?:周|[+＋]\s?[0-6])",
    re.IGNORECASE,
)
# The weeks of another time or another child.
_NOT_NOW = re.compile(
    r"\b(?:born|birth|deliver\w*|previous\w*|prev|prior|last (?:pregnancy|baby|child)|history|hx|miscarr\w*|loss|lost|"
    r"booked|booking|scan\w*|since|from|until|induced|ended|sister|baby|infant|neonate|ex|prem\w*|preterm|started at|"
    r"first seen)\b[^.,;\n]{0,30}$|(?:既往|曾|前次|上次|上胎|出生|分娩|产检|超声)[^。，；\n]{0,15}$",
    re.IGNORECASE,
)


def weeks(text: str) -> tuple[int, Spans] | None:
    """The completed weeks of a patient who is known to be pregnant, and where they are written; the most of several,
    since a record tells of earlier weeks and never of later ones.

    >>> weeks("31y G1P0 34+2, booked at 10+1")
    (34, ((9, 13),))
    """
    found: list[tuple[int, tuple[int, int]]] = []
    for match in _WEEKS.finditer(text):
        name = match.lastgroup or ""
        number = int(match[name])
        if EARLIEST <= number <= LATEST and not _NOT_NOW.search(text[max(0, match.start() - 45) : match.start()]):
            found.append((number, (match.start(name), match.end())))
    if not found:
        return None
    most, span = max(found)
    return most, (span,)
