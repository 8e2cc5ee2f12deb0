"""How soon the patient must be seen. Vital signs and red flags set floors that no ranking can outvote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from core.diagnosis.alarms import alarmed
from core.diagnosis.coverage import EXPLAINS
from core.diagnosis.floors import Ground, measured
from core.diagnosis.model import CannotMiss, DepartmentShare, Triage, TriageReason
from core.diagnosis.observations import LASTING, Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.red_flags import ALARMS, haste, qualified
from core.diagnosis.scorer import Scorer
from core.knowledge.disease import Disease
from core.knowledge.schema import LEVELS, Urgency
from core.language.model import Reading
from core.units.percent import percent

# The chance, among the candidates, that at least so urgent a disease is there at which the level is set. Expert
# estimates: missing an emergency costs far more than an unneeded journey.
ENOUGH: dict[Urgency, float] = {"emergent": 0.3, "one-day": 0.35, "one-week": 0.5, "self-care": 1.0}
# The level follows the harm to be expected, so that less chance is enough of emergencies that kill. On the odd ids of
# the development vignettes 0.12 called two more of 113 emergent that were not, and found no more that were.
ENOUGH_FATAL = 0.16
# A candidate has at least this belief, or at least this part of the leader's where nothing stands out. What is below is
# a crowd, and a crowd of emergencies none of which is a candidate is no emergency: cannot-miss is there for those.
CANDIDATE = 0.03
BESIDE_LEADER = 0.22
# To tell somebody to stay at home takes a harmless cause that stands out, and a crowd of faint chances makes no
# emergency. Expert estimates; on the development vignettes 0.25 and 0.10 decide the same cases, and who wrote two
# sentences about a mouth ulcer or a twisted ankle was sent to the doctor by the former.
SURE_ENOUGH_TO_STAY_HOME = 0.10
LEAST_FOR_AN_EMERGENCY = 0.05
DEPARTMENTS_SHOWN = 3
# To be old is a reason for haste in an illness that is likely, and none in one that is a mere thought.
OLD_AGE = ("BD:age-over-50", "BD:age-over-65")
# What stands where there is no level: "undecided" alone reads like "not urgent".
NOTHING_READ = TriageReason(
    text="not assessed: nothing in the record was understood", text_zh="未评估：病历中没有可识别的内容"
)
TOO_LITTLE = TriageReason(text="not assessed: the record says too little", text_zh="未评估：病历内容太少")


def triage(
    scorer: Scorer,
    observations: Observations,
    ranking: Ranking,
    reading: Reading,
    dangers: tuple[CannotMiss, ...],
    *,
    committed: bool,
) -> Triage:
    """The most urgent of what vital signs, red flags, dangers and, unless the engine abstains (`committed` is false),
    the ranking ask for. Too little to go on is no reason to stay at home: then the level
    may be None, and the only reason says that nothing was assessed."""
    # What is alarming together says more than a number, and may say what must not be done.
    grounds = [*alarmed(observations, reading), *measured(reading)]
    candidates = _candidates(scorer, ranking)
    complains = _complains(scorer, observations)
    if complains:
        grounds += _red_flags(scorer, observations, candidates)
    grounds += [
        Ground(candidates[d.id].disease.urgency, _not_excluded(d))
        for d in dangers
        if d.id in candidates and candidates[d.id].share >= ENOUGH[candidates[d.id].disease.urgency]
    ]
    if committed:
        grounds.append(_by_chance(scorer, ranking, candidates))
    if complains and all(ground.level == "self-care" for ground in grounds):
        grounds += _any_alarm(scorer, observations, next(iter(candidates.values())).disease)
    grounds.sort(key=lambda ground: LEVELS.index(ground.level))
    reasons = _once(ground.reason for ground in grounds) or (NOTHING_READ if not observations.stated() else TOO_LITTLE,)
    return Triage(
        level=grounds[0].level if grounds else None,
        reasons=tuple(reason.text for reason in reasons),
        grounds=reasons,
        departments=_departments(scorer, ranking) if committed else (),
    )


def _once(reasons: Iterable[TriageReason]) -> tuple[TriageReason, ...]:
    """Each reason once, with all its places: a pressure is one reason, though both its numbers are too high."""
    merged: dict[str, TriageReason] = {}
    for reason in reasons:
        spans = (*merged[reason.text].spans, *reason.spans) if reason.text in merged else reason.spans
        merged[reason.text] = reason.model_copy(update={"spans": tuple(dict.fromkeys(spans))})
    return tuple(merged.values())


def _complains(scorer: Scorer, observations: Observations) -> bool:
    """Is there more than drugs, exposures and past illness? These are flags beside a complaint or a sign, and nobody's
    emergency alone."""
    findings = scorer.knowledge.findings
    return any(c not in findings or findings[c].kind not in LASTING for c in observations.stated_present())


def _not_excluded(danger: CannotMiss) -> TriageReason:
    text, zh = f"{danger.name} is not excluded", f"尚未排除{danger.name_zh or danger.name}"
    return TriageReason(text=text, text_zh=zh, spans=danger.why_open)


class _Candidate(NamedTuple):
    """A disease likely enough to decide the level, its part in the belief of all candidates, and its belief."""

    disease: Disease
    share: float
    belief: float


def _candidates(scorer: Scorer, ranking: Ranking) -> dict[str, _Candidate]:
    """The candidates by id, the likeliest first."""
    beliefs = ranking.beliefs
    least = min(CANDIDATE, BESIDE_LEADER * float(beliefs[ranking.order[0]]))
    chosen = [i for i in ranking.order if beliefs[i] >= least]
    total = float(beliefs[chosen].sum())
    found = ((scorer.diseases[i], float(beliefs[i])) for i in chosen)
    return {d: _Candidate(scorer.knowledge.diseases[d], belief / total, belief) for d, belief in found}


def _any_alarm(scorer: Scorer, observations: Observations, leader: Disease) -> list[Ground]:
    """Nobody is told to stay at home beside a sign that is an emergency in the diseases that name it: somebody looks
    today, even where no likely disease names it. What the leading disease explains is no such sign."""
    weights = scorer.weights_for(scorer.index[leader.id])
    found = sorted(f for f in ALARMS if observations.present(f) and weights.get(f, 0.0) <= EXPLAINS)
    return [Ground("one-day", _flag(scorer, observations, flag)) for flag in found]


def _flag(scorer: Scorer, observations: Observations, flag: str) -> TriageReason:
    label = scorer.knowledge.label(flag)
    text, zh = f"red flag: {label.en}", f"危险信号：{label.zh or label.en}"
    return TriageReason(text=text, text_zh=zh, spans=observations.spans(flag))


def _red_flags(scorer: Scorer, observations: Observations, candidates: dict[str, _Candidate]) -> list[Ground]:
    """What the red flags of the candidates ask for."""
    seen: dict[str, Ground] = {}
    for candidate in candidates.values():
        for flag in candidate.disease.red_flags:
            if flag in OLD_AGE and candidate.share < ENOUGH["one-day"]:
                continue
            level = haste(flag, candidate.disease) if observations.present(flag) else None
            if level == "emergent" and qualified(flag, observations):
                level = "one-day"
            if level is not None and (flag not in seen or LEVELS.index(level) < LEVELS.index(seen[flag].level)):
                seen[flag] = Ground(level, _flag(scorer, observations, flag))
    return list(seen.values())


def _by_chance(scorer: Scorer, ranking: Ranking, candidates: dict[str, _Candidate]) -> Ground:
    """The most urgent level whose diseases together are likely enough, and never below the leading one's own."""
    first = next(iter(candidates.values()))
    total = 0.0
    for level in LEVELS:
        here = [c for c in candidates.values() if c.disease.urgency == level]
        total += sum(c.share for c in here)
        crowd = level == "emergent" and sum(c.belief for c in here) < LEAST_FOR_AN_EMERGENCY
        enough = total >= ENOUGH[level] or (level == "emergent" and _fatal(here) >= ENOUGH_FATAL)
        if here and not crowd and (enough or level == first.disease.urgency):
            break
    leading = here[0].disease
    harmless = sum(c.belief for c in here) if level == "self-care" else 0.0
    if level == "self-care" and harmless < SURE_ENOUGH_TO_STAY_HOME:
        level = "one-week"
    shown = percent(float(ranking.probabilities[scorer.index[leading.id]]))
    text, zh = f"{leading.names.en[0]} ({shown})", f"{leading.names.zh[0]}（{shown}）"
    return Ground(level, TriageReason(text=text, text_zh=zh))


def _fatal(candidates: list[_Candidate]) -> float:
    """The part of the belief in all candidates that these have as far as they kill when missed."""
    return sum(c.share for c in candidates if c.disease.harm_if_missed == "fatal")


def _departments(scorer: Scorer, ranking: Ranking) -> tuple[DepartmentShare, ...]:
    shares: dict[str, float] = defaultdict(float)
    for i, disease in enumerate(scorer.knowledge.diseases.values()):
        shares[disease.department[0]] += float(ranking.beliefs[i])
    total = sum(shares.values())
    best = sorted(shares.items(), key=lambda pair: -pair[1])[:DEPARTMENTS_SHOWN]
    out = []
    for slug, share in best:
        names = scorer.knowledge.departments[slug].names
        zh = names.zh[0] if names.zh else None
        out.append(DepartmentShare(name=names.en[0], name_zh=zh, share=round(share / total, 3)))
    return tuple(out)
