"""Whose record it is: the writer's own, or a relative's whom the writer speaks for ("my dad … he")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.language.cues import near_cues, places_of
from core.language.en import ages

Span = tuple[int, int]
_HEAD = 20_000  # who the patient is stands at the front
_FRONT = 500  # so early a relative must be introduced to be the patient
_AGE = (
    r"\d{1,2}(?:\.\d|½|/\d{1,2})?[\s-]*(?:(?:and a half\s+)?(?:years?|yrs?|months?|mths?|weeks?|wks?|"
    r"days?)?[\s-]*old|yo|y/o)"
)
_WORDY_AGE = r"[a-z]+[\s-](?:year|month|week|day)s?[\s-]old"
_LIKE = (
    "little|baby|small|wee|poor|dear|elderly|old|older|younger|eldest|oldest|youngest|teenage|late|disabled|"
    "twin|own|adult"
)
_MY_KIN = re.compile(rf"\b(?:my|our)\s+(?:(?:{_LIKE}|{_AGE}|"
                     rf"{_WORDY_AGE})[\s,]+){{0,4}}(?P<kin>{ages.KIN})\b(?!['’]s\s+(?!\d|been|got|had|not|a\b|an\b|"
                     rf"very|\w+ing))|"
                     rf"\b(?:my|our)\s+(?:{_AGE}|{_WORDY_AGE})\b", re.IGNORECASE)  # fmt: skip
# A relative who does this speaks, and is not spoken of.
_SPEAKS = re.compile(
    r"\s+(?:and I|says?|said|thinks?|thought|told|noticed|reckons?|saw|shone|took|made|wants?|wanted|insisted|brought|"
    r"doesn['’]t know|had the same|has the same|gave|found me|drove|counted|is a (?:nurse|doctor|student))\b",
    re.IGNORECASE,
)
# "We had our baby nine days ago": the one who bore the child is the patient.
_BORE = re.compile(
    r"\b(?:had|having|delivered|delivering|birth to|expecting|carrying|lost|feeding|breast-?feeding|nursing)\s+$",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_I = re.compile(rf"\b(?:I['’]?(?:m|ve|d)\b|I (?:am|have|had|feel|felt|get|got|was|can|cannot|take|smoke|do)\b"
                rf"(?! (?:given|noticed|tried|been giving|worried|sure|told))|im\b|"
                rf"ive\b|"
                rf"my\s+(?!(?:{_LIKE}|\d|{ages.KIN}))\w+)", re.IGNORECASE)  # fmt: skip
_FEMALE_FACT = re.compile(
    r"\b(?:my (?:last )?periods?|periods|period (?:due|late|finished|pains?|is|was|came)|last period|lmp|womb|"
    r"vagina\w*|"
    r"vulva\w*|labia|ovar\w+|cervi(?:x|cal smear)|smears?|menopaus\w*|hrt|breast-?\s?f(?:eed|ed)\w*|pregnan\w+|"
    r"miscarr\w+|"
    r"on the (?:mini )?pill|the (?:coil|implant)|mirena|post-?natal|post-?partum|weeks with my|pv (?:bleed\w*|"
    r"loss)|g\d\s?p\d)\b",
    re.IGNORECASE,
)
_MALE_FACT = re.compile(
    r"\b(?:testic\w*|testis|testes|scrot\w*|prostat\w*|penis|penile|willy|foreskin|erections?|(?:my|the|left|"
    r"right) balls?|"
    r"ejaculat\w*)\b",
    re.IGNORECASE,
)
# In small letters: one of these stands in every match.
_FEMALE_CUES = ("period", "lmp", "womb", "vagina", "vulva", "labia", "ovar", "cervi", "smear", "menopaus", "hrt",
                "breast", "pregnan", "miscarr", "pill", "coil", "implant", "mirena", "natal", "partum",
                "weeks with my", "pv ", *(f"g{n}" for n in range(1, 10)))  # fmt: skip
_BEFORE_FACT = 16  # characters of a match before such a word, at most: "on the mini "
_MALE_CUES = ("testi", "testes", "scrot", "prostat", "peni", "willy", "foreskin", "erection", "ball", "ejaculat")
_OTHERS_FACT = re.compile(
    r"\b(?:wife|girlfriend|boyfriend|husband|partner|mum|mother|sister|she|he|her|"
    r"his)\b[^.;\n]{0,30}$",
    re.I,
)


_MYSELF = ("i'm", "i’m", "i am", "im ")  # in small letters; without one nobody tells of their own age
_IN_PARTS = ("/12", "/52", "/7")
_WORDY = 40  # characters that an age in words takes at most, before "old"
# Words for anybody: "Man, 54" is no relative of the writer.
_STRANGERS = frozenset("man woman lady gentleman male female guy bloke chap boy girl lad lass infant newborn".split())


class Subject(NamedTuple):
    """The relative whom a record is about: the words that name them, their sex, and where they are introduced."""

    words: frozenset[str]
    sex: str
    span: Span


def subject_of(text: str) -> Subject | None:
    """The relative whom the writer speaks for; None where the writer, or nobody in particular, is the patient."""
    head = text[:_HEAD]
    if (match := ages.ROLE.match(head)) and match.group("kin").lower() not in _STRANGERS:
        return _subject(match.group("kin").lower(), ages.KIN_SEX[match.group("kin").lower()], match.span("kin"))
    if "y " not in head[:_FRONT] and "ur " not in head[:_FRONT]:
        return None
    for match in _MY_KIN.finditer(head[:_FRONT]):
        kin = (match.group("kin") or "").lower()
        sex = ages.KIN_SEX.get(kin, "unknown")
        if _SPEAKS.match(head, match.end()) or _BORE.search(head, max(0, match.start() - 20), match.start()):
            continue
        he, she = len(_HE.findall(head)), len(_SHE.findall(head))
        of_them = {"male": he, "female": she}.get(sex, max(he, she))
        own = len(_I.findall(head))
        if of_them >= max(2, own) or (own == 0 and match.start() < 40):
            if sex == "unknown" and he != she:
                sex = "male" if he > she else "female"
            return _subject(kin, sex, match.span())
    return None


def _subject(kin: str, sex: str, span: Span) -> Subject:
    same = frozenset(w for g in ages.KIN_GROUPS if kin in g for w in g if ages.KIN_SEX[w] in (sex, "unknown"))
    return Subject(same | {kin} if kin else same, sex, span)


def said_ages(text: str, subject: Subject | None) -> list[tuple[float, Span]]:
    """The patient's age as patients and relatives say it, in the order of trust."""
    return [(years, span) for years, span in _said(text[:_HEAD], subject) if 0 <= years <= 120]


def _said(text: str, subject: Subject | None) -> Iterator[tuple[float, Span]]:
    lower = text.lower()
    match = ages.ROLE.match(text)
    if match and (_in_years(match) or match.group("kin").lower() in ages.SMALL):
        yield _age(match)
    if subject is not None:
        match = ages.OF_KIN.match(text, subject.span[1])
        if match and (_in_years(match) or not subject.words or not subject.words.isdisjoint(ages.SMALL)):
            yield _age(match)
        for match in ages.OF_PRONOUN.finditer(text):
            if _in_years(match) or not subject.words.isdisjoint(ages.SMALL):
                yield _age(match)
    else:
        own = list(ages.SELF.finditer(text)) if any(cue in lower for cue in _MYSELF) else []
        yield from map(_age, own)
        if own or first_person(text):
            return
    for match in ages.IN_TWELFTHS.finditer(text) if any(unit in text for unit in _IN_PARTS) else ():
        yield _age(match)
    in_words = near_cues(text, places_of(lower, ("old",)), ages.IN_WORDS, _WORDY, len("old"))
    of_age = near_cues(text, places_of(lower, (" of ",)), ages.OF_AGE, _WORDY // 3, _WORDY)
    for match in (*in_words, *of_age):
        years, (start, end) = _age(match)
        if subject is not None or not ages.is_kins(text, start, _behind_unit(match, end)):
            yield years, (start, end)
    for match in ages.OF_PRONOUN.finditer(text) if subject is None else ():
        if _in_years(match):
            yield _age(match)


def _behind_unit(match: re.Match[str], end: int) -> int:
    """Where an age ends with its unit, and before "old"."""
    groups = match.groupdict()
    which = next((name for name in ("unit", "unit2") if groups.get(name)), None)
    return match.end(which) if which else end


def _in_years(match: re.Match[str]) -> bool:
    return (match.group("unit") or "y")[0].lower() == "y"


def _age(match: re.Match[str]) -> tuple[float, Span]:
    groups = match.groupdict()
    which = "age" if groups["age"] else "age2"
    years = ages.years_of(groups[which], bool(groups.get("half")), groups.get("unit") or groups.get("unit2"))
    return years, match.span(which)


def first_person(text: str) -> bool:
    """Does the patient write, so that "she" and "he" are somebody else?"""
    head = text[:_HEAD]
    own = len(_I.findall(head))
    return own > 2 and own > len(_HE.findall(head)) + len(_SHE.findall(head))


def sex_by_facts(text: str) -> tuple[str, Span] | None:
    """The sex that parts and events of the body tell, when they tell one alone."""
    told: dict[str, Span] = {}
    head = text[:_HEAD]
    lower = head.lower()
    for sex, pattern, cues in (("female", _FEMALE_FACT, _FEMALE_CUES), ("male", _MALE_FACT, _MALE_CUES)):
        for match in near_cues(head, places_of(lower, cues), pattern, _BEFORE_FACT):
            if not _OTHERS_FACT.search(text, max(0, match.start() - 40), match.start()):
                told.setdefault(sex, match.span())
    return next(iter(told.items())) if len(told) == 1 else None
