"""How well the leading disease covers the record: what it leaves unexplained, and what speaks for and against it."""

from __future__ import annotations

from core.diagnosis.calibration import Coverage
from core.diagnosis.observations import LASTING, Observations
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.wording import Wording

# A finding is explained by a disease for which it speaks at least so much (log10).
EXPLAINS = 0.05
# What `unlike` is fitted on: 19 of 20 development vignettes lie between these, and a record without words (findings
# alone) is taken for the average one.
LEAST_UNLIKE, MOST_UNLIKE = 0.6, 0.95
WITHOUT_WORDS = 0.78


def coverage(
    scorer: Scorer, observations: Observations, contributions: Floats, wording: Wording, disease: int
) -> Coverage:
    """How well one disease (an index into the scorer's) covers the record; `contributions` are the capped rows."""
    rows = scorer.rows_of(disease)
    own = contributions[rows]
    explained = {scorer.terms[term] for term in scorer.row_term[rows][own > EXPLAINS]}
    favour, against = float(own[own > 0].sum()), float(own[own < 0].sum())
    left = _unexplained(scorer, observations, explained)
    said = sum(concept in scorer.column for concept in observations.stated_present())
    return Coverage(left, unlike(wording, disease), favour, against, float(said))


def _unexplained(scorer: Scorer, observations: Observations, explained: set[str]) -> float:
    """The number of stated findings of which neither they nor something more general is explained. What nobody weighs,
    and who the patient is (risks, history, exposures), asks for no explanation."""
    left = 0
    for concept in observations.stated_present():
        if concept in scorer.column and scorer.knowledge.findings[concept].kind not in LASTING:
            left += explained.isdisjoint((concept, *scorer.knowledge.ancestors(concept)))
    return float(left)


def unlike(wording: Wording, disease: int) -> float:
    """The part of the words' best fit to any disease that one disease does not have, within what was fitted."""
    best = float(wording.parts.max(axis=1).sum()) if wording.words else 0.0
    part = 1 - float(wording.parts[:, disease].sum()) / best if best > 0 else WITHOUT_WORDS
    return min(max(part, LEAST_UNLIKE), MOST_UNLIKE)
