"""What a sentence that retells says of the standing of a thing: generously read, as a mark may stand anywhere in what
is said of it."""

from __future__ import annotations

import re
from itertools import pairwise

_PIECE = re.compile(r",(?!\d{3})|[;:()]|\b(?:and|but|although|while|whereas|or|nor)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:has|have|had|is|are|was|were|takes?|took|uses|used|suffers|suffered|remains|remained|will|would|may|might"
    r"|can|does|did|lives|smokes|drinks|underwent|gave|came|went|got|feels|felt|fears|began|fell|broke|lost|ran|rose"
    r"|made|left|needs|wants|ought|should|must|receives|cares|works|reads|sees|plans|hopes|raises|collects|declines"
    r"|refuses|comes|goes|gets|complains|presents|denies|reports|continues|\w{2,}ed)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:which|who|but|now|since|then|not|none|never|and\s+(?:has|have|had|was|were|is|are|then|now|later)\b"
    r"|(?:has|have|had|was|were|is|are|has since)\b|\w+ed\b|in\b|at\b|as\b|when\b|until\b|last\b|during\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:had|was|were|did|took|got|came|went|gave|began|fell|broke|lost|felt|became|underwent|left|held|ran|bled"
    r"|ago|previous(?:ly)?|prior|past|former(?:ly)?|history|earlier|once|before|until|till|last|ex-?|used to|no longer"
    r"|gone|off|over|remission|school|college|university|young\w*|longer|childhood|infancy|adolescence|youth|teens"
    r"|boyhood|girlhood|free of|as an? \w+"
    r"|clear(?:s|ed)|settl\w+|subsid\w+|disappear\w*|abat\w+|heal\w*|passed|vanish\w*|lift\w*|eas(?:ed|ing)|remit\w*"
    r"|ended|ceas\w*|university|uni|nineties|eighties|seventies|sixties|(?:19|20)\d\d|instead|out of"
    r"|old|long since|recover\w*|resol\w*|stop(?:s|ping)?|end)\b"
    r"|(?<!is )(?<!are )(?<!has )(?<!an )(?<!a )(?<!the )\b(?!need|bleed|bed\b|red\b|speed|feed|indeed)"
    r"[a-z]{2,}ed\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:stop\w*|discontinu\w*|ceas\w*|withdr\w*|withh\w*|held|hold|paus\w*|suspend\w*|omit\w*|finish\w*|complet\w*"
    r"|replac\w*|switch\w*|chang\w*|instead|given up|gave up|came off|comes? off|off|out of|ran out|used to"
    r"|former(?:ly)?"
    r"|previous(?:ly)?|past|ago|until|till|no longer|not|never|was|were|had|took|used|received|wean\w*|taper\w*|over"
    r"|ended|end|tried|gave|did|ma[dk]e\w*|caus\w*|upset|abandon\w*|last|once|before|earlier|history|ex-?"
    r"|in place of|away"
    r"|lapsed|missed|drop\w*|quit|cancel\w*|none|without"
    r"|(?:has|have) been (?:on|taking|given|prescribed|treated))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:plan\w*|will|would|to (?:be|start|begin|commence|try|take|receive|have|go)|consider\w*|declin\w*|refus\w*"
    r"|turn\w* down|offer\w*|recommend\w*|suggest\w*|propos\w*|discuss\w*|request\w*|intend\w*|intention|hop(?:es|ing)"
    r"|await\w*|due|next|tomorrow|soon|may|might|could|if|once|when|not|never|without|advis\w*|no|going to|want\w*"
    r"|unwilling|reluctant|possib\w*|option|thought of|prospect|commenc\w*|(?:re)?start\w*|resum\w*|beg[aiu]n\w*"
    r"|introduc\w*)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:worr\w*|concern\w*|anxi\w*|afraid|scared|frighten\w*|terrif\w*|nervous|fear\w*|dread\w*|screen\w*|test\w*"
    r"|check\w*|swab\w*|look\w*|investigat\w*|rul(?:e[ds]?|ing)|exclu\w*|vaccin\w*|immun\w*|inoculat\w*|jab|booster"
    r"|protect\w*|prophyla\w*|prevent\w*|risks?|leaflet\w*|booklet|brochure|book|article|film|movie|programme|podcast"
    r"|documentary|talk\w*|lecture|information|read\w*|hear\w*|learn\w*|watch\w*|saw|car(?:es|ed|ing|er)|works?|worked"
    r"|working|looks after|nurs\w*|clinic\w*|charit\w*|club|society|group|hospice|awareness|research|trial|campaign"
    r"|contact|expos\w*|outbreak|cases?|not|no|never|without|serology|negative|possib\w*|may|might|could|if|question"
    r"|volunteers?|raises|collects|against|prone|predispos\w*|danger|threat\w*|whether|wonder\w*|suspect\w*|ward"
    r"|unit|ask\w*|curious|convinced|preoccupied|obsessed|uneasy|sent|requested|await\w*|pending|toxin|kit|policy"
    r"|protocol|quiz"
    r"|den(?:y|ies|ied)|absent|free)\b|\?",
    re.IGNORECASE,
)
_MARKS = {"over": _PAST, "ended": _ENDED, "ahead": _AHEAD, "spoken": _SPOKEN}
# What tells outright that a thing is no more.
_FORMER = re.compile(
    r"\b(?:used to (?:have|get|suffer|be)|former(?:ly)?|previous(?:ly)?(?!\s+(?:night|day|evening|week|month|year"
    r"|visit))"
    r"|past history of|no longer (?:has|had|have|suffers)|history of|ex-)(?P<then>(?:\W+[\w-]+){0,4}?)\W*$",
    re.IGNORECASE,
)
_IN_THE_PAST = re.compile(r"\bin the past\b(?!\s+(?:\w+\s)?(?:hours?|days?|weeks?|months?|years?))", re.IGNORECASE)
_SPELL = re.compile(
    r"\b(?:week|month|day|year|hour)s?['’]?\s+history of|\b(?:for|since|over|lasting)\s+(?:the\s+(?:last|past)\s+)?"
    r"(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|some|yesterday|this)",
    re.IGNORECASE,
)
_ENDED_OUTRIGHT = re.compile(
    r"\b(?:used to|former(?:ly)?|previously|in the past|no longer|until (?!now|today)|ran out of|came off"
    r"|was once (?:on|taking)"
    r"|gave up|finished|stopped|discontinued)\b",
    re.IGNORECASE,
)


_TO_COME = re.compile(
    r"\b(?:will|shall|is going to|is about to|is likely to) (?:have|get|develop|suffer|feel|begin to)\b", re.IGNORECASE
)
_IN_USE = re.compile(
    r"\b(?:takes|uses|receives|is (?:on|taking|using|receiving|treated with)|remains on|continues (?:on|to take|with)"
    r"|currently|regularly)\b",
    re.IGNORECASE,
)


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """What is said of the thing at this place: its piece, back to a verb and forward through what hangs on it."""
    cuts = [0, *(m.end() for m in _PIECE.finditer(text)), len(text)]
    pieces = [(a, b) for a, b in pairwise(cuts) if b > a]
    here = next(n for n, (a, b) in enumerate(pieces) if a <= start < b)
    first = last = here
    subject = not _VERB.search(text, pieces[here][0], start)
    while first > 0 and not _VERB.search(text, pieces[first][0], min(start, pieces[first][1])):
        first -= 1
    while first > 0 and not _VERB.search(text, *pieces[first - 1]):
        first -= 1
    verb = _VERB.search(text, pieces[first][0], pieces[here][1]) is not None
    while last + 1 < len(pieces) and (_GOES_ON.match(text, *pieces[last + 1]) or (subject and not verb)):
        last += 1
        verb = verb or _VERB.search(text, *pieces[last]) is not None
    return pieces[first][0], pieces[last][1]


def marked(text: str, span: tuple[int, int], kind: str) -> bool:
    """Does the stretch say so, in whatever words?"""
    return _MARKS[kind].search(text, *span) is not None


def former(text: str, span: tuple[int, int], start: int) -> bool:
    """Does it say before the thing at this place, or anywhere in the past, that it is no more? A spell of time behind
    "history of" is how long it has lasted."""
    if _SPELL.search(text):
        return False
    before = _FORMER.search(text[span[0] : start])
    return before is not None or _IN_THE_PAST.search(text, *span) is not None


def ended(text: str, span: tuple[int, int]) -> bool:
    """Does it say outright that the drug is taken no more?"""
    return _ENDED_OUTRIGHT.search(text, *span) is not None


def taken_once(text: str, span: tuple[int, int]) -> bool:
    """Does it tell of the drug in the past alone?"""
    return re.search(r"\b(?:took|was (?:on|taking|using))\b", text[slice(*span)], re.IGNORECASE) is not None


def to_come(text: str, span: tuple[int, int], start: int) -> bool:
    """Does it say that the thing at this place is yet to come?"""
    return _TO_COME.search(text, span[0], start) is not None


def in_use(text: str, span: tuple[int, int]) -> bool:
    """Does it say that the drug is taken now?"""
    return _IN_USE.search(text, *span) is not None
