"""How much of what the record says each disease leaves unexplained."""

from __future__ import annotations

import numpy as np

from core.diagnosis.observations import LASTING, Observations
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer

# A finding is explained by a disease for which it speaks at least so much (log10).
EXPLAINS = 0.05


def unexplained(scorer: Scorer, observations: Observations, contributions: Floats) -> Floats:
    """For every disease, the number of stated findings that do not speak for it, themselves or as something more
    general. What nobody weighs, and who the patient is (risks, history, exposures), asks for no explanation."""
    speaks = contributions > EXPLAINS
    left = np.zeros(len(scorer.diseases))
    for concept in observations.stated_present():
        if concept not in scorer.column or scorer.knowledge.findings[concept].kind in LASTING:
            continue
        above = (concept, *scorer.knowledge.ancestors(concept))
        columns = [scorer.column[c] for c in above if c in scorer.column]
        rows = speaks & np.isin(scorer.row_term, columns)
        explained = np.zeros(len(scorer.diseases), dtype=bool)
        explained[scorer.row_disease[rows]] = True
        left += ~explained
    return left
