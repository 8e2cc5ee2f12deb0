"""How soon the patient must be seen. Vital signs and red flags set floors that no ranking can outvote."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from core.case.model import Patient
from core.diagnosis.model import CannotMiss, DepartmentShare, Triage, TriageReason
from core.diagnosis.observations import Observations
from core.diagnosis.ranking import Ranking
from core.diagnosis.scorer import Scorer
from core.knowledge.schema import LEVELS, Urgency
from core.language.model import Measurement, Reading
from core.units.percent import percent

# The chance that at least so urgent a disease is there at which the level is set. Expert estimates: missing an
# emergency costs far more than an unneeded journey.
ENOUGH: dict[Urgency, float] = {"emergent": 0.25, "one-day": 0.35, "one-week": 0.5, "self-care": 1.0}
# A red flag counts only for a disease that is a real candidate.
CANDIDATE = 0.04
# An open danger at least so likely asks for its own level.
DANGER = 0.1
SURE_ENOUGH_TO_STAY_HOME = 0.4
DEPARTMENTS_SHOWN = 3
ADULT = 16
# Severe hypertension in pregnancy: 160 mmHg systolic or 110 mmHg diastolic (ACOG, Gestational Hypertension and
# Preeclampsia, Practice Bulletin 222, 2020).
SEVERE_IN_PREGNANCY = {"systolic-blood-pressure": 160, "diastolic-blood-pressure": 110}


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
    grounds += _red_flags(scorer, observations, ranking)
    grounds += [
        _Ground(scorer.knowledge.diseases[d.id].urgency, _not_excluded(d))
        for d in dangers
        if _chance(scorer, ranking, d.id) >= DANGER
    ]
    if committed:
        grounds.append(_by_chance(scorer, ranking))
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
        return [_critical(m) for m in reading.measurements if _current(m) and (m.flag or "").startswith("critical")]
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


def _critical(m: Measurement) -> TriageReason:
    text = f"{m.label} {m.value:g} {m.unit} is critical for this age"
    return TriageReason(text=text, text_zh=f"{m.label} {m.value:g} {m.unit}（该年龄危急值）", spans=((m.start, m.end),))


def _current(m: Measurement) -> bool:
    return m.experiencer == "patient" and m.temporality == "recent"


def _is_adult(patient: Patient) -> bool:
    return patient.age_years is None or patient.age_years >= ADULT


def _chance(scorer: Scorer, ranking: Ranking, disease: str) -> float:
    return float(ranking.beliefs[scorer.index[disease]])


def _red_flags(scorer: Scorer, observations: Observations, ranking: Ranking) -> list[_Ground]:
    """A red flag of a real candidate asks for one level more than the disease itself."""
    seen: dict[str, _Ground] = {}
    for i, disease in enumerate(scorer.knowledge.diseases.values()):
        if ranking.beliefs[i] < CANDIDATE:
            continue
        level = LEVELS[max(0, LEVELS.index(disease.urgency) - 1)]
        for flag in disease.red_flags:
            known = seen.get(flag)
            if observations.present(flag) and (known is None or LEVELS.index(level) < LEVELS.index(known.level)):
                label = scorer.knowledge.label(flag)
                text, zh = f"red flag: {label.en}", f"危险信号：{label.zh or label.en}"
                seen[flag] = _Ground(level, TriageReason(text=text, text_zh=zh, spans=observations.spans(flag)))
    return list(seen.values())


def _by_chance(scorer: Scorer, ranking: Ranking) -> _Ground:
    """The most urgent level whose diseases together are likely enough, and never below the leading one's own."""
    chances = ranking.beliefs / (1 - ranking.unlisted)
    diseases = list(zip(chances.tolist(), scorer.knowledge.diseases.values(), strict=True))
    first = diseases[ranking.order[0]]
    # A crowd of emergencies none of which is a candidate is no emergency: cannot-miss is there for those.
    candidates = [(chance, d) for chance, d in diseases if chance >= CANDIDATE] or [first]
    total = 0.0
    for level in LEVELS:
        here = [(chance, d) for chance, d in candidates if d.urgency == level]
        total += sum(chance for chance, _ in here)
        if here and (total >= ENOUGH[level] or level == first[1].urgency):
            _, leading = max(here, key=lambda pair: pair[0])
            break
    sure = _chance(scorer, ranking, leading.id)
    # To tell somebody to stay at home takes more than a merely possible harmless cause.
    level = "one-week" if leading.urgency == "self-care" and sure < SURE_ENOUGH_TO_STAY_HOME else leading.urgency
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
