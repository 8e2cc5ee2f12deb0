"""Findings that are called after an infant or a child, read in the record of somebody who is none.

A "rash on the trunk" may be the best name of a rash of infants; in an adult the same words mean the wider finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.copies import altered
from core.language.model import Finding

_OF_CHILD = re.compile(
    r"\b(?:in|of|from) an? (?:\w+ )?(?P<who>infant|baby|newborn|neonate|toddler|child)\b|"
    r"\b(?P<first>infant|baby|newborn|toddler) (?:with|of|has)\b"
)
# From this age (years) on nobody is one of these: expert estimate, far above any use of the words.
_NO_LONGER = {"infant": 5.0, "baby": 5.0, "newborn": 5.0, "neonate": 5.0, "toddler": 8.0, "child": 18.0}
YOUNGEST = min(_NO_LONGER.values())


def without_children(findings: Iterable[Finding], age_years: float, knowledge: Knowledge) -> list[Finding]:
    """The findings of somebody of this age: what is called after a child becomes what it is a kind of, or nothing."""
    kept = []
    for f in findings:
        limit = _limit(f.label) if f.experiencer == "patient" else None
        if limit is None or age_years < limit or f.concept is None:
            kept.append(f)
            continue
        wider = next(iter(knowledge.parents(f.concept)), None)
        if wider is not None:
            label = knowledge.label(wider)
            kept.append(altered(f, concept=wider, label=label.en, label_zh=label.zh))
    return kept


@lru_cache(maxsize=20_000)
def _limit(label: str) -> float | None:
    match = _OF_CHILD.search(label)
    return _NO_LONGER[match.group("who") or match.group("first")] if match else None
