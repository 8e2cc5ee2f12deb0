"""When the evidence cannot separate, saying so, together with what would."""

from __future__ import annotations

import numpy as np

from core.diagnosis.model import Abstention, Separating
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.scorer import Scorer
from core.diagnosis.unknowns import unknowns

# Fewer findings of the vocabulary than this say nothing about anybody. Expert estimate.
FEWEST_FINDINGS = 1
# A leading chance below this, or so large a chance of a disease outside the base, is no answer. Expert estimates.
LOWEST_LEAD = 0.03
LEADING = 6
SHOWN = 5


def abstain(scorer: Scorer, observations: Observations, ranking: Ranking) -> Abstention | None:
    """None when the leading diagnosis may be stated."""
    known = [f for f in observations.stated_present() if _speaks(scorer, f)]
    if len(known) < FEWEST_FINDINGS:
        return Abstention(
            reason="The record holds no finding that Bedside can weigh: "
            "add the complaint, its course, the vital signs and the examination.",
            reason_zh="记录中没有可供分析的临床表现：请补充主诉、病程、生命体征和体格检查。",
            separating=(),
        )
    if ranking.beliefs[ranking.order[0]] >= LOWEST_LEAD:
        return None
    return Abstention(
        reason="The findings do not separate the possible diagnoses: the ones named here would.",
        reason_zh="现有表现不足以区分可能的诊断：以下信息有助于鉴别。",
        separating=separating(scorer, observations, ranking),
    )


def _speaks(scorer: Scorer, finding: str) -> bool:
    """Does any disease know the finding, or something more general, as more than a background risk? An exposure that by
    itself opens a danger (a swallowed battery) is more than that."""
    entries = scorer.knowledge.findings
    for concept in (finding, *scorer.knowledge.ancestors(finding)):
        if concept in scorer.column and (
            entries[concept].kind not in ("risk", "history", "exposure") or concept in scorer.opening_exposures
        ):
            return True
    return False


def separating(scorer: Scorer, observations: Observations, ranking: Ranking) -> tuple[Separating, ...]:
    """The unknown findings on which the leading diseases differ most."""
    leading = ranking.order[:LEADING]
    open_ones = unknowns(scorer, observations, leading)
    strongest = open_ones.present.argmax(axis=1)
    others = (open_ones.present.sum(axis=1) - open_ones.present.max(axis=1)) / (len(leading) - 1)
    spread = open_ones.present.max(axis=1) - others
    found = []
    for n in np.argsort(-spread)[:SHOWN]:
        rival = next(i for i in leading if i != leading[strongest[n]])
        label = scorer.knowledge.label(open_ones.terms[n])
        between = (scorer.diseases[leading[strongest[n]]], scorer.diseases[rival])
        found.append(Separating(concept=open_ones.terms[n], label=label.en, label_zh=label.zh, between=between))
    return tuple(found)
