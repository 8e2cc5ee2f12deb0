"""The check that stands between a model and the reader: each claim is traced, or the sentence is withheld.

It is closed: a word that is neither part of a traced claim, nor in the place of the record that the claim rests on,
nor mere connection, withholds the sentence. It errs on the side of withholding. English sentences only; the record may
be in either language.
"""

from __future__ import annotations

import re

from core.assessment import Sentence
from core.narrative.broken import broken
from core.narrative.check_drugs import check_drugs
from core.narrative.check_findings import check_findings
from core.narrative.check_numbers import check_measurements, check_numbers, check_scores
from core.narrative.check_person import check_person
from core.narrative.check_retelling import check_chinese, check_retelling
from core.narrative.check_words import check_words
from core.narrative.claim import Claim
from core.narrative.model import Withheld
from core.narrative.record import Record

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def check_sentence(text: str, record: Record) -> Sentence | Withheld:
    """Trace one sentence of a model to the record and its assessment."""
    if (reason := broken(text, record)) is not None:
        return Withheld(text=text, reasons=(reason,))
    if _CHINESE.search(text) and not record.english:
        return check_chinese(text, record)
    claim = Claim(text, record.knowledge)
    # The order matters: facts first, since what they rest on decides which words and numbers are at home.
    check_measurements(claim, record)
    check_drugs(claim, record)
    check_findings(claim, record)
    check_scores(claim, record)
    check_person(claim, record)
    check_numbers(claim, record)
    check_words(claim, record)
    if not record.english:
        return claim.verdict()
    retelling = check_retelling(claim, record)
    return claim.verdict(retelling)
