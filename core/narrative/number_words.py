"""Numbers in words, English and Chinese."""

from __future__ import annotations

import math
import re

from core.narrative.durations import number_of

_SMALL = "one two three four five six seven eight nine ten eleven twelve"
SMALL = _SMALL.replace(" ", "|")
_TENS = (
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety"
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
TIMES = {"once": 1, "twice": 2, "thrice": 3}
WORD = "|".join([*_SMALL.split(), *_TENS.split()])
_ZH = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_SPELT_ZH = re.compile(r"(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)")


def value_of(word: str) -> float:
    """The value of a number in digits or in words; not a number for what is neither.

    >>> value_of("third"), value_of("十五"), value_of("二十三"), value_of("twenty-one")
    (3.0, 15.0, 23.0, 21.0)
    """
    lower = word.lower()
    known = ORDINALS.get(lower, TIMES.get(lower, _ZH.get(lower)))
    if known is not None:
        return float(known)
    spelt = _SPELT_ZH.fullmatch(lower)
    if spelt is not None:
        return float(10 * (_ZH[spelt["tens"]] if spelt["tens"] else 1) + (_ZH[spelt["ones"]] if spelt["ones"] else 0))
    value = number_of(lower.lstrip("+"))
    return value if value is not None else math.nan
