"""The record's own words, told otherwise: what carries a sentence that no finding of the reader's carries."""

from __future__ import annotations

import re
from functools import partial

from core.assessment import Sentence
from core.knowledge.base import Knowledge
from core.language.model import Finding
from core.narrative.changes import changes_told
from core.narrative.check_findings import NORMAL, name_tokens
from core.narrative.claim import Claim
from core.narrative.flags_en import flags_told
from core.narrative.flags_zh import flags_told as flags_told_zh
from core.narrative.model import Span, Withheld
from core.narrative.plans import advises, laid_down
from core.narrative.record import Record, disease_names, find_diseases, span_of
from core.narrative.retelling import retold
from core.narrative.search import Links, Retold
from core.narrative.search_standing import Known, find_standings, find_standings_zh
from core.narrative.standing import Kind
from core.narrative.standing_again import standings_told
from core.narrative.told import Told
from core.narrative.told_zh import SentenceZh
from core.narrative.words import LASTING

_MALE_ZH = re.compile(r"男(?:性|士|患者|孩|童)|先生|[岁,，、]男(?![女友])|^男")
_FEMALE_ZH = re.compile(r"女(?:性|士|患者|孩|童)|[岁,，、]女(?![儿友])|^女(?!儿)")


_FOR = re.compile(r"\b(?:for|since|over) ", re.IGNORECASE)


def check_retelling(claim: Claim, record: Record) -> Retold:
    """Look for the sentence in the record, with what the reader knows to be the same under another name."""
    said = Told(claim.text, record.knowledge)
    for start, end in (
        *changes_told(said, record.told, record.reading.measurements),
        *flags_told(said, record.told, record.reading.measurements),
    ):
        claim.settle(start, end)
    if advises(claim.text) and not laid_down(said, record.told):
        claim.object("it advises or orders", final=True)
    known = Known(_illnesses(claim, record), _symptoms_of_now(record), _drugs_of_another_time(record))
    for start, end in standings_told(said, record.told, known.drugs):
        claim.settle(start, end)
    return retold(said, record.told, _links(claim, record), claim.settled, partial(find_standings, known=known))


def check_chinese(text: str, record: Record) -> Sentence | Withheld:
    """A Chinese sentence about a Chinese record: its words alone carry it."""
    told = record.told_zh
    rest = text
    for start, end in sorted(flags_told_zh(text, record), reverse=True):
        rest = rest[:start] + rest[end:]  # held against the value, so that it need not stand in the record
    found = retold(SentenceZh(rest, told), told, {}, lambda start, end: False, find_standings_zh)
    reasons = (*found.reasons, *_other_sex(text, record))
    if reasons:
        return Withheld(text=text, reasons=reasons)
    spans = tuple(told.span(start, end) for start, end in found.spans)
    return Sentence(text=text, author="model", spans=spans, facts=("record",))


def _other_sex(text: str, record: Record) -> tuple[str, ...]:
    """Does a Chinese sentence call the patient by the other sex?"""
    other = {"male": _FEMALE_ZH, "female": _MALE_ZH}.get(record.assessment.patient.sex)
    return ("the sex is not that of the record",) if other is not None and other.search(text) else ()


def _links(claim: Claim, record: Record) -> Links:
    """Names of findings and diseases in the sentence, and where the record names the same."""
    links: Links = {}
    for said in claim.reading.findings:
        if said.concept is None or said.value is not None or span_of(said) is None:
            continue
        places = [
            span
            for known in record.reading.findings
            if (span := span_of(known)) is not None
            and known.assertion == said.assertion
            and (known.value is None or known.assertion == "present")  # a normal value excludes what is named here
            and _same_or_special(said, known, record.knowledge)
        ]
        for token in name_tokens(claim, said, record.knowledge):
            _add(links, (token.start, token.end), places)
    names = disease_names(record.knowledge)
    for name in find_diseases(claim.text, names):
        _add(links, (name.start, name.end), [(d.start, d.end) for d in record.diseases if d.id == name.id])
    return links


def _illnesses(claim: Claim, record: Record) -> list[Span]:
    """Where the sentence names a finding or a disease."""
    named = [(d.start, d.end) for d in find_diseases(claim.text, disease_names(record.knowledge))]
    spans = (span_of(f) for f in claim.reading.findings if f.value is None)
    return [*named, *(span for span in spans if span is not None)]


def _symptoms_of_now(record: Record) -> list[Span]:
    """Where the record has what was felt or seen of late: that is no history."""
    return [
        span
        for known in record.reading.findings
        if (known.assertion, known.temporality, known.value) == ("present", "recent", None)
        and (entry := record.knowledge.findings.get(known.concept or "")) is not None
        and (
            entry.kind in ("symptom", "sign")
            or _FOR.search(f"{known.time} {record.case.text[known.start : known.end]}")
        )
        and not LASTING & {known.concept, *record.knowledge.ancestors(known.concept or "")}
        and (span := span_of(known)) is not None
    ]


def _drugs_of_another_time(record: Record) -> list[tuple[Span, Kind]]:
    """The drugs that the reader has as stopped or planned."""
    kinds: dict[str, Kind] = {"stopped": "over", "planned": "ahead"}
    spans = [(span_of(known), kinds.get(known.status)) for known in record.reading.medications]
    return [(span, kind) for span, kind in spans if span is not None and kind is not None]


def _same_or_special(said: Finding, known: Finding, knowledge: Knowledge) -> bool:
    """Is what the record has the same, or a kind of it? A normal scan hangs below the findings of such scans and is no
    kind of them."""
    given = known.concept or ""
    return given == said.concept or (not given.endswith(NORMAL) and said.concept in knowledge.ancestors(given))


def _add(links: Links, said: Span, places: list[Span]) -> None:
    if places:
        links.setdefault(said, []).extend(places)
