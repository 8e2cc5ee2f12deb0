"""What does not fit together in the drug knowledge: names of things that do not exist, names of two drugs, gaps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import get_args

from core.knowledge.pharmacy import Drug, DrugClass, Enzyme, Load, Share, Strength
from core.knowledge.pharmacy_patient import Condition
from core.knowledge.pharmacy_sources import Pharmacy
from core.knowledge.sources import Problem

_SELECTOR = re.compile(
    r"^(?P<kind>drug|class|load|inhibits|induces|substrate):(?P<what>[A-Za-z0-9-]+)(?:>=(?P<at>\w+))?$"
)
_LEVELS = {"load": ("1", "2", "3"), "inhibits": get_args(Strength), "induces": get_args(Strength)}


def lint_pharmacy(pharmacy: Pharmacy, findings: Collection[str], diseases: Collection[str]) -> Iterator[Problem]:
    """Every problem of the drug knowledge. `findings` and `diseases` are the ids of the rest of the base."""
    yield from pharmacy.problems
    yield from _names(pharmacy)
    parts: list[Drug | DrugClass] = [*pharmacy.drugs.values(), *pharmacy.classes.values()]
    for part in parts:
        above = part.classes if isinstance(part, Drug) else part.parents
        yield from (_problem(part.id, f"no class {c}") for c in above if c not in pharmacy.classes)
        yield from _facts(part, pharmacy, findings)
    for condition in pharmacy.conditions.values():
        yield from (_problem(condition.id, f"no finding {f}") for f in condition.findings if f not in findings)
        yield from (_problem(condition.id, f"no disease {d}") for d in condition.diseases if d not in diseases)
        yield from _parts(condition, pharmacy)
        if condition.needs and condition.needs not in diseases:
            yield _problem(condition.id, f"no disease {condition.needs}")
    for product in pharmacy.products:
        yield from (_problem(product.names[0], f"no drug {d}") for d in product.contains if d not in pharmacy.drugs)
    for regimen in pharmacy.regimens:
        for drug in (regimen.drug, *regimen.parts):
            if drug not in pharmacy.drugs:
                yield _problem(regimen.disease, f"a regimen of {drug}, which is no drug")
        others = {r.drug for r in pharmacy.regimens if r.disease == regimen.disease} if regimen.instead_of else set()
        if regimen.instead_of and (regimen.instead_of not in others or regimen.line != "alternative"):
            yield _problem(regimen.disease, f"{regimen.drug} cannot stand instead of {regimen.instead_of}")
        if regimen.disease not in diseases:
            yield _problem(regimen.disease, "a regimen for no disease of the base")
        states = (*regimen.only_with, *regimen.not_with)
        yield from (_problem(regimen.disease, f"no condition {c}") for c in states if c not in pharmacy.conditions)
        kinds = (*regimen.replaces, *regimen.beside)
        yield from (_problem(regimen.disease, f"no class {c}") for c in kinds if c not in pharmacy.classes)
    yield from _risks(pharmacy, findings)
    for rule in pharmacy.interactions.values():
        for selector in (*rule.left, *rule.right):
            if not _known(selector, pharmacy):
                yield _problem(rule.id, f"no such kind of drug: {selector}")


def _problem(where: str, message: str) -> Problem:
    return Problem("drugs", 1, f"{where}: {message}")


def _parts(condition: Condition, pharmacy: Pharmacy) -> Iterator[Problem]:
    """What makes it present: something must, and what is put together must not be put together itself."""
    if not (condition.findings or condition.diseases or condition.measured or condition.allergy or condition.all_of):
        yield _problem(condition.id, "nothing makes it present")
    groups = condition.allergy.groups if condition.allergy else ()
    yield from (_problem(condition.id, f"no allergy group {g}") for g in groups if g not in pharmacy.allergies)
    for part in (part for group in condition.all_of for part in group):
        known = pharmacy.conditions.get(part)
        if known is None or known.all_of:
            yield _problem(condition.id, f"no plain condition {part}")


def _names(pharmacy: Pharmacy) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for drug in pharmacy.drugs.values():
        for name in dict.fromkeys(n.lower() for n in (*drug.names.en, *drug.names.zh, *drug.brands)):
            if owner.setdefault(name, drug.id) != drug.id:
                yield _problem(drug.id, f"the name {name} belongs to {owner[name]} too")
        if not drug.names.en or not drug.names.zh:
            yield _problem(drug.id, "needs an English and a Chinese name")


def _facts(part: Drug | DrugClass, pharmacy: Pharmacy, findings: Collection[str]) -> Iterator[Problem]:
    yield from (_problem(part.id, f"no allergy group {g}") for g in part.allergy if g not in pharmacy.allergies)
    yield from (_problem(part.id, f"no finding {f}") for f in part.adverse if f not in findings)
    for rule in part.conditions:
        yield from (_problem(part.id, f"no condition {c}") for c in rule.conditions if c not in pharmacy.conditions)
        yield from (_problem(part.id, f"no class {c}") for c in rule.unless_taken if c not in pharmacy.classes)
    if part.pregnancy and part.pregnancy_safe:
        yield _problem(part.id, "both safe and unsafe in pregnancy")
    if part.lactation and part.lactation_safe:
        yield _problem(part.id, "both safe and unsafe in lactation")


def _risks(pharmacy: Pharmacy, findings: Collection[str]) -> Iterator[Problem]:
    for effect in pharmacy.effects.values():
        yield from (_problem(effect.id, f"no class {c}") for c in effect.classes if c not in pharmacy.classes)
        yield from (_problem(effect.id, f"no finding {f}") for f in effect.findings if f not in findings)
    for risk in (*pharmacy.effects.values(), *pharmacy.procedures.values()):
        named = {c for factor in risk.factors for c in factor.conditions}
        yield from (_problem(risk.id, f"no condition {c}") for c in sorted(named) if c not in pharmacy.conditions)


def _known(selector: str, pharmacy: Pharmacy) -> bool:
    match = _SELECTOR.match(selector)
    if match is None:
        return False
    kind, what, level = match.group("kind", "what", "at")
    if kind in ("drug", "class"):
        return level is None and what in (pharmacy.drugs if kind == "drug" else pharmacy.classes)
    levels = _LEVELS.get(kind, get_args(Share))
    return what in get_args(Load if kind == "load" else Enzyme) and (level is None or level in levels)
