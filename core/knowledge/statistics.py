"""What the knowledge base holds, in numbers."""

from __future__ import annotations

from collections import Counter

from core.frozen import Frozen
from core.knowledge.base import Knowledge


class Statistics(Frozen):
    """Counts of entries. `weights_by_basis` tells how much of the base is measured and how much estimated;
    `not_read_by_a_clinician` how many entries no clinician has signed yet."""

    diseases: int
    findings: int
    analytes: int
    weights: int
    weights_by_basis: dict[str, int]
    diseases_by_urgency: dict[str, int]
    diseases_by_department: dict[str, int]
    findings_per_disease: dict[str, float]
    not_read_by_a_clinician: int
    packs: dict[str, dict[str, str]]


def statistics(knowledge: Knowledge) -> Statistics:
    """Count what is there."""
    entries = knowledge.diseases.values()
    sizes = sorted(len(entry.findings) for entry in entries)
    return Statistics(
        diseases=len(entries),
        findings=len(knowledge.findings),
        analytes=len(knowledge.analytes),
        weights=len(knowledge.weights),
        weights_by_basis=dict(Counter(row.basis for row in knowledge.weights).most_common()),
        diseases_by_urgency=dict(Counter(entry.urgency for entry in entries).most_common()),
        diseases_by_department=dict(Counter(entry.department[0] for entry in entries).most_common()),
        findings_per_disease={"least": sizes[0], "median": sizes[len(sizes) // 2], "most": sizes[-1]},
        not_read_by_a_clinician=sum(entry.review.clinician == "none" for entry in entries),
        packs={name: {"version": p.version, "review_by": p.review_by} for name, p in knowledge.packs.items()},
    )
