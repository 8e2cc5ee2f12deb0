"""The next best question, examination or test: the largest expected loss of uncertainty, weighed by the stakes."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from core.diagnosis.askable import answerable, relevant
from core.diagnosis.calibration import Calibration, Coverage
from core.diagnosis.deciding import BEFORE_RAYS, PREGNANCY_TEST, asks_for_pregnancy_test, deciding
from core.diagnosis.due import DUE_SHOWN, EPIGLOTTITIS, VITAL_SIGNS, done, due, must_wait, thin
from core.diagnosis.model import NextStep
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.rates import Floats
from core.diagnosis.scorer import Scorer
from core.diagnosis.unknowns import Unknowns, unknowns
from core.knowledge.schema import LEVELS, Disease, Harm, Procedure, Urgency
from core.units.percent import percent

CANDIDATES = 12
SHOWN = 6
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
QUESTIONS_SHOWN = 3
# Of who comes for a check and complains of nothing, only what belongs to a disease that explains a finding is sought.
WELL = "BD:feels-well-routine-check"
# A step that is expected to tell less than this is noise, unless it is what the leading disease's entry puts first.
LEAST_BITS = 0.02
# Nor is a step worth its while that can move no disease by so much of the leading ones' share. Expert estimate.
LEAST_MOVE = 0.03
# A disease with less than this chance is not named as what is at stake.
WORTH_NAMING = 0.02


class _Answer(NamedTuple):
    """What one unknown finding would do: expected bits, and the chances if it is present or absent."""

    term: str
    bits: float
    if_present: Floats
    if_absent: Floats


class _Shown(NamedTuple):
    """Puts shares among the leading diseases on the scale of the ranking, where the others and a disease outside the
    base have theirs, and writes the chance of one of them as it is shown there."""

    calibration: Calibration
    listed: float
    covered: Coverage

    def __call__(self, shares: Floats, of: int) -> str:
        return percent(float(self.calibration.chances(shares * self.listed, self.covered)[of]))


class _Step(NamedTuple):
    """A procedure (None: a question) with its worth. `best` is None where it settles no open finding."""

    worth: float
    bits: float
    harm: Harm
    urgency: Urgency
    procedure: Procedure | None
    best: _Answer | None
    moves: float


def next_steps(scorer: Scorer, observations: Observations, ranking: Ranking) -> tuple[NextStep, ...]:
    """The best next steps, best first; questions come singly, findings of one test or examination together."""
    leading = ranking.order[:CANDIDATES]
    diseases = [scorer.knowledge.diseases[scorer.diseases[i]] for i in leading]
    listed = float(ranking.beliefs[leading].sum())
    now = ranking.beliefs[leading] / listed
    asked = relevant(scorer, observations, ranking.contributions, ranking.order)
    well = observations.present(WELL)
    by_procedure: dict[str, list[_Answer]] = defaultdict(list)
    for answer in _answers(scorer, unknowns(scorer, observations, leading), now):
        if well and answer.term not in asked:
            continue
        by = scorer.knowledge.findings[answer.term].by
        if by in scorer.knowledge.procedures:
            by_procedure[by].append(answer)
        elif answer.term in asked and answerable(observations, answer.term):
            by_procedure[f"ask {answer.term}"].append(answer)
    held = done(scorer, observations)
    throat = sum(float(now[n]) for n, disease in enumerate(diseases) if disease.id == EPIGLOTTITIS)
    put_off = {key for key in scorer.knowledge.procedures if must_wait(observations, key, throat)}
    standing = [
        key
        for key in due(scorer, diseases[0], float(ranking.probabilities[leading[0]]))
        if key not in held and key not in put_off
    ][:DUE_SHOWN]
    if VITAL_SIGNS not in held and thin(scorer, observations):
        standing = list(dict.fromkeys((VITAL_SIGNS, *standing)))
    decisive = [key for key in deciding(observations) if key not in held]
    standing = list(dict.fromkeys((*decisive, *standing)))
    for key in (*standing, PREGNANCY_TEST):
        by_procedure.setdefault(key, [])
    weighed = {
        key: _weigh(scorer, diseases, now, key, answers)
        for key, answers in by_procedure.items()
        if key not in held and key not in put_off and (key in standing or _worth_the_risk(scorer, diseases, now, key))
    }
    shown = _chosen(scorer, weighed, standing)
    if asks_for_pregnancy_test(observations, frozenset(step.procedure.id for step in shown if step.procedure)):
        standing = list(dict.fromkeys((*decisive, PREGNANCY_TEST, *standing)))
        shown = _chosen(scorer, weighed, standing)
    scale = _Shown(scorer.calibration, listed, ranking.covered)
    worded = (
        _in_words(scorer, diseases, now, scale, step, stands=_place(standing, step) < len(standing)) for step in shown
    )
    return tuple(step for step in worded if step is not None)


def _chosen(scorer: Scorer, weighed: dict[str, _Step], standing: list[str]) -> list[_Step]:
    """What is shown of the steps that were weighed: what stands, and the worthiest that can change something."""
    steps = [
        step
        for key, step in weighed.items()
        if key in standing or (step.bits >= LEAST_BITS and step.moves >= LEAST_MOVE)
    ]
    steps.sort(key=lambda step: (_place(standing, step), -step.worth))
    questions = _apart(scorer, [s for s in steps if s.procedure is None])[:QUESTIONS_SHOWN]
    others = [s for s in steps if s.procedure is not None][: SHOWN - len(questions)]
    return sorted((*questions, *others), key=lambda step: (_place(standing, step), -step.worth))


def _place(standing: list[str], step: _Step) -> int:
    """What stands whatever it would change comes first, in its order."""
    key = step.procedure.id if step.procedure else ""
    return standing.index(key) if key in standing else len(standing)


def _apart(scorer: Scorer, questions: list[_Step]) -> list[_Step]:
    """The questions without those that ask again, of something more general or more special, or in the same words."""
    kept: list[_Step] = []
    terms: list[str] = []
    for question in questions:
        assert question.best is not None, "a question asks for a finding"
        term, above = question.best.term, scorer.knowledge.ancestors(question.best.term)
        again = any(
            other in above or term in scorer.knowledge.ancestors(other) or _asked(scorer, term) == _asked(scorer, other)
            for other in terms
        )
        if not again:
            terms.append(term)
            kept.append(question)
    return kept


def _asked(scorer: Scorer, term: str) -> str:
    ask = scorer.knowledge.findings[term].ask
    return ask.en if ask else f"Ask about: {scorer.knowledge.label(term).en}"


def _worth_the_risk(scorer: Scorer, diseases: list[Disease], now: Floats, key: str) -> bool:
    procedure = scorer.knowledge.procedures.get(key)
    if procedure is None or procedure.invasiveness < INVASIVE:
        return True
    called_for = (float(now[n]) for n, d in enumerate(diseases) if any(step.procedure == key for step in d.next))
    return max(called_for, default=0.0) >= WORTH_RISKING


def _answers(scorer: Scorer, open_ones: Unknowns, now: Floats) -> list[_Answer]:
    """The expected information of every unknown finding, all findings at once."""
    background = np.array([scorer.knowledge.findings[term].background for term in open_ones.terms])
    chance = np.clip(background[:, None] * np.power(10.0, open_ones.present), 0.001, 0.999) @ now
    powers = np.log10(np.maximum(now, 1e-12))
    if_present = _normalised(powers + open_ones.present * scorer.calibration.temperature)
    if_absent = _normalised(powers + open_ones.absent * scorer.calibration.temperature)
    bits = _entropy(now[None, :]) - chance * _entropy(if_present) - (1 - chance) * _entropy(if_absent)
    return [
        _Answer(term, max(0.0, float(bits[n])), if_present[n], if_absent[n]) for n, term in enumerate(open_ones.terms)
    ]


def _normalised(powers: Floats) -> Floats:
    raised = np.power(10.0, powers - powers.max(axis=1, keepdims=True))
    normalised: Floats = raised / raised.sum(axis=1, keepdims=True)
    return normalised


def _entropy(p: Floats) -> Floats:
    bits: Floats = -(p * np.log2(np.maximum(p, 1e-12))).sum(axis=1)
    return bits


def _weigh(scorer: Scorer, diseases: list[Disease], now: Floats, key: str, answers: list[_Answer]) -> _Step:
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
    return _Step(worth, bits, harm, urgency, procedure, best, moved)


def _in_words(
    scorer: Scorer, diseases: list[Disease], now: Floats, shown: _Shown, step: _Step, *, stands: bool
) -> NextStep | None:
    """The step as it is shown; None where no answer would move a figure and it does not stand by itself (`stands`)."""
    if step.procedure is not None:
        names = step.procedure.names
        name, name_zh = names.en[0], names.zh[0] if names.zh else None
    else:
        assert step.best is not None, "a question asks for a finding"
        name = _asked(scorer, step.best.term)
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
    diseases: list[Disease], now: Floats, shown: _Shown, best: _Answer, label: str, label_zh: str
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
