"""What a plan may bring on: effects of drugs, complications of diseases, what threatens around procedures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.knowledge.pharmacy_regimens import Regimen
from core.treatment.circumstances import Circumstances
from core.treatment.model import PlanItem, PlanRisk
from core.treatment.planning.complications import complications
from core.treatment.planning.drug_risks import dangerous_effects, usual_effects
from core.treatment.planning.procedure_risks import procedure_risks


def plan_risks(
    offered: Sequence[PlanItem],
    regimens: Mapping[str, Iterable[Regimen]],
    diseases: Sequence[str],
    about: Circumstances,
) -> tuple[PlanRisk, ...]:
    """Dangers of the drugs that are offered or stand in the record as planned, the gravest first; complications of each
    disease; what threatens around procedures; then what each drug commonly does and its monitoring."""
    named = {i.drug for i in offered if i.drug}
    names_of = about.knowledge.drugs.name_of
    given = [r for listed in regimens.values() for r in listed if names_of(r.drug) in named]
    dangers = dangerous_effects(given, about)
    return (
        *dangers,
        *(risk for disease in diseases for risk in complications(disease, about.knowledge)),
        *procedure_risks([i for i in offered if i.kind != "drug"], about),
        *usual_effects(given, about, dangers),
    )
