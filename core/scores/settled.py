"""A second look at the findings: whose they are, whether they are denied, and what is no finding at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.language.model import Finding
from core.scores.occasion import KIN, TELLS
from core.scores.reading_denial import denied_from_afar

# "Wife in nursing home", "His mother, living with him, was admitted confused": a clause that begins with somebody else.
_OF_ANOTHER = re.compile(
    rf"^\W*(?:(?:his|her|the|a|an|one|their)\s+)?(?:(?:late|younger|older|elder|twin)\s+)?{KIN}\b(?!['’]s|\s+{TELLS})"
    r"(?!.*\b(?:she|he|patient|who)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?]\s|\n")


# "With his wife, who is in a wheelchair after a stroke": what the clause within tells is of her.
_WHO = re.compile(
    rf"\b{KIN},? who(?:se)?\b(?!\s+(?:has |had |was |is )?(?:{TELLS}|with (?:him|her)|present))"
    r"(?!.*\b(?:she|he|patient)\b)[^,]*\Z",
    re.IGNORECASE,
)


def somebody_elses(text: str, start: int) -> bool:
    """Does the clause that leads to this place begin with somebody else, or tell of them alone, and come to nobody
    after them?"""
    clause = _CLAUSE.split(text[max(0, start - 160) : start])[-1]
    return bool(_OF_ANOTHER.match(clause) or _WHO.search(clause))


# Who is seen in the clinic for one of these may not have it.
_SUSPECTED = re.compile(r"\W*(?:TIA|DVT|VTE|PE|ACS|AKI|sepsis|stroke|chest pain|cancer|syncope)\Z", re.IGNORECASE)
_SERVICE = re.compile(r"\s+(?:clinic|pathway|protocol|bundle|screen(?:ing)?|hotline|work-?up)\b", re.IGNORECASE)
_UNTESTED = re.compile(
    r"\s+(?:status )?(?:is |was )?(?:not (?:known|tested|assessed|checked|measured)|unknown|untested)\b", re.IGNORECASE
)


def _of_a_service(finding: Finding, text: str) -> bool:
    if finding.start is None or finding.end is None:
        return False
    return bool(_SERVICE.match(text, finding.end) and _SUSPECTED.match(text[finding.start : finding.end]))


# What a differential diagnosis includes is thought of, not there.
_CONSIDERED = re.compile(
    r"\bdifferentials?\b(?! (?:count|white|cell|blood|leu))[^.;]*?\b(?:includ(?:ed|es|ing)|comprised|encompassed)\b"
    r"(?![^.;]*\b(?:confirmed|proved|showed|but|however|although|with a history)\b)",
    re.IGNORECASE,
)
_HYPERTENSION = "HP:0000822"
# "Hypertension and tachycardia resulting from epinephrine administration": that is no disease of the patient's.
_BY_A_DRUG = re.compile(
    r"\s+(?:and \w+ )?(?:(?:resulting|arising) from|due to|caused by|induced by|in response to|secondary to|after) "
    r"(?:the |an? )?(?:intravenous |IV )?[\w-]+ (?:administration|infusion|injection|bolus)\b",
    re.IGNORECASE,
)
# "Pressure sore over the left knee": nothing is sore to the touch there.
_SORE = re.compile(r"\b(?:pressure|bed|cold|canker)[ -]?\Z", re.IGNORECASE)


# "Smoked up to 20 cigarettes a day" says how many, not until when.
_UP_TO = re.compile(r"\bup to\Z", re.IGNORECASE)
_A_DAY = re.compile(r"\s*(?:\d{1,2}|twenty|ten|forty) (?:cigarettes|cigs|a day|per day|daily)", re.IGNORECASE)


def _another_matter(finding: Finding, text: str) -> bool:
    """Is it only part of the name of something else, or for the hour of a drug?"""
    if finding.start is None or finding.end is None:
        return False
    if finding.concept == _HYPERTENSION and _BY_A_DRUG.match(text, finding.end):
        return True
    words = text[finding.start : finding.end].lower()
    if _UP_TO.search(words) and _A_DAY.match(text, finding.end):
        return True
    return words.startswith("sore ") and bool(_SORE.search(text[max(0, finding.start - 12) : finding.start]))


def settled(findings: Sequence[Finding], text: str) -> tuple[Finding, ...]:
    """The findings, those turned to absent or to somebody else's that a second look finds denied or told of another."""
    if not text:
        return tuple(findings)
    settled = [f for f in findings if not (_of_a_service(f, text) or _another_matter(f, text))]
    denied: list[tuple[int, int]] = []
    for i, finding in sorted(enumerate(settled), key=lambda pair: pair[1].start or 0):
        if finding.start is None or finding.end is None:
            continue
        if finding.experiencer == "patient" and somebody_elses(text, finding.start):
            settled[i] = finding.model_copy(update={"experiencer": "other"})
            continue
        considered = _CONSIDERED.search(_CLAUSE.split(text[max(0, finding.start - 160) : finding.start])[-1])
        if finding.assertion == "present" and (considered or _UNTESTED.match(text, finding.end)):
            settled[i] = finding.model_copy(update={"assertion": "possible"})
        elif finding.assertion == "present" and denied_from_afar(text, finding.start, denied):
            settled[i] = finding.model_copy(update={"assertion": "absent", "temporality": "recent"})
        if settled[i].assertion == "absent":
            denied.append((finding.start, finding.end))
    return tuple(settled)
