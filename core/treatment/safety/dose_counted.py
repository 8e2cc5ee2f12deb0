"""Doses that must be lower where several things come together, and only there: apixaban in the old, light and weak in
kidneys."""

from __future__ import annotations

from collections.abc import Iterator
from operator import ge, le

from core.knowledge.pharmacy_rules import CountedRule, TooLow
from core.treatment.amounts import TOLERANCE
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import item
from core.treatment.prescribed import Prescribed


def miscounted(drug: Prescribed, about: Circumstances, unjudged: list[str]) -> Iterator[SafetyItem]:
    """The counted rules that this order breaks, by too much or too little; what is missing goes into `unjudged`."""
    daily = _daily(drug)
    for rule in drug.known.entry.counted if drug.known else ():
        other_use = any(condition in about.conditions for condition in rule.unless)
        if daily is None or other_use:
            continue
        met, unknown = _counted(rule, about)
        if daily <= rule.daily_up_to * TOLERANCE:
            if rule.too_low and len(met) + len(unknown) < rule.at_least and _full_dose_due(rule.too_low, about):
                yield item("dose", rule.too_low, (drug,))
        elif len(met) >= rule.at_least:
            said = (f" The record: {', '.join(en for en, _ in met)}.", f"病历所载：{'、'.join(zh for _, zh in met)}。")
            yield item("dose", rule, (drug,), also=said)
        elif len(met) + len(unknown) >= rule.at_least:
            missing = " and ".join(unknown)
            unjudged.append(f"{drug.shown}: whether the dose must be reduced hangs on {missing}, not known")


def _daily(drug: Prescribed) -> float | None:
    """The amount of a day in mg, where it is not one by weight or surface."""
    flat = drug.amount and drug.amount.kind == "mass" and not (drug.amount.per_kg or drug.amount.per_m2)
    return drug.amount.per_day if drug.amount and flat else None


def _full_dose_due(rule: TooLow, about: Circumstances) -> bool:
    """Is the indication there, and does neither the kidney nor another drug ask for less?"""
    inhibited = any(d.facts.inhibits.get("CYP3A4") == "strong" for d in about.drugs)
    clears = about.kidney is not None and about.kidney.rate >= rule.clearance_from
    return clears and not inhibited and any(condition in about.conditions for condition in rule.conditions)


def _counted(rule: CountedRule, about: Circumstances) -> tuple[list[tuple[str, str]], list[str]]:
    """The criteria that are met, in words, and those that nobody can judge."""
    creatinine = about.source.measurements("creatinine")
    age, weight = about.patient.age_years, about.patient.weight_kg
    value = creatinine[-1].value if creatinine else None
    met: list[tuple[str, str]] = []
    unknown: list[str] = []
    for name, limit, given, holds, words in (
        ("age", rule.from_years, age, ge, ("{:.0f} years", "{:.0f}岁")),
        ("weight", rule.weight_up_to, weight, le, ("{:g} kg", "体重{:g} kg")),
        ("creatinine", rule.creatinine_from, value, ge, ("creatinine {:.0f} µmol/L", "肌酐{:.0f} µmol/L")),
    ):
        if limit is None:
            continue
        if given is None:
            unknown.append(name)
        elif holds(given, limit):
            met.append((words[0].format(given), words[1].format(given)))
    return met, unknown
