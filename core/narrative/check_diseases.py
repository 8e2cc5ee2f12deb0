"""Diseases: stated by the record, or named as a possibility that Bedside thinks of, too, and as likely as it does."""

from __future__ import annotations

import re

from core.narrative.claim import Claim
from core.narrative.record import DiseaseName, Record, disease_names, find_diseases
from core.narrative.words import HEDGES, STATEMENTS, STRONG_HEDGES

_HEDGED_BEHIND = re.compile(
    r"\s+(?:is|are|remains?)\s+(?:an?\s+|the\s+|one\s+)?(?:possible|possibility|considered|likely|probable)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BANDS = {False: ("very likely", "likely", "possible"), True: ("very likely", "likely")}


def stated_diseases(claim: Claim, record: Record) -> list[tuple[str, int, int]]:
    """The diseases that the sentence states. Those it names as possibilities are traced here when they are."""
    stated = []
    for name in find_diseases(claim.text, disease_names(record.knowledge)):
        denied = any(m.denied for m in claim.mentions if name.start <= m.start < name.end)
        if _hedged(claim, name) and not denied and _possible(claim, record, name):
            claim.cover(name.start, name.end)
        else:
            stated.append((record.knowledge.diseases[name.id].names.en[0], name.start, name.end))
    return stated


def check_stated(claim: Claim, record: Record, diseases: list[tuple[str, int, int]]) -> None:
    """Each of these that nothing else has accounted for stands in the record."""
    for name, start, end in diseases:
        if not claim.covered(start, end) and not _said_in_record(claim, record, start, end):
            claim.object(f"a diagnosis that neither the record states nor Bedside thinks so likely: {name}", start, end)


def _hedged(claim: Claim, name: DiseaseName) -> bool:
    """Is it named as a mere possibility: right behind it, or before it with no statement in between?"""
    if _HEDGED_BEHIND.match(claim.text, name.end):
        return True
    for token in reversed([t for t in claim.tokens if t.start < name.start]):
        if token.lower in HEDGES:
            return True
        if token.lower in STATEMENTS or token.lower in (";", "."):
            return False
    return False


def _possible(claim: Claim, record: Record, name: DiseaseName) -> bool:
    """Does Bedside think so, too, and as likely as the sentence says?"""
    likely = any(token.lower in STRONG_HEDGES for token in claim.tokens)
    for number, ranked in enumerate(record.assessment.differential):
        if ranked.id == name.id and ranked.band in _BANDS[likely]:
            claim.trace(f"differential/{number}")
            return True
    for number, danger in enumerate(record.assessment.cannot_miss):
        if danger.id == name.id and not likely:
            claim.trace(f"cannot_miss/{number}")
            return True
    return False


def _said_in_record(claim: Claim, record: Record, start: int, end: int) -> bool:
    """Does the record name the disease in the same words, of the same person, denied or not as here?"""
    said = [m for m in claim.mentions if start <= m.start < end]
    everywhere = record.mentions(range(len(record.reading.sentences)))
    for place in range(len(everywhere) - len(said) + 1):
        there = everywhere[place : place + len(said)]
        written = record.case.text[there[0].start : there[-1].end] if there else ""
        if not set(_DIGITS.findall(claim.text[start:end])) <= set(_DIGITS.findall(written)):
            continue  # "type 1 diabetes" is not of type 2
        if all((a.stem, a.denied, a.whose) == (b.stem, b.denied, b.whose) for a, b in zip(said, there, strict=True)):
            span = (there[0].start, there[-1].end)
            claim.trace("record", span)
            claim.cover(start, end)
            claim.denies |= said[0].denied
            claim.relatives |= said[0].whose == "family"
            return True
    return False
