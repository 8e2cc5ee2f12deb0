"""From the diagnoses under consideration to options: what is offered, and what is not for this patient and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy import Regimen
from core.knowledge.schema import Management
from core.treatment.circumstances import Circumstances
from core.treatment.model import Plan, PlanItem, SafetyItem
from core.treatment.planning.candidates import candidate, candidates, named_in
from core.treatment.prescribed import Prescribed
from core.treatment.safety import check_drugs

# The diagnoses a plan is made for: at most so many, none less probable than this, and none far behind the leader. The
# stated chances are modest where the record is short, so that the first bound is low. Expert estimates.
CONSIDERED = 3
WORTH_A_PLAN = 0.05
BESIDE_THE_LEADER = 0.3
_WORTH_SAYING = 2  # moderate


class _Objection(NamedTuple):
    en: str
    zh: str


def make_plan(about: Circumstances, chances: Mapping[str, float]) -> Plan:
    """The plan for the likeliest of the diseases in `chances` (probability by id, likeliest first).

    Every drug that an option names is checked as if it were given beside what the patient takes. An option whose every
    drug meets a contraindication or a major warning is excluded; one of which only some do names them.
    """
    knowledge = about.knowledge
    least = max([WORTH_A_PLAN, *(BESIDE_THE_LEADER * chance for chance in chances.values())])
    diseases = [d for d, chance in chances.items() if chance >= least][:CONSIDERED]
    regimens = {d: [r for r in knowledge.drugs.regimens(d) if _fits(r, about)] for d in diseases}
    objections = _objections(about, regimens, diseases)
    offered: list[PlanItem] = []
    excluded: list[PlanItem] = []
    for disease in diseases:
        for item in (
            *_steps(disease, about, objections),
            *_drugs(disease, regimens[disease], knowledge, objections),
        ):
            (excluded if item.because else offered).append(item)
    return Plan(offered=tuple(offered), excluded=tuple(excluded))


def _fits(regimen: Regimen, about: Circumstances) -> bool:
    age, pregnant = about.patient.age_years, about.patient.pregnant
    child = age is not None and age < 18
    who = {"adult": not child, "child": child, "pregnant": bool(pregnant), "any": True}[regimen.patients]
    return who and all(condition in about.conditions for condition in regimen.only_with)


def _objections(
    about: Circumstances, regimens: Mapping[str, list[Regimen]], diseases: Iterable[str]
) -> dict[str, list[SafetyItem]]:
    """What the checks say of each drug that the plan could give, by its name.

    All are checked at once beside what the patient takes; what two options of the plan would do to each other is left
    out, because they are options.
    """
    knowledge = about.knowledge
    named = {
        name
        for disease in diseases
        for step in knowledge.diseases[disease].management
        for mention in named_in(step.do.en, knowledge)
        for name in mention
    }
    given: dict[str, Prescribed] = candidates(sorted(named), knowledge)
    for regimen in (r for listed in regimens.values() for r in listed):
        name = _name(regimen, knowledge)
        given[name] = candidate(regimen, name, knowledge)
    if not given:
        return {}
    # What the patient takes stays what it is, also where the plan names it: warfarin does not become an option.
    taken = {d.name for d in about.drugs}
    options = [drug for name, drug in given.items() if name not in taken]
    _, items = check_drugs(about._replace(drugs=(*about.drugs, *options)))
    shown = {drug.shown: drug.name for drug in (*about.drugs, *options) if drug.name in given}
    offered = {drug.shown for drug in options}
    found: dict[str, list[SafetyItem]] = {}
    for item in items:
        # What an option does to a drug that is taken speaks against the option; two options are not given together.
        meant = [drug for drug in item.drugs if drug in offered] or [drug for drug in item.drugs if drug in shown]
        if len(meant) == 1 or not offered.intersection(item.drugs):
            for drug in meant:
                found.setdefault(shown[drug], []).append(item)
    return found


def _steps(disease: str, about: Circumstances, objections: Mapping[str, list[SafetyItem]]) -> Iterator[PlanItem]:
    knowledge = about.knowledge
    for step in knowledge.diseases[disease].management:
        because: list[_Objection] = []
        free = 0
        for mention in named_in(step.do.en, knowledge):
            against = [_against(name, objections.get(name, ())) for name in mention]
            if mention and all(against):
                because.append(next(a for a in against if a))
            else:
                free += 1
        yield _step(disease, step, because, free)


def _step(disease: str, step: Management, because: list[_Objection], free: int) -> PlanItem:
    en, zh = step.do.en, step.do.zh or step.do.en
    if step.when:
        en, zh = f"{en} ({step.when.en})", f"{zh}（{step.when.zh or step.when.en}）"
    reasons = _Objection("; ".join(b.en for b in because), "；".join(b.zh for b in because))
    whole = bool(because) and free == 0
    if because and not whole:
        en, zh = f"{en.rstrip('.')}. Not: {reasons.en}", f"{zh.rstrip('。')}。不宜：{reasons.zh}"
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": step.kind,
            "text": en,
            "text_zh": zh,
            "basis": step.basis,
            "source": step.source or "expert estimate",
            "because": reasons.en if whole else None,
            "because_zh": reasons.zh if whole else None,
        }
    )


def _drugs(
    disease: str, regimens: list[Regimen], knowledge: Knowledge, objections: Mapping[str, list[SafetyItem]]
) -> Iterator[PlanItem]:
    """First choices and what goes with them; the alternatives come up where a first choice falls away."""
    fallen = False
    for line in ("first", "adjunct", "alternative"):
        for regimen in (r for r in regimens if r.line == line):
            if line == "alternative" and not fallen and any(r.line == "first" for r in regimens):
                continue
            against = _against(
                _name(regimen, knowledge), objections.get(_name(regimen, knowledge), ()), regimen.despite
            )
            fallen = fallen or (against is not None and line == "first")
            yield _drug(disease, regimen, knowledge, objections, against)


def _drug(
    disease: str,
    regimen: Regimen,
    knowledge: Knowledge,
    objections: Mapping[str, list[SafetyItem]],
    against: _Objection | None,
) -> PlanItem:
    name = _name(regimen, knowledge)
    known = knowledge.drugs.get(name)
    name_zh = known.entry.names.zh[0] if known and known.entry.names.zh else name
    how = ", ".join(p for p in (f"{regimen.dose} {regimen.route}", regimen.interval, regimen.duration) if p)
    notes = [p for p in (regimen.when, regimen.adjust, regimen.monitor) if p]
    care = [i for i in objections.get(name, ()) if i.rank <= _WORTH_SAYING and not _forbids(i, regimen.despite)]
    en = (
        f"{name} {how}"
        + "".join(f"; {p.en}" for p in notes)
        + "".join(f". With care: {i.message.rstrip('.')}" for i in care)
    )
    zh = f"{name_zh} {how}" + "".join(f"；{p.zh or p.en}" for p in notes)
    zh += "".join(f"。慎用：{(i.message_zh or i.message).rstrip('。')}" for i in care)
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": "drug",
            "text": en,
            "text_zh": zh,
            "drug": name,
            "dose": regimen.dose,
            "route": regimen.route,
            "interval": regimen.interval,
            "duration": regimen.duration,
            "basis": regimen.basis,
            "source": regimen.source or "expert estimate",
            "because": against.en if against else None,
            "because_zh": against.zh if against else None,
        }
    )


def _name(regimen: Regimen, knowledge: Knowledge) -> str:
    return knowledge.drugs.name_of(regimen.drug)


def _against(name: str, against: Iterable[SafetyItem], despite: Collection[str] = ()) -> _Objection | None:
    """Why a drug must not be given, or None."""
    grave = [i for i in against if _forbids(i, despite)]
    if not grave:
        return None
    worst = min(grave, key=lambda i: i.rank)
    partners = " + ".join(d for d in worst.drugs if d.split(" (")[0] != name)
    both = f"{name} with {partners}" if partners else name
    both_zh = f"{name}与{partners}" if partners else name
    return _Objection(f"{both}: {worst.message}", f"{both_zh}：{worst.message_zh or worst.message}")


def _forbids(item: SafetyItem, despite: Collection[str]) -> bool:
    """Does a warning take an option away? A dose can be mended, and old age alone asks for care: who is eighty and in
    status epilepticus is given lorazepam."""
    if item.kind == "dose" or item.kind in despite:
        return False
    return item.severity == "contraindicated" or (item.severity == "major" and item.kind != "age")
