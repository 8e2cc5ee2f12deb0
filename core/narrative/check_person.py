"""Who it is about: sex and age as the assessment has them."""

from __future__ import annotations

import re

from core.case.model import Patient
from core.language.tokens import Token
from core.narrative.claim import Claim
from core.narrative.durations import durations
from core.narrative.first_names import sex_by_name
from core.narrative.record import Record
from core.narrative.words import (
    AGE_WORDS,
    FEMALE_KIN,
    FEMALE_NOUNS,
    FEMALE_PRONOUNS,
    KIN,
    MALE_KIN,
    MALE_NOUNS,
    MALE_PRONOUNS,
)

_YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}


_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_DECADE = re.compile(
    rf"\bin (?:his|her|their) (?:(?P<part>early|mid|late)[\s-])?(?P<tens>{'|'.join(_DECADES)})\b", re.IGNORECASE
)
# "He and his father had …", "like his father, he …": the reader gives it to one of them, the sentence to both.
_TOGETHER = re.compile(
    rf"\b(?:(?:he|she|they|patient|man|woman)\s+and|like|both)\s+(?:his|her|their|the)?\s*(?:{'|'.join(sorted(KIN))})\b",
    re.IGNORECASE,
)


def check_person(claim: Claim, record: Record) -> None:
    """Sex and age words agree with the patient; a relative may have pronouns of his or her own."""
    if _TOGETHER.search(claim.text):
        claim.object("it is not clear whether the patient or a relative is meant", final=True)
    patient = record.assessment.patient
    words = {token.lower for token in claim.tokens}
    _age(claim, record, patient)
    _decade(claim, patient)
    for token in claim.tokens:
        limits = AGE_WORDS.get(token.lower)
        if limits is None or claim.covered(token.start, token.end):
            continue
        if patient.age_years is None:
            if token.lower not in MALE_NOUNS | FEMALE_NOUNS:
                claim.object("the record does not give the age")
        elif not limits[0] <= patient.age_years < limits[1]:
            claim.object("the age is not that of the record")
        else:
            claim.settle(token.start, token.end)
        claim.cover(token.start, token.end)
    for token in claim.tokens:
        _sex(claim, record, token, words)


def _sex(claim: Claim, record: Record, token: Token, words: set[str]) -> None:
    patient = record.assessment.patient
    known = patient.sex if patient.sex != "unknown" else sex_by_name(record.case.text)
    for sex, nouns, pronouns, kin in (
        ("male", MALE_NOUNS, MALE_PRONOUNS, MALE_KIN),
        ("female", FEMALE_NOUNS, FEMALE_PRONOUNS, FEMALE_KIN),
    ):
        if token.lower in nouns | pronouns:
            if known == sex:
                if token.lower in nouns and patient.sex == sex:
                    claim.trace("patient/sex", record.reading.patient_spans.get("sex"))
            elif token.lower in nouns or not kin & words:
                claim.object(
                    "the record does not give the sex" if known == "unknown" else "the sex is not that of the record",
                    final=True,
                )
            claim.cover(token.start, token.end)


def _age(claim: Claim, record: Record, patient: Patient) -> None:
    """ "58-year-old", "aged 58 years", "58 years of age"."""
    for duration, start, end in durations(claim.text):
        behind = claim.text[end : end + 8].lower().lstrip(" -")
        before = claim.text[max(0, start - 9) : start].lower().rstrip()
        if not (behind.startswith(("old", "of age")) or before.endswith(("aged", "age", "age of"))):
            continue
        if claim.covered(start, end) or duration.unit not in _YEARS:
            continue
        if patient.age_years is None or not _is_age(
            duration.low * _YEARS[duration.unit], duration.unit, patient.age_years
        ):
            claim.object("the age is not that of the record")
        else:
            claim.trace("patient/age_years", record.reading.patient_spans.get("age_years"))
            claim.settle(start, end)
        claim.cover(start, end)


def _decade(claim: Claim, patient: Patient) -> None:
    """ "In her late twenties"."""
    for match in _DECADE.finditer(claim.text):
        low = _DECADES.index(match["tens"].lower()) * 10 + 20
        first, last = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}.get((match["part"] or "").lower(), (0, 10))
        if patient.age_years is not None and low + first <= patient.age_years < low + last:
            claim.trace("patient/age_years")  # any other decade is one that the record tells of, or none
            claim.settle(match.start(), match.end())


def _is_age(said: float, unit: str, age: float) -> bool:
    """In whole units, as ages are said."""
    return said <= age + 1e-6 < said + _YEARS[unit]
