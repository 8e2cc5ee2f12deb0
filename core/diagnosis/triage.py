"""How soon the patient must be seen. Vital signs and red flags set floors that no ranking can outvote."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from core.case.model import Patient
from core.diagnosis.model import CannotMiss, DepartmentShare, Triage, TriageReason
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.red_flags import haste
from core.diagnosis.scorer import Scorer
from core.knowledge.schema import LEVELS, Disease, Urgency
from core.language.model import Measurement, Reading
from core.units.percent import percent

# The chance, among the candidates, that at least so urgent a disease is there at which the level is set. Expert
# estimates: missing an emergency costs far more than an unneeded journey.
ENOUGH: dict[Urgency, float] = {"emergent": 0.25, "one-day": 0.35, "one-week": 0.5, "self-care": 1.0}
# A candidate has at least this belief, or at least this part of the leader's where nothing stands out. What is below is
# a crowd, and a crowd of emergencies none of which is a candidate is no emergency: cannot-miss is there for those.
CANDIDATE = 0.04
BESIDE_LEADER = 0.25
# To tell somebody to stay at home takes more than merely possible harmless causes.
SURE_ENOUGH_TO_STAY_HOME = 0.25
DEPARTMENTS_SHOWN = 3
ADULT = 16
# Severe hypertension in pregnancy: 160 mmHg systolic or 110 mmHg diastolic (ACOG, Gestational Hypertension and
# Preeclampsia, Practice Bulletin 222, 2020).
SEVERE_IN_PREGNANCY = {"systolic-blood-pressure": 160, "diastolic-blood-pressure": 110}
# Fever in a baby: from 38 °C, before three months of age.
FEVER = 38.0
FEVER_IS_AN_EMERGENCY = 0.25


class Floor(NamedTuple):
    """A vital sign that makes any adult an emergency."""

    analyte: str
    low: float | None
    high: float | None
    text: str
    text_zh: str


# A single parameter that scores 3 in NEWS2 (Royal College of Physicians, National Early Warning Score 2, 2017).
FLOORS = (
    Floor("respiratory-rate", 8, 25, "respiratory rate {value:g}/min", "呼吸频率 {value:g} 次/分"),
    Floor("oxygen-saturation", 91, None, "oxygen saturation {value:g} %", "血氧饱和度 {value:g} %"),
    Floor("systolic-blood-pressure", 90, 220, "systolic blood pressure {value:g} mmHg", "收缩压 {value:g} mmHg"),
    Floor("heart-rate", 40, 131, "heart rate {value:g}/min", "心率 {value:g} 次/分"),
    Floor("temperature", 35.0, None, "temperature {value:g} °C", "体温 {value:g} °C"),
    Floor("gcs", 14, None, "Glasgow Coma Scale {value:g}", "格拉斯哥昏迷评分 {value:g}"),
)


class _Ground(NamedTuple):
    """A reason, and the level that it asks for by itself."""

    level: Urgency
    reason: TriageReason


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
    the ranking ask for. Too little to go on is no reason to stay at home: then the level may be None."""
    grounds = [_Ground("emergent", r) for r in (*_vital_signs(reading), *_hypertension_in_pregnancy(reading))]
    candidates = _candidates(scorer, ranking)
    grounds += _red_flags(scorer, observations, candidates)
    grounds += [
        _Ground(candidates[d.id].disease.urgency, _not_excluded(d))
        for d in dangers
        if d.id in candidates and candidates[d.id].share >= ENOUGH[candidates[d.id].disease.urgency]
    ]
    if committed:
        grounds.append(_by_chance(scorer, ranking, candidates))
    grounds.sort(key=lambda ground: LEVELS.index(ground.level))
    reasons = tuple(ground.reason for ground in grounds)
    return Triage(
        level=grounds[0].level if grounds else None,
        reasons=tuple(reason.text for reason in reasons),
        grounds=reasons,
        departments=_departments(scorer, ranking) if committed else (),
    )


def _not_excluded(danger: CannotMiss) -> TriageReason:
    text, zh = f"{danger.name} is not excluded", f"尚未排除{danger.name_zh or danger.name}"
    return TriageReason(text=text, text_zh=zh, spans=danger.why_open)


def _vital_signs(reading: Reading) -> list[TriageReason]:
    if not _is_adult(reading.patient):
        return [_critical(m) for m in reading.measurements if _current(m) and _critical_in_child(m, reading.patient)]
    found = []
    for floor in FLOORS:
        for m in reading.measurements:
            if m.analyte != floor.analyte or not _current(m):
                continue
            if (floor.low is not None and m.value <= floor.low) or (floor.high is not None and m.value >= floor.high):
                text, zh = floor.text.format(value=m.value), floor.text_zh.format(value=m.value)
                found.append(TriageReason(text=text, text_zh=zh, spans=((m.start, m.end),)))
    return found


def _hypertension_in_pregnancy(reading: Reading) -> list[TriageReason]:
    found = []
    for m in reading.measurements:
        if reading.patient.pregnant and _current(m) and m.value >= SEVERE_IN_PREGNANCY.get(m.analyte, float("inf")):
            text, zh = f"blood pressure {m.given} in pregnancy", f"妊娠期血压 {m.given}"
            found.append(TriageReason(text=text, text_zh=zh, spans=((m.start, m.end),)))
    return found


def _critical_in_child(m: Measurement, patient: Patient) -> bool:
    """A high temperature alone is an emergency in the first three months only (NICE NG143, Fever in under 5s, 2019)."""
    if m.analyte == "temperature" and m.flag in ("high", "critical-high"):
        return patient.age_years is not None and patient.age_years < FEVER_IS_AN_EMERGENCY and m.value >= FEVER
    return (m.flag or "").startswith("critical")


def _critical(m: Measurement) -> TriageReason:
    text = f"{m.label} {m.value:g} {m.unit} is critical for this age"
    return TriageReason(text=text, text_zh=f"{m.label} {m.value:g} {m.unit}（该年龄危急值）", spans=((m.start, m.end),))


def _current(m: Measurement) -> bool:
    return m.experiencer == "patient" and m.temporality == "recent"


def _is_adult(patient: Patient) -> bool:
    return patient.age_years is None or patient.age_years >= ADULT


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


def _red_flags(scorer: Scorer, observations: Observations, candidates: dict[str, _Candidate]) -> list[_Ground]:
    """What the red flags of the candidates ask for."""
    seen: dict[str, _Ground] = {}
    for candidate in candidates.values():
        for flag in candidate.disease.red_flags:
            level = haste(flag, candidate.disease) if observations.present(flag) else None
            if level is not None and (flag not in seen or LEVELS.index(level) < LEVELS.index(seen[flag].level)):
                label = scorer.knowledge.label(flag)
                text, zh = f"red flag: {label.en}", f"危险信号：{label.zh or label.en}"
                seen[flag] = _Ground(level, TriageReason(text=text, text_zh=zh, spans=observations.spans(flag)))
    return list(seen.values())


def _by_chance(scorer: Scorer, ranking: Ranking, candidates: dict[str, _Candidate]) -> _Ground:
    """The most urgent level whose diseases together are likely enough, and never below the leading one's own."""
    first = next(iter(candidates.values()))
    total = 0.0
    for level in LEVELS:
        here = [c for c in candidates.values() if c.disease.urgency == level]
        total += sum(c.share for c in here)
        if here and (total >= ENOUGH[level] or level == first.disease.urgency):
            break
    leading = here[0].disease
    harmless = sum(c.belief for c in here) if level == "self-care" else 0.0
    if level == "self-care" and harmless < SURE_ENOUGH_TO_STAY_HOME:
        level = "one-week"
    shown = percent(float(ranking.probabilities[scorer.index[leading.id]]))
    text, zh = f"{leading.names.en[0]} ({shown})", f"{leading.names.zh[0]}（{shown}）"
    return _Ground(level, TriageReason(text=text, text_zh=zh))


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
