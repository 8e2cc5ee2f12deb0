"""A next step in words: what it is called, and which chances its answers would change."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.diagnosis.calibration import Calibration, Coverage
from core.diagnosis.deciding import BEFORE_RAYS, PREGNANCY_TEST
from core.diagnosis.model import NextStep
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.step_worth import LEAST_BITS, Answer, Step
from core.knowledge.disease import Disease
from core.units.percent import percent


class Shown(NamedTuple):
    """Puts shares among the leading diseases on the scale of the ranking, where the others and a disease outside the
    base have theirs, and writes the chance of one of them as it is shown there."""

    calibration: Calibration
    listed: float
    covered: Coverage

    def __call__(self, shares: Floats, of: int) -> str:
        return percent(float(self.calibration.chances(shares * self.listed, self.covered)[of]))


def question_of(scorer: Scorer, term: str) -> str:
    """How a finding is asked for."""
    ask = scorer.knowledge.findings[term].ask
    return ask.en if ask else f"Ask about: {scorer.knowledge.label(term).en}"


def in_words(
    scorer: Scorer, diseases: list[Disease], now: Floats, shown: Shown, step: Step, *, stands: bool
) -> NextStep | None:
    """The step as it is shown; None where no answer would move a figure and it does not stand by itself (`stands`)."""
    if step.procedure is not None:
        names = step.procedure.names
        name, name_zh = names.en[0], names.zh[0] if names.zh else None
    else:
        assert step.best is not None, "a question asks for a finding"
        name = question_of(scorer, step.best.term)
        ask = scorer.knowledge.findings[step.best.term].ask
        label = scorer.knowledge.label(step.best.term)
        name_zh = (ask.zh if ask else None) or f"询问：{label.zh or label.en}"
    moved = None
    if step.best is not None and step.bits >= LEAST_BITS:
        label = scorer.knowledge.label(step.best.term)
        moved = _change(diseases, now, shown, step.best, label.en, label.zh or label.en)
    if moved is not None:
        change, change_zh = moved
    elif not stands:
        return None
    elif step.procedure is not None and step.procedure.id == PREGNANCY_TEST:
        change, change_zh = BEFORE_RAYS.en, BEFORE_RAYS.zh or BEFORE_RAYS.en
    else:
        leader = diseases[0].names
        change = f"Confirms {leader.en[0]} or decides what to do, whatever the order: not expected to change it"
        change_zh = f"用于确诊或决定{leader.zh[0] if leader.zh else leader.en[0]}的处理，预计不改变排序"
    return NextStep(
        kind=step.procedure.kind if step.procedure else "question",
        label=name,
        label_zh=name_zh,
        urgency=step.urgency,
        information_bits=round(step.bits, 3),
        harm_if_missed=step.harm,
        would_change=change,
        would_change_zh=change_zh,
    )


def _change(
    diseases: list[Disease], now: Floats, shown: Shown, best: Answer, label: str, label_zh: str
) -> tuple[str, str] | None:
    """The largest move for either answer, in words: an answer that moves no figure is not named, and where neither does
    there is nothing to say (None)."""
    up, down = int(np.argmax(np.abs(best.if_present - now))), int(np.argmax(np.abs(best.if_absent - now)))
    risen, fallen = diseases[up].names, diseases[down].names
    with_it = shown(now, up), shown(best.if_present, up)
    without = shown(now, down), shown(best.if_absent, down)
    en, zh = [], []
    if with_it[0] != with_it[1]:
        en.append(f"if present, {risen.en[0]} {with_it[0]} → {with_it[1]}")
        zh.append(f"有则{risen.zh[0]} {with_it[0]} → {with_it[1]}")
    if without[0] != without[1]:
        en.append(f"if absent, {fallen.en[0]} {without[0]} → {without[1]}")
        zh.append(f"无则{fallen.zh[0]} {without[0]} → {without[1]}")
    return (f"{label}: {'; '.join(en)}", f"{label_zh}：{'；'.join(zh)}") if en else None
