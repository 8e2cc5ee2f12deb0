"""From log odds to a ranking with probabilities and reasons."""

from __future__ import annotations

from math import log10
from typing import NamedTuple

import numpy as np

from core.diagnosis.calibration import Calibration, Coverage
from core.diagnosis.causes import credit, signs
from core.diagnosis.coverage import coverage
from core.diagnosis.model import Band, Evidence, RankedDisease
from core.diagnosis.observations import BY_AGE, Observations
from core.diagnosis.rates import Circumstances, Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.together import Pair, pairs
from core.diagnosis.variants import member
from core.diagnosis.wording import NO_WORDS, Wording

BANDS: tuple[tuple[float, Band], ...] = ((0.75, "very likely"), (0.40, "likely"), (0.10, "possible"), (0.0, "unlikely"))
SHOWN_MISSING = 6
SIGNS_SHOWN = 2
# A text search is no diagnosis: where wording carries the leader and all findings together say less than ten to one for
# it (log10), this is the most that is shown. Where findings say more the two agree, and the fitted chance was right: of
# 25 leaders of the public benchmark with more wording than findings 19 were correct.
MOST_BY_WORDING = 0.5
SOME_FINDINGS = 1.0
# A bar shorter than this (log10) is noise to a reader.
WORTH_SHOWING = 0.02


class Ranking(NamedTuple):
    """The scored diseases: everything in the scorer's disease order; `order` lists their indices, best first.

    `worded` is what the wording adds to each (log10), `wording` explains it; `credited` is what a syndrome adds to the
    disease that causes it (`causes.py`).

    `log_odds` are those of each disease by itself; `beliefs` share out one whole among the diseases and what the base
    lacks; `probabilities` are the chances that are shown: beliefs as calibrated, less where the leader covers the
    record badly (`covered`). `pairs` are shares of a whole in which pairs take part, too: they say whether two are
    likelier than one, and do not change the order, which they were seen to make worse on the development vignettes
    (top-1 0.79 to 0.69)."""

    priors: Floats
    contributions: Floats
    bonus: Floats
    wording: Wording
    worded: Floats
    credited: Floats
    log_odds: Floats
    beliefs: Floats
    probabilities: Floats
    covered: Coverage
    unlisted: float
    pairs: tuple[ProbablePair, ...]
    order: list[int]


class ProbablePair(NamedTuple):
    """Two diseases that may be there together (indices into the scorer's), and the chance of that."""

    first: int
    second: int
    probability: float


def rank(
    scorer: Scorer, observations: Observations, circumstances: Circumstances, wording: Wording = NO_WORDS
) -> Ranking:
    """Score all diseases for one patient; without `wording` by the findings alone."""
    priors = scorer.priors(circumstances)
    contributions = scorer.capped(scorer.contributions(observations, circumstances.patient))
    bonus = scorer.combinations(observations)
    worded = wording.alone() if wording.words else np.zeros(len(scorer.diseases))
    alone = priors + scorer.totals(contributions) + bonus + worded
    both = pairs(scorer, priors, contributions, bonus, alone, wording)
    together = share_with_pairs(alone, both, scorer.calibration)
    credited = credit(scorer, observations, contributions, alone, both)
    alone = alone + credited
    beliefs, unlisted = share_out(alone, scorer.calibration)
    order = [int(i) for i in np.argsort(-alone, kind="stable")]
    covered = coverage(scorer, observations, contributions, wording, order[0])
    stated = modest(scorer.calibration.chances(beliefs, covered), order[0], covered, float(worded[order[0]]))
    return Ranking(
        priors,
        contributions,
        bonus,
        wording,
        worded,
        credited,
        alone,
        beliefs,
        stated,
        covered,
        unlisted,
        together,
        order,
    )


def modest(chances: Floats, leader: int, covered: Coverage, worded: float) -> Floats:
    """The chances, with a leader that stands by its likeness of words alone held at an even chance."""
    if covered.favour >= SOME_FINDINGS or worded <= covered.favour or chances[leader] <= MOST_BY_WORDING:
        return chances
    held = chances.copy()
    held[leader] = MOST_BY_WORDING
    return held


def share_out(alone: Floats, calibration: Calibration) -> tuple[Floats, float]:
    """The belief in each listed disease, and in one which is not listed: the findings neither favour nor disfavour it,
    its likelihood ratio is 1 by definition of the background rates."""
    log_odds = np.append(alone, _unlisted(calibration)) * calibration.temperature
    powers = np.power(10.0, log_odds - log_odds.max())
    powers /= powers.sum()
    return powers[:-1], float(powers[-1])


def share_with_pairs(alone: Floats, both: list[Pair], calibration: Calibration) -> tuple[ProbablePair, ...]:
    """The belief in each pair when pairs take part beside single diseases, the likeliest first."""
    log_odds = np.concatenate([alone, [_unlisted(calibration)], [pair.log_odds for pair in both]])
    powers = np.power(10.0, (log_odds - log_odds.max()) * calibration.temperature)
    shares = (powers / powers.sum())[len(alone) + 1 :].tolist()
    found = [ProbablePair(pair.first, pair.second, share) for pair, share in zip(both, shares, strict=True)]
    return tuple(sorted(found, key=lambda pair: -pair.probability))


def _unlisted(calibration: Calibration) -> float:
    return log10(calibration.unlisted_share) * calibration.prior_weight


def band(probability: float) -> Band:
    """The word for a probability.

    >>> band(0.8), band(0.4), band(0.01)
    ('very likely', 'likely', 'unlikely')
    """
    return next(word for limit, word in BANDS if probability >= limit)


def explain(
    scorer: Scorer, observations: Observations, ranking: Ranking, place: int, missing_shown: int = SHOWN_MISSING
) -> RankedDisease:
    """The line of the differential at a place (0 is the best), with every reason and the weightiest open findings."""
    i = ranking.order[place]
    disease = scorer.knowledge.diseases[scorer.diseases[i]]
    rows = np.flatnonzero(scorer.row_disease == i)
    reasons = [_evidence(scorer, observations, int(row), float(ranking.contributions[row])) for row in rows]
    seen = [r for r, row in zip(reasons, rows, strict=True) if observations.get(scorer.terms[scorer.row_term[row]])]
    unseen = [int(row) for row in rows if observations.get(scorer.terms[scorer.row_term[row]]) is None]
    unseen.sort(key=lambda row: -max(abs(scorer.row_present[row]), abs(scorer.row_absent[row])))
    missing = [_evidence(scorer, observations, row, float(scorer.row_present[row])) for row in unseen[:missing_shown]]
    supporting = [r for r in seen if r.weight > WORTH_SHOWING]
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
    worded = float(ranking.worded[i])
    opposing = [r for r in seen if r.weight < -WORTH_SHOWING]
    if abs(worded) > WORTH_SHOWING:
        (supporting if worded > 0 else opposing).append(ranking.wording.evidence(i, worded))
    if ranking.credited[i] > WORTH_SHOWING:
        supporting.append(_as_cause(scorer, observations, float(ranking.credited[i])))
    supporting.sort(key=lambda r: -r.weight)
    opposing.sort(key=lambda r: r.weight)
    prior, total = float(ranking.priors[i]), float(ranking.log_odds[i])
    shown = sum(r.weight for r in (*supporting, *opposing))
    probability = float(ranking.probabilities[i])
    one = member(disease.id, observations)
    names = disease.names if one is None else one.names
    others = tuple(name for name in disease.names.en if name not in names.en)
    return RankedDisease(
        rank=place + 1,
        id=disease.id,
        name=names.en[0],
        name_zh=names.zh[0] if names.zh else None,
        names=(*names.en, *others),
        icd10cm=(one and one.icd10cm) or disease.icd10cm,
        probability=round(probability, 4),
        band=band(probability),
        lane="common",
        prior_log10=round(prior, 3),
        unmentioned_log10=round(total - prior - shown, 3),
        total_log10=round(total, 3),
        supporting=tuple(supporting),
        against=tuple(opposing),
        missing=tuple(missing),
    )


def _as_cause(scorer: Scorer, observations: Observations, weight: float) -> Evidence:
    """The bar of a cause, named by the signs of its syndrome in this record."""
    found = signs(observations)
    labels = [scorer.knowledge.label(finding) for finding in found[:SIGNS_SHOWN]]
    return Evidence(
        concept="cause",
        label=f"explains as its cause: {', '.join(label.en for label in labels)}",
        label_zh=f"可作为以下表现的病因：{'、'.join(label.zh or label.en for label in labels)}",
        state="present",
        weight=round(weight, 3),
        basis="derived",
        source="this disease and the syndrome that it causes, taken together",
        spans=tuple(dict.fromkeys(span for finding in found for span in observations.spans(finding))),
    )


def _evidence(scorer: Scorer, observations: Observations, row: int, weight: float) -> Evidence:
    stated = scorer.knowledge.weights[row]
    label = scorer.knowledge.label(stated.term)
    seen = observations.get(stated.term)
    denied = seen is not None and not seen.present
    return Evidence(
        concept=stated.term,
        label=f"{'not' if stated.term in BY_AGE else 'no'} {label.en}" if denied else label.en,
        label_zh=f"无{label.zh}" if denied and label.zh else label.zh,
        state="unknown" if seen is None else "absent" if denied else "present",
        weight=round(weight, 3),
        basis=stated.basis,
        source=stated.source or "Bedside's own estimate",
        spans=observations.spans(stated.term),
    )
