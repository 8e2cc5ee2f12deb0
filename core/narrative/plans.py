"""Advice and orders: those of the record may be told again, any other withholds a sentence."""

from __future__ import annotations

import re

from core.narrative.search import Source, Text
from core.narrative.sense_words import ADVISING

# An order, to a colleague or to the patient: "Give amlodipine 5 mg daily."
_ORDER = re.compile(
    r"(?:^|[;,.]\s*(?:and\s+|then\s+)?|\b(?:please|should|must|ought to|needs? to)\s+)"
    r"(?:give|take|start|admit|use|treat|refer|repeat|stop|measure|check|consider|book|arrange|prescribe|administer|"
    r"continue|order|perform|increase|reduce|plan|test|see|monitor|review)\b",
    re.IGNORECASE,
)
# Where the record itself lays down what is to be done.
_LAID_DOWN = re.compile(
    r"\b(?:plans?|to do|please|should|must|advised?|advice|follow[ -]?up|next appointment|for review"
    r"|told (?:not )?to)\b"
    r"|(?:^|[.;:,]\s*(?:and\s+)?|\band\s+)(?:review|repeat|recheck|return|come back|avoid|refer|arrange|book|chase"
    r"|check|monitor|see|bloods in"
    r"|no (?:heavy )?(?:lifting|driving|alcohol|sport|exercise|work|flying|swimming|smoking))\b",
    re.IGNORECASE,
)


def advises(text: str) -> bool:
    """Does it order or advise anything?"""
    return _ORDER.search(text) is not None or ADVISING.search(text) is not None


def laid_down(said: Text, record: Source) -> bool:
    """Is what it advises in a sentence of the record that lays down what is to be done? Never where a drug is named:
    what is to be done with a drug the template alone tells."""
    if any(atom.key.startswith("drug:") for atom in said.atoms.said):
        return False
    sentences = {record.ground.at(match.end() - 1).sentence for match in _LAID_DOWN.finditer(record.text)}
    first = min((match.start() for match in (*_ORDER.finditer(said.text), *ADVISING.finditer(said.text))), default=0)
    told = [b for atom in said.atoms.said if atom.start >= first for b in record.by_key[atom.key]]
    told += [b for a, amount in said.amounts if a.start >= first for b, other in record.amounts if amount.same(other)]
    return any(record.at[b].sentence in sentences for b in told)
