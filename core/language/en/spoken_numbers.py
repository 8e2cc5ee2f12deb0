"""Numbers that were spoken: "two point five milligrams", "one hundred and ten over seventy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.language.cues import near_cues, places_of
from core.language.respelt import Change

_ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_WORD = "|".join(sorted((*_ONES, *_TENS, "hundred", "thousand"), key=len, reverse=True))
_NUMBER = rf"(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}))*(?:\s+point(?:\s+(?:{_WORD}))+)?"
_UNITS = (
    r"(?:milligrams?|micrograms?|grams?|millilit(?:re|er)s?|mils|units|puffs|mg|mcg|percent|per cent|kilos|kilograms|"
    r"degrees)"
)
_MEASURED = re.compile(rf"\b(?P<number>{_NUMBER})(?=\s+{_UNITS}\b)|"
                       rf"\b(?P<high>{_NUMBER})\s+over\s+(?P<low>{_NUMBER})\b", re.IGNORECASE)  # fmt: skip
_CUES = ("grams", "gram ", " over ", "units", "percent", "per cent", "kilos", "degrees", "mils", "puffs")
_REACH = 60  # characters that a number in words takes at most
_FEWEST_OVER = 40  # the least of a pressure: "one over two" is none


def spoken_numbers(text: str) -> Iterator[Change]:
    """The figures for numbers in words that a unit follows, and for blood pressures."""
    for match in near_cues(text, places_of(text.lower(), _CUES), _MEASURED, _REACH, _REACH):
        if match["number"]:
            yield Change(*match.span(), _figure(match["number"]))
        elif float(high := _figure(match["high"])) >= _FEWEST_OVER:
            yield Change(*match.span(), f"{high}/{_figure(match['low'])}")


def _figure(words: str) -> str:
    """
    >>> _figure("two point five"), _figure("one hundred and ten"), _figure("seventy-five"), _figure("one sixty two")
    ('2.5', '110', '75', '162')
    """
    whole, _, part = re.sub(r"\bpoint\b", ".", words.lower().replace("-", " ")).partition(".")
    total = 0
    for word in whole.split():
        if word == "hundred":
            total = max(total, 1) * 100
        elif word == "thousand":
            total = max(total, 1) * 1000
        elif word != "and":
            number = _ONES.get(word, _TENS.get(word, 0))
            # "one sixty" is 160, as pressures are read out
            total = total * 100 + number if 0 < total < 10 and number >= 10 else total + number
    digits = "".join(str(_ONES.get(word, _TENS.get(word, ""))) for word in part.split())
    return f"{total}.{digits}" if digits else str(total)
