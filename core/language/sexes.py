"""The sex that pronouns tell, and what only the other sex has."""

from __future__ import annotations

import re

from core.language.introductions import KIN

Span = tuple[int, int]
_PRONOUN = re.compile(
    r"\b(?:(?P<male>he|his|him|himself|gentleman|man|boy|(?-i:Mr|Master))|(?P<female>she|her|hers|herself|"
    r"woman|lady|girl|(?-i:Mrs|Ms|Miss)))\b",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(r"\b(?:(?P<male>he|his|him|himself)|(?P<female>she|her|hers|herself))\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|(?<=[.!?]\s)|(?<=\n))(?:(?P<male>He|His)|(?P<female>She|Her))\b")
_MANY = 3
_SHE_OR_HE = re.compile(r"(?:^|[.!?]\s+|\n\s*)(?:She|He)\b")
_ANYBODY_ELSE = re.compile(
    rf"\b(?:{KIN}|nan|gran|carer|caregiver|nurse|doctor|midwife|neighbou?r|teacher|colleague|fianc\w+|twin|baby|"
    r"interpreter|witness|bystander|driver|passenger|surgeon|gp|consultant|dr)s?\b",
    re.IGNORECASE,
)
_FEMALE_ONLY = re.compile(
    r"\b(?:LMP|last menstrual period|cervical smear|menopaus\w+|vaginal (?:bleeding|discharge)|ovarian cyst|"
    r"hysterectomy|"
    r"menstruat\w+)\b",
    re.IGNORECASE,
)
_MALE_ONLY = re.compile(
    r"\b(?:prostat(?:ism|itis|ectomy)|enlarged prostate|testicular|scrotal|erectile)\b", re.IGNORECASE
)
_FAMILY = re.compile(r"\b(?:family|trans\w*|denies|no|not|never|n/a|aromatase|agenesis)\b", re.IGNORECASE)


def is_own_pregnancy(text: str, place: Span) -> bool:
    """Is the one who is called pregnant the patient himself: nobody else is spoken of there, and no birth?"""
    around = text[max(0, place[0] - 60) : place[1] + 30]
    return _ANYBODY_ELSE.search(around) is None and re.search(r"\b(?:born|birth|trans)\w*", around) is None


def agreed_pronouns(text: str) -> list[tuple[str, Span]]:
    """The sex that all pronouns agree on; where they do not, the one of all those with which a sentence begins, when
    they are many: "Her palpitations … She has … She is his carer"."""
    found = list(_PRONOUN.finditer(text[:20_000]))
    sexes = {_sex(m) for m in found}
    if len(sexes) > 1:
        found = list(_OPENS.finditer(text[:20_000]))
        sexes = {_sex(m) for m in found} if len(found) >= _MANY else set()
    return [(sexes.pop(), found[0].span())] if len(sexes) == 1 and found else []


def _sex(match: re.Match[str]) -> str:
    return "male" if match.group("male") else "female"


def of_the_other_sex(text: str, sex: str, age: float | None) -> list[Span]:
    """What only the other sex has, said of nobody else: "A 60-year-old man. LMP two weeks ago."."""
    if age is not None and age < 12:
        return []  # of the birth and the mother
    match = (_FEMALE_ONLY if sex == "male" else _MALE_ONLY).search(text)
    if match is None:
        return []
    around = text[max(0, match.start() - 80) : match.end() + 30]
    return [] if _ANYBODY_ELSE.search(around) or _FAMILY.search(around) else [match.span()]


def contradicting_pronoun(text: str, sex: str, told: bool) -> list[tuple[str, Span]]:
    """The pronoun of the other sex with which a sentence begins, where `told` of nobody but the patient, and where none
    is of the stated sex: "54-year-old man. She has had a cough."."""
    if not told or not _SHE_OR_HE.search(text) or _ANYBODY_ELSE.search(text):
        return []
    found = list(_HE_OR_SHE.finditer(text[:20_000]))
    other = "female" if sex == "male" else "male"
    return [(other, found[0].span())] if found and all(m.lastgroup == other for m in found) else []
