"""Drugs that harm an unborn or a breast-fed child."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, item, known_and_unknown, together
from core.treatment.prescribed import Prescribed

_FERTILE = (12, 51)  # completed years in which an unstated pregnancy is worth a question


def check(about: Circumstances) -> Outcome:
    """Pregnancy by trimester, then lactation; where nobody says whether she is pregnant, the drugs that must not be
    given then are named as not judged."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.ruled)
    found: list[SafetyItem] = []
    unasked: list[str] = []
    for drug in known:
        facts = drug.facts
        if about.patient.pregnant:
            here = about.trimester
            rules = [r for r in facts.pregnancy if here is None or here in r.trimesters]
            found += together(item("pregnancy", rule, (drug,), because=()) for rule in rules)
        if about.patient.lactating:
            found += together(item("pregnancy", rule, (drug,)) for rule in facts.lactation)
        if about.patient.pregnant is None and _could_be(about) and _grave(drug):
            unasked.append(f"{drug.shown}: the record does not say whether she is pregnant")
    return Outcome(tuple(found), tuple(d.shown for d in known), tuple(unasked) + unknown)


def _could_be(about: Circumstances) -> bool:
    age = about.patient.age_years
    return about.patient.sex == "female" and (age is None or _FERTILE[0] <= age < _FERTILE[1])


def _grave(drug: Prescribed) -> bool:
    rules = drug.facts.pregnancy
    return any(rule.severity in ("contraindicated", "major") for rule in rules)
