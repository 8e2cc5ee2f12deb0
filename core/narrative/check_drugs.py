"""Drugs: only those of the record, as it has them: taken, stopped or not tolerated; no new dose, no advice."""

from __future__ import annotations

import re

from core.language.model import Medication
from core.narrative.claim import Claim
from core.narrative.record import Record, content_tokens
from core.narrative.words import ALLERGY, GLUE

_DOSE = re.compile(
    r"\d[\d.,]*\s?(?:mg|mcg|µg|μg|ug|g|ml|units?|iu|u|puffs?|tablets?|tabs?|capsules?|drops?)\b(?!\s?/)", re.IGNORECASE
)
_NO_ALLERGIES = re.compile(r"\bno (?:known )?(?:drug |medication )?allergies\b", re.IGNORECASE)
# Ways of writing one interval; what is not here must be the same to the letter.
_INTERVALS = {
    "daily": ("daily", "od", "qd", "q.d.", "once daily", "once a day", "every day", "once per day", "each day"),
    "at night": ("at night", "nocte", "nightly", "at bedtime", "qhs", "q.h.s.", "every night", "each night", "on"),
    "twice daily": ("twice daily", "bid", "bd", "b.i.d.", "twice a day", "twice per day", "twice"),
    "three times daily": ("three times daily", "tid", "tds", "t.i.d.", "three times a day"),
    "four times daily": ("four times daily", "qid", "qds", "q.i.d.", "four times a day"),
    "in the morning": ("in the morning", "mane", "om", "qam", "each morning", "every morning"),
    "as needed": ("as needed", "prn", "p.r.n."),
}
_SAME_INTERVAL = {written: name for name, ways in _INTERVALS.items() for written in ways}
_MAY_FOLLOW = frozenset(
    "by mouth oral orally tablet tablets capsule capsules dose a day night bedtime time times per each every".split()
)


def check_drugs(claim: Claim, record: Record) -> None:
    """Trace every drug that the sentence names, by the reader's eye and by the dictionary."""
    _no_allergies(claim, record)
    for said in claim.reading.medications:
        if said.start is None or said.end is None:
            continue
        if _of_allergy(claim, said.start, said.end):
            _allergy(claim, record, said.drug or said.name, said.start, said.end)
        else:
            _taken(claim, record, said, said.start, said.end)
    for drug, start, end in _by_dictionary(claim, record):
        if not claim.covered(start, end):
            if _of_allergy(claim, start, end):
                _allergy(claim, record, drug, start, end)
            else:
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
        if _as_taken(said, medication):
            span = (medication.start, medication.end)
            claim.trace(f"medications/{number}", None if span[0] is None or span[1] is None else (span[0], span[1]))
            claim.cover(start, _end(claim, said, end))
            sentence = record.sentence_at(medication.start) if medication.start is not None else None
            if sentence is not None:
                claim.anchors.add(sentence)
            return
    claim.object(f"not the dose, interval, route or status of the record: {said.name}", start, end)


def _as_taken(said: Medication, known: Medication) -> bool:
    """May the sentence say this of the known drug? What it leaves out is no matter."""
    same = [
        said.dose is None or _plain(said.dose) == _plain(known.dose),
        said.interval is None or _interval(said.interval) == _interval(known.interval),
        said.route is None or _plain(said.route) == _plain(known.route),
        said.status == known.status or {said.status, known.status} <= {"current", "before-admission"},
    ]
    return all(same)


def _drug(medication: Medication) -> str:
    return (medication.drug or medication.name).lower()


def _plain(words: str | None) -> str:
    return re.sub(r"[\s.]+(?!\d)", "", words or "").lower()


def _interval(words: str | None) -> str:
    lower = " ".join((words or "").lower().split())
    return _SAME_INTERVAL.get(lower, lower)


def _end(claim: Claim, said: Medication, end: int) -> int:
    """Where the words about a traced drug end: the reader's end, or behind the ways of saying its interval."""
    if said.interval is not None:
        place = claim.text.lower().find(said.interval, end - len(said.interval))
        if 0 <= place <= end + len(said.interval) + 12 and not any(c in ",;." for c in claim.text[end:place]):
            end = max(end, place + len(said.interval))
    for token in claim.tokens:
        if token.start >= end:
            if token.lower not in _MAY_FOLLOW:
                break
            end = token.end
    return end


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
            claim.trace(
                f"allergies/items/{number}",
                (item.start, item.end) if item.start is not None and item.end is not None else None,
            )
            claim.cover(start, end)
            for token in claim.tokens:
                if token.lower in ALLERGY:
                    claim.cover(token.start, token.end)
            sentence = record.sentence_at(item.start) if item.start is not None else None
            if sentence is not None:
                claim.anchors.add(sentence)
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
