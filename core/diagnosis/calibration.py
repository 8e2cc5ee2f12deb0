"""The numbers of the engine that are fitted rather than thought out, and the step from a share of belief to a chance.

`resources/calibration.yaml` holds them with what they were fitted on; `tests/vignettes/calibrate.py` makes that file.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import yaml
from numpy.typing import NDArray

from core.frozen import Frozen
from core.system.folders import resources

Floats = NDArray[np.float64]

_LEAST = 1e-6


class Calibration(Frozen):
    """How far the parts of the evidence are believed.

    `prior_weight`: the part of a base rate's log10 that counts (tables are coarse, and who comes is not who is asked
    about). `silence`: an unmentioned expected symptom counts as this part of its absence. `temperature`: log odds are
    scaled by it, since findings are not independent. `unlisted_share`: of encounters, belonging to no disease of the
    base. `wording`: log10 units for one unit of BM25 between the record and a description. `slope` and `intercept` are
    Platt's: they turn the engine's share of belief into the chance that the disease is a correct diagnosis;
    `unexplained` weighs how much of the record the leader leaves unexplained, which is more when the true disease is
    not in the base. `fitted_on` names the cases; None says that the numbers are estimates.
    """

    prior_weight: float
    silence: float
    temperature: float
    unlisted_share: float
    wording: float = 0.0
    slope: float = 1.0
    intercept: float = 0.0
    unexplained: float = 0.0
    fitted_on: str | None = None

    def stated(self, belief: Floats, left: float) -> Floats:
        """The chances that are shown, for shares of belief between 0 and 1; `left` is the number of findings that the
        leader does not explain."""
        clipped = np.clip(belief, _LEAST, 1 - _LEAST)
        logit = self.intercept + self.slope * np.log(clipped / (1 - clipped)) + self.unexplained * np.log1p(left)
        chances: Floats = 1 / (1 + np.exp(-logit))
        return chances


@lru_cache(maxsize=1)
def default_calibration() -> Calibration:
    """The calibration that comes with the program."""
    written = yaml.safe_load((resources() / "calibration.yaml").read_text(encoding="utf-8"))
    return Calibration.model_validate(written["values"])
