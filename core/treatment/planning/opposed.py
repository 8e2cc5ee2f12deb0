"""What the checks say of each drug that a plan could give, beside what the patient takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from core.knowledge.disease import Management
from core.knowledge.pharmacy_regimens import Regimen
from core.treatment.circumstances import Circumstances
from core.treatment.model import Check, SafetyItem
from core.treatment.naming import named_in
from core.treatment.planning.candidates import candidate, candidates, partners
from core.treatment.planning.options import names_of
from core.treatment.planning.stopping import first_stopped, to_stop
from core.treatment.prescribed import Prescribed
from core.treatment.safety import FAILED, check_drugs

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
# A disease of this urgency is treated now: what speaks against lasting treatment alone does not hold.
_NOW = "emergent"


class Opposed(NamedTuple):
    """What the checks say against each drug that the plan could give, by its name, what they say of the drugs taken,
    and the checks as they were made."""

    against: dict[str, list[SafetyItem]]
    taken: tuple[SafetyItem, ...]
    checks: tuple[Check, ...]

    def of(self, drugs: Iterable[str]) -> tuple[Check, ...]:
        """The checks as far as they are about these drugs; none where there are no drugs."""
        names = set(drugs)
        return tuple(_about(check, names) for check in self.checks) if names else ()


def _about(check: Check, names: set[str]) -> Check:
    seen = tuple(drug for drug in check.looked_at if drug in names)
    # A reason begins with the drug that it is about; what is said of no drug is said of all.
    reasons = ((reason.partition(": "), reason) for reason in check.could_not_judge)
    open_ = tuple(reason for (drug, colon, _), reason in reasons if drug in names or not colon)
    status = "done" if not open_ else "partial" if seen else "not-performed"
    return Check(kind=check.kind, status=status, looked_at=seen, could_not_judge=open_, as_of=check.as_of)


def opposed(
    about: Circumstances, regimens: Mapping[str, list[Regimen]], steps: Mapping[str, Iterable[Management]]
) -> Opposed:
    """What the checks say of each drug that the plan could give.

    All are checked at once beside what the patient takes; what two options of the plan would do to each other is left
    out, because they are options. What is to be stopped itself takes nothing away: it is stopped first.
    """
    given = _given(about, regimens, steps)
    # What the patient takes stays what it is, also where the plan names it: warfarin does not become an option.
    taken = {d.name for d in about.drugs}
    options = [drug for name, drug in given.items() if name not in taken]
    checks, items = check_drugs(about._replace(drugs=(*about.drugs, *options)))
    shown = {drug.shown: drug.name for drug in (*about.drugs, *options) if drug.name in given}
    offered = {drug.shown for drug in options}
    ending = to_stop(about.drugs, items, about)
    found: dict[str, list[SafetyItem]] = {}
    for item in items:
        # What an option does to a drug that is taken speaks against the option; two options are not given together.
        meant = [drug for drug in item.drugs if drug in offered] or [drug for drug in item.drugs if drug in shown]
        if len(meant) == 1 or not offered.intersection(item.drugs):
            for drug in meant:
                found.setdefault(shown[drug], []).append(first_stopped(item, drug, ending))
    for kind in (check.kind for check in checks if FAILED in check.could_not_judge):
        for option in options:
            unchecked = _UNCHECKED.model_copy(update={"kind": kind, "drugs": (option.shown,)})
            found.setdefault(option.name, []).append(unchecked)
    own = tuple(item for item in items if offered.isdisjoint(item.drugs))
    return Opposed(found, own, checks)


def _given(
    about: Circumstances, regimens: Mapping[str, list[Regimen]], steps: Mapping[str, Iterable[Management]]
) -> dict[str, Prescribed]:
    """The drugs that the plan could give, as they would be given; those of an emergency say so."""
    knowledge = about.knowledge
    now = {disease for disease in regimens if knowledge.diseases[disease].urgency == _NOW}
    named = {disease: set(_named(listed, about)) for disease, listed in steps.items()}
    urgent = {name for disease, names in named.items() if disease in now for name in names}
    given: dict[str, Prescribed] = candidates(sorted(set().union(*named.values())), knowledge)
    for disease, regimen in ((d, r) for d, listed in regimens.items() for r in listed):
        name, *parts = names_of(regimen, knowledge)
        given[name] = candidate(regimen, name, knowledge)
        given = {**candidates((*parts, *partners(regimen, knowledge)), knowledge), **given}
        if regimen.rescue or disease in now:
            urgent.update((name, *parts))
    return {name: drug._replace(urgent=name in urgent) for name, drug in given.items()}


def _named(steps: Iterable[Management], about: Circumstances) -> Iterator[str]:
    return (n for step in steps for mention in named_in(step.do.en, about.knowledge) for n in mention.drugs)
