"""Drugs that harm an unborn or a breast-fed child."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, item, known_and_unknown, together
from core.treatment.prescribed import Prescribed

_HOPED_FOR = "may-become-pregnant"


def check(about: Circumstances) -> Outcome:
    """Pregnancy by trimester, then lactation. Where nobody says whether she is pregnant, the drugs that must not be
    given then are named as not judged; where she may become so or wishes to, they are warned of."""
    known, unknown = known_and_unknown(d for d in about.drugs if d.ruled)
    found: list[SafetyItem] = []
    unasked: list[str] = []
    for drug in known:
        facts = drug.facts
        if about.patient.pregnant:
            here = about.trimester
            rules = [r for r in facts.pregnancy if here is None or here in r.trimesters]
            found += together(item("pregnancy", rule, (drug,), because=()) for rule in rules)
        elif about.patient.pregnant is None and _HOPED_FOR in about.conditions:
            found += _before_it(drug, about)
        if about.patient.lactating:
            found += together(item("pregnancy", rule, (drug,)) for rule in facts.lactation)
        if about.could_be_pregnant and _grave(drug):
            unasked.append(f"{drug.shown}: the record does not say whether she is pregnant")
    return Outcome(tuple(found), tuple(d.shown for d in known), tuple(unasked) + unknown)


def _before_it(drug: Prescribed, about: Circumstances) -> tuple[SafetyItem, ...]:
    """What must not be given from the beginning of a pregnancy on is changed before one begins."""
    forbidden = [r for r in drug.facts.pregnancy if r.severity == "contraindicated" and 1 in r.trimesters]
    softened = (rule.model_copy(update={"severity": "major"}) for rule in forbidden)
    places = about.conditions[_HOPED_FOR]
    said = (" The record: she may become pregnant, or wishes to.", "病历所载：可能怀孕或希望怀孕。")
    return together(item("pregnancy", rule, (drug,), because=places, also=said) for rule in softened)


def _grave(drug: Prescribed) -> bool:
    rules = drug.facts.pregnancy
    return any(rule.severity in ("contraindicated", "major") for rule in rules)
