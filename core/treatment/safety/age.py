"""Drugs that this patient is too young or too old for."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, gravest, item, known_and_unknown


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
        for rule in sorted(drug.facts.age, key=lambda r: r.under_years or -(r.from_years or 0)):
            young = rule.under_years is not None and age < rule.under_years
            old = rule.from_years is not None and age >= rule.from_years
            if young or old:
                found.append(item("age", rule, (drug,)))
    return Outcome(gravest(found), tuple(d.shown for d in known), unknown)
