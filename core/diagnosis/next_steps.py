"""The next best question, examination or test: what is due, what decides, and what is worth most."""

from __future__ import annotations

from collections import defaultdict

from core.diagnosis.askable import answerable, can_speak, relevant
from core.diagnosis.deciding import PREGNANCY_TEST, asks_for_pregnancy_test, deciding
from core.diagnosis.due import DUE_SHOWN, EPIGLOTTITIS, VITAL_SIGNS, done, due, must_wait, not_for, thin
from core.diagnosis.model import NextStep
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.scorer import Scorer
from core.diagnosis.step_words import Shown, in_words, question_of
from core.diagnosis.step_worth import LEAST_BITS, Answer, Step, expected, weigh, worth_the_risk
from core.diagnosis.unknowns import unknowns
from core.diagnosis.written import Written

CANDIDATES = 12
SHOWN = 6
QUESTIONS_SHOWN = 3
# Of who comes for a check and complains of nothing, only what belongs to a disease that explains a finding is sought.
WELL = "BD:feels-well-routine-check"
# A step that can move no disease by so much of the leading ones' share is not worth its while. Expert estimate.
LEAST_MOVE = 0.03


def next_steps(scorer: Scorer, observations: Observations, ranking: Ranking) -> tuple[NextStep, ...]:
    """The best next steps, best first; questions come singly, findings of one test or examination together."""
    leading = ranking.order[:CANDIDATES]
    diseases = [scorer.knowledge.diseases[scorer.diseases[i]] for i in leading]
    listed = float(ranking.beliefs[leading].sum())
    now = ranking.beliefs[leading] / listed
    asked = relevant(scorer, observations, ranking.contributions, ranking.order)
    well, speaks, written = observations.present(WELL), can_speak(observations), Written(observations.text)
    by_procedure: dict[str, list[Answer]] = defaultdict(list)
    for answer in expected(scorer, unknowns(scorer, observations, leading), now):
        if well and answer.term not in asked:
            continue
        by = scorer.knowledge.findings[answer.term].by
        if by in scorer.knowledge.procedures:
            by_procedure[by].append(answer)
        elif answer.term in asked and answerable(observations, answer.term):
            symptom = scorer.knowledge.findings[answer.term].kind == "symptom"
            if (symptom and not speaks) or written.speaks_of(answer.term, scorer.knowledge):
                continue
            by_procedure[f"ask {answer.term}"].append(answer)
    held = done(scorer, observations) | not_for(observations)
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
        key: weigh(scorer, diseases, now, key, answers)
        for key, answers in by_procedure.items()
        if key not in held and key not in put_off and (key in standing or worth_the_risk(scorer, diseases, now, key))
    }
    shown = _chosen(scorer, weighed, standing)
    if asks_for_pregnancy_test(observations, frozenset(step.procedure.id for step in shown if step.procedure)):
        standing = list(dict.fromkeys((*decisive, PREGNANCY_TEST, *standing)))
        shown = _chosen(scorer, weighed, standing)
    scale = Shown(scorer.calibration, listed, ranking.covered)
    worded = (
        in_words(scorer, diseases, now, scale, step, stands=_place(standing, step) < len(standing)) for step in shown
    )
    return tuple(step for step in worded if step is not None)


def _chosen(scorer: Scorer, weighed: dict[str, Step], standing: list[str]) -> list[Step]:
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


def _place(standing: list[str], step: Step) -> int:
    """What stands whatever it would change comes first, in its order."""
    key = step.procedure.id if step.procedure else ""
    return standing.index(key) if key in standing else len(standing)


def _apart(scorer: Scorer, questions: list[Step]) -> list[Step]:
    """The questions without those that ask again, of something more general or more special, or in the same words."""
    kept: list[Step] = []
    terms: list[str] = []
    for question in questions:
        assert question.best is not None, "a question asks for a finding"
        term, above = question.best.term, scorer.knowledge.ancestors(question.best.term)
        words = question_of(scorer, term)
        again = any(
            other in above or term in scorer.knowledge.ancestors(other) or words == question_of(scorer, other)
            for other in terms
        )
        if not again:
            terms.append(term)
            kept.append(question)
    return kept
