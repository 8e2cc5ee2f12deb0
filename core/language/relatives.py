"""Whether somebody near the patient is the one who is ill or the one who speaks, and what else is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.language.callings import is_own_calling, takes_drugs
from core.language.en.people import (
    BEFORE_REPORTER,
    DEVICES,
    FEMALE_KIN,
    ILL,
    LIGHT_BESIDE_KIN,
    MALE_KIN,
    PATIENT_NOUNS,
    PORTRAYS,
    REPORTS,
    SUFFERS,
)
from core.language.en.rules import Category
from core.language.tokens import Sentence
from core.language.triggers import find_triggers

_POSSESSORS = frozenset("his her the their my our".split())
_ARTICLES = _POSSESSORS | {"a", "an", "the", "this", "patient's", "pt's", "whose"}
_SELVES = {"herself": "she", "himself": "he", "own": ""}
_TURNS = frozenset("he she his her him who but because old".split())  # behind these the relative is spoken of again
_NARRATES = frozenset("have had am was get got suffer use take smoke also myself don't never".split())
_DOES = frozenset("to been tried given rung phoned brought taken made it him her them worried sure afraid".split())
_ENDS = frozenset(";.,")
_OPENING = 3  # a pronoun that stands so early in its sentence takes up the one before
_PARTNERS = frozenset("partner partners boyfriend boyfriends girlfriend girlfriends lover lovers".split())
_OF_PATIENTS = frozenset("new casual sexual male female regular different multiple several long-term only".split())
_TOLD_OF_PATIENT = frozenset("he she him her his hers pt patient they \" ' “ ‘ « reports".split())
_CLAUSE = 14
_MOST_MODIFIERS = 4  # "an anxious, very elderly diabetic neighbour"
_PORTRAYING = ("ic", "ous", "ed", "ive", "ant", "ent", "less", "ful", "able", "ible", "al", "ile")


def speaks(sentence: Sentence, first: int, last: int, category: Category) -> bool:
    """Is the relative the one who reports, brings or lives with the patient, rather than the one who is ill?"""
    lowers = sentence.lowers
    if is_patient_too(sentence, first, last):
        return True
    if category == "other" and _is_label(lowers, first, last):
        return _tells_of_patient(lowers[last + 1 :])
    if "donor" in lowers[first:last] or "another" in lowers[first:last]:
        return False
    if lowers[last - 1] in ("of", "for", "history", "hx", "fhx", "fh", ":", "includes"):
        return False
    before = lowers[first - 1] if first else ""
    if before in ("his", "her", "the", "their", "my", "patient's", "pt's", "a") and first > 1:
        before = lowers[first - 2]
    following = next(
        (t for t in lowers[last : last + 4] if t not in LIGHT_BESIDE_KIN),
        "",
    )
    after = lowers[last : last + 2]
    if following == "found" and "to" in after:
        return False  # "found to have", not "found him on the floor"
    if takes_drugs(lowers, last) and before not in ("with", "by", "from"):
        return False
    if following in DEVICES and lowers[last - 1].endswith("'s"):
        return True  # "my mum's cuff"
    if following in REPORTS or after[:1] == ["'"] or after == ["at", "bedside"]:
        return True
    if before in BEFORE_REPORTER and not (before in ("and", "to", "from") and following not in REPORTS):
        return not (before == "with" and lowers[last : last + 1] in (["with"], ["who"], ["having"]))
    if category == "other":
        return SUFFERS.isdisjoint(lowers[last : last + 7])
    return False


def _is_label(lowers: Sequence[str], first: int, last: int) -> bool:
    """Is it the label of somebody, behind which the rest is told: "Husband: chest pain"?"""
    return list(lowers[last : last + 1]) == [":"] and (not first or lowers[first - 1] in _ENDS)


def _tells_of_patient(told: Sequence[str]) -> bool:
    """Does what stands behind a label speak of the patient: "she was confused", or in quotation marks?"""
    clause = told[: next((i for i, word in enumerate(told) if word in ";."), _CLAUSE)][:_CLAUSE]
    return not (_TOLD_OF_PATIENT.isdisjoint(clause) and REPORTS.isdisjoint(clause[:3]))


def is_patient_too(sentence: Sentence, first: int, last: int) -> bool:
    """Do these words name the patient as well, or a nurse by title, and so no relative that could be ill instead?"""
    lowers = sentence.lowers
    return (
        _is_both(lowers, first)
        or is_own_calling(lowers, first, last)
        or (lowers[first] == "sister" and _is_title(sentence, first, last))
        or (
            lowers[first] == "maternal"
            and not _UNBORN.isdisjoint(lowers)
            and _OWN_SIGN.issuperset(lowers[last : last + 1])
        )
    )


# Beside the heart of a child that is to be born the mother is the patient: "CTG 150, maternal pulse 92".
_UNBORN = frozenset("ctg fhr fh fetal foetal fetus foetus cardiotocography cardiotocograph".split())
_OWN_SIGN = frozenset(
    "pulse hr heart rate bp blood pressure temperature temp pyrexia fever tachycardia observations obs sats spo2 "
    "saturations rr respiratory".split()
)


def _is_both(lowers: Sequence[str], first: int) -> bool:
    """Is it the patient as well: "a man and his wife have fever", "she and her sister"?"""
    place = first - 2 if first and lowers[first - 1] in ("his", "her", "my", "the", "their") else first - 1
    return place > 0 and lowers[place] == "and" and lowers[place - 1] in PATIENT_NOUNS


def _is_title(sentence: Sentence, first: int, last: int) -> bool:
    """ "Sister Byrne" is a nurse."""
    if last >= len(sentence.lowers):
        return False
    written, name = sentence.raw(first), sentence.raw(last)
    return written.istitle() and name.istitle() and name.isalpha() and len(name) > 2


def portrayal(lowers: Sequence[str], first: int) -> int:
    """The first of the words that say before a relative what he is like: "anxious mother", "an elderly diabetic
    neighbour". The relative's own place where there are none."""
    if first and lowers[first - 1] in _OF_PATIENTS and not _PARTNERS.isdisjoint(lowers[first : first + 2]):
        return first  # "a new partner", "casual partners": that is told of the patient
    place = first
    listed = False
    while place and first - place < _MOST_MODIFIERS:
        if lowers[place - 1] == "," and 1 < place < first and _portrays(lowers[place - 2]):
            listed = True  # "his deaf, epileptic brother"
        elif not _portrays(lowers[place - 1]):
            break
        place -= 1
    if listed and not place:
        return first
    if place == first or (place and lowers[place - 1] not in _ARTICLES and lowers[place - 1] not in (";", ".")):
        return first  # "cough, anxious. Mother", "rash and anxious mother": too little to go by
    return place


def _portrays(word: str) -> bool:
    if word in PORTRAYS:
        return True
    return len(word) > 4 and word.endswith(_PORTRAYING) and not word.endswith("ment") and word not in REPORTS


def speaks_of_self(sentence: Sentence, patient: frozenset[str]) -> Iterator[tuple[Category, int, int]]:
    """The clauses in which one who came along tells of himself: "Daughter came; she has breast cancer herself".

    Whose illness was told before ("her mother has asthma; she has it herself") is not meant: then it is the patient.
    """
    lowers = sentence.lowers
    for place, word in enumerate(lowers):
        if word not in _SELVES or (word == "own" and lowers[place - 1] not in ("her", "his")):
            continue
        begin = place
        while begin and lowers[begin - 1] not in _ENDS and lowers[begin - 1] not in ("she", "he"):
            begin -= 1
        if not begin or lowers[begin - 1] not in ("she", "he"):
            continue
        pronoun = lowers[begin - 1]
        if _SELVES[word] not in ("", pronoun):
            continue
        end = next((i for i in range(place + 1, len(lowers)) if lowers[i] in _ENDS), len(lowers))
        who = _came_along(sentence, begin - 1, pronoun, patient)
        if who is not None:
            yield who, begin, end


def told_of_narrator(lowers: Sequence[str], patient: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The clauses in which one who tells of a relative tells of himself: "my son has a cough; I have asthma myself"."""
    for place, word in enumerate(lowers):
        if word not in ("i", "i've", "ive", "i'm", "im"):
            continue
        following = lowers[place + 1 : place + 3]
        if word == "i" and following[:1] and following[0] not in _NARRATES:
            continue
        if not following or not REPORTS.isdisjoint(following) or not _DOES.isdisjoint(following):
            continue
        end = next((i for i in range(place + 1, len(lowers)) if lowers[i] in ";."), len(lowers))
        other = next((i for i in range(place + 1, end) if lowers[i] in _TURNS or lowers[i] in patient), end)
        yield place + 1, other


def _came_along(sentence: Sentence, pronoun: int, said: str, patient: frozenset[str]) -> Category | None:
    """Who is nearest before a pronoun, where that is somebody near the patient of whom no illness is told."""
    here = sentence.lowers[:pronoun]
    earlier = sentence.before if len(here) < _OPENING else None
    for lowers in (here, earlier.lowers if earlier is not None else []):
        for first, last, rules in reversed(find_triggers(lowers, patient)):
            category = rules[0].category
            if category not in ("family", "other") or rules[0].direction != "forward":
                continue
            wrong = MALE_KIN if said == "she" else FEMALE_KIN
            if not wrong.isdisjoint(lowers[first:last]) or not ILL.isdisjoint(lowers[last:]):
                return None
            return category
    return None
