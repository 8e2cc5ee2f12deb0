"""A syndrome that a likelier cause explains: pneumonia with new confusion is pneumonia, not delirium of no cause.

What confuses an old patient is a pneumonia or a full bladder, and the treatment is the cause's. Judged alone the
syndrome wins, since the cause's entry does not weigh the confusion. The cause is therefore credited with what it
explains together with its syndrome (`together.py`: the better of the two weights, the rate of a complication), and goes
first when the two together are likelier than the syndrome by itself. It must be seen by itself as well: an infection
that the record says nothing of does not become likely because somebody is confused.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.diagnosis.observations import Observations
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.together import Pair

# What is never a whole diagnosis: something has caused it; and the signs by which it is seen. Everywhere else the
# complication may well be what brings the patient (varices that bleed), and the order stays that of single diseases.
# A likeness of words and the drowsiness of a tablet are no sign: they had credited a poison in clear-headed people.
SYNDROMES: dict[str, tuple[str, ...]] = {
    "delirium": (
        "HP:0031258", "HP:0001289", "BD:acute-confusion", "BD:confusion-fluctuates-over-hours",
        "BD:inattention-on-testing", "BD:pulling-at-lines", "HP:0000713", "HP:0000711", "HP:0002367",
    )
}  # fmt: skip
# A cause acts now: what only predisposes (dementia to delirium) can wait, and explains nothing by itself.
ACUTE = ("emergent", "one-day")
# What speaks for the cause and not for the syndrome must be worth this much (log10: ten to one). Expert estimate.
SEEN_BY_ITSELF = 1.0


def signs(observations: Observations) -> list[str]:
    """The stated findings by which a syndrome is seen in this record."""
    stated = frozenset(observations.stated_present())
    return [finding for named in SYNDROMES.values() for finding in named if finding in stated]


def credit(
    scorer: Scorer, observations: Observations, contributions: Floats, alone: Floats, both: Sequence[Pair]
) -> Floats:
    """What each disease gains (log10, never below 0) by a syndrome that it causes and that is there with it.

    `contributions` are the capped rows, `alone` the log odds of each disease by itself."""
    gained = np.zeros(len(alone))
    if not signs(observations):
        return gained
    for pair in both:
        for cause, syndrome in ((pair.first, pair.second), (pair.second, pair.first)):
            if _causes(scorer, cause, syndrome) and _own(scorer, contributions, cause, syndrome) >= SEEN_BY_ITSELF:
                gained[cause] = max(gained[cause], pair.log_odds - float(alone[cause]))
    return gained


def _causes(scorer: Scorer, cause: int, syndrome: int) -> bool:
    named = scorer.diseases[syndrome]
    entry = scorer.knowledge.diseases[scorer.diseases[cause]]
    return named in SYNDROMES and named in entry.leads_to and entry.urgency in ACUTE


def _own(scorer: Scorer, contributions: Floats, cause: int, syndrome: int) -> float:
    """What findings say for the cause that say nothing for the syndrome (log10)."""
    rows, others = scorer.rows_of(cause), scorer.rows_of(syndrome)
    shared = scorer.row_term[others][contributions[others] > 0]
    own = contributions[rows][~np.isin(scorer.row_term[rows], shared)]
    return float(own[own > 0].sum())
