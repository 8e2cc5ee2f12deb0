"""From the diagnoses under consideration to options: what is offered, and what is not for this patient and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.knowledge.pharmacy_regimens import Regimen
from core.treatment.circumstances import Circumstances
from core.treatment.model import Plan, PlanItem
from core.treatment.planning.held import held
from core.treatment.planning.opposed import opposed
from core.treatment.planning.options import drug_options
from core.treatment.planning.risks import plan_risks
from core.treatment.planning.steps import plan_steps

# The diagnoses a plan is made for: at most so many, none less probable than this, and none far behind the leader. The
# stated chances are modest where the record is short, so that the first bound is low. Expert estimates.
CONSIDERED = 3
WORTH_A_PLAN = 0.05
BESIDE_THE_LEADER = 0.3
# A drug with its dose is offered from this chance on; what saves a life from a lower one. Below it there are the steps
# alone: who has an infarction with a chance of one in twelve is not given a thrombolytic. Expert estimates.
WORTH_A_DRUG = 0.2
WORTH_A_RESCUE = 0.1


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
    found = opposed(about, regimens, steps)
    offered: list[PlanItem] = list(held(diseases[0], about, found.taken)) if diseases else []
    excluded: list[PlanItem] = []
    for disease, listed in regimens.items():
        told = plan_steps(disease, steps[disease], listed, about, found.against)
        for item in (*told, *drug_options(disease, listed, about, found.against)):
            (excluded if item.because else offered).append(item)
    return Plan(
        offered=tuple(offered),
        excluded=tuple(excluded),
        risks=plan_risks(offered, regimens, diseases, about),
        checks=found.of(item.drug for item in offered if item.drug),
    )


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
