"""Where a sentence speaks of time: "for 3 days", "2/52 history", "since childhood", "POD 2", "on 3 May 2024"."""

from __future__ import annotations

import re
from bisect import bisect_left

from core.language.tokens import Sentence

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATE = (
    rf"(?:(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)?\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s(?:19|20)"
    rf"\d\d|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,\s(?:19|20)\d\d|{_MONTH}\s(?:19|20)\d\d)"
)
_NUMBER = (
    r"(?:\d+(?:\.\d+)?(?:\s?(?:-|to|–)\s?\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|"
    r"(?:a )?few|(?:a )?couple of)"
)
_UNIT = r"(?:min(?:ute)?s?|hrs?|hours?|h|days?|d|wks?|weeks?|w|months?|mths?|mo|yrs?|years?|y|fortnight)"
_SPAN = rf"(?:{_NUMBER}[\s-]*{_UNIT}\b|\d+/(?:7|52|12)\b)"
_EXPRESSION = re.compile(
    r"(?:\b(?:for|over|since|past|last|these|about|during|in the)|\bx|×)\s*(?:the\s+)?(?:past|last|about|"
    r"approximately|approx\.?|"
    rf"nearly|almost|at least|~)?\s*{_SPAN}(?:\s+ago\b)?"
    rf"|\b{_SPAN}\s*(?:ago|earlier|back|history|hx|duration|(?:prior to|before) (?:admission|presentation|arrival)|pta|"
    r"post[- ]?op\w*)\b"
    r"|\bfor\s+(?:the\s+)?(?:past|last)\s+(?:hour|day|week|fortnight|month|year)\b"
    r"|\b(?:over|during|in) the (?:past|last) (?:hour|day|week|fortnight|month|year)\b"
    r"|\bsince\s+(?:yesterday|this morning|last (?:night|week|month|year)|childhood|birth|infancy|adolescence|"
    r"(?:his|her) teens|"
    rf"(?:the )?age (?:of )?\d{{1,2}}|(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|{DATE}|(?:19|20)\d\d)\b"
    r"|\b(?:yesterday|this morning|last night|overnight|earlier today|lifelong|all (?:his|her) life)\b"
    r"|\b(?:POD|post-?\s?op(?:erative)?\s+day)\s?#?\d{1,3}\b"
    r"|\bday \d{1,3} of\b"
    r"|\bday \d{1,3} post-?\s?op\w*"
    rf"|\b(?:on|from)\s+{DATE}|\bin (?:{_MONTH}\s)?(?:19|20)\d\d\b"
    r"|\b\d+/(?:7|52|12)\b",
    re.IGNORECASE,
)
# Without one of these a sentence has no time: the costly pattern is not tried.
_WORDS = frozenset(
    "min mins minute minutes hour hours hr hrs h day days d week weeks wk wks w month months mth mths mo year years yr "
    "yrs y yesterday morning night overnight today fortnight childhood birth infancy adolescence teens age life "
    "lifelong pod op postop postoperative monday tuesday wednesday thursday friday saturday sunday".split()
)
_FIGURES = re.compile(r"\d(?:h|d|w|y|m(?:in|o|th))|\d/\d|\b(?:19|20)\d\d\b|\d\.\d{1,2}\.\d|\bPOD", re.IGNORECASE)
_BEHIND, _BEFORE = 60, 40  # characters between a finding and its time


class Times:
    """The expressions of time of one sentence, found once."""

    def __init__(self, sentence: Sentence) -> None:
        self._text = sentence.text
        self._start = max(sentence.start, sentence.body)
        timed = not _WORDS.isdisjoint(sentence.lowers) or _FIGURES.search(sentence.text, sentence.start, sentence.end)
        found = _EXPRESSION.finditer(sentence.text, sentence.start, sentence.end) if timed else ()
        self._spans = [m.span() for m in found]

    def near(self, start: int, end: int) -> str | None:
        """The one behind these characters, or before them, in their own clause."""
        if not self._spans:
            return None
        index = bisect_left(self._spans, (end, 0))
        if index < len(self._spans):
            a, b = self._spans[index]
            if b <= end + _BEHIND and not any(c in ".;," for c in self._text[end:a]):
                return self._text[a:b].strip()
        if index and self._spans[index - 1][1] <= start:
            a, b = self._spans[index - 1]
            parted = ".;" if not self._text[self._start : a].strip() else ".;,"  # "POD 2, fever"
            if a >= start - _BEFORE and not any(c in parted for c in self._text[b:start]):
                return self._text[a:b].strip()
        return None
