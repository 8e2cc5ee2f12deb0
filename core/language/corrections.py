"""What a person put right about the reading, put in the place of what was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.case.model import Case, Correction, Verdict
from core.knowledge.base import Knowledge
from core.language.model import Finding

_SAYS: dict[Verdict, dict[str, Any]] = {
    "present": {"assertion": "present", "experiencer": "patient", "temporality": "recent"},
    "absent": {"assertion": "absent", "experiencer": "patient", "temporality": "recent"},
    "possible": {"assertion": "possible", "experiencer": "patient", "temporality": "recent"},
    "family": {"assertion": "present", "experiencer": "family"},
    "historical": {"assertion": "present", "experiencer": "patient", "temporality": "historical"},
}


def corrected(
    case: Case, named: Iterable[Finding], derived: Iterable[Finding], knowledge: Knowledge
) -> tuple[list[Finding], list[Finding]]:
    """The findings in words and those that values stand for, as the case's corrections leave them.

    A correction that fits no finding any more, because the text is read otherwise today, changes nothing, unless it
    names a concept: then that stands on its words. One whose concept the knowledge has lost changes nothing either.
    """
    words, values = list(named), list(derived)
    for correction in case.corrections:
        if correction.end > len(case.text) or not _known(correction, knowledge):
            continue
        hits = [f for f in (*words, *values) if _is_about(f, correction)]
        words = [f for f in words if f not in hits]
        values = [f for f in values if f not in hits]
        if correction.verdict == "removed":
            continue
        if not hits and correction.replacement is not None:
            hits = [Finding(concept=None, label="", start=correction.start, end=correction.end)]
        words += [_put_right(f, correction, knowledge) for f in hits[:1]]
    return words, values


def _is_about(finding: Finding, correction: Correction) -> bool:
    place = (finding.start, finding.end) == (correction.start, correction.end)
    return place and finding.concept is not None and finding.concept in (correction.concept, correction.replacement)


def _known(correction: Correction, knowledge: Knowledge) -> bool:
    return correction.replacement is None or knowledge.current(correction.replacement) is not None


def _put_right(finding: Finding, correction: Correction, knowledge: Knowledge) -> Finding:
    """A value goes with what it was read for: the finding that a person names instead is said, not measured."""
    changes: dict[str, Any] = dict(_SAYS[correction.verdict]) if correction.verdict in _SAYS else {}
    if correction.replacement is not None:
        concept = knowledge.current(correction.replacement) or correction.replacement
        label = knowledge.label(concept)
        changes |= {"concept": concept, "label": label.en, "label_zh": label.zh}
    return finding.model_copy(update=changes | {"value": None, "unit": None})
