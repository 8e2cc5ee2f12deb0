"""What an English sentence calls a value ("within the normal range", "hypertensive at 162/96"), held against the flag
of the record's value, as `flags_zh` does for Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.language.model import Measurement
from core.narrative.model import Span
from core.narrative.told import Told

# What any value may be called.
_ANY = {
    "high": r"high|raised|elevated|increased|above (?:the )?(?:normal|reference)(?: range)?",
    "low": r"low|reduced|decreased|below (?:the )?(?:normal|reference)(?: range)?",
    "normal": r"(?:with)?in (?:the )?(?:normal|reference) (?:range|limits)|normal|unremarkable|not (?:raised|elevated)",
}
# What the patient, or the organ, is called when this value is high, low or normal.
_OF = {
    "systolic-blood-pressure": {"high": "hypertensive", "low": "hypotensive|hypotension", "normal": "normotensive"},
    "heart-rate": {"high": "tachycardic|tachycardia", "low": "bradycardic|bradycardia"},
    "temperature": {
        "high": "febrile|pyrexial|feverish|fever|pyrexia", "low": "hypothermic|hypothermia",
        "normal": "afebrile|apyrexial",
    },
    "respiratory-rate": {"high": "tachypnoeic|tachypnoea"},
    "oxygen-saturation": {"low": "hypoxic|hypoxaemic|hypoxia|hypoxaemia|desaturated"},
    "haemoglobin": {"low": "anaemic|anaemia|anemic|anemia"},
    "mcv": {"low": "microcytic", "normal": "normocytic", "high": "macrocytic"},
    "platelets": {"low": "thrombocytopenic|thrombocytopenia", "high": "thrombocytosis"},
    "neutrophils": {"low": "neutropenic|neutropenia", "high": "neutrophilia"},
    "lymphocytes": {"low": "lymphopenic|lymphopenia", "high": "lymphocytosis"},
    "white-cell-count": {"low": "leucopenia|leukopenia", "high": "leucocytosis|leukocytosis"},
    "sodium": {"low": "hyponatraemia|hyponatraemic", "high": "hypernatraemia|hypernatraemic"},
    "potassium": {"low": "hypokalaemia|hypokalaemic", "high": "hyperkalaemia|hyperkalaemic"},
    "calcium": {"low": "hypocalcaemia|hypocalcaemic", "high": "hypercalcaemia|hypercalcaemic"},
    "magnesium": {"low": "hypomagnesaemia", "high": "hypermagnesaemia"},
    "phosphate": {"low": "hypophosphataemia", "high": "hyperphosphataemia"},
    "albumin": {"low": "hypoalbuminaemia|hypoalbuminaemic"},
    "glucose": {"low": "hypoglycaemia|hypoglycaemic", "high": "hyperglycaemia|hyperglycaemic"},
    "ph": {"low": "acidotic|acidaemia|acidaemic", "high": "alkalotic|alkalaemia"},
    "egfr": {"low": r"(?:kidney|renal) function|impaired|reduced|impairment"},
    "creatinine": {"high": r"(?:kidney|renal) function|impaired|reduced|impairment"},
}  # fmt: skip
_CLAUSE = re.compile(r"[,;]\s|\band\b|\bbut\b|\bwhile\b|\bwith\b", re.IGNORECASE)


def flags_told(said: Told, record: Told, measured: Sequence[Measurement]) -> list[Span]:
    """Where the sentence says of a value that it gives what the flag of that value says."""
    found: list[Span] = []
    given = _given(said, record, measured)
    for known, place in given:
        flag = (known.flag or "").removeprefix("critical-")
        words = _OF.get(known.analyte, {}).get(flag)
        called = [m.span() for m in re.finditer(rf"\b(?:{words})\b", said.text, re.IGNORECASE)] if words else []
        found += called
        if called:  # the value is what the word stands on, and no other thing's
            found += [(a.start, a.end) for a, _ in said.amounts if a.start == place]
        start, end = _clause(said.text, place)
        if len({(other.flag or "").removeprefix("critical-") for other, _ in given}) == 1:
            start, end = 0, len(said.text)  # "the markers are raised, with an ESR of 96 and a CRP of 74"
        flags = {(other.flag or "").removeprefix("critical-") for other, at in given if start <= at < end}
        if flags == {flag} and flag in _ANY:
            found += [
                m.span() for m in re.compile(rf"\b(?:{_ANY[flag]})\b", re.IGNORECASE).finditer(said.text, start, end)
            ]
    return [span for span in found if _is_his_own(said, span)]


def _is_his_own(said: Told, span: Span) -> bool:
    """Is it stated, and of the patient?"""
    at = said.ground.at(span[0])
    return at.whose == "patient" and (not at.denied or "not " in said.text[slice(*span)].lower())


def _given(said: Told, record: Told, measured: Sequence[Measurement]) -> list[tuple[Measurement, int]]:
    """The record's own values that the sentence gives, and where: the same number, and the name or what the analyte
    makes of the patient beside it."""
    found = []
    for known in measured:
        if known.experiencer != "patient" or known.flag is None:
            continue
        inside = [(b, other) for b, other in record.amounts if known.start <= b.start < known.end]
        keys = {b.key for b in record.atoms.said if known.start <= b.start < known.end and b.amount is None}
        words = "|".join(_OF.get(known.analyte, {}).values())
        named = any(a.key in keys for a in said.atoms.said) or (
            words and re.search(rf"\b(?:{words})\b", said.text, re.IGNORECASE)
        )
        if named:
            found += [(known, a.start) for a, amount in said.amounts for _, other in inside if amount.same(other)]
    return found


def _clause(text: str, place: int) -> Span:
    cuts = [m.start() for m in _CLAUSE.finditer(text)]
    return max((c for c in cuts if c <= place), default=0), min((c for c in cuts if c > place), default=len(text))
