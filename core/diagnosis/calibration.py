"""The numbers of the engine that are fitted rather than thought out, and the step from a share of belief to a chance.

`resources/calibration.yaml` holds them with what they were fitted on; `tests/vignettes/calibrate.py` makes that file.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, log, log1p
from typing import NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray

from core.frozen import Frozen
from core.system.folders import resources

Floats = NDArray[np.float64]

_LEAST = 1e-6


class Coverage(NamedTuple):
    """How well the leading disease covers the record. `left` is the number of stated findings that it does not explain;
    `unlike` the part, 0 to 1, of what the record's words could say for any disease that they do not say for this one;
    `favour` and `against` (not above 0) are what findings add and take, silence included (log10); `said` is the number
    of stated findings that any disease weighs."""

    left: float
    unlike: float
    favour: float
    against: float
    said: float


class Calibration(Frozen):
    """How far the parts of the evidence are believed.

    `prior_weight`: the part of a base rate's log10 that counts (tables are coarse, and who comes is not who is asked
    about). `silence`: an unmentioned expected symptom counts as this part of its absence. `temperature`: log odds are
    scaled by it, since findings are not independent. `unlisted_share`: of encounters, belonging to no disease of the
    base. `wording`: log10 units for one unit of BM25 between the record and a description. `slope` and `intercept` are
    Platt's: they turn the engine's share of belief into the chance that the disease is a correct diagnosis.
    `unexplained`, `unlike`, `favour`, `against` and `said` weigh how well the leader covers the record (`Coverage`):
    worse when the true disease is not in the base, or when the record was half understood. `fitted_on` names the
    cases; None says that the numbers are estimates.
    """

    prior_weight: float
    silence: float
    temperature: float
    unlisted_share: float
    wording: float = 0.0
    slope: float = 1.0
    intercept: float = 0.0
    unexplained: float = 0.0
    unlike: float = 0.0
    favour: float = 0.0
    against: float = 0.0
    said: float = 0.0
    fitted_on: str | None = None

    def stated(self, belief: float, covered: Coverage) -> float:
        """The chance that the leading disease is right, for its share of belief; `covered` is what it covers."""
        clipped = min(max(belief, _LEAST), 1 - _LEAST)
        covering = (
            self.unexplained * log1p(covered.left)
            + self.unlike * covered.unlike
            + self.favour * covered.favour
            + self.against * covered.against
            + self.said * log1p(covered.said)
        )
        return 1 / (1 + exp(-(self.intercept + self.slope * log(clipped / (1 - clipped)) + covering)))

    def chances(self, beliefs: Floats, covered: Coverage) -> Floats:
        """The chances that are shown, for shares of belief in the listed diseases: in the order of the beliefs, and
        never more than one together. What the leader loses nobody else gains, since it is lost to a disease that the
        base lacks; what it gains the others lose alike."""
        first = int(beliefs.argmax())
        led = min(float(beliefs[first]), 1 - _LEAST)
        stated = self.stated(led, covered)
        scale = stated / led if stated < led else (1 - stated) / (1 - led)
        chances: Floats = beliefs * scale
        chances[first] = stated
        return chances


@lru_cache(maxsize=1)
def default_calibration() -> Calibration:
    """The calibration that comes with the program."""
    written = yaml.safe_load((resources() / "calibration.yaml").read_text(encoding="utf-8"))
    return Calibration.model_validate(written["values"])
