"""Drugs that this patient is too young or too old for."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, gravest, item, known_and_unknown
from core.treatment.prescribed import Prescribed


def check(about: Circumstances) -> Outcome:
    """Lower and upper ages; with an unknown age the drugs that have one are not judged. Of several limits of a drug one
    is said: the gravest, and of those alike the narrowest."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.ruled)
    age = about.patient.age_years
    if age is None:
        ruled = tuple(f"{d.shown}: the age is not known" for d in known if d.facts.age)
        return Outcome((), tuple(d.shown for d in known if not d.facts.age), ruled + unknown)
    found: list[SafetyItem] = []
    for drug in known:
        if _low(drug):
            continue
        for rule in sorted(drug.facts.age, key=lambda r: r.under_years or -(r.from_years or 0)):
            young = rule.under_years is not None and age < rule.under_years
            old = rule.from_years is not None and age >= rule.from_years
            if young or old:
                found.append(item("age", rule, (drug,)))
    return Outcome(gravest(found), tuple(d.shown for d in known), unknown)


def _low(drug: Prescribed) -> bool:
    """Is so little given that the limits of age do not hold?"""
    low = drug.known.entry.low_dose if drug.known else None
    if low is None or drug.amount is None or drug.amount.kind != "mass" or drug.amount.per_kg or drug.amount.per_m2:
        return False
    return drug.amount.each * (drug.amount.times or 1) <= low.daily_up_to
