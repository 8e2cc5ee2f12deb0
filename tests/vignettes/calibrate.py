"""Fits the engine's numbers on the development vignettes: `python -m tests.vignettes.calibrate [--write]`.

Two steps, both judged by five-fold cross-validation over cases:

1. over a grid, the best mean log score of the intended disease: prior weight, silence and wording, which make the
   order, by the cases as they are; then temperature and the share of unlisted disease, which scale it, by both views;
2. Platt's slope and intercept, and what findings that the leader does not explain take off: logistic regression of "is
   an intended disease" on the logit of the belief and the logarithm of the number of such findings. Tried beside it,
   by the same cross-validation: the leader's log odds, its margin, the number of findings, the share explained.

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
from numpy.typing import NDArray

from core.case.model import Patient
from core.case.readers import read_text
from core.diagnosis.calibration import Calibration, Floats
from core.diagnosis.coverage import unexplained
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import share_out
from core.diagnosis.rates import Circumstances
from core.diagnosis.scorer import Scorer
from core.diagnosis.wording import capped, wording_of
from core.knowledge.base import default_knowledge
from core.language import read
from core.system.folders import resources
from tests.vignettes.measure import SETS, cases
from tests.vignettes.reliability import Views, page

FOLDS = 5
# The part of patients whose disease is not in the base: those for whom decision support is asked are the odd ones of a
# working day. Expert estimate.
OUTSIDE = 0.3
GRID = {
    "prior_weight": (0.3, 0.45, 0.6, 0.75),
    "silence": (0.15, 0.25),
    # Held: vignettes and the names of findings were written with the same turns of phrase, so that a fit flatters it.
    "wording": (0.08,),
}
TEMPERATURES = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1.0)
UNLISTED = (0.1, 0.2, 0.4, 0.6, 0.8)
# Candidates below this belief say nothing about the scale of the shown chances.
WORTH_FITTING = 0.01


class Known(NamedTuple):
    """A vignette as the engine sees it, with the indices of its intended diseases."""

    key: str
    patient: Patient
    observations: Observations
    wording: Floats  # before it is weighed
    left: Floats  # what each disease leaves unexplained
    right: tuple[int, ...]


class Judged(NamedTuple):
    """Beliefs of one case under some numbers: as it is, and with the intended diseases outside the base."""

    inside: Floats
    outside: Floats
    unlisted: float
    left: tuple[float, float]  # what the leader leaves unexplained, in the same two
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
    everything = np.ones(len(known), dtype=bool)
    chosen, beliefs = _best(candidates, everything)
    shown, hits, without = np.zeros(len(known)), np.zeros(len(known), dtype=bool), np.zeros(len(known))
    for fold in range(FOLDS):
        train, held = folds != fold, np.flatnonzero(folds == fold)
        best, judged = _best(candidates, train)
        fitted = _platt(best, [j for j, t in zip(judged, train, strict=True) if t])
        for i in held:
            first = int(np.argmax(judged[i].inside))
            shown[i] = fitted.stated(judged[i].inside, judged[i].left[0])[first]
            hits[i] = first in judged[i].right
            without[i] = fitted.stated(judged[i].outside, judged[i].left[1]).max()
    final = _platt(chosen, beliefs)
    final = final.model_copy(update={"fitted_on": f"{len(known)} development vignettes (own, five-fold)"})
    patients = [k.patient for k in known]
    text = page(Views(shown, hits, without, OUTSIDE), patients, final)
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
                observations = Observations(reading, scorer.knowledge)
                contributions = scorer.capped(scorer.contributions(observations, reading.patient))
                left = unexplained(scorer, observations, contributions)
                yield Known(key, reading.patient, observations, wording, left, right)


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
    left = float(case.left[alone.argmax()]), float(case.left[without.argmax()])
    return Judged(inside, outside, unlisted, left, case.right)


Candidate = tuple[Calibration, list[Judged]]


def _best(candidates: list[Candidate], train: NDArray[np.bool_]) -> Candidate:
    """The best point of the grid by the cases of `train`."""

    def score(candidate: Candidate, outside: float) -> float:
        return _score([j for j, t in zip(candidate[1], train, strict=True) if t], outside)

    order = _order(max(candidates, key=lambda candidate: score(candidate, 0.0))[0])
    same = [candidate for candidate in candidates if _order(candidate[0]) == order]
    return max(same, key=lambda candidate: score(candidate, OUTSIDE))


def _order(numbers: Calibration) -> tuple[float, ...]:
    return tuple(getattr(numbers, name) for name in GRID)


def _score(judged: list[Judged], outside: float) -> float:
    """Mean log score; `outside` is the weight of the disease's being outside the base."""
    listed = np.mean([np.log(max(1e-6, float(j.inside[list(j.right)].max()))) for j in judged])
    unlisted = np.mean([np.log(max(1e-6, j.unlisted)) for j in judged])
    return float((1 - outside) * listed + outside * unlisted)


def _platt(numbers: Calibration, judged: list[Judged]) -> Calibration:
    """Slope, intercept and the weight of what is left unexplained, by iteratively reweighted least squares (Platt,
    1999), every candidate a row."""
    rows: list[tuple[float, float, float, float]] = []
    for j in judged:
        for n, (beliefs, weight, right) in enumerate(((j.inside, 1 - OUTSIDE, j.right), (j.outside, OUTSIDE, ()))):
            for i in np.flatnonzero(beliefs >= WORTH_FITTING):
                p = min(float(beliefs[i]), 1 - 1e-6)
                rows.append((np.log(p / (1 - p)), np.log1p(j.left[n]), float(int(i) in right), weight))
    x, left, y, w = (np.array(column) for column in zip(*rows, strict=True))
    design = np.column_stack([np.ones_like(x), x, left])
    theta = np.array([0.0, 1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ theta))
        gradient = design.T @ (w * (y - p))
        hessian = design.T @ (design * (w * p * (1 - p))[:, None]) + 1e-6 * np.eye(3)
        step = np.linalg.solve(hessian, gradient)
        theta += step
        if float(np.abs(step).max()) < 1e-9:
            break
    intercept, slope, taken_off = (round(float(value), 4) for value in theta)
    return numbers.model_copy(update={"intercept": intercept, "slope": slope, "unexplained": taken_off})


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
