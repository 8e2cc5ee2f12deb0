"""What a next step is worth: the uncertainty that it is expected to take away, by the stakes and by what it costs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.unknowns import Unknowns
from core.knowledge.disease import Disease
from core.knowledge.schema import LEVELS, Harm, Urgency
from core.knowledge.vocabulary import Procedure

# What it is worth to look for a harm, and what a step costs: expert estimates, in the same arbitrary unit.
HARM_WORTH = {"fatal": 3.0, "high": 2.0, "moderate": 1.3, "low": 1.0}
COST_WORTH = 0.15
# A step that the leading disease's own entry puts first (a pregnancy test before imaging, an ECG in chest pain).
FIRST_WORTH = 1.5
# A test that can harm (invasiveness from this on) is named only for a disease that calls for it and that has at least
# this share among the leading ones. Expert estimates.
INVASIVE = 3
WORTH_RISKING = 0.15
# One procedure settles several findings at once, but not independently: the others add this part of their bits.
FURTHER_FINDINGS = 0.3
# A step that is expected to tell less than this is noise, unless it is what the leading disease's entry puts first.
LEAST_BITS = 0.02
# A disease with less than this chance is not named as what is at stake.
WORTH_NAMING = 0.02


class Answer(NamedTuple):
    """What one unknown finding would do: expected bits, and the chances if it is present or absent."""

    term: str
    bits: float
    if_present: Floats
    if_absent: Floats


class Step(NamedTuple):
    """A procedure (None: a question) with its worth. `best` is None where it settles no open finding."""

    worth: float
    bits: float
    harm: Harm
    urgency: Urgency
    procedure: Procedure | None
    best: Answer | None
    moves: float


def expected(scorer: Scorer, open_ones: Unknowns, now: Floats) -> list[Answer]:
    """The expected information of every unknown finding, all findings at once."""
    background = np.array([scorer.knowledge.findings[term].background for term in open_ones.terms])
    chance = np.clip(background[:, None] * np.power(10.0, open_ones.present), 0.001, 0.999) @ now
    powers = np.log10(np.maximum(now, 1e-12))
    if_present = _normalised(powers + open_ones.present * scorer.calibration.temperature)
    if_absent = _normalised(powers + open_ones.absent * scorer.calibration.temperature)
    bits = _entropy(now[None, :]) - chance * _entropy(if_present) - (1 - chance) * _entropy(if_absent)
    return [
        Answer(term, max(0.0, float(bits[n])), if_present[n], if_absent[n]) for n, term in enumerate(open_ones.terms)
    ]


def _normalised(powers: Floats) -> Floats:
    raised = np.power(10.0, powers - powers.max(axis=1, keepdims=True))
    normalised: Floats = raised / raised.sum(axis=1, keepdims=True)
    return normalised


def _entropy(p: Floats) -> Floats:
    bits: Floats = -(p * np.log2(np.maximum(p, 1e-12))).sum(axis=1)
    return bits


def weigh(scorer: Scorer, diseases: list[Disease], now: Floats, key: str, answers: list[Answer]) -> Step:
    """What a procedure is worth: its bits, times the harm at stake, over what it costs."""
    answers.sort(key=lambda a: -a.bits)
    best = answers[0] if answers else None
    bits, moved, stakes = 0.0, 0.0, [diseases[0]]
    if best is not None:
        bits = best.bits + FURTHER_FINDINGS * sum(a.bits for a in answers[1:6])
        up, down = np.abs(best.if_present - now), np.abs(best.if_absent - now)
        moves, moved = up + down, float(max(up.max(), down.max()))
        stakes = [diseases[n] for n in np.argsort(-moves)[:4] if now[n] > WORTH_NAMING] or [
            diseases[int(np.argmax(now))]
        ]
    harm = max((d.harm_if_missed for d in stakes), key=lambda h: HARM_WORTH[h])
    urgency = min((d.urgency for d in stakes), key=LEVELS.index)
    worth = bits * HARM_WORTH[harm]
    procedure = scorer.knowledge.procedures.get(key)
    if procedure is not None:
        first = (float(now[n]) for n, d in enumerate(diseases) if any(s.first and s.procedure == key for s in d.next))
        worth *= 1 + FIRST_WORTH * max(first, default=0.0)
        worth /= 1 + COST_WORTH * (procedure.cost + procedure.invasiveness)
    return Step(worth, bits, harm, urgency, procedure, best, moved)


def worth_the_risk(scorer: Scorer, diseases: list[Disease], now: Floats, key: str) -> bool:
    """Is it harmless enough, or called for by a disease that is likely enough?"""
    procedure = scorer.knowledge.procedures.get(key)
    if procedure is None or procedure.invasiveness < INVASIVE:
        return True
    called_for = (float(now[n]) for n, d in enumerate(diseases) if any(step.procedure == key for step in d.next))
    return max(called_for, default=0.0) >= WORTH_RISKING
