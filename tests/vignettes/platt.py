"""Platt's regression: from the engine's belief and what the leader covers to the chance that it is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.diagnosis.calibration import Calibration, Coverage

Floats = NDArray[np.float64]
STEPS = 50
RIDGE = 1.0  # on standardised columns: few cases must not make large numbers
NAMES = ("slope", "unexplained", "unlike", "favour", "against", "said")


class Row(NamedTuple):
    """One leader: its belief, what it covers, whether it is an intended disease, and how much the row counts."""

    belief: float
    covered: Coverage
    right: bool
    weight: float


def fitted(numbers: Calibration, rows: Sequence[Row]) -> Calibration:
    """The numbers with slope, intercept and the weights of coverage, by iteratively reweighted least squares."""
    columns = np.array([_columns(row) for row in rows])
    right = np.array([float(row.right) for row in rows])
    weight = np.array([row.weight for row in rows])
    mean, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(rows)), (columns - mean) / spread])
    ridge = np.diag([0.0, *[RIDGE] * columns.shape[1]])
    theta = np.zeros(design.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-design @ theta))
        gradient = design.T @ (weight * (right - p)) - ridge @ theta
        hessian = design.T @ (design * (weight * p * (1 - p))[:, None]) + ridge
        step = np.linalg.solve(hessian, gradient)
        theta += step
        if float(np.abs(step).max()) < 1e-9:
            break
    slopes: Floats = theta[1:] / spread
    found = {name: round(float(value), 4) for name, value in zip(NAMES, slopes, strict=True)}
    return numbers.model_copy(update={**found, "intercept": round(float(theta[0] - (slopes * mean).sum()), 4)})


def _columns(row: Row) -> tuple[float, ...]:
    belief = min(max(row.belief, 1e-6), 1 - 1e-6)
    covered = row.covered
    odds, left, said = np.log(belief / (1 - belief)), np.log1p(covered.left), np.log1p(covered.said)
    return float(odds), float(left), covered.unlike, covered.favour, covered.against, float(said)
