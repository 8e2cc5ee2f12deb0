"""From the diagnoses under consideration to options: what is offered, and what is not for this patient and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.knowledge.pharmacy import Regimen
from core.knowledge.schema import Management, Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.model import NO_GUIDELINE, Plan, PlanItem, SafetyItem
from core.treatment.planning.before_imaging import before_imaging
from core.treatment.planning.candidates import candidate, candidates, named_in, partners
from core.treatment.planning.held import held
from core.treatment.planning.leeway import terms, terms_in
from core.treatment.planning.objections import Objection, objection
from core.treatment.planning.options import drug_options, names_of
from core.treatment.planning.oxygen import oxygen_target
from core.treatment.planning.patient_words import for_patient
from core.treatment.planning.risks import plan_risks
from core.treatment.prescribed import Prescribed
from core.treatment.safety import FAILED, check_drugs

# The diagnoses a plan is made for: at most so many, none less probable than this, and none far behind the leader. The
# stated chances are modest where the record is short, so that the first bound is low. Expert estimates.
CONSIDERED = 3
WORTH_A_PLAN = 0.05
BESIDE_THE_LEADER = 0.3
# A drug with its dose is offered from this chance on; what saves a life from a lower one. Below it there are the steps
# alone: who has an infarction with a chance of one in twelve is not given a thrombolytic. Expert estimates.
WORTH_A_DRUG = 0.2
WORTH_A_RESCUE = 0.1
# The kinds of steps by which a drug is given. A question or a test that names one ("on digoxin: measure potassium") is
# no such step, and no warning takes it away.
_GIVING = ("immediate", "drug", "procedure", "advice")
# Nothing is offered that a check which broke off could have spoken against.
_UNCHECKED = SafetyItem(
    kind="interaction",
    severity="contraindicated",
    interruptive=False,
    drugs=(),
    message="A check failed: nobody knows whether it may be given.",
    message_zh="检查未能完成，无法判断能否使用。",
    action="Check it by hand.",
    source="none: a fault of the program",
)
# What a step begins with that is a warning.
_WARNS = re.compile(r"(?:no|never|avoid|stop|hold|pause|withhold|do not)\b", re.IGNORECASE)


def make_plan(about: Circumstances, chances: Mapping[str, float]) -> Plan:
    """The plan for the likeliest of the diseases in `chances` (probability by id, likeliest first).

    Every drug that an option names is checked as if it were given beside what the patient takes. An option whose every
    drug meets a contraindication or a major warning is excluded; one of which only some do names them. Of a disease
    that a state of the patient needs treated, whatever else is likely, there are the first steps and the rescue. What
    is taken and must be undone, or held while the illness lasts, stands first.
    """
    knowledge = about.knowledge
    least = max([WORTH_A_PLAN, *(BESIDE_THE_LEADER * chance for chance in chances.values())])
    diseases = [d for d, chance in chances.items() if chance >= least][:CONSIDERED]
    regimens = {d: [r for r in knowledge.drugs.regimens(d) if _worth(r, chances[d], about)] for d in diseases}
    steps = {d: knowledge.diseases[d].management for d in diseases}
    for disease in _needed(about, diseases) if chances else ():
        regimens[disease] = [r for r in knowledge.drugs.regimens(disease) if r.rescue and _fits(r, about)]
        steps[disease] = tuple(s for s in knowledge.diseases[disease].management if s.kind == "immediate")
    objections = _objections(about, regimens, steps)
    offered: list[PlanItem] = list(held(diseases[0], about)) if diseases else []
    excluded: list[PlanItem] = []
    for disease, listed in regimens.items():
        told = _steps(disease, steps[disease], listed, about, objections)
        for item in (*told, *drug_options(disease, listed, about, objections)):
            (excluded if item.because else offered).append(item)
    return Plan(offered=tuple(offered), excluded=tuple(excluded), risks=plan_risks(offered, regimens, diseases, about))


def _worth(regimen: Regimen, chance: float, about: Circumstances) -> bool:
    return chance >= (WORTH_A_RESCUE if regimen.rescue else WORTH_A_DRUG) and _fits(regimen, about)


def _needed(about: Circumstances, considered: Iterable[str]) -> list[str]:
    """The diseases that a state of the patient needs treated, apart from those that have a plan already."""
    conditions = about.knowledge.drugs.conditions
    needs = dict.fromkeys(need for key in about.conditions if (need := conditions[key].needs))
    return [disease for disease in needs if disease not in considered]


def _fits(regimen: Regimen, about: Circumstances) -> bool:
    age, pregnant = about.patient.age_years, about.patient.pregnant
    child = age is not None and age < 18
    who = {"adult": not child, "child": child, "pregnant": bool(pregnant), "any": True}[regimen.patients]
    return who and all(condition in about.conditions for condition in regimen.only_with)


def _objections(
    about: Circumstances, regimens: Mapping[str, list[Regimen]], steps: Mapping[str, Iterable[Management]]
) -> dict[str, list[SafetyItem]]:
    """What the checks say of each drug that the plan could give, by its name.

    All are checked at once beside what the patient takes; what two options of the plan would do to each other is left
    out, because they are options.
    """
    knowledge = about.knowledge
    named = {
        name
        for listed in steps.values()
        for step in listed
        for mention in named_in(step.do.en, knowledge)
        for name in mention.drugs
    }
    given: dict[str, Prescribed] = candidates(sorted(named), knowledge)
    for regimen in (r for listed in regimens.values() for r in listed):
        name, *parts = names_of(regimen, knowledge)
        given[name] = candidate(regimen, name, knowledge)
        given = {**candidates((*parts, *partners(regimen, knowledge)), knowledge), **given}
    if not given:
        return {}
    # What the patient takes stays what it is, also where the plan names it: warfarin does not become an option.
    taken = {d.name for d in about.drugs}
    options = [drug for name, drug in given.items() if name not in taken]
    checks, items = check_drugs(about._replace(drugs=(*about.drugs, *options)))
    shown = {drug.shown: drug.name for drug in (*about.drugs, *options) if drug.name in given}
    offered = {drug.shown for drug in options}
    found: dict[str, list[SafetyItem]] = {}
    for item in items:
        # What an option does to a drug that is taken speaks against the option; two options are not given together.
        meant = [drug for drug in item.drugs if drug in offered] or [drug for drug in item.drugs if drug in shown]
        if len(meant) == 1 or not offered.intersection(item.drugs):
            for drug in meant:
                found.setdefault(shown[drug], []).append(item)
    for kind in (check.kind for check in checks if FAILED in check.could_not_judge):
        for option in options:
            unchecked = _UNCHECKED.model_copy(update={"kind": kind, "drugs": (option.shown,)})
            found.setdefault(option.name, []).append(unchecked)
    return found


def _steps(
    disease: str,
    steps: Iterable[Management],
    regimens: Sequence[Regimen],
    about: Circumstances,
    objections: Mapping[str, list[SafetyItem]],
) -> Iterator[PlanItem]:
    knowledge = about.knowledge
    for step in steps:
        words = for_patient(step.do, about)
        if words is None:
            continue
        because: list[Objection] = []
        free = 0
        for mention in named_in(step.do.en, knowledge) if step.kind in _GIVING else ():
            called = Objection(mention.en, mention.zh)
            against = [_against(name, called, regimens, about, objections) for name in mention.drugs]
            if all(against):
                # What most members of a class have in common says it better than what one has of its own.
                because.append(Counter(a for a in against if a).most_common(1)[0][0])
            else:
                free += 1
        notes = [note for note in (before_imaging(step, about), oxygen_target(disease, step, about)) if note]
        yield _step(disease, step.model_copy(update={"do": words}), because, free, notes)


def _against(
    name: str,
    called: Objection,
    regimens: Iterable[Regimen],
    about: Circumstances,
    objections: Mapping[str, list[SafetyItem]],
) -> Objection | None:
    """Why a drug that a step names is not for this patient, by what the regimens of the disease say of it."""
    said = terms_in(terms(r, about) for r in regimens if name in names_of(r, about.knowledge))
    if said.ruled_out:
        return Objection(f"{called.en}: {said.ruled_out.en}", f"{called.zh}：{said.ruled_out.zh}")
    return objection(name, objections.get(name, ()), said.leeway, called)


def _step(disease: str, step: Management, because: list[Objection], free: int, notes: list[Phrase]) -> PlanItem:
    en, zh = step.do.en, step.do.zh or step.do.en
    if step.when:
        en, zh = f"{en.rstrip('.')} ({step.when.en})", f"{zh.rstrip('。')}（{step.when.zh or step.when.en}）"
    en_reasons = "; ".join(b.en.rstrip(".") for b in because)
    zh_reasons = "；".join(b.zh.rstrip("。") for b in because)
    reasons = Objection(f"{en_reasons}." if en_reasons else "", f"{zh_reasons}。" if zh_reasons else "")
    # A procedure is more than the drug it names: "angioplasty; fibrinolysis if that cannot be done in time". A warning
    # is one still where a drug in it falls away: "No NSAID in heart failure; allopurinol only later".
    whole = bool(because) and free == 0 and step.kind != "procedure" and not _WARNS.match(en)
    if because and not whole:
        en, zh = f"{en.rstrip('.')}. Not: {reasons.en}", f"{zh.rstrip('。')}。不宜：{reasons.zh}"
    for note in notes:
        en, zh = f"{en.rstrip('.')}. {note.en}.", f"{zh.rstrip('。')}。{note.zh}。"
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": step.kind,
            "text": en,
            "text_zh": zh,
            "basis": step.basis,
            "source": step.source or NO_GUIDELINE,
            "because": reasons.en if whole else None,
            "because_zh": reasons.zh if whole else None,
        }
    )
