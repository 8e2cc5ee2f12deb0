"""From what an entry states to the two numbers that the scorer adds: log10 likelihood ratios.

A stated ratio is taken as it is; sensitivity with specificity gives both; sensitivity alone takes the vocabulary's
background rate for the patients without the disease. Weakly supported numbers are shrunk towards zero and capped, so
that no single estimate decides alone.
"""

from __future__ import annotations

from math import log10
from typing import NamedTuple

from core.knowledge.disease import Weight
from core.knowledge.vocabulary import FindingEntry

# How much of a weight is believed, and how far one finding may go (log10), by basis. Expert estimates of our own.
SHRINKAGE = {"published": 1.0, "guideline": 1.0, "derived": 0.95, "expert-estimate": 0.9}
CAP = {"published": 2.5, "guideline": 2.5, "derived": 2.2, "expert-estimate": 2.0}


class Ratios(NamedTuple):
    """log10 likelihood ratios when the finding is present and when it is absent."""

    present: float
    absent: float
    basis: str
    source: str


def ratios(weight: Weight, finding: FindingEntry) -> Ratios:
    """The two weights of one finding in one disease.

    Source: LR+ = sensitivity / (1 - specificity), LR- = (1 - sensitivity) / specificity (any textbook of
    epidemiology). A missing half of a stated pair says nothing (0).
    """
    basis, source = weight.basis, weight.source or ""
    if weight.sensitivity is None:
        present = log10(weight.lr_present) if weight.lr_present else 0.0
        absent = log10(weight.lr_absent) if weight.lr_absent else 0.0
    else:
        others = 1 - weight.specificity if weight.specificity is not None else finding.background
        present = log10(weight.sensitivity / others)
        absent = log10((1 - weight.sensitivity) / (1 - others))
        if weight.specificity is None:
            source = source or f"sensitivity against the background rate of {finding.background:g}"
    return Ratios(_tempered(present, basis), _tempered(absent, basis), basis, source)


def _tempered(value: float, basis: str) -> float:
    cap = CAP[basis]
    return round(max(-cap, min(cap, value * SHRINKAGE[basis])), 4)
