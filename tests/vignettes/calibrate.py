"""Fits the engine's numbers on the development vignettes: `python -m tests.vignettes.calibrate [--write]`.

Two steps, both judged by five-fold cross-validation over cases:

1. prior weight, silence, wording, temperature and the share of unlisted disease: the best mean log score of the
   intended disease over a grid;
2. Platt's slope and intercept, and the strength: logistic regression of "is an intended disease" on the logit of the
   belief and the log odds of the leader.

A base never holds every disease. So that the chance says so, every case is seen twice: as it is, and with its intended
diseases taken out of the base, where the right answer is "none of these"; the second weighs `OUTSIDE`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import yaml

from core.case.model import Patient
from core.case.readers import read_text
from core.diagnosis.calibration import Calibration, Floats
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import share_out
from core.diagnosis.rates import Circumstances
from core.diagnosis.scorer import Scorer
from core.diagnosis.wording import capped, wording_of
from core.knowledge.base import default_knowledge
from core.language import read
from core.system.folders import resources
from tests.vignettes.measure import SETS, cases
from tests.vignettes.reliability import page

FOLDS = 5
# The part of patients whose disease is not in the base: those for whom decision support is asked are the odd ones of a
# working day. Expert estimate.
OUTSIDE = 0.3
GRID = {
    "prior_weight": (0.3, 0.45, 0.6),
    "silence": (0.15, 0.25),
    "wording": (0.08, 0.12, 0.16),
}
TEMPERATURES = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
UNLISTED = (0.1, 0.2, 0.4, 0.6, 0.8)
# Candidates below this belief say nothing about the scale of the shown chances.
WORTH_FITTING = 0.01


class Known(NamedTuple):
    """A vignette as the engine sees it, with the indices of its intended diseases."""

    key: str
    patient: Patient
    observations: Observations
    wording: Floats  # before it is weighed
    right: tuple[int, ...]


class Judged(NamedTuple):
    """Beliefs of one case under some numbers: as it is, and with the intended diseases outside the base."""

    inside: Floats
    outside: Floats
    unlisted: float
    best: tuple[float, float]  # the leader's log odds, in the same two
    right: tuple[int, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print what was found, and with `--write` store it with its page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write resources/calibration.yaml and docs/calibration.md")
    options = parser.parse_args(arguments)
    knowledge = default_knowledge()
    scorer = Scorer(knowledge)
    known = list(_known(scorer))
    print(f"{len(known)} vignettes whose disease is in the base")
    folds = np.arange(len(known)) % FOLDS
    candidates = list(_candidates(scorer, known))
    chosen = max(candidates, key=lambda pair: _score(pair[1]))[0]
    shown, hits = np.zeros(len(known)), np.zeros(len(known), dtype=bool)
    for fold in range(FOLDS):
        train, held = folds != fold, np.flatnonzero(folds == fold)
        best, judged = max(candidates, key=lambda pair: _score([j for j, t in zip(pair[1], train, strict=True) if t]))
        fitted = _platt(best, [j for j, t in zip(judged, train, strict=True) if t])
        for i in held:
            first = int(np.argmax(judged[i].inside))
            shown[i] = fitted.stated(judged[i].inside, judged[i].best[0])[first]
            hits[i] = first in judged[i].right
    final = _platt(chosen, next(judged for numbers, judged in candidates if numbers is chosen))
    final = final.model_copy(update={"fitted_on": f"{len(known)} development vignettes (own, five-fold)"})
    patients = [k.patient for k in known]
    text = page(shown, hits, patients, final)
    print(text)
    if options.write:
        _store(final, text)
    return 0


def _known(scorer: Scorer) -> Iterator[Known]:
    for name in SETS:
        for key, text, intended in cases(name):
            right = tuple(scorer.index[d] for d in intended.diseases if d in scorer.index)
            if right:
                reading = read(read_text(text), scorer.knowledge)
                unweighed = scorer.calibration.model_copy(update={"wording": 1.0})
                wording = wording_of(reading, text, scorer.knowledge, unweighed).parts.sum(axis=0)
                yield Known(key, reading.patient, Observations(reading, scorer.knowledge), wording, right)


def _candidates(scorer: Scorer, known: list[Known]) -> Iterator[tuple[Calibration, list[Judged]]]:
    """Every point of the grid with the beliefs of all cases."""
    base = scorer.calibration
    for values in product(*GRID.values()):
        scorer.calibration = base.model_copy(update=dict(zip(GRID, values, strict=True)))
        scored = [_scored(scorer, case) for case in known]
        for temperature, unlisted in product(TEMPERATURES, UNLISTED):
            numbers = scorer.calibration.model_copy(
                update={"temperature": temperature, "unlisted_share": unlisted, "slope": 1.0, "intercept": 0.0}
            )
            yield (
                numbers,
                [_judged(alone, case, numbers) for alone, case in zip(scored, known, strict=True)],
            )
    scorer.calibration = base


def _scored(scorer: Scorer, case: Known) -> Floats:
    priors = scorer.priors(Circumstances(case.patient))
    contributions = scorer.capped(scorer.contributions(case.observations, case.patient))
    worded = capped((case.wording - case.wording.mean()) * scorer.calibration.wording)
    alone: Floats = priors + scorer.totals(contributions) + scorer.combinations(case.observations) + worded
    return alone


def _judged(alone: Floats, case: Known, numbers: Calibration) -> Judged:
    inside, _ = share_out(alone, numbers)
    without = alone.copy()
    without[list(case.right)] = -99.0
    outside, unlisted = share_out(without, numbers)
    return Judged(inside, outside, unlisted, (float(alone.max()), float(without.max())), case.right)


def _score(judged: list[Judged]) -> float:
    """Mean log score, the disease inside the base and outside of it."""
    inside = np.mean([np.log(max(1e-6, float(j.inside[list(j.right)].max()))) for j in judged])
    outside = np.mean([np.log(max(1e-6, j.unlisted)) for j in judged])
    return float((1 - OUTSIDE) * inside + OUTSIDE * outside)


def _platt(numbers: Calibration, judged: list[Judged]) -> Calibration:
    """Slope, intercept and strength by iteratively reweighted least squares (Platt, 1999), every candidate a row."""
    rows: list[tuple[float, float, float, float]] = []
    for j in judged:
        for n, (beliefs, weight, right) in enumerate(((j.inside, 1 - OUTSIDE, j.right), (j.outside, OUTSIDE, ()))):
            for i in np.flatnonzero(beliefs >= WORTH_FITTING):
                p = min(float(beliefs[i]), 1 - 1e-6)
                rows.append((np.log(p / (1 - p)), j.best[n], float(int(i) in right), weight))
    x, best, y, w = (np.array(column) for column in zip(*rows, strict=True))
    design = np.column_stack([np.ones_like(x), x, best])
    theta = np.array([0.0, 1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ theta))
        gradient = design.T @ (w * (y - p))
        hessian = design.T @ (design * (w * p * (1 - p))[:, None]) + 1e-6 * np.eye(3)
        step = np.linalg.solve(hessian, gradient)
        theta += step
        if float(np.abs(step).max()) < 1e-9:
            break
    intercept, slope, strength = (round(float(value), 4) for value in theta)
    return numbers.model_copy(update={"intercept": intercept, "slope": slope, "strength": strength})


def _store(final: Calibration, text: str) -> None:
    heading = (
        "# The engine's fitted numbers (core/diagnosis/calibration.py says what each means); "
        "written by tests/vignettes/calibrate.py.\n"
    )
    written = yaml.safe_dump({"values": final.model_dump()}, sort_keys=False, allow_unicode=True)
    (resources() / "calibration.yaml").write_text(heading + written, encoding="utf-8")
    (resources().parent / "docs" / "calibration.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
