"""From log odds to a ranking with probabilities and reasons."""

from __future__ import annotations

from math import log10
from typing import NamedTuple

import numpy as np

from core.case.model import Patient, Setting
from core.diagnosis.model import Band, Evidence, RankedDisease
from core.diagnosis.observations import Observations
from core.diagnosis.scorer import PRIOR_WEIGHT, Floats, Scorer

# Findings are not independent, so that their sum says too much: log odds are scaled down before they become chances.
# An expert estimate until it is fitted on development cases (`provenance.calibrated_on` is null as long as it is not).
TEMPERATURE = 0.7
# The share of encounters that belong to diseases outside the base.
UNLISTED_SHARE = 0.6
BANDS: tuple[tuple[float, Band], ...] = ((0.75, "very likely"), (0.40, "likely"), (0.10, "possible"), (0.0, "unlikely"))
SHOWN_MISSING = 6
# A bar shorter than this (log10) is noise to a reader.
WORTH_SHOWING = 0.02


class Ranking(NamedTuple):
    """The scored diseases: everything in the scorer's disease order; `order` lists their indices, best first."""

    priors: Floats
    contributions: Floats
    bonus: Floats
    log_odds: Floats
    probabilities: Floats
    unlisted: float
    order: list[int]


def rank(scorer: Scorer, observations: Observations, patient: Patient, setting: Setting | None) -> Ranking:
    """Score all diseases for one patient."""
    priors = scorer.priors(patient, setting)
    contributions = scorer.capped(scorer.contributions(observations, patient))
    bonus = scorer.combinations(observations)
    log_odds = priors + scorer.totals(contributions) + bonus
    probabilities, unlisted = chances(log_odds)
    order = [int(i) for i in np.argsort(-log_odds, kind="stable")]
    return Ranking(priors, contributions, bonus, log_odds, probabilities, unlisted, order)


def chances(log_odds: Floats) -> tuple[Floats, float]:
    """Probabilities of the listed diseases, and of one that is not listed, which the findings neither favour nor
    disfavour: its likelihood ratio is 1 by definition of the background rates."""
    with_unlisted = np.append(log_odds, log10(UNLISTED_SHARE) * PRIOR_WEIGHT) * TEMPERATURE
    powers = np.power(10.0, with_unlisted - with_unlisted.max())
    powers /= powers.sum()
    return powers[:-1], float(powers[-1])


def band(probability: float) -> Band:
    """The word for a probability.

    >>> band(0.8), band(0.4), band(0.01)
    ('very likely', 'likely', 'unlikely')
    """
    return next(word for limit, word in BANDS if probability >= limit)


def explain(scorer: Scorer, observations: Observations, ranking: Ranking, place: int) -> RankedDisease:
    """The line of the differential at a place (0 is the best), with every reason."""
    i = ranking.order[place]
    disease = scorer.knowledge.diseases[scorer.diseases[i]]
    rows = np.flatnonzero(scorer.row_disease == i)
    reasons = [_evidence(scorer, observations, int(row), float(ranking.contributions[row])) for row in rows]
    seen = [r for r, row in zip(reasons, rows, strict=True) if observations.get(scorer.terms[scorer.row_term[row]])]
    unseen = [int(row) for row in rows if observations.get(scorer.terms[scorer.row_term[row]]) is None]
    unseen.sort(key=lambda row: -max(abs(scorer.row_present[row]), abs(scorer.row_absent[row])))
    missing = [_evidence(scorer, observations, row, float(scorer.row_present[row])) for row in unseen[:SHOWN_MISSING]]
    supporting = sorted((r for r in seen if r.weight > WORTH_SHOWING), key=lambda r: -r.weight)
    supporting += [
        Evidence(
            concept="+".join(c.findings),
            label=" + ".join(scorer.knowledge.label(f).en for f in c.findings),
            label_zh=" + ".join(scorer.knowledge.label(f).zh or f for f in c.findings),
            state="present",
            weight=round(log10(c.lr_present), 3),
            basis=c.basis,
            source=c.source or "these findings together",
            spans=tuple(s for f in c.findings for s in observations.spans(f)),
        )
        for c in disease.combinations
        if all(observations.present(f) for f in c.findings)
    ]
    probability = float(ranking.probabilities[i])
    return RankedDisease(
        rank=place + 1,
        id=disease.id,
        name=disease.names.en[0],
        name_zh=disease.names.zh[0] if disease.names.zh else None,
        names=disease.names.en,
        icd10cm=disease.icd10cm,
        probability=round(probability, 4),
        band=band(probability),
        lane="common",
        prior_log10=round(float(ranking.priors[i]), 3),
        supporting=tuple(supporting),
        against=tuple(sorted((r for r in seen if r.weight < -WORTH_SHOWING), key=lambda r: r.weight)),
        missing=tuple(missing),
    )


def _evidence(scorer: Scorer, observations: Observations, row: int, weight: float) -> Evidence:
    stated = scorer.knowledge.weights[row]
    label = scorer.knowledge.label(stated.term)
    seen = observations.get(stated.term)
    denied = seen is not None and not seen.present
    return Evidence(
        concept=stated.term,
        label=f"no {label.en}" if denied else label.en,
        label_zh=f"无{label.zh}" if denied and label.zh else label.zh,
        state="unknown" if seen is None else "absent" if denied else "present",
        weight=round(weight, 3),
        basis=stated.basis,
        source=stated.source or "Bedside's own estimate",
        spans=observations.spans(stated.term),
    )
