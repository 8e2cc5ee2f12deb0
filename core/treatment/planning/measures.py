"""Whether a step does more than give the drugs that it names: what else it does stands where the drugs fall away."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.treatment.naming import named_in

_BRACKETS = re.compile(r"\([^()]*\)")
# What stands before a colon says when; what stands behind these words is not done, to the end of its sentence.
_HEADING = re.compile(r"(?:^|(?<=[;.] ))[^:;.]*:")
_NOT_DONE = re.compile(r"\b(?:unless|except|without|not|no|never|nor|neither|stop\w*|once)\b[^;.]*", re.IGNORECASE)
_PARTS = re.compile(r"[;,]|\.(?=\s)|\bthen\b")
# A part that begins so says when, how, how long or with what the drug is given, or is a remark on it.
_BELONGS = re.compile(
    r"(?:and |or |but |also )*(?:for|with|without|by|when|where|wherever|if|unless|until|till|after|before|at|in|into"
    r"|once|twice|to|as|not|no|never|nor|such|under|over|up|from|even|meanwhile|which|that|who|whose|since|because|except"
    r"|only|on|of|via|daily|slowly|early|together|while|above|below|beyond|within|often|mostly|usually|best|preferably"
    r"|later|soon|else|otherwise|instead|alone|again|more|less|most|least|than|it|they|this|these|both|either|neither"
    r"|first|second|another|according|chosen|adjusted|started|given|taken|kept|mind|ask\w*|check\w*|watch\w*|look\w*"
    r"|avoid\w*|safe|children|adults|pregnan\w*|the|a|an|is|are|has|have|may|must|can|long|short|high|low|weak|per|any"
    r"|slow|lower|higher|days|weeks|months|every|each|less|more|doses?|several|some|all|one|two|three|four|five|six|seven|ten)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][a-z-]{3,}")


@lru_cache(maxsize=4096)
def does_more(text: str, knowledge: Knowledge) -> bool:
    """ "Statin, blood-pressure control, anticoagulation": one of its parts names no drug, and is no remark on one."""
    done = _NOT_DONE.sub("", _HEADING.sub("", _BRACKETS.sub("", text)))
    parts = (part.strip(" .") for part in _PARTS.split(done))
    return any(
        _WORD.search(part) is not None
        and not any(c.isdigit() for c in part)
        and _BELONGS.match(part) is None
        and not named_in(part, knowledge)
        for part in parts
    )
