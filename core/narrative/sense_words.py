"""Words that change what another thing claims: its direction, degree, result, certainty, time or state.

They are never mere wording: the record says them, and says them of the same thing. Words that relate two things
(a cause, an aim) are not claims by themselves, and yet the record must have the two things beside one another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.narrative.wordings import word_key, wordings

_TURNING = """
due past previous increase decrease reduce rise rose fall fell drop dropped worse worsen better improve improved
deteriorate recover recovered resolve resolved settle settled subside stable unstable unchanged new high low
raised elevated normal abnormal positive negative clear good poor bad severe mild moderate slight slightly mildly
severely marked markedly acute chronic sudden gradual intermittent constant persistent recurrent total partial
complete confirmed excluded stop stopped withhold withheld held continue restart resume refuse refused decline
declined palpable excise first second third last next bilateral
"""


@lru_cache(maxsize=1)
def turning() -> frozenset[str]:
    """What turns the sense of another thing, in the forms in which things are compared."""
    keys = [word_key(word) for word in _TURNING.split()]
    return frozenset(one for key in keys for one in (key, *wordings().same.get((key,), ())))


# What is a finding of an organ alone, which everybody has.
FELT = re.compile(r"palpable|palpated", re.IGNORECASE)
ORGANS = frozenset(
    word_key(word)
    for word in "bladder liver spleen kidney ureter uterus thyroid gallbladder prostate aorta ovary bowel".split()
)
# One thing is told to bring the other about, or to be there for its sake.
CAUSING = re.compile(
    r"\b(?:caus(?:e[ds]?|ing)|because|owing|result(?:ed|ing)|trigger(?:s|ed|ing)?|precipitat(?:e[ds]?|ing)"
    r"|provok(?:e[ds]?|ing)|induc(?:e[ds]?|ing))\b",
    re.IGNORECASE,
)
# A drug did something that the patient could not stand: "codeine makes him itch".
MAKES = re.compile(
    r"\s+(?:drops\s)?(?:has\s|have\s|had\s)?(?:makes?|made|gives?|gave|caused?|brought|brings?|upsets?|led)\b",
    re.IGNORECASE,
)
RELATING = re.compile(
    r"\b(?:due|for(?!\s(?:today|tomorrow|tonight|\w+day)\b)|by|reliev\w*|aggravat\w*|exacerbat\w*"
    r"|manag(?:e[ds]?|ing)|treat(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
# What makes advice of what stands beside it.
ADVISING = re.compile(r"\b(?:should|must|ought|please)\b", re.IGNORECASE)
