"""Which warnings take an option away, and in what words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from core.treatment.model import SafetyItem


class Objection(NamedTuple):
    """Why something is not offered, in both languages."""

    en: str
    zh: str


class Leeway(NamedTuple):
    """What does not speak against a drug in a disease: kinds of warning (`despite`), the drugs of the record whose
    place it takes (`replaced`), those that it is meant to be given with (`beside`); `rescue`: it saves a life here."""

    despite: frozenset[str] = frozenset()
    rescue: bool = False
    replaced: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


NO_LEEWAY = Leeway()


def objection(
    name: str, against: Iterable[SafetyItem], leeway: Leeway = NO_LEEWAY, called: Objection | None = None
) -> Objection | None:
    """Why a drug must not be given, the gravest reason first, or None. `called` is what the drug is named instead (its
    class)."""
    grave = sorted((i for i in against if forbids(name, i, leeway)), key=lambda i: i.rank)
    if not grave:
        return None
    said = dict.fromkeys(_said(name, item, called or Objection(name, name)) for item in grave)
    return Objection("; ".join(s.en.rstrip(".") for s in said) + ".", "；".join(s.zh.rstrip("。") for s in said) + "。")


def _said(name: str, item: SafetyItem, called: Objection) -> Objection:
    partners = " + ".join(d for d in item.drugs if d.split(" (")[0] != name)
    both = f"{called.en} with {partners}" if partners else called.en
    both_zh = f"{called.zh}与{partners}" if partners else called.zh
    return Objection(f"{both}: {item.message}", f"{both_zh}：{item.message_zh or item.message}")


def forbids(name: str, item: SafetyItem, leeway: Leeway = NO_LEEWAY) -> bool:
    """Does a warning take an option away? A dose can be mended, and old age alone asks for care: who is eighty and in
    status epilepticus is given lorazepam. Of two drugs for one purpose the old one can be stopped; two that belong
    together are given together, and the danger is said. What saves a life is
    withheld for a contraindication or an allergy only: healed tuberculosis keeps nobody in adrenal crisis from
    hydrocortisone."""
    if item.kind in leeway.despite or (item.kind in ("dose", "duplicate") and item.severity != "contraindicated"):
        return False
    partners = {d.split(" (")[0] for d in item.drugs} - {name}
    if partners and partners <= leeway.beside:
        return False
    succeeds = bool(partners) and partners <= leeway.replaced
    if (succeeds or leeway.rescue) and item.kind != "allergy":
        return item.severity == "contraindicated"
    return item.severity == "contraindicated" or (item.severity == "major" and item.kind != "age")
