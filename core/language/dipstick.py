"""The pads of a urine dipstick: "leu 2+, nit pos, blood trace, prot neg"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.matching import named
from core.language.model import Assertion
from core.language.tokens import Sentence

_PADS = {
    "nitrite positive": r"nit(?:rites?)?",
    "pyuria": r"leu(?:[ck]s?|[ck]o(?:cyte)?s?|kocytes?)?(?:\s(?:esterase|est))?|le|wcc?|wbc",
    "proteinuria": r"prot(?:ein)?",
    "microscopic haematuria": r"blood|bld|haem|rbc|ery",
    "glycosuria": r"glu(?:c(?:ose)?)?",
    "ketonuria": r"ket(?:ones?)?",
}
HEAVY = "heavy protein on the dipstick"  # as well, from three plus on
_NAMES = r"(?:" + "|".join(f"(?P<p{i}>{pattern})" for i, pattern in enumerate(_PADS.values())) + r")\b"
_PAD = re.compile(
    r"\b" + _NAMES + r"\s?[:=]?\s?"
    r"(?:(?:is|was|were)\s)?(?:(?P<no>neg(?:ative)?\b|-ve\b|nil\b|not detected|\((?:-|–)\)|(?:-|–)(?=\s*(?:[,;.)]|$)))"
    r"|(?P<trace>\(?(?:trace|tr\b|\+/-|±)\)?)"
    r"|(?P<yes>(?P<grade>[1-4])\s?\+|\+ve\b|(?P<plus>\+{1,4})|pos(?:itive)?\b|\(\+\)))",
    re.IGNORECASE,
)
# The grade before the pad: "++ blood", "1+ protein", "no ketones".
_BEFORE = re.compile(
    r"(?<![\w+])(?:(?P<no>no|nil|neg(?:ative)? for)\s|(?P<trace>trace (?:of )?)|"
    r"(?P<yes>(?P<grade>[1-4])\s?\+\s?(?:of )?|(?P<plus>\+{1,4})\s?))"
    + _NAMES
    + r"(?!\s?[:=]?\s?(?:[1-4+]|neg|pos|trace|nil))",
    re.IGNORECASE,
)
_SAID = frozenset("dip dipstick udip udipstick urinalysis ua urine msu".split())
# One of these stands in every sentence that speaks of a dipstick, by its name or by its own pads.
_SPOKEN_OF = _SAID | frozenset(
    "nit nitrite nitrites leu leuc leuk leucs leuks leuco leuko leucos leukos leucocyte leukocyte leucocytes "
    "leukocytes le wc wcc wbc".split()
)
_NITRITE = 0
_OWN = (_NITRITE, 1)  # nitrite and leucocytes: two pads with one of these are a dipstick, whatever it is called
_HEAVY_FROM = 3
_KETONE = 5
_KETONES = frozenset(("ketones", "ketone", "ket"))
_OF_BLOOD = re.compile(r"\b(?:blood|serum|capillary|plasma)\s$", re.IGNORECASE)


class Pad(NamedTuple):
    """A pad and its tokens. `terms` are what it speaks of; there are none for a trace, which says neither."""

    terms: tuple[str, ...]
    said: Assertion
    first: int
    last: int


def pads(sentence: Sentence, knowledge: Knowledge) -> Iterator[Pad]:
    """The graded pads of a sentence that speaks of a dipstick.

    A trace is neither for nor against. One plus, which fever, fasting and little water bring about as well, is no more
    than possible (both expert-estimate).
    """
    if _SPOKEN_OF.isdisjoint(sentence.lowers) and (_KETONES.isdisjoint(sentence.lowers) or "+" not in sentence.lowers):
        return
    known = _terms(knowledge)
    stretch = (sentence.text, max(sentence.start, sentence.body), sentence.end)
    found = [*_PAD.finditer(*stretch)] or [*_BEFORE.finditer(*stretch)]
    if not found:
        return
    own = any(match.group(f"p{i}") for match in found for i in _OWN)
    if _SAID.isdisjoint(sentence.lowers) and not (own and len(found) > 1):
        found = [match for match in found if _is_graded_ketones(match, sentence)]
    for match in found:
        which = next(i for i in range(len(_PADS)) if match.group(f"p{i}"))
        grade = int(match.group("grade") or len(match.group("plus") or ""))
        terms = known[which] if match.group("no") or grade >= _HEAVY_FROM else known[which][:1]
        first, last = sentence.token_range(match.start(), match.end())
        slight = grade == 1 and not match.group(f"p{_NITRITE}")
        said: Assertion = "absent" if match.group("no") else "possible" if slight else "present"
        yield Pad(() if match.group("trace") else terms, said, first, last)


def _is_graded_ketones(match: re.Match[str], sentence: Sentence) -> bool:
    """ "Ketones 3+": nothing but a dipstick counts ketones in plus signs, whether it is named or not."""
    return (
        match.group(f"p{_KETONE}") is not None
        and (match.group("grade") or match.group("plus")) is not None
        and _OF_BLOOD.search(sentence.text, max(sentence.start, match.start() - 12), match.start()) is None
    )


@lru_cache(maxsize=4)
def _terms(knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    """The terms of each pad that this knowledge base has; a second one for much of it."""
    found = []
    for name in _PADS:
        names = (name, HEAVY) if name == "proteinuria" else (name,)
        found.append(tuple(term for said in names if (term := next(named(knowledge, said), None))))
    return tuple(found)
