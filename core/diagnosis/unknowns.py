"""The findings that the record leaves open, and what each would say about the leading diseases."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.diagnosis.observations import Observations
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer


class Unknowns(NamedTuple):
    """`present[f, d]` and `absent[f, d]` are the log10 likelihood ratios of unknown finding f in leading disease d."""

    terms: tuple[str, ...]
    present: Floats
    absent: Floats


def unknowns(scorer: Scorer, observations: Observations, leading: list[int]) -> Unknowns:
    """The unknown findings of some diseases (indices into the scorer's), as two dense matrices."""
    rows = np.flatnonzero(np.isin(scorer.row_disease, leading))
    columns, where = np.unique(scorer.row_term[rows], return_inverse=True)
    place = np.zeros(len(scorer.diseases), dtype=np.intp)
    place[leading] = np.arange(len(leading))
    present, absent = np.zeros((len(columns), len(leading))), np.zeros((len(columns), len(leading)))
    cells = where, place[scorer.row_disease[rows]]
    present[cells], absent[cells] = scorer.row_present[rows], scorer.row_absent[rows]
    open_ones = np.array([observations.get(scorer.terms[c]) is None for c in columns], dtype=bool)
    terms = tuple(scorer.terms[c] for c, is_open in zip(columns, open_ones, strict=True) if is_open)
    return Unknowns(terms, present[open_ones], absent[open_ones])
