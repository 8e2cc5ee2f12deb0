"""Drugs: only those of the record, as it has them: taken, stopped or not tolerated; no new dose, no advice."""

from __future__ import annotations

import re

from core.language.model import Medication
from core.narrative.claim import Claim
from core.narrative.record import Record, content_tokens, span_of
from core.narrative.words import ALLERGY, GLUE

_DOSE = re.compile(
    r"\d[\d.,]*\s?(?:mg|mcg|µg|μg|ug|g|ml|units?|iu|u|puffs?|tablets?|tabs?|capsules?|drops?)\b(?!\s?/)", re.IGNORECASE
)
_NO_ALLERGIES = re.compile(r"\bno (?:known )?(?:drug |medication )?allergies\b", re.IGNORECASE)
# Ways of writing one interval; what is not here must be the same to the letter.
_INTERVALS = {
    "daily": ("daily", "od", "qd", "q.d.", "once daily", "once a day", "every day", "once per day", "each day"),
    "at night": (
        "at night",
        "nocte",
        "nightly",
        "at bedtime",
        "qhs",
        "qn",
        "hs",
        "q.h.s.",
        "every night",
        "each night",
        "on",
    ),
    "twice daily": ("twice daily", "bid", "bd", "b.i.d.", "twice a day", "twice per day", "twice"),
    "three times daily": ("three times daily", "tid", "tds", "t.i.d.", "three times a day"),
    "four times daily": ("four times daily", "qid", "qds", "q.i.d.", "four times a day"),
    "in the morning": ("in the morning", "mane", "om", "qam", "each morning", "every morning"),
    "as needed": ("as needed", "prn", "p.r.n."),
}
_SAME_INTERVAL = {written: name for name, ways in _INTERVALS.items() for written in ways}
# What may stand behind a drug whose interval or way was read and found the same.
_MAY_FOLLOW = frozenset("by mouth oral orally a day night bedtime time times per each every".split())
_INDICATION = re.compile(r"\s*(?:for|against|because|to)\b(?!\s+(?:the\s+(?:past|last)\s+)?\d)", re.IGNORECASE)


def check_drugs(claim: Claim, record: Record) -> None:
    """Trace every drug that the sentence names, by the reader's eye and by the dictionary."""
    _no_allergies(claim, record)
    named = [(m, m.start or 0, m.end or 0) for m in claim.reading.medications]
    for said, start, end in named:
        _taken(claim, record, said, start, end)
    for drug, start, end in _by_dictionary(claim, record):
        if _of_allergy(claim, start, end):
            _allergy(claim, record, drug, start, end)
        elif not claim.covered(start, end):
            claim.object(f"a drug that the record does not name in this way: {drug}", start, end)
    for match in _DOSE.finditer(claim.text):
        if not claim.covered(match.start(), match.end()):
            claim.object("a dose that is not that of the record", match.start(), match.end())


def _taken(claim: Claim, record: Record, said: Medication, start: int, end: int) -> None:
    known = [(n, m) for n, m in enumerate(record.assessment.medications) if _drug(m) == _drug(said)]
    if not known:
        claim.object(f"a drug that the record does not name: {said.name}", start, end)
        return
    for number, medication in known:
        behind = _end(claim, said, end)
        if _as_taken(said, medication) and _doses(claim, end, behind) <= {_plain(medication.dose)}:
            claim.trace(f"medications/{number}", span_of(medication))
            claim.cover(_verb(claim, start), behind)
            claim.anchors |= record.home(medication.start)
            if _INDICATION.match(claim.text, behind):
                claim.object(f"what a drug is for is not told by a model: {said.name}")
            return
    claim.object(f"not the dose, interval, route or status of the record: {said.name}", start, end)


def _as_taken(said: Medication, known: Medication) -> bool:
    """May the sentence say this of the known drug? What it leaves out is no matter."""
    same = [
        said.dose is None or _plain(said.dose) == _plain(known.dose),
        said.interval is None or _interval(said.interval) == _interval(known.interval),
        said.route is None or _route(said.route) == _route(known.route),
        said.status == known.status or {said.status, known.status} <= {"current", "before-admission"},
    ]
    return all(same)


def _drug(medication: Medication) -> str:
    return (medication.drug or medication.name).lower()


def _plain(words: str | None) -> str:
    return re.sub(r"[\s.]+(?!\d)", "", words or "").lower()


def _route(words: str | None) -> str:
    plain = _plain(words)
    return "by mouth" if plain in ("po", "oral", "orally", "bymouth") else plain


def _interval(words: str | None) -> str:
    lower = " ".join((words or "").lower().split())
    return _SAME_INTERVAL.get(lower, lower)


def _end(claim: Claim, said: Medication, end: int) -> int:
    """Where the words about a traced drug end: the reader's end, or behind the ways of saying how it is taken."""
    if said.interval is not None and said.interval not in claim.text[:end].lower():
        end = claim.text.lower().index(said.interval, end) + len(said.interval)
    if said.interval is not None or said.route is not None:
        for token in (t for t in claim.tokens if t.start >= end):
            if token.lower not in _MAY_FOLLOW:
                break
            end = token.end
    return end


def _doses(claim: Claim, start: int, end: int) -> set[str]:
    """The doses between a drug and the rest of what is said of it: "is taken at a dose of 5 mg once a day"."""
    return {_plain(match.group()) for match in _DOSE.finditer(claim.text, start, end)}


def _verb(claim: Claim, start: int) -> int:
    """Where "takes" or "takes the" before a drug begins: the reader makes findings of it ("takes warfarin")."""
    before = re.search(
        r"\b(?:takes|taking|take|on|uses|using|receives)\s+(?:the\s+)?$", claim.text[:start], re.IGNORECASE
    )
    return before.start() if before else start


def _of_allergy(claim: Claim, start: int, end: int) -> bool:
    """Is the drug named as one that is not tolerated: "allergic to …", "… allergy"?"""
    before = [t.lower for t in claim.tokens if t.end <= start]
    after = [t.lower for t in claim.tokens if t.start >= end][:1]
    for word in reversed(before):
        if word in ALLERGY:
            return True
        if word in ("takes", "taking", "take", "medications", "on", "uses", "receives", ";"):
            break
    return bool(ALLERGY & set(after))


def _allergy(claim: Claim, record: Record, drug: str, start: int, end: int) -> None:
    for number, item in enumerate(record.assessment.allergies.items):
        known = record.knowledge.drug(item.substance) or item.substance
        if drug.lower() in (known.lower(), item.substance.lower()) or record.knowledge.drug(drug) == known:
            claim.trace(f"allergies/items/{number}", span_of(item))
            claim.cover(start, end)
            for token in claim.tokens:
                if token.lower in ALLERGY:
                    claim.cover(token.start, token.end)
            claim.anchors |= record.home(item.start)
            return
    claim.object(f"an allergy that the record does not name: {drug}", start, end)


def _no_allergies(claim: Claim, record: Record) -> None:
    """ "No known allergies" is a statement of the record, not its silence."""
    for match in _NO_ALLERGIES.finditer(claim.text):
        if record.assessment.allergies.status == "none-known":
            claim.trace("allergies/status")
            claim.cover(match.start(), match.end())
            claim.denies = True
        else:
            claim.object("the record does not say that there are no allergies", match.start(), match.end())


def _by_dictionary(claim: Claim, record: Record) -> list[tuple[str, int, int]]:
    """Every run of up to three words that is somebody's name for a drug; connecting words are none."""
    found = []
    tokens = content_tokens(claim.text)
    for first in range(len(tokens)):
        for last in range(min(first + 3, len(tokens)), first, -1):
            start, end = tokens[first].start, tokens[last - 1].end
            drug = record.knowledge.drug(claim.text[start:end])
            if drug is not None and not (last - first == 1 and tokens[first].stem in GLUE):
                found.append((drug, start, end))
                break
    return found
