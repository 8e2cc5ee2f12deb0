"""Who is named by a calling: the patient ("54-year-old bus driver", "mother of two"), or not ("her teacher")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.language.en.people import PERSONS

_CALLINGS = frozenset("driver nurse teacher carer caregiver caretaker resident passenger pupil boss landlord".split())
_PARENTS = frozenset("mother father mum mom dad grandmother grandfather parent".split())
_COUNTS = frozenset("1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine ten several twins".split())
_ANOTHERS = frozenset("her his their my our your another other others fellow s".split())
# Before an article these make the calling the patient's own: "works as a nurse", "he is a driver".
_IS = frozenset("is was am as be been being i'm he's she's remains became".split())
_AGED = re.compile(r"old|yo|o|aged|\d{1,3}(?:yo?|yr|m|f)")
# Behind a bare calling these tell of somebody else: "teacher had measles".
_HAD = frozenset("had has have who was were is diagnosed tested off says said".split())
_EYE = frozenset("left right dilated constricted fixed reactive eye eyes ptosis unequal mm pinpoint light iris".split())
_BREAKS = frozenset(",;.:()")
_TITLES = frozenset("mr mrs ms miss he she".split())
_TAKES = frozenset("takes take taking uses smokes drinks on prescribed".split())
_BETWEEN = frozenset("is are was also who still".split())
# What a relative may take without swallowing it: "his wife takes him to the clinic", "takes the blood pressure".
_NO_DRUG = frozenset("him her them care the his a an part it up over me us to".split())
_BACK = 7  # tokens that may stand between the article and the calling: "a very pleasant retired primary school teacher"


def is_own_calling(lowers: Sequence[str], first: int, last: int) -> bool:
    """Do these tokens say who the patient is, by what he does or whom he brought up? Somebody else has a possessor, or
    an article of his own: "her teacher", "a nurse on the ward"."""
    word = lowers[last - 1]
    if last - first != 1 or not (word in _CALLINGS or _is_parent_of(lowers, first)):
        return False
    if word == "pupil" and not _EYE.isdisjoint(lowers):
        return True  # of the eye, and so nobody
    aged = False
    for i in range(first - 1, max(-1, first - 2 - _BACK), -1):
        before = lowers[i]
        if before in _ANOTHERS or before.endswith(("'s", "s'")):
            return False
        if before in _BREAKS:
            break
        aged = aged or before in PERSONS or _AGED.fullmatch(before) is not None
        if before == "this" or before in _IS:
            return True
        if before in ("a", "an", "the"):
            return aged or _names_patient(lowers, i)
    return aged or last == len(lowers) or lowers[last] not in _HAD


def _is_parent_of(lowers: Sequence[str], first: int) -> bool:
    """ "A mother of three", "father of 4"."""
    after = lowers[first + 1 : first + 3]
    return lowers[first] in _PARENTS and len(after) == 2 and after[0] == "of" and after[1] in _COUNTS


def _names_patient(lowers: Sequence[str], article: int) -> bool:
    """Does the article stand behind "is" or "as", or behind the patient in apposition: "54-year-old man, a driver"?"""
    before = lowers[article - 1] if article else ""
    if before in _IS:
        return True
    return before == "," and lowers[article] != "the" and any(w in PERSONS or w in _TITLES for w in lowers[:article])


def takes_drugs(lowers: Sequence[str], last: int) -> bool:
    """Is the one whose name ends here said to take, use or smoke something: "his wife takes warfarin"?"""
    at = last
    while at < min(len(lowers), last + 3) and lowers[at] in _BETWEEN:
        at += 1
    if lowers[at : at + 1] == ["took"]:
        return lowers[at + 1 : at + 2] == ["an"] or any(w.isdigit() for w in lowers[at + 1 : at + 2])
    return at < len(lowers) and lowers[at] in _TAKES and _NO_DRUG.isdisjoint(lowers[at + 1 : at + 2])
