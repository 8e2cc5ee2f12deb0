"""Findings and diseases: the same thing, of the same person, as surely, on the same side, at the same time."""

from __future__ import annotations

import re

from core.knowledge.base import Knowledge
from core.language.model import Finding
from core.language.tokens import Token
from core.narrative.check_diseases import check_stated, stated_diseases
from core.narrative.claim import Claim
from core.narrative.durations import durations
from core.narrative.ground import Ground
from core.narrative.number_words import WORD, value_of
from core.narrative.record import Record, span_of, whose
from core.narrative.vague_spells import lasts_longer
from core.narrative.wordings import wordings
from core.narrative.words import LASTING

_PAST = re.compile(
    r"\b(?:previous(?:ly)?|prior|past|history|before|ever|earlier|formerly|already|once|again|another|second|recurrent"
    r"|ha[sd] had|used to)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"\b(?:once|twice|thrice|(?!one\b)(?:{WORD})(?=\stimes\b))", re.IGNORECASE)
NORMAL = "-normal"
_BOTH_WAYS = "denied in one place of the record and stated in another: {}"
_OBJECTIONS = {
    "experiencer": "the record says this of somebody else: {}",
    "assertion": "the record does not say this in the same sense (present, absent, possible): {}",
    "temporality": "the record says this of another time: {}",
    "laterality": "the side is not that of the record: {}",
    "severity": "the severity is not that of the record: {}",
    "time": "the time is not that of the record: {}",
}


def check_findings(claim: Claim, record: Record) -> None:
    """Trace each finding that the sentence names; a disease of the differential may be named as a possibility."""
    diseases = stated_diseases(claim, record)
    # Left out: what was read off a measurement or made of a drug, which are checked as such, and possibilities.
    found_here = [(f, f.start or 0, f.end or 0) for f in claim.reading.findings if f.value is None]
    for found, start, end in [(f, a, b) for f, a, b in found_here if not claim.covered(a, b)]:
        carriers = [(n, f) for n, f in enumerate(record.assessment.findings) if _same(found, f, record.knowledge)]
        said = _as_said(claim, record, found)
        past = _PAST.search(claim.text) is not None
        objection = _objection(said, [f for _, f in carriers], record, past)
        if objection is not None:
            final = objection == _BOTH_WAYS and _is_denied(claim, found, start, end)
            claim.object(objection.format(found.label), start, end, final=final)
            continue
        for token in name_tokens(claim, found, record.knowledge):
            claim.cover(token.start, token.end)
        if _narrower(claim, record, start, end):
            claim.object(f"a kind of this that the record does not name: {claim.text[start:end]}", final=True)
        carrying = [(n, f) for n, f in carriers if _mismatch(said, f, record) is None]
        if all(lasts_longer(claim.text, known.time) for _, known in carrying):
            claim.object(_OBJECTIONS["time"].format(found.label), final=True)
        if not _digits(claim.text[start:end]) <= {d for _, f in carrying for d in _digits(_named(f, record))}:
            claim.object(f"a number that the record does not give: {claim.text[start:end]}")
        exact = [(n, f) for n, f in carrying if f.concept == said.concept]
        for number, carrier in exact or carrying:
            _carry(claim, record, said, number, carrier)
    check_stated(claim, record, diseases)


def _is_denied(claim: Claim, found: Finding, start: int, end: int) -> bool:
    """Does the second reading take for denied what the reader does? "Negatively birefringent" denies nothing."""
    ground = Ground(claim.text)
    return found.assertion != "absent" or any(a < end and start < b for a, b in ground.denials)


def _narrower(claim: Claim, record: Record, start: int, end: int) -> bool:
    """Does an abbreviation say more than what it was read as? A STEMI is an infarction, and so is an NSTEMI."""
    kinds = wordings().kinds
    shorts = (t for t in claim.tokens if start <= t.start < end and claim.text[t.start : t.end].isupper())
    return record.english and any(t.lower in kinds and t.lower not in record.told.by_key for t in shorts)


def _as_said(claim: Claim, record: Record, found: Finding) -> Finding:
    """The finding with the person it is said of, and with a spell of time only when no other finding stands between:
    in "hypertension, presents with pain for 2 hours" the hours are the pain's."""
    time, end = found.time, found.end or 0
    place = claim.text.find(time, end) if time is not None else -1
    if any(end < (other.start or 0) < place for other in claim.reading.findings):
        time = None
    return found.model_copy(update={"experiencer": whose(found, claim.text, record.knowledge), "time": time})


def name_tokens(claim: Claim, found: Finding, knowledge: Knowledge) -> list[Token]:
    """The words of the name alone: "history of asthma, cancer and smoking" names a history of smoking, and the reader's
    span then holds words that are none of its."""
    tokens = [t for t in claim.tokens if (found.start or 0) <= t.start < (found.end or 0)]
    here = {t.stem for t in tokens if t.stem}
    rows = [row for rows in knowledge.lexicon(here).values() for row in rows if row.term == found.concept]
    names = [row.stems for row in rows if set(row.stems) <= here]
    name = max(names, key=len) if names else here  # an abbreviation or a set phrase has no row
    return [token for token in tokens if token.stem in name]


def _digits(text: str) -> set[str]:
    """Its numbers: the reader takes "been sick five times" for one name."""
    return {*re.findall(r"\d+", text), *(f"{value_of(word):g}" for word in _COUNT.findall(text))}


def _named(known: Finding, record: Record) -> str:
    """What a finding of the record is called, there and here: "type 2 diabetes" is not of type 1."""
    return f"{record.case.text[known.start : known.end] if span_of(known) else ''} {known.label}"


def _same(said: Finding, known: Finding, knowledge: Knowledge) -> bool:
    """Does the known finding imply the said one, all else being alike? A kind of pain is pain; no pain is no kind."""
    wanted, given = said.concept or "", known.concept or "-"  # what has no concept is alike to nothing
    if given.endswith(NORMAL) and wanted != given:
        return False  # a normal scan hangs below the findings of such scans and is none of them
    if wanted == given or given in _history_of(wanted, knowledge):
        return True
    if said.assertion == "absent":
        return given in knowledge.ancestors(wanted)
    return wanted in knowledge.ancestors(given)


def _history_of(concept: str, knowledge: Knowledge) -> frozenset[str]:
    """A past or a relative's illness may be a concept of its own, made of the illness and the telling."""
    entry = knowledge.findings.get(concept)
    return frozenset((*entry.past_of, *entry.family_of)) if entry is not None else frozenset()


def _objection(said: Finding, carriers: list[Finding], record: Record, past: bool) -> str | None:
    """Why none of the carriers carries what is said; None when one does. The nearest miss is named."""
    if not carriers:
        return "not in the record: {}"
    if said.assertion == "absent" and any(_contradicts(said, other) for other in record.assessment.findings):
        return _BOTH_WAYS
    if (
        said.assertion == "present"
        and past
        and any(_denies_the_past(said, f, record) for f in record.assessment.findings)
    ):
        return _BOTH_WAYS
    misses = [_mismatch(said, carrier, record) for carrier in carriers]
    real = [miss for miss in misses if miss is not None]
    return _OBJECTIONS[max(real, key=list(_OBJECTIONS).index)] if len(real) == len(misses) else None


def _contradicts(said: Finding, other: Finding) -> bool:
    """Is what the sentence denies stated elsewhere? To repeat the denial alone would hide that."""
    alike = (said.concept, said.experiencer, said.temporality) == (other.concept, other.experiencer, other.temporality)
    return alike and other.assertion == "present"


def _denies_the_past(said: Finding, known: Finding, record: Record) -> bool:
    """ "No previous infarction" beside an infarction now: the one now is no previous one."""
    if (known.assertion, known.experiencer) != ("absent", "patient"):
        return False
    of_past = said.concept in _history_of(known.concept or "", record.knowledge)
    return of_past or (known.concept == said.concept and known.temporality != "recent")


def _mismatch(said: Finding, known: Finding, record: Record) -> str | None:
    """In what the two differ first."""
    if said.experiencer != whose(known, record.case.text, record.knowledge):
        return "experiencer"
    if said.assertion != known.assertion:
        return "assertion"
    if said.experiencer == "patient" and not _same_time(said, known, record.knowledge):
        return "temporality"
    if said.laterality not in (None, known.laterality):
        return "laterality"
    if said.severity not in (None, known.severity):
        return "severity"
    return None if _same_duration(said, known, record) else "time"


def _same_time(said: Finding, known: Finding, knowledge: Knowledge) -> bool:
    if said.temporality == known.temporality:
        return True
    concept = known.concept or ""
    entry = knowledge.findings.get(concept)
    lasting = concept in LASTING or bool(LASTING & knowledge.ancestors(concept))
    lasting |= entry is not None and entry.kind in ("history", "risk", "exposure")
    return lasting and {said.temporality, known.temporality} == {"recent", "historical"}


def _same_duration(said: Finding, known: Finding, record: Record) -> bool:
    """A spell of time that the sentence gives must stand beside the finding in the record."""
    wanted = {duration for duration, _, _ in durations(said.time or "")}
    if not wanted:
        return said.time is None or (said.time.lower() in _surroundings(known, record).lower())
    given = {duration for duration, _, _ in durations(known.time or "")}
    return wanted <= (given or {duration for duration, _, _ in durations(_surroundings(known, record))})


def _surroundings(known: Finding, record: Record) -> str:
    """The sentence of the record in which a finding stands; nothing when it was not read from the text."""
    return " ".join(record.case.text[slice(*record.reading.sentences[n])] for n in record.home(known.start))


def _carry(claim: Claim, record: Record, said: Finding, number: int, known: Finding) -> None:
    # What a more special finding merely implies has not been told of it: the fact is then the place in the record.
    implied = said.assertion == "present" and known.concept in _below(said, record)
    claim.trace("record" if implied else f"findings/{number}", span_of(known))
    # Our own name for it may say more words than the record did: "jaw or neck" where it says jaw.
    for match in re.finditer(re.escape(known.label), claim.text, re.IGNORECASE):
        claim.cover(match.start(), match.end())
    claim.denies |= said.assertion == "absent"
    claim.relatives |= said.experiencer == "family"
    claim.anchors |= _homes(record, known)


def _below(said: Finding, record: Record) -> set[str]:
    """The concepts of the record that are kinds of the one that is said."""
    concepts = {f.concept for f in record.assessment.findings if f.concept is not None}
    return {concept for concept in concepts if said.concept in record.knowledge.ancestors(concept)}


def _homes(record: Record, known: Finding) -> set[int]:
    """Where the record speaks of it: by its name, and by a more general one ("the pain came on …")."""
    general = record.knowledge.ancestors(known.concept) if known.concept is not None else frozenset()
    homes: set[int] = set()
    for other in record.assessment.findings:
        same = other is known or (other.concept in general and other.value is None)
        if same and other.experiencer == known.experiencer:
            homes |= record.home(other.start)
    return homes
