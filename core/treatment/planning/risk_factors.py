"""What makes a harm likelier in this patient, in words."""

from __future__ import annotations

from collections.abc import Iterable

from core.knowledge.pharmacy import Load
from core.knowledge.pharmacy_risks import RiskFactor
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.prescribed import Prescribed

CLEAR_LOAD = 2  # of a drug that counts as a reason


def factors_met(factors: Iterable[RiskFactor], about: Circumstances) -> list[Phrase]:
    """The factors that hold, each as it is in this record: "age 82", "warfarin is taken"."""
    return [said for factor in factors for said in _met(factor, about)]


def taken_with_load(load: Load, about: Circumstances) -> list[Prescribed]:
    """The drugs of the record, apart from those only planned, that have the load clearly."""
    return [d for d in about.drugs if not d.planned and d.systemic and d.facts.loads.get(load, 0) >= CLEAR_LOAD]


def takes(drug: Prescribed) -> Phrase:
    """A drug of the record as a reason."""
    zh = drug.known.entry.names.zh[0] if drug.known and drug.known.entry.names.zh else drug.name
    return Phrase(en=f"{drug.name} is taken", zh=f"正在使用{zh}")


def _met(factor: RiskFactor, about: Circumstances) -> list[Phrase]:
    age, kidney = about.patient.age_years, about.kidney
    if factor.from_years is not None:
        old = age is not None and age >= factor.from_years
        return [Phrase(en=f"age {age:.0f}", zh=f"{age:.0f}岁")] if old else []
    if factor.clearance_below is not None:
        weak = kidney is not None and kidney.rate < factor.clearance_below
        rate = kidney.rate if kidney else 0
        return [Phrase(en=f"kidneys clear {rate:.0f} mL/min", zh=f"肾清除率{rate:.0f} mL/min")] if weak else []
    if factor.taking is not None:
        return [takes(drug) for drug in taken_with_load(factor.taking, about)]
    names = about.knowledge.drugs.conditions
    here = [names[key].names for key in factor.conditions if key in about.conditions]
    return [Phrase(en=n.en[0], zh=n.zh[0] if n.zh else n.en[0]) for n in here[:1]]
