"""How single things are said in a sentence of the template: a denial after "no", a measured value with its unit."""

from __future__ import annotations

import re

from core.language.model import Finding, Measurement

# What is written with a verb, or is itself a denial.
_VERB_OR_NO = re.compile(
    r"(?:took|takes|taken|drinks?|drank|uses?|used|has|had|have|cannot|can|could|started|stopped|smokes?|ate|eats|fell"
    r"|feels?|felt|lost|gave|went|goes|got|lives|works|sees|saw|wants|woke|wakes|swallowed|never|not|no|little)\b",
    re.IGNORECASE,
)
_NOT_TOLD_ABSENT = frozenset({"BD:supplemental-oxygen"})
_ONE_DECIMAL_FROM = 10


def after_no(finding: Finding) -> bool:
    """Can its denial be said with "no"? Not "no took an overdose", "no drinks little or no alcohol"; and nobody is told
    of somebody without oxygen that there is none."""
    return finding.concept not in _NOT_TOLD_ABSENT and not _VERB_OR_NO.match(finding.label)


def amount(m: Measurement) -> str:
    """A value in its canonical unit, no more exact than it was measured; beside a converted one the record's own."""
    unit = "" if m.unit == "pH" else m.unit if m.unit.startswith(("/", "%")) else f" {m.unit}"
    own = re.search(r"\d+(?:\.\d+)?", m.given)
    if own is None or float(own[0]) == m.value or f"{m.value:g}" in m.given:
        return f"{m.value:g}{unit}"
    shown = f"{round(m.value, 1 if abs(m.value) >= _ONE_DECIMAL_FROM else 2):g}{unit}"
    return f"{shown} ({m.given})" if re.search(r"[A-Za-zµμ]", m.given) else shown
